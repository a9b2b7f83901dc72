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

// A closing notice of rights is none of the text; a text on rights is.
func TestRights(t *testing.T) {
	body := strings.Repeat("<p>The ferry sails four times a day, and nobody on the island has ever seen it sail a fifth time.</p>", 5)
	for _, c := range []struct {
		name, src string
		refused   bool
	}{
		{"a sign", body + "<p>© 2024 The Shore Press. Not to be printed without leave.</p>", true},
		{"a word and a year", body + "<p>COPYRIGHT 2024 SHORE PRESS</p>", true},
		{"a word that the text is about", body + "<p>Copyright in the song lies with the crew, which has sold it twice.</p>", false},
		{"a sign without a text", "<p>The ferry sails.</p><p>© 2024 The Shore Press</p>", false},
		{"a sentence that names a year", body + "<p>Since 2020 the crew has sung it every night.</p>", false},
	} {
		in := read(t, "<article>"+c.src)
		for i := range in.Blocks {
			in.Blocks[i].Scores.Body = 0.9
		}
		refuseRights(in)
		if refused := in.Roles[len(in.Blocks)-1] == label.Other; refused != c.refused {
			t.Errorf("%s: refused %t, want %t", c.name, refused, c.refused)
		}
	}
}
