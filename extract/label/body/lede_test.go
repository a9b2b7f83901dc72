package body

import (
	"testing"

	"copydesk/extract/label"
)

// The standfirst printed for another screen is no body; the paragraph that it was
// taken from is.
func TestStandfirstPrintedAgain(t *testing.T) {
	const (
		lead = "<p>The fifth boat was never ordered, the harbour office says.</p>"
		text = "<p>The ferry sails four times a day, and nobody has seen it sail a fifth time.</p>"
	)
	for _, c := range []struct {
		name, src string
		score     float32 // of the copy
		refused   bool
	}{
		{"for another screen", "<div>" + lead + "</div><div>" + text + text + "</div>", 0.9, true},
		{"below the text", "<div>" + text + text + "</div><div>" + lead + "</div>", 0.9, true},
		{"as the text's first paragraph", "<div>" + lead + text + "</div>", 0.9, false},
		{"in the midst of the text", "<div>" + text + lead + text + "</div>", 0.9, false},
		{"among lines that are none of the text", "<div>" + lead + text + "</div>", 0.2, true},
	} {
		in := read(t, "<header>"+lead+"</header>"+c.src)
		copied := 0
		for i := range in.Blocks {
			if b := &in.Blocks[i]; i > 0 && b.Text == in.Blocks[0].Text {
				copied, b.Scores.Body = i, c.score
			} else {
				b.Scores.Body = 0.9
			}
		}
		in.Roles[0] = label.Standfirst
		refuseCopies(in)
		if refused := in.Roles[copied] == label.Other; refused != c.refused {
			t.Errorf("%s: refused %t, want %t", c.name, refused, c.refused)
		}
	}
}
