package body

import (
	"copydesk/extract/block"
	"copydesk/extract/label"
)

// subheadLine is the score from which a heading among the body's paragraphs is one
// of them: it is short and says little by itself.
const subheadLine = 0.3

// codeLine is the same for a listing that stands right behind a paragraph of the
// body: it has none of the signs of prose.
const codeLine = 0.25

// takeAmong takes what stands among the body's paragraphs, in their element, and
// says too little by itself: headings behind which the text goes on, short listings.
// Left alone: a heading over a box or a list of links, whose next line is none of
// the body's.
func takeAmong(in *label.Input) {
	if in.Doc.Nodes == nil {
		return
	}
	takeEach(in, isListing) // first, for it may follow a heading
	takeEach(in, isSubhead)
}

func takeEach(in *label.Input, is func(in *label.Input, last, i int) bool) {
	last := -1 // the last block of the body
	for i := range in.Blocks {
		if in.Roles[i] == label.None && last >= 0 && is(in, last, i) {
			in.Roles[i] = label.Body
		}
		if in.Roles[i] == label.Body {
			last = i
		}
	}
}

func isSubhead(in *label.Input, last, i int) bool {
	b := &in.Blocks[i]
	if b.Kind != block.Heading || b.Hidden || b.Scores.Body < subheadLine || 2*int(b.LinkChars) > len(b.Text) || i+1 == len(in.Blocks) || in.Roles[i+1] != label.Body {
		return false
	}
	return in.Blocks[i+1].Kind == block.Paragraph && sameHolder(in, last, i+1) || sameHolder(in, last, i)
}

func isListing(in *label.Input, last, i int) bool {
	b := &in.Blocks[i]
	return b.Kind == block.Code && !b.Hidden && b.Scores.Body >= codeLine && i-last <= 2 && sameHolder(in, last, i)
}

// sameHolder says whether two blocks stand side by side in one element.
func sameHolder(in *label.Input, a, b int) bool {
	return in.Doc.Nodes[in.Blocks[a].Node].Parent == in.Doc.Nodes[in.Blocks[b].Node].Parent
}
