package body

import (
	"copydesk/extract/block"
	"copydesk/extract/label"
)

// printed lists the long blocks that were picked, in order, and which of them repeat
// what stands above.
type printed struct {
	long   []printedBlock
	copied bool           // is there any that does?
	short  map[string]int // where each text of the body stands first; made where asked for
}

type printedBlock struct {
	at     int
	copied bool
}

// settle decides on the blocks that repeat what stands above. One that stands by
// itself between two blocks of its kind with new text, side by side in one element, is
// the article's own: answers, terms and refrains come again. The others are a
// second print of the text, for another screen: they are refused, and where several
// follow each other so are the headings and short lines between them, if all of these
// were printed above as well. In a list of terms there is always one that was not.
func (p *printed) settle(in *label.Input) {
	if !p.copied {
		return
	}
	row := 0 // how many copies follow each other
	for j, b := range p.long {
		switch {
		case !b.copied:
			row = 0
			continue
		case p.stands(in, j):
			in.Roles[b.at] = label.Body
			row = 0
			continue
		}
		noteRefused(in, b.at, printedAbove)
		if row++; row == 2 {
			p.refuseOver(in, p.long[j-1].at)
		}
		if row >= 2 {
			p.refuseBetween(in, p.long[j-1].at, b.at)
		}
	}
}

// refuseOver refuses the headings right over a copy that were printed above as well.
func (p *printed) refuseOver(in *label.Input, i int) {
	for k := i - 1; k >= 0 && in.Roles[k] == label.Body && in.Blocks[k].Kind == block.Heading && p.above(in, k, k); k-- {
		in.Roles[k] = label.None
		noteRefused(in, k, printedAbove)
	}
}

// refuseBetween refuses the short texts between two copies if all were printed above.
func (p *printed) refuseBetween(in *label.Input, from, to int) {
	for k := from + 1; k < to; k++ {
		if in.Roles[k] == label.Body && !p.above(in, k, from) {
			return
		}
	}
	for k := from + 1; k < to; k++ {
		if in.Roles[k] == label.Body {
			in.Roles[k] = label.None
			noteRefused(in, k, printedAbove)
		}
	}
}

// above says whether the text of block k stands before block from in the body.
func (p *printed) above(in *label.Input, k, from int) bool {
	if p.short == nil {
		p.short = map[string]int{}
		for i := len(in.Blocks) - 1; i >= 0; i-- {
			if in.Roles[i] == label.Body {
				p.short[in.Blocks[i].Text] = i
			}
		}
	}
	first, known := p.short[in.Blocks[k].Text]
	return known && first < from
}

// stands says whether long block j stands by itself between new text.
func (p *printed) stands(in *label.Input, j int) bool {
	if in.Doc.Nodes == nil || j == 0 || j+1 == len(p.long) {
		return false
	}
	at := p.long[j].at
	for _, b := range [...]printedBlock{p.long[j-1], p.long[j+1]} {
		if b.copied || in.Blocks[b.at].Kind != in.Blocks[at].Kind || !sameHolder(in, b.at, at) {
			return false
		}
	}
	return true
}

// printedAbove is why a copy is refused.
const printedAbove = "the same words stand above"
