package dump

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What is longer is not looked through for signs: their ends are searched for,
// and a line made to be slow must not be.
const (
	longestMarked = 8000 // bytes of a line
	longestLink   = 600  // bytes of a link's text, and of its address
)

// marks says what Markdown's signs told about a line.
type marks struct {
	heading int8 // 1 to 6
	quote   bool
	picture bool // nothing but a picture: its alternative text
	links   int  // links on it
	linked  bool // nothing but links
}

// isMarkdown says whether a dump was written by a tool that keeps links and
// headings as Markdown. Two links in its form are enough: prose has none.
func isMarkdown(raw []rawLine) bool {
	n := 0
	for _, l := range raw {
		if n += strings.Count(l.text, "]("); n >= 2 {
			return true
		}
	}
	return false
}

// unmark takes Markdown's signs off a line. It is only asked in a dump that is
// Markdown, since a star or a bar elsewhere may be the author's own.
func unmark(s string) (string, marks) {
	var m marks
	if len(s) > longestMarked {
		return s, m
	}
	trimmed := strings.TrimLeft(s, " \t")
	indent := s[:len(s)-len(trimmed)]
	for strings.HasPrefix(trimmed, "> ") || trimmed == ">" {
		m.quote = true
		trimmed = strings.TrimLeft(trimmed[1:], " ")
	}
	if n := len(trimmed) - len(strings.TrimLeft(trimmed, "#")); n > 0 && n <= 6 && n < len(trimmed) && trimmed[n] == ' ' {
		m.heading = int8(n)
		trimmed = strings.Trim(trimmed[n:], " #")
	}
	bullet := ""
	if strings.HasPrefix(trimmed, "* ") || strings.HasPrefix(trimmed, "+ ") || strings.HasPrefix(trimmed, "- ") {
		bullet, trimmed = trimmed[:2], trimmed[2:]
	}
	if strings.Trim(trimmed, "*-_ ") == "" { // a rule, also one that began like an item
		return "", m
	}
	var b strings.Builder
	outside := m.inline(&b, trimmed, 0)
	m.linked = m.links > 0 && !outside
	m.picture = m.picture && !outside && m.links == 0
	return indent + bullet + b.String(), m
}

// inline writes a line's text without the signs of links, pictures and emphasis,
// and says whether there are words outside of links and pictures.
func (m *marks) inline(b *strings.Builder, s string, depth int) (outside bool) {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s) && s[i+1] < utf8.RuneSelf && !isWordRune(rune(s[i+1])):
			b.WriteByte(s[i+1])
			i += 2
		case c == '!' && strings.HasPrefix(s[i:], "!["):
			if text, next, ok := linkAt(s, i+1); ok {
				m.picture = true
				if depth == 0 {
					m.inline(b, text, depth+1)
				}
				i = next
				continue
			}
			b.WriteByte(c)
			i++
		case c == '[' && depth < 3:
			if text, next, ok := linkAt(s, i); ok {
				m.links++
				m.inline(b, text, depth+1)
				i = next
				continue
			}
			b.WriteByte(c)
			i++
		case (c == '*' || c == '_') && emphasis(s, i):
			i++
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			outside = outside || isWordRune(r) || spaceless(r)
			b.WriteString(s[i : i+size])
			i += size
		}
	}
	return outside
}

// linkAt reads [text](address) at i and gives the text and where the line goes on.
func linkAt(s string, i int) (text string, next int, ok bool) {
	depth, end := 0, -1
	for j := i; j < min(len(s), i+longestLink) && end < 0; j++ {
		switch s[j] {
		case '\\':
			j++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				end = j
			}
		}
	}
	if end < 0 || !strings.HasPrefix(s[end:], "](") {
		return "", 0, false
	}
	depth = 0
	for j := end + 1; j < min(len(s), end+longestLink); j++ {
		switch s[j] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return s[i+1 : end], j + 1, true
			}
		}
	}
	return "", 0, false
}

// emphasis says whether a star or a low line opens or closes emphasis: it
// touches a word on one side and none on the other. A low line inside a name
// touches words on both sides and stays.
func emphasis(s string, i int) bool {
	from, to := i, i
	for from > 0 && i-from < 4 && (s[from-1] == '*' || s[from-1] == '_') {
		from--
	}
	for to < len(s) && to-i < 4 && (s[to] == '*' || s[to] == '_') {
		to++
	}
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	after, _ := utf8.DecodeRuneInString(s[to:])
	word := func(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
	gap := func(r rune) bool { return r == utf8.RuneError || unicode.IsSpace(r) }
	if s[i] == '_' && word(before) && word(after) {
		return false
	}
	return !gap(before) || !gap(after)
}
