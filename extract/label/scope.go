package label

import (
	"golang.org/x/net/html/atom"

	"copydesk/extract/page"
)

// Scope is the part of the page that belongs to this article, judged by where
// its text stands: what a caption or a label must stand in or near.
type Scope struct {
	Text        int32 // the element that holds nearly all of the body
	Article     int32 // the element that holds the body and the headline
	Headline    int32 // the first node of the headline block; -1 for none
	First, Last int32 // nodes of the first and the last block of the body
}

// Scope gives the page's scope, read once: ask when the headline is decided.
func (in *Input) Scope() Scope {
	if in.scope == nil {
		s := readScope(in)
		in.scope = &s
	}
	return *in.scope
}

// readScope reads the scores of the blocks.
func readScope(in *Input) Scope {
	nodes := in.Doc.Nodes
	s := Scope{Headline: -1}
	size := make([]int32, len(nodes)) // by element: bytes of body text inside, counted at the blocks' own elements first
	total := int32(0)
	for i := range in.Blocks {
		b := &in.Blocks[i]
		if b.Level == 1 && (s.Headline < 0 || in.Roles[i] == Headline) {
			s.Headline = b.First
		}
		if b.Scores.Body < 0.5 || b.Figure >= 0 {
			continue
		}
		if total == 0 {
			s.First = b.First
		}
		s.Last = b.Last
		size[b.Node] += int32(len(b.Text))
		total += int32(len(b.Text))
	}
	if total == 0 {
		s.First, s.Last = 0, int32(len(nodes))
		return s
	}
	for i := len(nodes) - 1; i > 0; i-- {
		size[nodes[i].Parent] += size[i]
	}
	for at := int32(0); ; {
		s.Text = at
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
	s.Article = s.Text
	if s.Headline >= 0 {
		for s.Article > 0 && (s.Headline < s.Article || s.Headline >= nodes[s.Article].End) {
			s.Article = nodes[s.Article].Parent
		}
		for at := s.Article; at > 0; at = nodes[at].Parent {
			if nodes[at].Atom == atom.Article { // what the page itself calls the article
				s.Article = at
				break
			}
		}
	}
	return s
}

func lastHolder(n *page.Node) bool { return n.Atom == atom.P || n.Atom == atom.Pre }

// Inside reports whether node stands in the element el.
func (s *Scope) Inside(nodes []page.Node, node, el int32) bool {
	return node >= el && node < nodes[el].End
}
