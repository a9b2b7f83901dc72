package body

import (
	"strings"
	"testing"

	"copydesk/extract/label"
)

// A list of links that closes the body is what else the site has, if none of it is
// surely the text's own.
func TestClosingLinks(t *testing.T) {
	const links = "<ul><li><a href=/a>The mill burns again</a><li class=last><a href=/b>Nine ways to cross a river</a></ul>"
	body := strings.Repeat("<p>The ferry sails four times a day, and nobody on the island has ever seen it sail a fifth time.</p>", 5)
	for _, c := range []struct {
		name, src string
		score     float32 // of the list
		refused   bool
	}{
		{"at the end", body + links, 0.6, true},
		{"at the end, and surely body", body + links, 0.8, false},
		{"within the text", "<p>" + body + links + body, 0.6, false},
		{"whose items say more", body + strings.ReplaceAll(links, "</a>", "</a>, a ballad in nine parts that is sung on the quay"), 0.6, false},
		{"under next to no text", "<p>The ferry sails.</p>" + links, 0.6, false},
	} {
		in := read(t, "<article>"+c.src)
		last := 0
		for i := range in.Blocks {
			if b := &in.Blocks[i]; b.List < 0 {
				b.Scores.Body = 0.9
			} else {
				last, b.Scores.Body = i, c.score
			}
		}
		refuseClosingLinks(in)
		if refused := in.Roles[last] == label.Other; refused != c.refused {
			t.Errorf("%s: refused %t, want %t", c.name, refused, c.refused)
		}
	}
}
