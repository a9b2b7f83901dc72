package body

import (
	"strings"
	"testing"

	"copydesk/extract/block"
	"copydesk/extract/label"
)

// What stands right between two paragraphs of the body is the body's, unless it is
// made as furniture is.
func TestBetween(t *testing.T) {
	const answer = "The well behind the school gives water until the middle of August in most years."
	for _, c := range []struct {
		name, src, behind string
		score             float32 // of what has the class "it"
		want              string  // the texts that are body
	}{
		{"a heading in a box of its own", "<div><h2 class=it>Why</h2></div>", "", 0.25, "One.|Why|Two."},
		{"a heading that surely is none", "<div><h2 class=it>Why</h2></div>", "", 0.1, "One.|Two."},
		{"a heading that is a link", "<div><h2 class=it><a href=/a>The mill burns again</a></h2></div>", "", 0.4, "One.|Two."},
		{"a heading in an aside", "<aside><h2 class=it>Why</h2></aside>", "", 0.4, "One.|Two."},
		{"an answer under its question", "<div><h3 class=it>Is there water?</h3><div><p class=it>" + answer + "</div></div>", "", 0.4, "One.|Is there water?|" + answer + "|Two."},
		{"a text that surely is none", "<div><p class=it>" + answer + "</div>", "", 0.2, "One.|Two."},
		{"a mark", "<div><p class=it>Reading time: 4 min</div>", "", 0.4, "One.|Two."},
		{"a linked teaser", "<div><p class=it><a href=/a>" + answer + "</a></div>", "", 0.4, "One.|Two."},
		{"a text in an aside", "<aside><p class=it>" + answer + "</aside>", "", 0.4, "One.|Two."},
		{"a text in a figure", "<figure><p class=it>" + answer + "</figure>", "", 0.4, "One.|Two."},
		{"an embedded post", "<blockquote class=twitter-tweet><p class=it>" + answer + "</p><a href='https://twitter.com/well/status/1'></a></blockquote>", "", 0.4, "One.|Two."},
		{"a box of many lines", "<div>" + strings.Repeat("<p class=it>"+answer, 5) + "</div>", "", 0.4, "One.|Two."},
		{"the answer to the last question", "", "<div><h3>Is there water?</h3><p class=it>" + answer + "</div>", 0.4, "One.|Two.|Is there water?|" + answer},
		{"what follows the last paragraph", "", "<div><p class=it>" + answer + "</div>", 0.4, "One.|Two."},
		{"what was refused before", "<div><p class=it>" + answer + "</div>", "", 0.6, "One.|Two."},
	} {
		in := read(t, "<article><div><p>One.</div>"+c.src+"<div><p>Two.</div>"+c.behind)
		for i := range in.Blocks {
			b := &in.Blocks[i]
			if b.Scores.Body = 0.9; in.Doc.Nodes[b.Node].Attribute("class") == "it" {
				b.Scores.Body = c.score
			}
		}
		Take(in, func(_ int, b *block.Block) bool { return b.Scores.Body >= 0.9 })
		if s := bodyTexts(in); s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
	}
}

// bodyTexts gives the texts that are body, parted by strokes.
func bodyTexts(in *label.Input) string {
	var got []string
	for i := range in.Blocks {
		if in.Roles[i] == label.Body {
			got = append(got, in.Blocks[i].Text)
		}
	}
	return strings.Join(got, "|")
}
