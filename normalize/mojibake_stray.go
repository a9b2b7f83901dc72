package normalize

import (
	"slices"
	"strings"
	"unicode/utf8"

	"copydesk/normalize/charmap"
)

// stray says whether what pages read at s[at:] is mere chance in a word of
// another script than Latin: most letters around it are explained by none of them.
// Seen: the end of an Arabic word and its comma ("واقع،"), of a Persian one and the
// joiner in it, Cyrillic menus that were glued ("ПравкаПараметры"). Damage spells
// every letter of the script that it shows, so a word of it is explained whole, and
// a foreign letter in it ("cafГ©") has no other of that script beside it.
//
// A mark of quotation or a dash before an intact word is another matter: "вЂњ" has
// a letter inside that no word of the text's language has there.
func stray(s string, at int, o reading, pages charmap.Set) bool {
	first, n := utf8.DecodeRuneInString(s[at:])
	if second := firstRune(s[at+n:]); !otherLetter(first) || o.r >= 0x2010 && o.r <= 0x203A && (second < 'А' || second > 'я') {
		return false
	}
	from, to := highRun(s, at, o.end)
	in, out := explained(s, from, to, pages)
	return in < 2*out
}

// maxAround is how far, in bytes, letters around a reading are looked at.
const maxAround = 64

// highRun widens a span to the characters outside ASCII around it.
func highRun(s string, from, to int) (int, int) {
	low, high := max(0, from-maxAround), min(len(s), to+maxAround)
	for from > low && s[from-1] >= utf8.RuneSelf {
		from--
	}
	for from < to && !utf8.RuneStart(s[from]) {
		from++
	}
	for to < high && s[to] >= utf8.RuneSelf {
		to++
	}
	for to < len(s) && !utf8.RuneStart(s[to]) {
		to--
	}
	return from, to
}

// amid says whether s[at:end], which begins with a letter of another script than
// Latin, stands in a line whose other letters of such scripts the pages do not
// explain: "У полі" is no damaged "à" of a Ukrainian sentence.
func amid(s string, at, end int, pages charmap.Set) bool {
	if !otherLetter(firstRune(s[at:])) {
		return false
	}
	from := len(s[:at]) - len(lineBefore(s, at))
	for from < at && !utf8.RuneStart(s[from]) {
		from++
	}
	to := min(len(s), end+longestQuotation)
	if n := strings.IndexByte(s[end:to], '\n'); n >= 0 {
		to = end + n
	}
	in, out := explained(s, from, at, pages)
	more, other := explained(s, end, to, pages)
	return in+more < 2*(out+other)
}

// explained counts the letters of other scripts than Latin in s[from:to] that are
// part of a reading in one of the pages, also of one that has lost a byte, and
// those that are not.
func explained(s string, from, to int, pages charmap.Set) (in, out int) {
	var buf [8]reading
	for at := from; at < to; {
		if s[at] < utf8.RuneSelf {
			at = nextHigh(s[:to], at)
			continue
		}
		readings := readingsAt(s, at, buf[:0])
		i := slices.IndexFunc(readings, func(o reading) bool {
			return o.pages&pages != 0 && (expected(o.r) > 0 || o.r < 0xA0)
		})
		_, n := utf8.DecodeRuneInString(s[at:])
		next, known := at+n, true
		if i >= 0 {
			next = readings[i].end
		} else if n := lostByte(s, at, pages); n > 0 {
			next = at + n
		} else {
			known = false
		}
		for _, r := range s[at:min(next, to)] {
			switch {
			case !otherLetter(r):
			case known:
				in++
			default:
				out++
			}
		}
		at = next
	}
	return in, out
}

// lostByte gives the length of a character at the place of which the pages know
// the first byte and a mark stands for a further one; 0 where there is none.
func lostByte(s string, at int, pages charmap.Set) int {
	r, n := utf8.DecodeRuneInString(s[at:])
	roles := charmap.RolesOf(r)
	if roles == nil || (roles.Lead[0]|roles.Lead[1]|roles.Lead[2])&pages == 0 {
		return 0
	}
	for range 3 {
		if strings.HasPrefix(s[at+n:], mark) {
			return n + len(mark)
		}
		r, size := utf8.DecodeRuneInString(s[at+n:])
		if roles := charmap.RolesOf(r); roles == nil || roles.Cont&pages == 0 {
			return 0
		}
		n += size
	}
	return 0
}
