package normalize

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// ruleEscape reads the escapes of JSON that were left in a text: "M\u00e9xico",
// "\u201cPier\u201d". Who writes them escapes all that is not ASCII, so a text is
// only read so where it has nothing else outside ASCII, and the document several of
// them beside letters or digits. Left alone: a text that speaks of one, code, addresses.
var ruleEscape = &rule{name: "escape", cue: cueEscape, find: findEscapes, escapes: true, anywhere: true}

// enoughEscapes is how many escapes beside letters or digits a document must have.
const enoughEscapes = 2

func findEscapes(d *doc) {
	found := make([][]escape, len(d.fields))
	beside := 0
	for i := range d.fields {
		f := &d.fields[i]
		if f.cues&cueEscape == 0 || nextHigh(f.text, 0) < len(f.text) {
			continue
		}
		for at := 0; ; {
			e, ok := nextEscape(f.text, at)
			if !ok {
				break
			}
			at = e.end
			if f.mentions(e.start, e.end) {
				continue
			}
			found[i] = append(found[i], e)
			if e.beside(f.text) {
				beside++
			}
		}
	}
	if beside < enoughEscapes {
		return
	}
	for i, list := range found {
		f := &d.fields[i]
		for _, e := range list {
			from, to := piece(f.text, e.start, e.end)
			if !protectedPiece(strings.ReplaceAll(f.text[from:to], `\u`, "")) {
				f.report(e.start, e.end, string(e.r), 0.95, "an escape of JSON")
			}
		}
	}
}

// escape is one character that was written as \uXXXX, or as two of these.
type escape struct {
	start, end int
	r          rune
}

// nextEscape gives the first escape from the place on of a character that JSON has
// no other need to escape than that it is outside ASCII, or has a meaning in HTML.
func nextEscape(s string, at int) (escape, bool) {
	for {
		n := strings.Index(s[at:], `\u`)
		if n < 0 {
			return escape{}, false
		}
		e := escape{start: at + n, end: at + n + 6}
		at = e.start + 2
		r, ok := hexUnit(s, e.start)
		if !ok {
			continue
		}
		if utf16.IsSurrogate(r) {
			low, ok := hexUnit(s, e.end)
			if r = utf16.DecodeRune(r, low); !ok || r == utf8.RuneError {
				continue
			}
			e.end += 6
		}
		if e.r = r; r < 0xA0 && !strings.ContainsRune(`&'"`, r) {
			continue
		}
		for e.start > 0 && s[e.start-1] == '\\' { // escaped more than once
			e.start--
		}
		return e, true
	}
}

// hexUnit reads the four digits of the \uXXXX at the place.
func hexUnit(s string, at int) (rune, bool) {
	if len(s)-at < 6 || s[at] != '\\' || s[at+1] != 'u' {
		return 0, false
	}
	value := rune(0)
	for _, c := range []byte(s[at+2 : at+6]) {
		d := hexDigit(c)
		if d < 0 {
			return 0, false
		}
		value = value<<4 | rune(d)
	}
	return value, true
}

// beside says whether a letter or digit stands right before or behind the escape.
func (e escape) beside(s string) bool {
	return e.start > 0 && isNameByte(s[e.start-1]) || e.end < len(s) && isNameByte(s[e.end])
}
