package byline

import (
	"strings"

	"golang.org/x/net/html/atom"

	"copydesk/extract/label"
)

// sections are the names of the sections that an article is declared for: systems
// fill in the author's place with them. They are read once, when the first name is
// compared: data may declare any number of authors.
type sections struct {
	in     *label.Input
	folded map[string]bool
}

func (s *sections) has(name string) bool {
	if s.folded == nil {
		s.read()
	}
	return s.folded[label.Folded(name)]
}

func (s *sections) read() {
	s.folded = map[string]bool{}
	if t := s.in.Declared.Article; t != nil {
		for _, v := range t.All("articleSection") {
			if v.Text != "" {
				s.folded[label.Folded(v.Text)] = true
			}
		}
	}
	if name := s.in.Doc.Facts.MetaContent("article:section"); name != "" {
		s.folded[label.Folded(name)] = true
	}
	for i := range s.in.Doc.Nodes { // <a rel="category tag">News</a>
		n := &s.in.Doc.Nodes[i]
		if n.Atom == atom.A && strings.Contains(n.Attribute("rel"), "category") {
			s.folded[label.Folded(s.in.Doc.Words(int32(i), longestName))] = true
		}
	}
}
