package extract

import (
	"strings"
	"testing"

	"copydesk/article"
	"copydesk/extract/page"
)

func TestBodyInScriptData(t *testing.T) {
	const (
		one = "The kiosk at the corner of Mill Lane has sold its last newspaper, after ninety-one years and four owners."
		two = "Its shutters will stay, said the town surveyor, because swallows have nested behind them since the spring."
		far = "Elsewhere on the site a very different story is told at some length, about a tram that would not stop for anybody."
	)
	head := `<head><meta property="og:title" content="Last paper sold on Mill Lane"><title>Last paper sold on Mill Lane - Echo</title></head>`
	filler := `"config":"` + strings.Repeat("x", minScriptData) + `"`
	for _, c := range []struct{ name, script, want string }{
		{"blocks with their markup", `<script type="application/json">{` + filler + `,"story":{"title":"Last paper sold on Mill Lane","blocks":[{"type":"text","html":"<p>` + one + `<\/p>"},{"type":"image","caption":"` + far + `"},{"type":"heading","text":"Swallows"},{"type":"text","html":"<p>` + two + `<\/p>"}]}}</script>`,
			one + "\n\nSwallows\n\n" + two},
		{"rich text, assigned to a name", `<script>window.__STATE__ = {` + filler + `,"story":{"headline":"Last paper sold on Mill Lane","body":{"type":"doc","content":[{"type":"paragraph","content":[{"text":"The kiosk "},{"text":"` + one[len("The kiosk "):] + `"}]},{"type":"paragraph","content":[{"text":"` + two + `"}]}]}}};</script>`,
			one + "\n\n" + two},
		{"handed to a queue", `<script>window.q = window.q || [];window.q.push({` + filler + `,"state":{"title":"Last paper sold on Mill Lane","html":"<div class=\"caption\"><p>The kiosk in 1931.</p></div>%AD%<p>` + one + `</p>%AD%<p>` + two + `</p>"}})</script>`,
			one + "\n\n" + two},
		{"code with braces", `<script>` + strings.Repeat("if (a == b) { c({}); }", 99) + `;x = {"title":"Last paper sold on Mill Lane","html":"<p>` + one + `</p><p>` + two + `</p>"}</script>`, ""},
		{"one text of markup", `<script type="application/json">{` + filler + `,"story":{"title":"Last paper sold on Mill Lane","body":"<p>` + one + `</p><p>` + two + `</p>"}}</script>`,
			one + "\n\n" + two},
		{"another story's data", `<script type="application/json">{` + filler + `,"story":{"title":"A tram that would not stop","blocks":["` + far + `","` + two + `"]}}</script>`, ""},
		{"teasers beside the headline", `<script type="application/json">{` + filler + `,"title":"Last paper sold on Mill Lane","more":[{"title":"Tram","url":"/t","text":"` + far + `"},{"title":"Two","url":"/u","text":"` + two + `"}]}</script>`, ""},
		{"broken data", `<script type="application/json">{` + filler + `,"title":"Last paper sold on Mill Lane","blocks":["` + one + `",</script>`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := page.Parse(t.Context(), page.Source{Bytes: []byte("<!DOCTYPE html>" + head + "<body><div></div>" + c.script)})
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, f := range fromScripts(t.Context(), doc) {
				got += article.PlainText(f.body)
			}
			if got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}
