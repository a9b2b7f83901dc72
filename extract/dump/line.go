package dump

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one line of a dump that is not empty.
type line struct {
	at      int    // in page.Document.Lines
	text    string // without indent and bullet
	bullet  bool
	ordered bool // a bullet that is a number
	blanks  int  // empty lines before it
	after   int  // empty lines behind it
	repeats int  // other lines of the same words
	words   []uint32
	hits    hits
	marks   marks
	m       measures
}

// rawLine is a line as the dump has it, or several that were broken off each other.
type rawLine struct {
	at   int // in page.Document.Lines
	text string
}

// undo takes back what programs that save pages as text do to their lines.
func undo(lines []string) []rawLine {
	raw := make([]rawLine, len(lines))
	for i, l := range lines {
		raw[i] = rawLine{i, l}
	}
	return dropNumbers(unwrap(raw))
}

// layOut takes the lines that hold something and notes what stands around
// them. A line of nothing but signs (a rule of dashes, a lone bullet) counts as empty.
func layOut(raw []rawLine) []line {
	markdown := isMarkdown(raw)
	out := make([]line, 0, len(raw))
	blanks := 0
	for _, r := range raw {
		var m marks
		if markdown {
			r.text, m = unmark(r.text)
		}
		text := strings.TrimFunc(r.text, isGap)
		if !holdsWords(text) {
			blanks++
			continue
		}
		l := line{at: r.at, blanks: blanks, marks: m}
		l.text, l.bullet, l.ordered = cutBullet(text, r.text)
		if k := len(out); k > 0 {
			out[k-1].after = blanks
		}
		out, blanks = append(out, l), 0
	}
	if k := len(out); k > 0 {
		out[k-1].after = blanks
	}
	return out
}

func isGap(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060' || unicode.IsControl(r)
}

func holdsWords(s string) bool {
	for _, r := range s {
		if isWordRune(r) {
			return true
		}
	}
	return false
}

// cutBullet parts a list item's sign from its text. A dash counts only where
// the line is indented: in prose it opens direct speech.
func cutBullet(text, raw string) (rest string, bullet, ordered bool) {
	sign, size := utf8.DecodeRuneInString(text)
	indented := raw != "" && (raw[0] == ' ' || raw[0] == '\t')
	rest = text[size:]
	switch sign {
	case '•', '◦', '▪', '▸', '●', '‣', '∙', '·', '■', '►':
		return strings.TrimLeftFunc(rest, isGap), true, false
	case '*', '+':
		if strings.HasPrefix(rest, " ") {
			return strings.TrimLeftFunc(rest, isGap), true, false
		}
	case '-', '–':
		if indented && strings.HasPrefix(rest, " ") {
			return strings.TrimLeftFunc(rest, isGap), true, false
		}
	}
	if digits := len(text) - len(strings.TrimLeft(text, "0123456789")); indented && digits > 0 && digits < 4 {
		if rest = text[digits:]; strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ") {
			return strings.TrimLeftFunc(rest[2:], isGap), true, true
		}
	}
	return text, false, false
}
