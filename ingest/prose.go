package ingest

// notProse names what a text without tags is when it is not written for
// readers: code, style sheets, encoded data, numbers. Signs of code are rare
// in prose of any language (a semicolon in a thousand characters), so the
// thresholds lie far from both. Entities left in a text count as its letters.
func notProse(t []byte) string {
	var letters, solid, signs, word, longest, lines, ends int
	last := byte('\n')
	for i := 0; i < len(t); i++ {
		c := t[i]
		switch c {
		case '\n':
			if last != '\n' {
				lines++
				if last == '{' || last == '}' || last == ';' {
					ends++
				}
			}
			word, last = 0, c
			continue
		case ' ', '\t', '\r':
			word = 0 // the sign before a blank still ends its line
			continue
		case '&':
			if n := entityLen(t[i:]); n > 0 {
				i += n - 1
				c = 'x'
			}
		case '{', '}', ';':
			signs++
		}
		solid++
		if c >= 0x80 || isLetter(c) {
			letters++
		}
		if c < 0x80 {
			word++
			longest = max(longest, word)
		}
		last = c
	}
	switch {
	case letters == 0 || letters < solid/4:
		return "no text but numbers and signs"
	case signs > solid/33 && signs > 3, lines >= 5 && ends*2 > lines:
		return "code or a style sheet"
	case longest > 4000 && longest > solid/2:
		return "encoded data"
	}
	return ""
}

// entityLen gives the length of a character reference at the start of t, also
// of one that was escaped over and over (&amp;amp;eacute;); 0 for none.
func entityLen(t []byte) int {
	end := 0
	for n := 1; n < len(t) && n < 64; n++ {
		switch c := t[n]; {
		case c == ';' && n > end+1:
			end = n
		case !isAlnum(c) && c != '#' && c != '&':
			n = len(t)
		}
	}
	if end == 0 {
		return 0
	}
	return end + 1
}
