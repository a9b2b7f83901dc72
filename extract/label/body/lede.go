package body

import (
	"copydesk/extract/block"
	"copydesk/extract/label"
)

// refuseCopies refuses the standfirst printed again: many pages hold one for
// each width of screen. Only what repeats it whole is a copy. Left alone is a
// paragraph of the text from which an editor took the standfirst word for word: it
// stands beside other paragraphs in one element, and the text has a hole without it.
func refuseCopies(in *label.Input) {
	for i := range in.Blocks {
		if in.Roles[i] != label.Standfirst {
			continue
		}
		for k := range in.Blocks {
			if in.Roles[k] == label.None && len(in.Blocks[k].Text) == len(in.Blocks[i].Text) && label.Folded(in.Blocks[k].Text) == label.Folded(in.Blocks[i].Text) && !amongText(in, k) {
				in.Roles[k] = label.Other
			}
		}
	}
}

// amongText says whether block k is a paragraph that would be taken, and so is the
// next of these before or behind it, in the same element.
func amongText(in *label.Input, k int) bool {
	if in.Doc.Nodes == nil || !taken(in, k) || in.Blocks[k].Kind != block.Paragraph {
		return false
	}
	for _, step := range [...]int{-1, 1} {
		i := k + step
		for i >= 0 && i < len(in.Blocks) && !taken(in, i) {
			i += step
		}
		if i >= 0 && i < len(in.Blocks) && in.Blocks[i].Kind == block.Paragraph && sameHolder(in, i, k) {
			return true
		}
	}
	return false
}
