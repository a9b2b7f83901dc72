package page

import (
	"html"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// resolve gives the text that a string's source stands for. Character
// references are resolved only in text without markup, where they can mean
// nothing else; in markup they belong to it.
func resolve(s string, plain bool) string {
	if !plain {
		s = unescape(s)
	}
	if strings.IndexByte(s, '&') >= 0 && strings.IndexByte(s, '<') < 0 {
		s = html.UnescapeString(s)
	}
	return s
}

func unescape(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c < ' ':
			b.WriteByte(' ') // a raw line break or control character
			i++
		case c != '\\' || i+1 >= len(s):
			j := i + 1
			for j < len(s) && s[j] != '\\' && s[j] >= ' ' {
				j++
			}
			b.WriteString(s[i:j])
			i = j
		case s[i+1] == 'u':
			i += unescapeUnit(&b, s[i:])
		default:
			b.WriteByte(escaped(s[i+1]))
			i += 2
		}
	}
	return b.String()
}

func escaped(c byte) byte {
	switch c {
	case 'n', 'r':
		return '\n'
	case 't', 'b', 'f':
		return ' '
	}
	return c
}

// unescapeUnit writes the character of a \uXXXX, or of two that are a
// surrogate pair, and gives the length of what it read.
func unescapeUnit(b *strings.Builder, s string) int {
	u, ok := hex4(s)
	if !ok {
		b.WriteByte('u')
		return 2
	}
	if utf16.IsSurrogate(u) {
		if len(s) >= 12 && s[6] == '\\' && s[7] == 'u' {
			if low, ok := hex4(s[6:]); ok {
				if pair := utf16.DecodeRune(u, low); pair != utf8.RuneError {
					b.WriteRune(pair)
					return 12
				}
			}
		}
		u = utf8.RuneError
	}
	if u < ' ' {
		u = ' '
	}
	b.WriteRune(u)
	return 6
}

func hex4(s string) (u rune, ok bool) {
	if len(s) < 6 {
		return 0, false
	}
	for _, c := range []byte(s[2:6]) {
		switch {
		case '0' <= c && c <= '9':
			u = u<<4 | rune(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			u = u<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return u, true
}
