package page

import "bytes"

// mostAside is how many attributes a tag may have to be set aside: each is
// compared with those before it.
const mostAside = 32

// longestMark is the length of the marks of all but the largest pages.
const longestMark = len("\x1azzz")

// attributes sets aside what was noted of the tag that was read last, from the
// attribute first on; its name begins at from. It gives false, and leaves the tag
// whole, where the parser asks for the attributes or reads them in a way of its own.
func (s *asideScan) attributes(from, first int) bool {
	own := s.attrs[first:]
	if s.svgs > 0 {
		return false // the parser spells some of their names anew
	}
	begin, end := int(own[0].key.from), s.at-len(">")
	if len(own) > mostAside || end-begin <= longestMark {
		return false
	}
	var room [24]byte
	if asked(string(smallName(room[:0], s.text[from:]))) {
		return false
	}
	within := s.text[begin:end]
	if s.odd && (bytes.IndexByte(within, '\r') >= 0 || bytes.IndexByte(within, 0) >= 0) {
		return false
	}
	if bytes.IndexByte(within, '&') >= 0 {
		for _, a := range own {
			if !known(s.text[a.val.from:a.val.to]) {
				return false
			}
		}
	}
	kept := own[:0]
	for _, a := range own { // of two attributes of one name the first counts
		if !s.named(kept, a.key) {
			kept = append(kept, a)
		}
	}
	s.attrs = s.attrs[:first+len(kept)]
	s.mark(begin, len(s.tags), end)
	if s.closed {
		s.short = append(s.short, '/')
	}
	s.tags = append(s.tags, int32(first))
	return true
}

// asked says whether the parser asks for the attributes of an element: to tell
// hidden fields, to join what html and body say twice, to adjust those of svg, and
// to count formatting that is open several times. Links are formatting, too, but
// one ends the other.
func asked(name string) bool {
	switch name {
	case "html", "body", "input", "svg", "math", "frameset",
		"b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u":
		return true
	}
	return false
}

// named says whether one of the attributes has the name at key.
func (s *asideScan) named(attrs []attrSpan, key span) bool {
	name := s.text[key.from:key.to]
	for _, a := range attrs {
		if a.key.to-a.key.from == key.to-key.from && sameLetters(s.text[a.key.from:a.key.to], name) {
			return true
		}
	}
	return false
}

// sameLetters compares two names of one length as the parser does: capitals of ASCII are small letters.
func sameLetters(a, b []byte) bool {
	for i, c := range a {
		if small(c) != small(b[i]) {
			return false
		}
	}
	return true
}

func small(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}
