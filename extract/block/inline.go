package block

import (
	"golang.org/x/net/html/atom"

	"copydesk/extract/page"
)

// shortHidden is how many bytes of text inside a line may be hidden and left out: a
// label for machines, a mark of advertising. What is longer may be the rest of the
// paragraph, which a click unfolds.
const shortHidden = 24

// hiddenWord says whether node i hides a few words inside a line that is shown.
func (s *segmenter) hiddenWord(i int32, n *page.Node) bool {
	holder := &s.nodes[s.holder[i]]
	if n.Flags&page.Hidden == 0 || n.Flags&page.Unfoldable != 0 || holder.Flags&page.Hidden != 0 || n.Atom == 0 || blockLevel(n, holder.Atom) {
		return false
	}
	size := 0
	for k := i + 1; k < n.End && size <= shortHidden; k++ {
		if s.nodes[k].Type == textNode {
			size += len(s.nodes[k].Data)
		}
	}
	return size <= shortHidden
}

// The digits as they stand above and below the line.
var (
	above = [10]string{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}
	below = [10]string{"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"}
)

// raised adds the digits of a <sup> right behind a number, or of a <sub> behind a
// fraction's stroke, as the signs for them: "10<sup>6</sup>" is no 106, and the mark
// of a note does not make 19993 of 1999. It gives false for any other text.
func (s *segmenter) raised(holder, i int32, n *page.Node) bool {
	in := n.Parent
	for in > holder && s.nodes[in].Atom == atom.A {
		in = s.nodes[in].Parent
	}
	if s.open != holder || s.space || s.breaks > 0 || len(s.buf) == s.start || len(n.Data) > 3 {
		return false
	}
	signs := &above
	switch last := string(s.buf[max(s.start, len(s.buf)-3):]); {
	case s.nodes[in].Atom == atom.Sup && isDigit(last[len(last)-1]):
	case s.nodes[in].Atom == atom.Sub && last == "⁄":
		signs = &below
	default:
		return false
	}
	for k := range len(n.Data) {
		if !isDigit(n.Data[k]) {
			return false
		}
	}
	before := len(s.buf)
	for k := range len(n.Data) {
		s.buf = append(s.buf, signs[n.Data[k]-'0']...)
	}
	s.last = i + 1
	if n.Flags&page.InLink != 0 {
		s.link += int32(len(s.buf) - before)
	}
	return true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
