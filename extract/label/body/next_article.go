package body

import (
	"strings"

	"copydesk/extract/block"
	"copydesk/extract/label"
)

// enoughBody is how many words must stand before another headline for it to be
// that of the next article: teasers above the text have headlines too.
const enoughBody = 60

// RefuseNext refuses everything from the headline of a second article on. Some
// sites append the next article, and the next, below the one that was asked for.
//
// A headline of another article is a heading of the same level as this one's,
// made alike (same element, same class) or at the head of an <article> of its
// own, and behind the container that holds this one's headline and text. What
// stands inside that container, subheads as well as embedded teasers, is left alone.
func RefuseNext(in *label.Input) {
	own := -1
	for i := range in.Blocks {
		if in.Roles[i] == label.Headline && in.Blocks[i].Kind == block.Heading && in.Blocks[i].Level <= 2 {
			own = i
			break
		}
	}
	if own < 0 {
		return
	}
	words, holder := 0, int32(-1)
	for i := own + 1; i < len(in.Blocks); i++ {
		b := &in.Blocks[i]
		if b.Kind == block.Paragraph && b.Scores.Body >= label.BodyLine && !b.Hidden {
			words += len(b.Text) / 6
			if holder < 0 {
				holder = in.Around(in.Blocks[own].Node, b.Node)
			}
		}
		if words < enoughBody || b.Node < in.Doc.Nodes[holder].End || b.Kind != block.Heading || b.Hidden || !headsAnother(in, own, i) {
			continue
		}
		refuseFrom(in, i, "headline of another article")
		return
	}
}

// headsAnother says whether heading i is the headline of another article than heading own.
func headsAnother(in *label.Input, own, i int) bool {
	a, b := &in.Blocks[own], &in.Blocks[i]
	if a.Level != b.Level || sameTitle(label.Folded(a.Text), label.Folded(b.Text)) {
		return false
	}
	nodes := in.Doc.Nodes
	if class := nodes[a.Node].Attribute("class"); class != "" && nodes[a.Node].Atom == nodes[b.Node].Atom && nodes[b.Node].Attribute("class") == class {
		return true
	}
	first, second := in.ArticleAround(a.Node), in.ArticleAround(b.Node)
	return first >= 0 && second >= nodes[first].End
}

// sameTitle says whether two headings, folded, are one title printed twice, as on a
// cover and over the text of a document: the same words, or the one's with a number
// or a subtitle beside them.
func sameTitle(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return label.Likeness(a, b) >= 0.75 || len(label.Terms(a)) >= 3 && (strings.HasPrefix(b, a+" ") || strings.HasSuffix(b, " "+a))
}
