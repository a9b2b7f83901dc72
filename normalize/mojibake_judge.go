package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/normalize/charmap"
)

// expected says how likely a character is to stand in a text: 2 as the press
// writes, 1 seldom, 0 never.
func expected(r rune) int {
	for _, e := range expectedRanges {
		if r <= e.last {
			if r < e.first {
				return 0
			}
			return e.worth
		}
	}
	return 0
}

// In ascending order.
var expectedRanges = []struct {
	first, last rune
	worth       int
}{
	{0xA0, 0xA3, 2}, {0xA4, 0xA4, 1}, {0xA5, 0xA5, 2}, {0xA6, 0xA6, 1}, {0xA7, 0xA7, 2}, {0xA8, 0xA8, 1},
	{0xA9, 0xAB, 2}, {0xAC, 0xAC, 1}, {0xAD, 0xAE, 2}, {0xAF, 0xAF, 1}, {0xB0, 0xB3, 2}, {0xB4, 0xB4, 1},
	{0xB5, 0xB7, 2}, {0xB8, 0xB8, 1}, {0xB9, 0x17F, 2},
	{0x18F, 0x18F, 1}, {0x192, 0x192, 1}, {0x1A0, 0x1A1, 2}, {0x1AF, 0x1B0, 2}, {0x1CD, 0x1DC, 1},
	{0x1E6, 0x1E7, 1}, {0x218, 0x21B, 2}, {0x259, 0x259, 2}, {0x2B9, 0x2BC, 2}, {0x2C6, 0x2DC, 1}, {0x300, 0x345, 1},
	{0x386, 0x386, 2}, {0x388, 0x3CE, 2}, {0x400, 0x45F, 2}, {0x490, 0x491, 2}, {0x492, 0x4F9, 1},
	{0x531, 0x587, 1}, {0x5B0, 0x5C7, 1}, {0x5D0, 0x5EA, 2}, {0x60C, 0x60C, 2}, {0x61B, 0x61B, 2}, {0x61F, 0x61F, 2}, {0x621, 0x652, 2},
	{0x660, 0x6D5, 2}, {0x6F0, 0x6F9, 2}, {0x901, 0x963, 2}, {0x964, 0xDFF, 1}, {0xE01, 0xE5B, 2}, {0x10D0, 0x10FF, 1},
	{0x1200, 0x137C, 1}, {0x1780, 0x17E9, 1}, {0x1E00, 0x1E9F, 1}, {0x1EA0, 0x1EF9, 2}, {0x1F00, 0x1FFE, 1},
	{0x2002, 0x200F, 2}, {0x2010, 0x2027, 2}, {0x2028, 0x2029, 1}, {0x202A, 0x202F, 2}, {0x2030, 0x203A, 2}, {0x2044, 0x2044, 2},
	{0x2060, 0x2069, 1}, {0x2070, 0x209C, 1}, {0x20A0, 0x20BF, 2}, {0x2100, 0x214F, 2}, {0x2150, 0x215E, 2}, {0x2190, 0x21FF, 2},
	{0x2200, 0x22FF, 2}, {0x2300, 0x23FF, 1}, {0x2460, 0x24FF, 1}, {0x2500, 0x257F, 1}, {0x2580, 0x27BF, 2},
	{0x2B05, 0x2B55, 2}, {0x3000, 0x30FF, 2}, {0x3131, 0x318E, 1}, {0x3200, 0x33FF, 1}, {0x3400, 0x4DBF, 1},
	{0x4E00, 0x9FFF, 2}, {0xAC00, 0xD7A3, 2}, {0xFB01, 0xFB02, 2}, {0xFE0F, 0xFE0F, 2}, {0xFEFF, 0xFEFF, 2},
	{0xFF01, 0xFFEE, 2}, {0xFFFD, 0xFFFD, 2}, {0x1F1E6, 0x1F1FF, 2}, {0x1F300, 0x1FAFF, 2}, {0x20000, 0x2FA1F, 1},
}

// natural says whether s[start:end], which a code page reads as one character,
// may be writing as it stands. prev is the character before.
func natural(s string, start, end int, prev rune) bool {
	seq := s[start:end]
	first, n := utf8.DecodeRuneInString(seq)
	rest := seq[n:]
	next, _ := utf8.DecodeRuneInString(s[end:])
	if end == len(s) {
		next = 0
	}
	second, _ := utf8.DecodeRuneInString(rest)
	switch {
	case isWordRune(first) && allRunes(rest, isWordRune):
		return naturalWord(seq, prev, next)
	case isWordRune(first) && allRunes(rest, closes):
		return naturalEnd(first, second, prev, next)
	case isWordRune(first) && allRunes(strings.TrimRightFunc(rest, closes), isWordRune):
		// The end of a word, then closing marks.
		letters := strings.TrimRightFunc(seq, closes)
		word, size := utf8.DecodeLastRuneInString(letters)
		before, _ := utf8.DecodeLastRuneInString(letters[:len(letters)-size])
		sign, _ := utf8.DecodeRuneInString(seq[len(letters):])
		return naturalWord(letters, prev, 0) && naturalEnd(word, sign, before, next)
	case opens(first) && len(rest) > 0 && allRunes(rest, isWordRune):
		// An opening mark, a dash or an apostrophe, then a word.
		return !isWordRune(prev) || first == '’' || first == '–' || first == '—'
	case allRunes(seq, isBox):
		return !isWordRune(prev) && !isWordRune(next)
	}
	return false
}

