package extract

import (
	"testing"

	"copydesk/article"
)

func TestFinish(t *testing.T) {
	a := &article.Article{
		Authors:  []article.Author{{Name: "Ada", URL: " https://example.com/find?who=Ada Ró\u0084ż\n"}},
		Captions: []article.Caption{{Image: "https://example.com/a.jpg?x=1&y=é", Raw: "A  tram\u0099.\n\n Foto:\tAda\x07"}},
	}
	finish(a)
	if got := a.Authors[0].URL; got != "https://example.com/find?who=Ada%20Ró%C2%84ż" {
		t.Errorf("address %q", got)
	}
	if got := a.Captions[0].Image; got != "https://example.com/a.jpg?x=1&y=é" {
		t.Errorf("an address that needs nothing became %q", got)
	}
	if got := a.Captions[0].Raw; got != "A tram.\nFoto: Ada" {
		t.Errorf("raw %q", got)
	}
}
