package body

import (
	"copydesk/extract/block"
	"copydesk/extract/label"
)

// subheadLine is the score from which a heading among the body's paragraphs is one
// of them: it is short and says little by itself.
const subheadLine = 0.3

// takeSubheads takes the headings whose text goes on right behind them as body, in
// the element that holds the paragraph before. Left alone: a heading over a box or a
// list of links, whose next line is none of the body's.
func takeSubheads(in *label.Input) {
	if in.Doc.Nodes == nil {
		return
	}
	last := -1 // the last block of the body
	for i := range in.Blocks {
		b := &in.Blocks[i]
		if in.Roles[i] == label.Body {
			last = i
			continue
		}
		if b.Kind != block.Heading || in.Roles[i] != label.None || b.Hidden || last < 0 || b.Scores.Body < subheadLine || 2*int(b.LinkChars) > len(b.Text) {
			continue
		}
		if i+1 < len(in.Blocks) && in.Roles[i+1] == label.Body && in.Blocks[i+1].Kind == block.Paragraph && sameHolder(in, last, i+1) {
			in.Roles[i] = label.Body
			last = i
		}
	}
}

// sameHolder says whether two blocks stand side by side in one element.
func sameHolder(in *label.Input, a, b int) bool {
	return in.Doc.Nodes[in.Blocks[a].Node].Parent == in.Doc.Nodes[in.Blocks[b].Node].Parent
}
