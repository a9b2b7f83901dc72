package normalize

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// ruleForm puts a letter and the marks that follow it into the one character
// that Unicode has for them, and typeset ligatures (ﬁ) into letters. Only
// pairs that compose are touched: compatibility forms, which change how a page
// looks (full-width Japanese, ideographs kept apart for names), stay.
var ruleForm = &rule{name: "form", cue: cuesForm, find: findForm}

const cuesForm = cueMark | cueReplacement

func findForm(d *doc) {
	for i := range d.fields {
		f := &d.fields[i]
		if f.cues&cuesForm == 0 {
			continue
		}
		last := 0 // start of the character before
		for at := 0; at < len(f.text); {
			if f.text[at] < utf8.RuneSelf {
				last = at
				at++
				continue
			}
			r, size := utf8.DecodeRuneInString(f.text[at:])
			switch {
			case r >= 0xFB00 && r <= 0xFB06:
				f.report(at, at+size, ligatures[r-0xFB00], 0.99, "a ligature set as one character")
			case composes(r) && last < at:
				end := at + size
				for end < len(f.text) {
					r, n := utf8.DecodeRuneInString(f.text[end:])
					if !composes(r) {
						break
					}
					end += n
				}
				piece := f.text[last:end]
				if c := norm.NFC.String(piece); c != piece && !spaceAt(piece) {
					f.report(last, end, c, 0.99, "a letter and its mark are one character")
				}
				at, last = end, end
				continue
			}
			last = at
			at += size
		}
	}
}

func spaceAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

// composes says whether r is a mark that joins the letter before it.
func composes(r rune) bool {
	return r >= 0x300 && r < 0x370 || r == 0x3099 || r == 0x309A || r >= 0x653 && r <= 0x655
}

var ligatures = [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}
