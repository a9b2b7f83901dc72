package normalize

import (
	"testing"

	"copydesk/article"
)

// A record with the defects that the project began with, in words of our own.
func damagedRecord() *article.Article {
	return &article.Article{
		Language: "en",
		Headline: "The Talibn speak of  gains",
		Captions: []article.Caption{{Text: "A spokesman for the Taliban in Doha."}},
		Related:  []article.Related{{Title: "Women who stood up to the Talibn"}},
		Body: []article.Block{
			{Type: article.Paragraph, Text: "Leaders of the Talibn met envoys. The Taliban said so, and a Taliban office confirmed it; the Taliban wait."},
			{Type: article.Paragraph, Text: "“We will keep the peace in the whole of Afghanistan“Ahmad Karimi told reporters. He called it “a tired answer to the authorities. ” Others did not."},
			{Type: article.Paragraph, Text: "A guard said the Talib already held the road.\u200b"},
			{Type: article.Code, Text: "if x  {\n\tTalibn()\n}"},
		},
	}
}

func TestArticle(t *testing.T) {
	a := damagedRecord()
	Article(a, Options{})
	check := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
	check(a.Headline, "The Taliban speak of gains")
	check(a.Related[0].Title, "Women who stood up to the Taliban")
	check(a.Body[1].Text, "“We will keep the peace in the whole of Afghanistan” Ahmad Karimi told reporters. He called it “a tired answer to the authorities.” Others did not.")
	check(a.Body[2].Text, "A guard said the Talib already held the road.")
	check(a.Body[3].Text, "if x  {\n\tTalibn()\n}")
	if len(a.Suspects) != 1 || a.Suspects[0].Before != "Talib" || a.Suspects[0].Start != 17 {
		t.Errorf("suspects: %+v", a.Suspects)
	}
	for _, f := range a.Fixes {
		if f.Before == "Talibn" && f.Evidence != "document: Taliban ×4" {
			t.Errorf("evidence %q", f.Evidence)
		}
	}
	if err := article.Undo(a); err != nil {
		t.Fatal(err)
	}
	want := damagedRecord()
	want.Headline = "The Talibn speak of gains"
	check(a.Headline, want.Headline)
	for i := range want.Body {
		check(a.Body[i].Text, want.Body[i].Text)
	}
}
