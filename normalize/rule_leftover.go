package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// ruleLeftover takes away what a reader never sees or sees as a box: control
// characters, terminal colours, byte-order marks, zero-width and soft
// characters, icons of private fonts. Left alone: joiners and direction marks
// in scripts that need them, emoji sequences, private characters among
// ideographs (rare names are written so).
var ruleLeftover = &rule{
	name: "leftover", cue: cuesLeftover, find: findLeftover, escapes: true, anywhere: true,
}

const cuesLeftover = cueControl | cueInvisible | cuePrivate

func findLeftover(d *doc) {
	for i := range d.fields {
		if f := &d.fields[i]; f.cues&cuesLeftover != 0 {
			f.findLeftover()
		}
	}
}

func (f *field) findLeftover() {
	s := f.text
	for at := 0; at < len(s); {
		c := s[at]
		if c >= ' ' && c < 0x7F || c == '\n' || c == '\t' || c == '\r' {
			at++
			continue
		}
		if c == 0x1B {
			if n := escapeLen(s[at:]); n > 1 {
				f.remove(at, at+n, 0.99, "a terminal's escape sequence")
				at += n
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(s[at:])
		f.leftover(at, r, size)
		at += size
	}
}

// leftover reports the edit for one character, if it is a leftover.
func (f *field) leftover(at int, r rune, size int) {
	end := at + size
	switch {
	case r == '\v' || r == '\f' || r == 0x2028 || r == 0x2029:
		f.report(at, end, "\n", 0.97, "an old sign for a new line")
	case r < ' ' || r == 0x7F:
		f.remove(at, end, 0.95, "a control character")
	case r >= 0x80 && r < 0xA0:
		if c := charmap.Windows1252.DecodeByte(byte(r)); c >= 0xA0 && c != utf8.RuneError {
			f.report(at, end, string(c), 0.96, "a control character that is a sign of windows-1252")
		} else {
			f.remove(at, end, 0.95, "a control character")
		}
	case r == 0xFEFF, r == 0x2060, r == 0xFFFC, r >= 0xFFF9 && r <= 0xFFFB:
		f.remove(at, end, 0.98, "a mark that shows nothing")
	case r == 0xAD && strings.HasPrefix(f.text[end:], "\n") && unicode.IsLower(runeAt(f.text, end+1)):
		f.report(at, end+1, "", 0.97, "a word parted at the end of a line")
	case r == 0xAD:
		f.remove(at, end, 0.98, "a soft hyphen")
	case r == 0x200B && !f.beside(at, end, breaksBySpace):
		f.remove(at, end, 0.97, "a space of no width")
	case (r == 0x200C || r == 0x200D) && f.latinOnly(at, end):
		f.remove(at, end, 0.95, "a joiner between letters that do not join")
	case isDirection(r) && !f.beside(at, end, rightToLeft) && !f.rightToLeft(at):
		f.remove(at, end, 0.95, "a direction mark in text of one direction")
	case r >= 0xE000 && r < 0xF900 || r >= 0xF0000:
		f.private(at, end, r)
	}
}

func runeAt(s string, at int) rune {
	r, _ := utf8.DecodeRuneInString(s[at:])
	return r
}

// private reports icons of private fonts. Inside a word such a character may
// stand for a letter, so it is only a suspect there.
func (f *field) private(at, end int, r rune) {
	before, _ := utf8.DecodeLastRuneInString(f.text[:at])
	after, _ := utf8.DecodeRuneInString(f.text[end:])
	switch {
	case r == 0xF0B7 || r == 0xF0A7:
		f.report(at, end, "•", 0.95, "a bullet of a symbol font")
	case unicode.Is(unicode.Han, before) || unicode.Is(unicode.Han, after):
		f.report(at, end, "", 0.4, "a private character among ideographs")
	case unicode.IsLetter(before) && unicode.IsLetter(after):
		f.report(at, end, "", 0.5, "a private character inside a word")
	default:
		f.remove(at, end, 0.96, "an icon of a private font")
	}
}

// remove reports that text[start:end] should go, and with it one of the two
// spaces that would be left side by side.
func (f *field) remove(start, end int, confidence float64, why string) {
	s := f.text
	if end < len(s) && s[end] == ' ' && (start == 0 || s[start-1] == ' ' || s[start-1] == '\n') {
		end++
	} else if start > 0 && s[start-1] == ' ' && (end == len(s) || s[end] == '\n') {
		start--
	}
	f.report(start, end, "", confidence, why)
}

// escapeLen gives the length of the terminal escape that s begins with.
func escapeLen(s string) int {
	if len(s) < 2 {
		return 0
	}
	switch s[1] {
	case '[':
		for i := 2; i < len(s) && i < 32; i++ {
			if s[i] >= 0x40 && s[i] <= 0x7E {
				return i + 1
			}
		}
	case ']':
		if i := strings.IndexByte(s[:min(len(s), 200)], 7); i > 0 {
			return i + 1
		}
	case '(', ')':
		return min(3, len(s))
	}
	return 0
}

func (f *field) beside(at, end int, is func(rune) bool) bool {
	before, _ := utf8.DecodeLastRuneInString(f.text[:at])
	after, _ := utf8.DecodeRuneInString(f.text[end:])
	return is(before) || is(after)
}

// latinOnly says whether both neighbours are ASCII, a Latin letter or nothing.
func (f *field) latinOnly(at, end int) bool {
	other := func(r rune) bool {
		return r >= utf8.RuneSelf && r != utf8.RuneError && !unicode.Is(unicode.Latin, r)
	}
	return !f.beside(at, end, other)
}

// breaksBySpace says whether the script of r has no spaces between words and
// may mark them by the space of no width.
func breaksBySpace(r rune) bool {
	return unicode.In(r, unicode.Thai, unicode.Khmer, unicode.Lao, unicode.Myanmar, unicode.Tibetan)
}

// rightToLeft says whether the text near the place has letters that run from
// right to left.
func (f *field) rightToLeft(at int) bool {
	const near = 500
	return strings.ContainsFunc(f.text[max(0, at-near):min(len(f.text), at+near)], rightToLeft)
}

func isDirection(r rune) bool {
	return r == 0x200E || r == 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

func rightToLeft(r rune) bool {
	return r >= 0x590 && r < 0x900 || r >= 0xFB1D && r < 0xFE00 || r >= 0xFE70 && r < 0xFEFF
}
