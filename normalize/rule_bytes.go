package normalize

import (
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// ruleBytes turns bytes that are not UTF-8 into characters. Seen: a line of an
// old one-byte encoding pasted into a UTF-8 text; emoji written as two
// surrogates; characters cut in half. The result must be text, so what cannot
// be read becomes U+FFFD. Valid UTF-8 is left alone.
var ruleBytes = &rule{name: "bytes", cue: cueInvalid, find: findBytes, forced: true, escapes: true}

func findBytes(d *doc) {
	for i := range d.fields {
		f := &d.fields[i]
		if f.cues&cueInvalid == 0 {
			continue
		}
		for at := 0; at < len(f.text); {
			r, size := utf8.DecodeRuneInString(f.text[at:])
			if r == utf8.RuneError && size == 1 {
				at += f.readBytes(at)
				continue
			}
			at += size
		}
	}
}

// readBytes reports the edit for the broken bytes at f.text[at:] and gives how
// many they are.
func (f *field) readBytes(at int) int {
	s := f.text[at:]
	if high, ok := surrogate(s); ok {
		if low, ok := surrogate(s[3:]); ok {
			if r := utf16.DecodeRune(high, low); r != utf8.RuneError {
				f.report(at, at+6, string(r), 0.99, "a pair of surrogates")
				return 6
			}
		}
		f.report(at, at+3, "\uFFFD", 0.5, "a surrogate without its pair")
		return 3
	}
	if n := f.cutShort(at); n > 0 {
		f.report(at, at+n, "\uFFFD", 0.5, "a character cut short")
		return n
	}
	if r := charmap.Windows1252.DecodeByte(s[0]); r != utf8.RuneError && r >= 0xA0 {
		f.report(at, at+1, string(r), 0.9, "a byte of windows-1252")
		return 1
	}
	f.report(at, at+1, "\uFFFD", 0.5, "a byte of no known meaning")
	return 1
}

// surrogate reads one half of a UTF-16 pair written as three bytes.
func surrogate(s string) (rune, bool) {
	if len(s) < 3 || s[0] != 0xED || s[1] < 0xA0 || s[1] > 0xBF || s[2]&0xC0 != 0x80 {
		return 0, false
	}
	return rune(s[0]&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), true
}

// cutShort gives the length of a character that lost its end. One byte is too
// few to tell it from a letter of an old encoding, but at the end of a line of
// a text that has whole characters of UTF-8 too.
func (f *field) cutShort(at int) int {
	s := f.text[at:]
	want := 0
	switch {
	case s[0] >= 0xC2 && s[0] < 0xE0:
		want = 2
	case s[0]&0xF0 == 0xE0:
		want = 3
	case s[0]&0xF8 == 0xF0 && s[0] < 0xF5:
		want = 4
	}
	n := 1
	for n < want && n < len(s) && s[n]&0xC0 == 0x80 {
		n++
	}
	switch {
	case n >= want:
	case n > 1:
		return n
	case (len(s) == 1 || s[1] == '\n' || s[1] == '\r') && f.cues&cueHigh != 0:
		return 1
	}
	return 0
}
