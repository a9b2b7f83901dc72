package normalize

import (
	"math/bits"
	"slices"
	"unicode/utf8"

	"copydesk/normalize/charmap"
)

// ruleMojibake reads UTF-8 back out of text that was decoded in a one-byte
// code page: "MÃ©xico", "â€œ", "╨┐╤А╨╕". It looks at one character's bytes at
// a time, so damaged and intact text may share a line, and runs until nothing
// changes, so that several layers come off one after the other.
//
// It is safe where what stands there is no writing (a letter, then a sign that
// never follows one; scripts mixed in a word; capitals inside it) and what
// comes out is. Look-alikes that are writing ("НАТО»", "l’été", "В Москве")
// count only where the document shows the same code page elsewhere and hardly
// a letter of the line is left over.
var ruleMojibake = &rule{name: "mojibake", cue: cueHigh, find: findMojibake, repeats: true}

func findMojibake(d *doc) {
	v := survey(d)
	if len(v.pages) == 0 {
		return
	}
	for i := range d.fields {
		f := &d.fields[i]
		if f.cues&cueHigh != 0 {
			m := mender{doc: d, field: f, survey: v}
			m.mend()
		}
	}
}

// reading is one character that the bytes of some code pages spell.
type reading struct {
	r     rune
	end   int // in the text
	pages charmap.Set
}

// at gives the readings of the text at i; those of the same character in
// several pages are one. The slice given is used for them.
func readingsAt(s string, i int, out []reading) []reading {
	r0, n := utf8.DecodeRuneInString(s[i:])
	roles := charmap.RolesOf(r0)
	if roles == nil || roles.Lead[0]|roles.Lead[1]|roles.Lead[2] == 0 {
		return out
	}
	left := roles.Lead[0] | roles.Lead[1] | roles.Lead[2]
	chars := [4]rune{r0}
	end := i + n
	for k := 1; k < 4 && left != 0 && end < len(s); k++ {
		r, n := utf8.DecodeRuneInString(s[end:])
		cont := charmap.RolesOf(r)
		if cont == nil {
			break
		}
		left &= cont.Cont
		chars[k] = r
		end += n
		out = spell(chars[:k+1], left&roles.Lead[k-1], end, out)
		left &^= roles.Lead[k-1]
	}
	return out
}

// spell adds what the characters come to in each of the pages.
func spell(chars []rune, pages charmap.Set, end int, out []reading) []reading {
	from := len(out)
	for left := uint64(pages); left != 0; left &= left - 1 {
		p := charmap.Page(bits.TrailingZeros64(left))
		var b [4]byte
		for k, c := range chars {
			b[k] = charmap.ByteOf(c, p)
		}
		r, size := utf8.DecodeRune(b[:len(chars)])
		if r == utf8.RuneError && size < 3 || size != len(chars) {
			continue
		}
		k := slices.IndexFunc(out[from:], func(o reading) bool { return o.r == r })
		if k < 0 {
			out = append(out, reading{r: r, end: end})
			k = len(out) - 1 - from
		}
		out[from+k].pages |= 1 << p
	}
	return out
}
