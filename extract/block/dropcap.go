package block

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// joinDropCaps puts an initial that stands in an element of its own before the
// paragraph it begins ("T" in a span, "he mayor" in the p behind it). A
// consonant is no word, so the paragraph must be the rest of one; after a vowel
// ("A", "I", "O") a space is left, and repair decides by the words. A letter
// before a paragraph that begins with a capital is a mark in a list, not an initial.
func (s *segmenter) joinDropCaps() {
	kept := 0
	for i := range s.blocks {
		if kept > 0 && s.dropCap(kept-1, i) {
			letter := string(s.buf[s.at[kept-1][0]:s.at[kept-1][1]])
			b, first := s.blocks[i], s.blocks[kept-1].First
			b.First = first
			gap := ""
			if strings.ContainsAny(letter, "AEIOUYÀÂÄÅÁÉÈÊÍÎÓÖÔØÚÜ") {
				gap = " "
			}
			b.Text = letter + gap + string(s.buf[s.at[i][0]:s.at[i][1]])
			s.blocks[kept-1], s.at[kept-1] = b, s.at[i]
			continue
		}
		s.blocks[kept], s.at[kept] = s.blocks[i], s.at[i]
		kept++
	}
	s.blocks, s.at = s.blocks[:kept], s.at[:kept]
}

// dropCap says whether block a is the initial of block b.
func (s *segmenter) dropCap(a, b int) bool {
	letter := s.buf[s.at[a][0]:s.at[a][1]]
	r, n := utf8.DecodeRune(letter)
	if n != len(letter) || !unicode.IsUpper(r) || s.blocks[a].Kind != Loose || s.blocks[b].Kind != Paragraph || s.blocks[b].Text != "" {
		return false
	}
	holder := s.blocks[a].Node
	if s.nodes[s.blocks[b].Node].Parent != holder && s.nodes[s.blocks[b].Node].Parent != s.nodes[holder].Parent {
		return false
	}
	rest := s.buf[s.at[b][0]:s.at[b][1]]
	first, n := utf8.DecodeRune(rest)
	second, _ := utf8.DecodeRune(rest[n:])
	return unicode.IsLower(first) || unicode.IsUpper(first) && unicode.IsUpper(second)
}
