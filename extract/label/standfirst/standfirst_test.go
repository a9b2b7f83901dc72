package standfirst

import (
	"slices"
	"testing"

	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/label/labeltest"
)

// The headline again is no standfirst: a heading that is the headline with its
// kicker where nothing else shows it, a subhead where an h1 does. Only the first is
// refused to the text, too.
func TestHeadlineAgain(t *testing.T) {
	const og = `<html lang=en><meta property="og:title" content="Ferry returns after nine months">`
	for _, c := range []struct {
		name, head string
		role       label.Role
		asked      bool
	}{
		{"the headline with its kicker", `<article><h2>Shipping in the north - Ferry returns after nine months</h2>`, label.Other, false},
		{"the way to the page", `<article><h1>Ferry returns after nine months</h1><h2>Shore Post online › Shipping and harbour news › Ferries › Ferry returns after nine months</h2>`, label.None, false},
		{"a subhead that says it again", `<article><h1>Ferry returns after nine months</h1><h2>Shipping: Ferry returns after nine months</h2>`, label.None, false},
		{"a subhead that says more", `<article><h1>Ferry returns after nine months</h1><h2>The ferry returns after nine months, and so does the tuba</h2>`, label.None, true},
	} {
		in, _, _ := labeltest.Read(t, og+c.head+labeltest.Prose+`</article>`, "")
		refuseEchoes(in)
		for i := range in.Blocks {
			if in.Blocks[i].Level == 2 && (in.Roles[i] != c.role || slices.Contains(Candidates(in), i) != c.asked) {
				t.Errorf("%s: role %q, asked %v", c.name, in.Roles[i], slices.Contains(Candidates(in), i))
			}
		}
	}
}

// The points of a summary are one standfirst; a subhead and the lede that both
// read like one are not.
func TestLinesOfOneKind(t *testing.T) {
	line := func(kind block.Kind, score float32) block.Block {
		return block.Block{Kind: kind, Scores: block.Scores{Standfirst: score}}
	}
	points := []block.Block{line(block.ListItem, 0.5), line(block.ListItem, 0.7), line(block.ListItem, 0.4), line(block.ListItem, 0.1)}
	if got := linesOf(points, []int{0, 1, 2, 3}, 1); !slices.Equal(got, []int{0, 1, 2}) {
		t.Errorf("points: %v", got)
	}
	mixed := []block.Block{line(block.Heading, 0.7), line(block.Paragraph, 0.5)}
	if got := linesOf(mixed, []int{0, 1}, 0); !slices.Equal(got, []int{0}) {
		t.Errorf("a subhead and the lede: %v", got)
	}
}