// naturalWord says whether letters side by side may be part of one word: of
// one script, no capital after a small letter, no two capitals before one.
func naturalWord(seq string, prev, next rune) bool {
	last, capitals := prev, 0
	if isWordRune(prev) {
		capitals = -len(seq) // inside a word capitals are counted by no one
	}
	for _, r := range seq + string(next) {
		if unlike(last, r) || unicode.IsLower(last) && unicode.IsUpper(r) || capitals >= 2 && unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			capitals++
		}
		last = r
	}
	first, n := utf8.DecodeRuneInString(seq)
	second, _ := utf8.DecodeRuneInString(seq[n:])
	return !strangePair(first, second)
}

// strangePair knows letters that no language writes side by side, though each
// is one of its page.
func strangePair(a, b rune) bool {
	switch a {
	case 'Ã', 'Å', 'Ä', 'Â':
		return strings.ContainsRune("ŠŒŽšœžŸƒªºŚŤŹśťźłŁĄąĽľŻż", b)
	case 'Ă':
		return strings.ContainsRune("ŠŚŤŽŹśťźłŁĄąĽľŻż", b)
	case 'Ĺ':
		return true
	}
	return false
}

// naturalEnd says whether a letter and a closing sign may end a word.
func naturalEnd(letter, sign, prev, next rune) bool {
	if isWordRune(next) || unicode.IsDigit(next) || unicode.IsDigit(prev) {
		return false
	}
	if sign == 0xA0 && (letter == 'Ã' || letter == 'Â') {
		return unicode.IsUpper(prev)
	}
	if !isWordRune(prev) {
		return sign == 0xA0 && letter >= 0x250 || sign != 0xA0 && sign != '°' && sign != '®' && letter != 'Â'
	}
	return !unlike(prev, letter) && !(unicode.IsLower(prev) && unicode.IsUpper(letter))
}

// clash says whether a letter does not fit between its neighbours: another
// script, or a capital inside a word of small letters.
func clash(r, prev, next rune) bool {
	if mixes(r, prev, next) {
		return true
	}
	if unicode.IsUpper(r) {
		return unicode.IsLower(prev)
	}
	return unicode.IsLower(r) && unicode.IsUpper(prev) && unicode.IsUpper(next)
}

// alone says whether a letter of another script than Latin stands by itself,
// which no text has without more of its kind: "3 × 9" is no Hebrew.
func alone(r, prev, next rune) bool {
	return scriptOf(r) > 1 && !unicode.IsLetter(prev) && (next < utf8.RuneSelf || unicode.IsSpace(next))
}

func mixes(r, prev, next rune) bool { return unlike(prev, r) || unlike(r, next) }

// layer says whether r may be a byte of a further layer: beside another that
// a code page would read it together with.
func layer(r, prev, next rune) bool {
	roles := charmap.RolesOf(r)
	if roles == nil {
		return false
	}
	if lead := roles.Lead[0] | roles.Lead[1] | roles.Lead[2]; lead != 0 {
		if n := charmap.RolesOf(next); n != nil && lead&n.Cont != 0 {
			return true
		}
	}
	if p := charmap.RolesOf(prev); p != nil && roles.Cont != 0 {
		return roles.Cont&(p.Lead[0]|p.Lead[1]|p.Lead[2]|p.Cont) != 0
	}
	return false
}

// unlike says whether two letters side by side are of scripts that do not mix.
func unlike(a, b rune) bool {
	x, y := scriptOf(a), scriptOf(b)
	return x != 0 && y != 0 && x != y
}

// ideographic says whether r is of a script that has no spaces to part it from
// Latin words.
func ideographic(r rune) bool { s := scriptOf(r); return s == 7 || s == 8 }

// otherLetter says whether r is a letter of another script than Latin.
func otherLetter(r rune) bool { return scriptOf(r) > 1 }

// scriptOf gives a number for the script of a letter; 0 for what is none or
// goes with any (marks, ideographs beside Latin letters).
func scriptOf(r rune) int {
	switch {
	case r < 0x41:
		return 0
	case r < 0x250 || r >= 0x1E00 && r < 0x1F00:
		if !unicode.IsLetter(r) || r == 'ª' || r == 'º' || r == 'µ' {
			return 0
		}
		return 1
	case r < 0x370 || !unicode.IsLetter(r):
		return 0
	case r < 0x400 || r >= 0x1F00 && r < 0x2000:
		return 2
	case r < 0x530:
		return 3
	case r < 0x590:
		return 4
	case r < 0x600:
		return 5
	case r < 0x780:
		return 6
	case r < 0x2000:
		return int(r >> 7)
	case r >= 0x3000 && r < 0xA000 || r >= 0xF900 && r < 0xFB00 || r >= 0x20000:
		return 7
	case r >= 0xAC00 && r < 0xD7B0:
		return 8
	}
	return 0
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) && r != 'ª' && r != 'º' || unicode.IsMark(r)
}

func closes(r rune) bool { return strings.ContainsRune("”’»›“‘…–—™®°\u00A0", r) }

func opens(r rune) bool { return strings.ContainsRune("“”‘’«»„‚‹›–—…¿¡", r) }

func isBox(r rune) bool { return r >= 0x2500 && r < 0x25A0 }

func allRunes(s string, is func(rune) bool) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !is(r) }) < 0
}
