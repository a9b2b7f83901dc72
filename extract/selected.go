package extract

import (
	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"copydesk/extract/block"
	"copydesk/extract/page"
)

// selection is the part of a page that a person asked about, as ranges of its
// list of nodes in document order.
type selection struct {
	from, to []int32
}

// selected finds the elements that a CSS selector matches. It only looks: the
// record is the same with a selector or without.
func selected(doc *page.Document, m goquery.Matcher) *selection {
	s := &selection{}
	if len(doc.Nodes) == 0 {
		return s // a text dump has no elements
	}
	matched := map[*html.Node]bool{}
	for _, n := range goquery.NewDocumentFromNode(doc.Nodes[0].Node).FindMatcher(m).Nodes {
		matched[n] = true
	}
	for i := range doc.Nodes {
		if matched[doc.Nodes[i].Node] {
			s.from, s.to = append(s.from, int32(i)), append(s.to, doc.Nodes[i].End)
		}
	}
	return s
}

// holds says whether a block shares text with one of the elements.
func (s *selection) holds(b *block.Block) bool {
	for k := range s.from {
		if b.First < s.to[k] && b.Last > s.from[k] {
			return true
		}
	}
	return false
}
