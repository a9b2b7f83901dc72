package body

import (
	"strings"
	"testing"

	"copydesk/extract/block"
	"copydesk/extract/label"
)

func TestRefuseNext(t *testing.T) {
	text := strings.Repeat("<p>The ferry sails four times a day, and nobody on the island has ever seen it sail a fifth time.</p>", 5)
	one := "<h1 class=t>Ferry back in service</h1>" + text
	for _, c := range []struct {
		name, src string
		refused   bool
	}{
		{"an article of its own", "<article>" + one + "</article><article><h1>Tram will not stop</h1><p>LATER</p></article>", true},
		{"a headline made alike", "<div class=story>" + one + "</div><div class=story><h1 class=t>Tram will not stop</h1><p>LATER</p></div>", true},
		{"a subhead made alike", "<div class=story>" + one + "<h1 class=t>Why it broke</h1><p>LATER</p></div>", false},
		{"a subhead of a lower level", "<article>" + one + "</article><article><h2>Why it broke</h2><p>LATER</p></article>", false},
		{"a teaser above the text", "<article><h1 class=t>Ferry back in service</h1><p>Short.</p></article><article><h1 class=t>Tram</h1></article><div>" + text + "<p>LATER</p></div>", false},
		{"the headline printed again, with a number", "<article>" + one + "</article><article><h1 class=t>No. 12: Ferry back in service</h1><p>LATER</p></article>", false},
		{"a headline with a few of its words", "<article>" + one + "</article><article><h1 class=t>Ferry crew thanked for its service</h1><p>LATER</p></article>", true},
		{"the headline printed again", "<article>" + one + "</article><article><h1 class=t>Ferry back in service</h1><p>LATER</p></article>", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := read(t, c.src)
			in.Roles[0] = label.Headline
			for i := range in.Blocks {
				if in.Blocks[i].Kind == block.Paragraph {
					in.Blocks[i].Scores.Body = 1
				}
			}
			RefuseNext(in)
			for i := range in.Blocks {
				if in.Blocks[i].Text == "LATER" && (in.Roles[i] == label.Other) != c.refused {
					t.Errorf("refused: %t, want %t", !c.refused, c.refused)
				}
			}
		})
	}
}
