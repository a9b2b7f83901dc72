package page

// squeeze leaves of the white space at the ends of a text between two tags one
// sign each: the lines and indents of the markup, a seventh of many a page. Nobody
// reads more than that there is some. What stands inside a text is left alone,
// for two spaces between words may be the trace of a lost one; and so is all from
// the first <pre> on, where white space counts.
func (s *asideScan) squeeze(from, to int) {
	if s.pre {
		return
	}
	first := afterSpace(s.text[:to], from)
	s.shorten(from, first)
	if first < to {
		last := to
		for isSpace(s.text[last-1]) {
			last--
		}
		s.shorten(last, to)
	}
}

// shorten leaves one sign of the white space between from and to.
func (s *asideScan) shorten(from, to int) {
	if to-from > 1 {
		s.short = append(s.short, s.text[s.given:from+1]...)
		s.given = to
	}
}
