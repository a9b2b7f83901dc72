package normalize

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// ruleCodepage mends text of one one-byte code page that was read in another:
// "Ïðèâåò" (Cyrillic), "pøíli¹" (Czech), "baþkenti" (Turkish), "prÈsident"
// (a Macintosh). Every character is a plausible one, so letters alone prove
// nothing; what does is that many words are none as they stand and are words
// of the document's language, or writing of one other script, once recoded.
//
// Left alone: Icelandic and Turkish each by its own words, names of other
// languages in a text (they are few, and recoding makes no words of them),
// Vietnamese and languages without a list, signs of phonetics and formulae.
var ruleCodepage = &rule{name: "codepage", cue: cueHigh, find: findCodepages}

func findCodepages(d *doc) {
	if !d.alien() {
		return
	}
	words, turned := d.strangers()
	layers, faint := d.layers()
	switch {
	case layers:
	case turned > 0 && words == 0:
		d.recodeScript(cyrillicRecodings, cyrillicLetter)
	case faint:
	case words < 2 || !d.recodeScript(scriptRecodings, strangerLetter):
		d.recodeLatin()
	}
}

// layers says whether the document shows UTF-8 read in a one-byte page, surely
// or faintly: that comes off first, and shows the same signs.
func (d *doc) layers() (surely, faintly bool) {
	v := survey(d)
	most, faint := 0, 0
	for p, n := range v.count {
		most, faint = max(most, n), max(faint, n+v.faint[p])
	}
	return most > 2 && 8*most > v.letters, faint > 4 && 8*faint > v.letters
}

// recoding is one page that was read as another.
type recoding struct {
	wrote, read page
}

// page is a one-byte code page with its name.
type page struct {
	name string
	*charmap.Charmap
}

var (
	page1250  = page{"windows-1250", charmap.Windows1250}
	page1251  = page{"windows-1251", charmap.Windows1251}
	page1252  = page{"windows-1252", charmap.Windows1252}
	page1253  = page{"windows-1253", charmap.Windows1253}
	page1254  = page{"windows-1254", charmap.Windows1254}
	page1255  = page{"windows-1255", charmap.Windows1255}
	page1256  = page{"windows-1256", charmap.Windows1256}
	page1257  = page{"windows-1257", charmap.Windows1257}
	pageLatin = page{"iso-8859-2", charmap.ISO8859_2}
	pageMac   = page{"macintosh", charmap.Macintosh}
	page437   = page{"ibm437", charmap.CodePage437}
	page850   = page{"ibm850", charmap.CodePage850}
	page852   = page{"ibm852", charmap.CodePage852}
	pageKOI   = page{"koi8-r", charmap.KOI8R}
)

// recode gives what r is in the page that was written, and whether it is
// anything there.
func (c recoding) recode(r rune) (rune, bool) {
	if r < utf8.RuneSelf {
		return r, true
	}
	b, ok := c.read.EncodeRune(r)
	if !ok && r >= 0x80 && r < 0xA0 {
		b, ok = byte(r), true // what a gap of the page is often read as
	}
	if !ok || b < 0x80 {
		return 0, false
	}
	out := c.wrote.DecodeByte(b)
	return out, out != utf8.RuneError && out >= 0xA0
}

// text recodes a whole piece.
func (c recoding) text(s string) (string, bool) {
	out := make([]byte, 0, len(s)+8)
	for _, r := range s {
		r, ok := c.recode(r)
		if !ok {
			return "", false
		}
		out = utf8.AppendRune(out, r)
	}
	return string(out), true
}

func (c recoding) evidence() string { return c.wrote.name + " read as " + c.read.name }

// run gives the end of the run of characters at s[at:] that satisfy the test.
func run(s string, at int, is func(rune) bool) int {
	for at < len(s) {
		r, n := utf8.DecodeRuneInString(s[at:])
		if !is(r) {
			break
		}
		at += n
	}
	return at
}

// nextRun gives the place, at or behind at, of the first character outside ASCII
// that satisfies the test; the end of s where there is none.
func nextRun(s string, at int, is func(rune) bool) int {
	for at = nextHigh(s, at); at < len(s); at = nextHigh(s, at) {
		r, n := utf8.DecodeRuneInString(s[at:])
		if is(r) {
			break
		}
		at += n
	}
	return at
}

// naturalCase says whether capitals stand only at the start of the word, or
// throughout.
func naturalCase(word string) bool {
	upper, lower, first := 0, 0, true
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			if upper++; !first && lower > 0 {
				return false
			}
		case unicode.IsLower(r):
			lower++
		}
		first = false
	}
	return upper < 2 || lower == 0
}
