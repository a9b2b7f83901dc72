package body

import (
	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/page"
)

// Between two blocks of the body stand at most betweenBlocks that the body's score
// did not reach, of which one is a heading or holds betweenText bytes or more.
const (
	betweenBlocks = 4
	betweenText   = 60
	betweenLine   = 0.3 // a text's score
	headingLine   = 0.2 // a heading's, which says little by itself
)

// takeBetween takes the few blocks that stand right between two of the body and came
// near to it: headings and answers in boxes of their own, a quotation, a note of the
// editor, the line that opens a list. Judged one by one they stand apart; but what a
// reader meets on the way through the text is part of it, unless it is made as
// furniture is. So is the text under the body's last heading. Left alone: what is mostly links, asides, figures, forms and menus,
// tables, embedded posts, and short texts by themselves, which are marks and buttons.
func takeBetween(in *label.Input) {
	if in.Doc.Nodes == nil {
		return
	}
	last := len(in.Blocks)
	for i := range in.Blocks {
		if in.Roles[i] != label.Body {
			continue
		}
		if gap := i - last - 1; gap > 0 && gap <= betweenBlocks && fills(in, last+1, i) {
			for k := last + 1; k < i; k++ {
				in.Roles[k] = label.Body
			}
		}
		last = i
	}
	if last+1 < len(in.Blocks) && in.Blocks[last].Kind == block.Heading && in.Blocks[last+1].Kind != block.Heading && fills(in, last+1, last+2) {
		in.Roles[last+1] = label.Body
	}
}

// fills says whether the blocks from from to to, between two of the body, belong to it.
func fills(in *label.Input, from, to int) bool {
	const apart = page.InNav | page.InAside | page.InForm | page.InFooter | page.InFigure
	says := false
	for k := from; k < to; k++ {
		b := &in.Blocks[k]
		if in.Roles[k] != label.None || b.Hidden || b.Table >= 0 || 2*int(b.LinkChars) > len(b.Text) || in.Doc.Nodes[b.First].Flags&apart != 0 || isPost(in, b.Quote) {
			return false
		}
		switch b.Kind {
		case block.Caption, block.Code:
			return false
		case block.Heading:
			if b.Scores.Body < headingLine {
				return false
			}
			says = says || k+1 == to
		default:
			if b.Scores.Body < betweenLine || b.Scores.Body >= label.BodyLine { // above it was refused for another reason
				return false
			}
			says = says || len(b.Text) >= betweenText
		}
	}
	return says
}
