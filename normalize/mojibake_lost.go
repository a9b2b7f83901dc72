package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/normalize/charmap"
)

// lost repairs a mis-decoded character of which a byte is gone: turned into
// U+FFFD, or a no-break space that became a plain one or was folded away. It
// does so only in a document that shows its code page elsewhere.
func (m *mender) lost(at int, last rune) (rune, int, bool) {
	s := m.field.text
	r0, n := utf8.DecodeRuneInString(s[at:])
	roles := charmap.RolesOf(r0)
	if roles == nil {
		return 0, 0, false
	}
	var found lostRune
	most := 0 // places that the likeliest page explains
	for _, p := range m.survey.pages {
		lead := charmap.ByteOf(r0, p)
		if lead < 0xC2 || lead > 0xF4 || m.survey.count[p] < 2 {
			continue
		}
		if most = max(most, m.survey.count[p]); 20*m.survey.count[p] < 19*most {
			continue // it leaves unexplained what another explains
		}
		after, end, ok := m.guess(at, at+n, lead, last, p)
		if !ok || amid(s, at, end, 1<<p) || after == mark && !strings.Contains(s[at:end], mark) {
			continue // what stands there is worth more than the sign that something is lost
		}
		if found.after == "" || found.after == mark && after != mark {
			found = lostRune{after, end, p}
		}
	}
	if found.after == "" {
		return 0, 0, false
	}
	m.add(at, found.end, found.after, found.page, 0.92)
	r, _ := utf8.DecodeLastRuneInString(found.after)
	return r, found.end, true
}

// lostRune is what a character was of which a byte is gone, as one page tells: of
// two that explain the rest of a text one may lack a byte that the other has.
type lostRune struct {
	after string
	end   int
	page  charmap.Page
}

// guess gives what a character was whose first byte alone, or first bytes, are left.
func (m *mender) guess(at, next int, lead byte, last rune, p charmap.Page) (string, int, bool) {
	s := m.field.text
	switch {
	case lead == 0xC3 && plainSpace(s, next) && (last == 0 || !unicode.IsUpper(last)):
		// "Ã " is "à", whose second byte is the no-break space.
		if strings.HasPrefix(s[next:], "  ") {
			next++
		}
		return "à", next, true
	case lead == 0xC2 && plainSpace(s, next) && !unicode.IsUpper(last) && (m.cover(at, p) > 0.5 || !isWordRune(last) && m.survey.count[p] > 3):
		return "\u00A0", next + 1, true
	case lead < 0xE0 && strings.HasPrefix(s[next:], mark):
		return m.fill([]byte{lead}, next+len(mark), last, p), next + len(mark), true
	case lead < 0xF0:
		return m.guessThree(lead, next, last, p)
	}
	return "", 0, false
}

// mark is what a decoder writes for bytes that it cannot read.
const mark = "\uFFFD"

// guessThree reads a character of three bytes of which the second or the third
// became a mark, or of a quotation mark's the third is gone altogether.
func (m *mender) guessThree(lead byte, next int, last rune, p charmap.Page) (string, int, bool) {
	s := m.field.text
	second, n := m.contAt(next, p)
	if n == 0 {
		return "", 0, false
	}
	third, k := m.contAt(next+n, p)
	end := next + n + k
	switch {
	case k > 0 && third == 0 && second != 0:
		return m.fill([]byte{lead, second}, end, last, p), end, true
	case k > 0:
		return mark, end, true // one character, of which too little is known
	}
	follow, _ := utf8.DecodeRuneInString(s[end:])
	closing := unicode.IsLetter(last) || unicode.IsDigit(last) || unicode.IsPunct(last)
	if lead == 0xE2 && second == 0x80 && closing && !isWordRune(follow) && !unicode.IsDigit(follow) && charmap.Gap(0x9D, p) {
		return "”", end, true
	}
	return "", 0, false
}

// contAt gives the continuation byte that stands at the place, 0 for a mark,
// and its length in the text, 0 where there is none.
func (m *mender) contAt(at int, p charmap.Page) (byte, int) {
	s := m.field.text
	if strings.HasPrefix(s[at:], mark) {
		return 0, len(mark)
	}
	r, n := utf8.DecodeRuneInString(s[at:])
	if charmap.RolesOf(r) == nil {
		return 0, 0
	}
	if b := charmap.ByteOf(r, p); b >= 0x80 && b < 0xC0 {
		return b, n
	}
	return 0, 0
}

// fill finds the last byte of a character among those that the page cannot
// hold. Where more than one makes sense, a mark stands for the character; of
// marks of quotation the usual ones of the language are taken.
func (m *mender) fill(known []byte, end int, last rune, p charmap.Page) string {
	next := m.after1(end, p)
	usual := quotesOf(m.doc.language())
	found := mark
	for b := byte(0x80); b < 0xC0; b++ {
		if !charmap.Gap(b, p) {
			continue
		}
		r, _ := utf8.DecodeRune(append(known, b))
		if r == utf8.RuneError || expected(r) < 2 || !fits(r, last, next, usual) {
			continue
		}
		switch {
		case found == mark || r == usual.opens:
			found = string(r)
		case found != string(usual.opens) && found != "‘":
			return mark // letters or signs that nothing tells apart
		}
	}
	return found
}

// quotesOf gives the marks with which a language opens and closes quotations, of
// those in the block of general punctuation.
func quotesOf(lang string) pair {
	tag, _, _ := strings.Cut(lang, "-")
	switch tag {
	case "de", "cs", "sk", "sl", "hr", "bg", "is", "et", "lt", "mk":
		return pair{'„', '“'}
	case "pl", "hu", "ro", "sr", "lv":
		return pair{'„', '”'}
	}
	return pair{'“', '”'}
}

// fits says whether a letter or sign may stand between its neighbours.
func fits(r, last, next rune, usual pair) bool {
	before := isWordRune(last) || unicode.IsDigit(last)
	after := isWordRune(next) || unicode.IsDigit(next)
	switch {
	case unicode.IsLetter(r):
		return !clash(r, last, next) && !strings.ContainsRune("ÐÝÞ", r)
	case r == '’':
		return before && after
	case r == usual.closes:
		return !after && (before || unicode.IsPunct(last))
	case r == usual.opens || r == '‘' || r == '‚':
		return after && !before
	case r >= 0x2000 && r < 0x2070:
		return false
	case r == '×' || r == '÷':
		return !before && !after // between letters a letter was lost
	}
	return true
}

func plainSpace(s string, i int) bool { return i < len(s) && s[i] == ' ' }
