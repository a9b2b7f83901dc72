package normalize

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"copydesk/normalize/lexicon"
)

// letterSet is a set of the letters from U+0080 to U+023F, small ones.
type letterSet [7]uint64

func (s *letterSet) add(r rune) {
	if i := int(r) - 0x80; i >= 0 && i < 64*len(s) {
		s[i>>6] |= 1 << (i & 63)
	}
}

// within says whether all letters of s are in t.
func (s *letterSet) within(t *letterSet) bool {
	for i := range s {
		if s[i]&^t[i] != 0 {
			return false
		}
	}
	return true
}

// alphabets are the letters outside ASCII of each language that has a list.
var alphabets = sync.OnceValue(func() []letterSet {
	var out []letterSet
	for l := range lexicon.Lang(lexicon.Languages()) {
		if !l.Listed() {
			continue
		}
		var s letterSet
		for _, share := range l.Letters() {
			if share.Part > leastShare {
				s.add(unicode.ToLower(share.Letter))
			}
		}
		out = append(out, s)
	}
	return out
})

// alien says whether no language has all the letters of the document, or
// capitals and signs stand where none belong: what every text shows that was
// read in the wrong page, and hardly another.
func (d *doc) alien() bool {
	var seen letterSet
	for i := range d.fields {
		f := &d.fields[i]
		if f.cues&cueHigh != 0 && seen.read(f.text) {
			return true
		}
	}
	for _, a := range alphabets() {
		if seen.within(&a) {
			return false
		}
	}
	return true
}

// read adds the letters of a text and says whether a capital stands after a
// small letter, or a sign inside a word.
func (s *letterSet) read(t string) bool {
	for at := 0; at < len(t); {
		if t[at] < utf8.RuneSelf {
			at = nextHigh(t, at)
			continue
		}
		r, n := utf8.DecodeRuneInString(t[at:])
		switch {
		case unicode.IsUpper(r):
			if before, _ := utf8.DecodeLastRuneInString(t[:at]); unicode.IsLower(before) {
				return true
			}
			s.add(unicode.ToLower(r))
		case unicode.IsLower(r):
			s.add(r)
		}
		if between(t, at, at+n) && joinsNoWords(r) {
			return true
		}
		at += n
	}
	return false
}

// between says whether an ASCII letter stands before and a small one after.
func between(t string, start, end int) bool {
	return start > 0 && byteClass[t[start-1]] == byteLetter && end < len(t) && 'a' <= t[end] && t[end] <= 'z'
}

// joinsNoWords says whether r is a letter of no Latin alphabet, or a sign that
// does not stand between two words without a space.
func joinsNoWords(r rune) bool {
	switch r {
	case '’', '‘', '–', '—', '‐', '‑', '…', '·', '•', '×', '™', '®', '\u00A0', '\u00AD', '\u200B', '\u200C', '\u200D', utf8.RuneError:
		return false
	}
	return !unicode.Is(unicode.Latin, r) && !unicode.IsMark(r) && !unicode.IsSpace(r)
}
