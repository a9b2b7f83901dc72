package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// marks knows which quotation marks open and which close in a field: the same
// sign (“, «) does the one in one language and the other in the next.
type marks struct {
	opening map[rune]int // seen before a word, after white space
	closing map[rune]int // seen after a word, before white space
}

// marks reads the field's marks. Where a field has too few, the document tells.
func (f *field) marks(d *doc) marks { return fact(d, readMarks) }

func readMarks(d *doc) marks {
	m := marks{map[rune]int{}, map[rune]int{}}
	for i := range d.fields {
		t := d.fields[i].text
		if d.fields[i].cues&cueQuote == 0 {
			continue
		}
		for at := 0; at < len(t); {
			c := t[at]
			if c < utf8.RuneSelf && c != '"' {
				at++
				continue
			}
			r, n := utf8.DecodeRuneInString(t[at:])
			if isQuoteMark(r) {
				before, _ := utf8.DecodeLastRuneInString(t[:at])
				after, _ := utf8.DecodeRuneInString(t[at+n:])
				left := at == 0 || unicode.IsSpace(before) || before == '('
				right := at+n == len(t) || unicode.IsSpace(after) || strings.ContainsRune(".,;:!?)", after)
				if left && (unicode.IsLetter(after) || unicode.IsDigit(after)) {
					m.opening[r]++
				} else if right && !left {
					m.closing[r]++
				}
				// « mot », in the manner of French.
				if r == '«' && left && unicode.IsSpace(after) {
					m.opening[r]++
				} else if r == '»' && unicode.IsSpace(before) && right {
					m.closing[r]++
				}
			}
			at += n
		}
	}
	return m
}

// closes says whether the mark at t[at:] closes a quotation, when nothing but
// its kind tells.
func (m marks) closes(t string, at int) bool {
	r, _ := utf8.DecodeRuneInString(t[at:])
	switch r {
	case '(':
		return false
	case '"':
		return strings.Count(lineBefore(t, at), `"`)%2 == 1
	case '”', '’', '›', '\'':
		return true
	case '„', '‚':
		return false
	case '“':
		before := lineBefore(t, at)
		return strings.Count(before, "„") > strings.Count(before, "“")
	}
	return m.closing[r] > m.opening[r] || m.closing[r] == m.opening[r] && r == '»'
}

// longestQuotation is how far, in bytes, a mark is looked for on its line.
const longestQuotation = 4000

// lineBefore gives the line before the place, as far as marks are looked for.
func lineBefore(t string, at int) string {
	t = t[max(0, at-longestQuotation):at]
	return t[strings.LastIndexByte(t, '\n')+1:]
}

func isQuoteMark(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '«', '»', '‘', '’', '‚', '‹', '›':
		return true
	}
	return false
}
