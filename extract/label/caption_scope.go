package label

import (
	"golang.org/x/net/html/atom"

	"copydesk/extract/page"
)

// scope is the part of the page that belongs to this article, judged by where
// its text stands: what a caption or a label must stand in or near.
type scope struct {
	text        int32 // the element that holds nearly all of the body
	article     int32 // the element that holds the body and the headline
	headline    int32 // the first node of the headline block; -1 for none
	first, last int32 // nodes of the first and the last block of the body
}

// findScope gives the page's scope, read once the headline is decided.
func findScope(in *Input) scope {
	if in.scope == nil {
		s := readScope(in)
		in.scope = &s
	}
	return *in.scope
}

// readScope reads the scores of the blocks.
func readScope(in *Input) scope {
	nodes := in.Doc.Nodes
	s := scope{headline: -1}
	size := make([]int32, len(nodes)) // by element: bytes of body text inside, counted at the blocks' own elements first
	total := int32(0)
	for i := range in.Blocks {
		b := &in.Blocks[i]
		if b.Level == 1 && (s.headline < 0 || in.Roles[i] == Headline) {
			s.headline = b.First
		}
		if b.Scores.Body < 0.5 || b.Figure >= 0 {
			continue
		}
		if total == 0 {
			s.first = b.First
		}
		s.last = b.Last
		size[b.Node] += int32(len(b.Text))
		total += int32(len(b.Text))
	}
	if total == 0 {
		s.first, s.last = 0, int32(len(nodes))
		return s
	}
	for i := len(nodes) - 1; i > 0; i-- {
		size[nodes[i].Parent] += size[i]
	}
	for at := int32(0); ; {
		s.text = at
		next := int32(-1)
		for c := at + 1; c < nodes[at].End; c = nodes[c].End {
			if int64(size[c])*10 >= int64(total)*8 {
				next = c
			}
		}
		if next < 0 || lastHolder(&nodes[next]) {
			break
		}
		at = next
	}
	s.article = s.text
	if s.headline >= 0 {
		for s.article > 0 && (s.headline < s.article || s.headline >= nodes[s.article].End) {
			s.article = nodes[s.article].Parent
		}
		for at := s.article; at > 0; at = nodes[at].Parent {
			if nodes[at].Atom == atom.Article { // what the page itself calls the article
				s.article = at
				break
			}
		}
	}
	return s
}

func lastHolder(n *page.Node) bool { return n.Atom == atom.P || n.Atom == atom.Pre }

// inside reports whether node stands in the element el.
func (s *scope) inside(nodes []page.Node, node, el int32) bool {
	return node >= el && node < nodes[el].End
}
