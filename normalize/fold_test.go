package normalize

import (
	"testing"

	"copydesk/article"

	"golang.org/x/text/unicode/norm"
)

// Undoing a record's fixes gives the extracted text, white space folded and in
// form NFC, whatever the repair and the white space around it.
func checkRecord(t *testing.T, s string) {
	t.Helper()
	a := &article.Article{Body: []article.Block{{Type: article.Paragraph, Text: s}}, Headline: "The Taliban, the Taliban"}
	Article(a, Options{})
	if a.Body[0].Text != "" && !folded(a.Body[0].Text) || !norm.NFC.IsNormalString(a.Body[0].Text) {
		t.Errorf("not folded or not NFC: %q", a.Body[0].Text)
	}
	fixes := a.Fixes
	if err := article.Undo(a); err != nil {
		t.Fatal(err)
	}
	want := fold(Result{Text: norm.NFC.String(s)}).Text
	if a.Body[0].Text != want {
		t.Errorf("undone %q\nwant   %q\nfixes %+v", a.Body[0].Text, want, fixes)
	}
}

func TestRecordUndone(t *testing.T) {
	for _, c := range goldenCases(t) {
		in, _ := c.section("in")
		checkRecord(t, plain([]byte(in)))
	}
	for _, s := range []string{
		"\u00ad", " \u200b ", "a \u200b b", "\u200b\u200b  a", "a  \u00ad", "&nbsp;a &nbsp; b&nbsp;", "a\u2028\n b",
		"a \uE001 \uE002 b", "e\u200b\u0301", "The  Talibn . “x“y ” z", "a&#10;b &#13; c", "\uE001 a", "x \uE001", "a\u00a0\u200b\u00a0b",
	} {
		checkRecord(t, s)
	}
}

func FuzzRecord(f *testing.F) {
	for _, c := range goldenCases(f) {
		in, _ := c.section("in")
		f.Add(plain([]byte(in)))
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) < 1<<16 {
			checkRecord(t, s)
		}
	})
}
