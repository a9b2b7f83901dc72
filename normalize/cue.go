package normalize

import (
	"unicode/utf8"
)

// cue is a set of things seen in a text by one glance over its bytes. A rule
// names the cues it waits for; where none was seen it costs nothing.
type cue uint32

const (
	cueInvalid     cue = 1 << iota // bytes that are not UTF-8
	cueControl                     // control and C1 characters
	cueInvisible                   // zero-width and soft characters, byte-order marks
	cuePrivate                     // private use
	cueReplacement                 // U+FFFD
	cueMark                        // combining marks
	cueEntity                      // & before a letter or #
	cueEscape                      // \ before a u
	cueHigh                        // any character outside ASCII
	cueWide                        // spaces other than the plain one, or two spaces in a row
	cueBeforePunct                 // white space before a closing sign
	cueGlue                        // a closing sign before a letter
	cueHyphen                      // a hyphen before white space
	cueQuote                       // any quotation mark or apostrophe
	cueQuestion                    // a question mark before or after a letter
)

// Classes of byte in the glance.
const (
	byteOther  uint8 = iota
	byteLetter       // ASCII letter
	byteSpace        // space, tab, newline
	bytePunct        // closing signs . , ; : ! ? )
	byteQuote        // " ' `
	byteHyphen
	byteAmp
	byteBackslash
	byteControl
	byteHigh // first byte of a character outside ASCII
)

var byteClass = func() (t [256]uint8) {
	for c := range 256 {
		switch {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			t[c] = byteSpace
		case c < 0x20 || c == 0x7F:
			t[c] = byteControl
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			t[c] = byteLetter
		case c >= 0x80:
			t[c] = byteHigh
		}
	}
	for _, c := range ".,;:!?)]}" {
		t[c] = bytePunct
	}
	for _, c := range "\"'`" {
		t[c] = byteQuote
	}
	t['-'], t['&'], t['\\'] = byteHyphen, byteAmp, byteBackslash
	return t
}()

// scan gives the cues of a text.
func scan(s string) cue {
	var seen cue
	if !utf8.ValidString(s) {
		seen |= cueInvalid
	}
	last := byteOther
	for i := 0; i < len(s); i++ {
		class := byteClass[s[i]]
		switch class {
		case byteLetter:
			if last == bytePunct {
				seen |= cueGlue
				if s[i-1] == '?' {
					seen |= cueQuestion
				}
			}
		case byteSpace:
			if last == byteSpace && s[i] == ' ' && s[i-1] == ' ' || s[i] == '\t' {
				seen |= cueWide
			} else if last == byteHyphen {
				seen |= cueHyphen
			}
		case bytePunct:
			if last == byteSpace {
				seen |= cueBeforePunct
			}
			if s[i] == '?' {
				seen |= cueQuestion
			}
		case byteQuote:
			seen |= cueQuote
		case byteAmp:
			if i+1 < len(s) && (byteClass[s[i+1]] == byteLetter || s[i+1] == '#') {
				seen |= cueEntity
			}
		case byteBackslash:
			if i+1 < len(s) && s[i+1] == 'u' {
				seen |= cueEscape
			}
		case byteControl:
			seen |= cueControl
		case byteHigh:
			if last == bytePunct {
				seen |= cueGlue
			}
			var n int
			var c cue
			c, n = highCues(s[i:])
			seen |= c
			i += n - 1
		}
		last = class
	}
	return seen
}

// highCues gives the cues of the character outside ASCII that s begins with,
// and how many bytes to step over.
func highCues(s string) (cue, int) {
	b0 := s[0]
	switch {
	case b0 < 0xC2 || len(s) < 2:
		return cueHigh, 1
	case b0 < 0xE0:
		if b0 == 0xC2 {
			switch b := s[1]; {
			case b < 0xA0:
				return cueHigh | cueControl, 2
			case b == 0xA0:
				return cueHigh | cueWide, 2
			case b == 0xAD:
				return cueHigh | cueInvisible, 2
			case b == 0xAB || b == 0xBB || b == 0xB4:
				return cueHigh | cueQuote, 2
			}
		} else if b0 == 0xCC || b0 == 0xCD && s[1] < 0xB0 {
			return cueHigh | cueMark, 2
		}
		return cueHigh, 2
	case b0 >= 0xF0:
		if b0 >= 0xF3 {
			return cueHigh | cuePrivate | cueInvisible, 1
		}
		return cueHigh, 1
	}
	if len(s) < 3 {
		return cueHigh, 1
	}
	b1, b2 := s[1], s[2]
	switch {
	case b0 == 0xE2 && b1 == 0x80:
		switch {
		case b2 <= 0x8A || b2 == 0xAF:
			return cueHigh | cueWide, 3
		case b2 <= 0x8F, b2 >= 0xA8 && b2 <= 0xAE:
			return cueHigh | cueInvisible, 3
		case b2 <= 0x95:
			return cueHigh, 3
		case b2 <= 0x9F, b2 == 0xB9, b2 == 0xBA:
			return cueHigh | cueQuote, 3
		}
	case b0 == 0xE2 && b1 == 0x81 && b2 >= 0x9F:
		return cueHigh | cueInvisible | cueWide, 3
	case b0 == 0xE3 && b1 == 0x80, b0 == 0xEF && b1 >= 0xB8:
		return cueHigh | cueQuote | cueReplacement | cueInvisible | cueWide, 3
	case b0 == 0xEE, b0 == 0xEF && b1 < 0xA4:
		return cueHigh | cuePrivate, 3
	case b0 == 0xE0 || b0 == 0xE1, b0 == 0xE2 && b1 >= 0xA0:
		return cueHigh | cueMark, 3
	case b0 == 0xED && b1 >= 0xA0:
		return cueHigh | cueInvalid, 1
	}
	return cueHigh, 3
}
