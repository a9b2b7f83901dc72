package normalize

import (
	"math/bits"
	"slices"
	"unicode"
	"unicode/utf8"

	"copydesk/normalize/charmap"
)

// votes says which code pages the document was read in: how many places each
// explains that are no writing as they stand.
type votes struct {
	count [len(charmap.Names)]int
	pages []charmap.Page // those with votes, the most first
	faint [len(charmap.Names)]int
	// letters counts the letters outside ASCII.
	letters int
}

func survey(d *doc) *votes {
	v := new(votes)
	var buf [8]reading
	for i := range d.fields {
		f := &d.fields[i]
		if f.cues&cueHigh == 0 {
			continue
		}
		s, prev, last := f.text, rune(0), -1 // last: the end of the last reading
		for at := 0; at < len(s); {
			if s[at] < utf8.RuneSelf {
				at = nextHigh(s, at)
				prev = rune(s[at-1])
				continue
			}
			end := 0
			for _, o := range readingsAt(s, at, buf[:0]) {
				end = max(end, v.weigh(s, at, prev, at == last, o))
			}
			r, n := utf8.DecodeRuneInString(s[at:])
			if unicode.IsLetter(r) {
				v.letters++
			}
			if end > 0 {
				prev, _ = utf8.DecodeLastRuneInString(s[:end])
				at, last = end, end
			} else {
				prev = r
				at += n
			}
		}
	}
	v.rank(d)
	return v
}

// weigh counts a reading for its pages and gives its end if it is no writing
// as it stands; chained says that one stands right before it.
func (v *votes) weigh(s string, at int, prev rune, chained bool, o reading) int {
	worth := expected(o.r)
	if worth == 0 && o.r < 0xA0 && (chained || charmap.RolesOf(prev) != nil) {
		worth = 2 // a control character: a byte of a further layer
	}
	if worth == 0 {
		return 0
	}
	plain := !chained && natural(s, at, o.end, prev) || stray(s, at, o, o.pages)
	if !plain {
		next := following(s, o)
		plain = unicode.IsLetter(o.r) && clash(o.r, prev, next) || !chained && alone(o.r, prev, next)
	}
	for left := uint64(o.pages); left != 0; left &= left - 1 {
		p := bits.TrailingZeros64(left)
		if plain || worth == 1 {
			v.faint[p]++
		} else {
			v.count[p] += utf8.RuneLen(o.r) - 1
		}
	}
	if plain || worth == 1 {
		return 0
	}
	return o.end
}

// following gives the character behind a reading, as its pages read it where they do:
// of a text in another script every character is spelled.
func following(s string, o reading) rune {
	var buf [8]reading
	for _, f := range readingsAt(s, o.end, buf[:0]) {
		if f.pages&o.pages != 0 && expected(f.r) == 2 {
			return f.r
		}
	}
	next, _ := utf8.DecodeRuneInString(s[o.end:])
	return next
}

// rank puts the pages with votes in order. Where none has any, a page that
// explains every single letter outside ASCII has them too.
func (v *votes) rank(d *doc) {
	for p := range v.count {
		if v.count[p] == 0 && 4*v.faint[p] >= v.letters && v.faint[p] > 0 && !v.decided() && d.latin() && coverOf(d, charmap.Page(p)) == 1 {
			v.count[p] = 1
		}
	}
	for p, n := range v.count {
		if n > 0 {
			v.pages = append(v.pages, charmap.Page(p))
		}
	}
	slices.SortStableFunc(v.pages, func(a, b charmap.Page) int { return v.count[b] - v.count[a] })
	v.prefer(d)
}

// prefer puts first, of the pages that explain a fair part of the text, the one
// whose readings hang together: pages of one family (ISO 8859-2 and
// windows-1250) differ in few characters, and the wrong one gives capitals and
// digits inside words.
func (v *votes) prefer(d *doc) {
	near := 0
	for near < len(v.pages) && 5*v.count[v.pages[near]] >= v.count[v.pages[0]] {
		near++
	}
	if near < 2 {
		return
	}
	best, most := 0, 0
	for i := range near {
		fit := v.count[v.pages[i]] + 2*d.coherence(v.pages[i])
		if i == 0 || 6*fit > 7*most {
			best, most = i, fit
		}
	}
	page := v.pages[best]
	copy(v.pages[1:best+1], v.pages[:best])
	v.pages[0] = page
}

// coherence counts the readings in a page that go with the reading before them,
// less those that do not, and less those that ask for a control character where
// the page has a sign: what was read in windows-1252 shows "€", not U+0080.
func (d *doc) coherence(p charmap.Page) int {
	n := 0
	var buf [8]reading
	for i := range d.fields {
		s, last := d.fields[i].text, rune(0)
		for at := nextHigh(s, 0); at < len(s); {
			if s[at] < utf8.RuneSelf {
				at, last = nextHigh(s, at), 0
				continue
			}
			readings := readingsAt(s, at, buf[:0])
			i := slices.IndexFunc(readings, func(o reading) bool { return o.pages.Has(p) && (expected(o.r) > 0 || o.r < 0xA0) })
			if i < 0 {
				_, size := utf8.DecodeRuneInString(s[at:])
				at, last = at+size, 0
				continue
			}
			if r := readings[i].r; unlike(last, r) || unicode.IsLower(last) && unicode.IsUpper(r) || unicode.IsLetter(last) && unicode.IsDigit(r) {
				n -= 2
			} else {
				n++
			}
			if controls(s[at:readings[i].end], p) {
				n -= 2
			}
			at, last = readings[i].end, readings[i].r
		}
	}
	return n
}

// controls says whether s has a control character for which the page has a sign.
func controls(s string, p charmap.Page) bool {
	for _, r := range s {
		if r >= 0x80 && r < 0xA0 && !charmap.Gap(byte(r), p) {
			return true
		}
	}
	return false
}

func (v *votes) decided() bool {
	for _, n := range v.count {
		if n > 1 {
			return true
		}
	}
	return false
}

// latin says whether the document is mostly ASCII letters, so that a letter of
// another script is a stranger in it.
func (d *doc) latin() bool {
	ascii, other := 0, 0
	for i := range d.fields {
		for _, r := range d.fields[i].text {
			if r < utf8.RuneSelf && byteClass[byte(r)] == byteLetter {
				ascii++
			} else if r >= 0x250 && unicode.IsLetter(r) {
				other++
			}
		}
	}
	return ascii > 8*other
}

// coverOf gives the share of the document's letters outside ASCII that are
// part of a reading in the page.
func coverOf(d *doc, p charmap.Page) float64 {
	in, all := 0, 0
	for i := range d.fields {
		a, b := cover(d.fields[i].text, p)
		in, all = in+a, all+b
	}
	if all == 0 {
		return 0
	}
	return float64(in) / float64(all)
}

// cover counts the letters of s outside ASCII, and those in readings of the page.
func cover(s string, p charmap.Page) (in, all int) {
	end := 0
	var buf [8]reading
	for i, r := range s {
		if r < utf8.RuneSelf {
			continue
		}
		if i >= end {
			for _, o := range readingsAt(s, i, buf[:0]) {
				if o.pages.Has(p) && expected(o.r) > 0 {
					end = o.end
				}
			}
		}
		if unicode.IsLetter(r) {
			all++
			if i < end {
				in++
			}
		}
	}
	return in, all
}
