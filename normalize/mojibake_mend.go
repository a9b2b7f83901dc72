package normalize

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/normalize/charmap"
)

// mender repairs the mis-decoded characters of one field.
type mender struct {
	doc    *doc
	field  *field
	survey *votes
	// The span that is being put together, and what it reads.
	start, end int
	after      strings.Builder
	page       charmap.Page
	sure       float64
	// The line that at stands in, with the share of its letters that pages cover.
	lineEnd int
	covers  map[charmap.Page]float64
	line    int
}

func (m *mender) mend() {
	s, last := m.field.text, rune(0) // last: the character before, as repaired
	for at := 0; at < len(s); {
		if s[at] < utf8.RuneSelf {
			m.flush()
			last = rune(s[at])
			at++
			continue
		}
		r, end, ok := m.choose(at, last)
		if !ok {
			r, end, ok = m.lost(at, last)
		}
		if !ok {
			m.flush()
			r, n := utf8.DecodeRuneInString(s[at:])
			last = r
			at += n
			continue
		}
		last = r
		at = end
	}
	m.flush()
}

// choose takes the best reading at the place, if one is good enough, and adds
// it to the span.
func (m *mender) choose(at int, last rune) (rune, int, bool) {
	var buf [8]reading
	readings := readingsAt(m.field.text, at, buf[:0])
	if len(readings) == 0 {
		return 0, 0, false
	}
	if r, end, ok := m.read(at, last, readings, false); ok {
		return r, end, ok
	}
	return m.read(at, last, readings, true)
}

// read takes a reading that can be trusted, of the page with the most votes first.
// Those that ask for a control character where the page has a sign come last: what
// is "â", U+0080 and "Š" was read in ISO 8859-15, not in windows-1252.
func (m *mender) read(at int, last rune, readings []reading, strange bool) (rune, int, bool) {
	for _, p := range m.survey.pages {
		for _, o := range readings {
			if !o.pages.Has(p) || controls(m.field.text[at:o.end], p) != strange {
				continue
			}
			if sure := m.trust(at, last, o, p); sure > 0 {
				m.add(at, o.end, string(o.r), p, sure)
				return o.r, o.end, true
			}
		}
	}
	return 0, 0, false
}

// manyVotes is how many places must show a page before an ideograph is read
// beside a Latin letter ("手机APP"), as texts in such a script have it.
const manyVotes = 50

// trust gives the confidence of a reading, 0 where it must not be taken.
func (m *mender) trust(at int, last rune, o reading, p charmap.Page) float64 {
	s := m.field.text
	next := m.after1(o.end, p)
	worth := expected(o.r)
	votes := m.survey.count[p]
	if worth < 2 && layer(o.r, last, next) {
		worth = 2
	} else if worth == 0 {
		return 0
	} else if unicode.IsLetter(o.r) && clash(o.r, last, next) && !layer(o.r, last, next) && (votes < 3 || mixes(o.r, last, next) && !(votes > manyVotes && ideographic(o.r))) {
		return 0
	}
	if votes < 4 && (alone(o.r, last, next) || !unicode.IsLetter(o.r) && otherLetter(firstRune(s[at:]))) {
		return 0 // "эТО", "ΑΒΓ·Δ": words of their own script, oddly written
	}
	if stray(s, at, o, 1<<p) {
		return 0
	}
	prev, _ := utf8.DecodeLastRuneInString(s[:at])
	chained := m.after.Len() > 0 && m.end == at || m.leads(o.end, o.r, p)
	if chained || !natural(s, at, o.end, prev) {
		switch {
		case worth == 2 && votes > 2:
			return 0.99
		case worth == 2:
			return 0.96
		case votes > 3:
			return 0.93
		}
		return 0
	}
	if c := m.cover(at, p); c >= 0.85 && (worth == 2 || votes > 3) {
		return 0.93
	}
	return 0
}

// leads says whether at the place characters follow that the page explains and
// that are no writing as they stand.
func (m *mender) leads(at int, last rune, p charmap.Page) bool {
	s := m.field.text
	var buf [8]reading
	for range 8 {
		if at >= len(s) || s[at] < utf8.RuneSelf {
			return false
		}
		readings := readingsAt(s, at, buf[:0])
		i := slices.IndexFunc(readings, func(o reading) bool { return o.pages.Has(p) && expected(o.r) == 2 })
		if i < 0 || unlike(last, readings[i].r) {
			return false
		}
		prev, _ := utf8.DecodeLastRuneInString(s[:at])
		if !natural(s, at, readings[i].end, prev) {
			return true
		}
		at, last = readings[i].end, readings[i].r
	}
	return false
}

// after1 gives the character that follows, as the page would read it.
func (m *mender) after1(at int, p charmap.Page) rune {
	if at >= len(m.field.text) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(m.field.text[at:])
	if r < utf8.RuneSelf {
		return r
	}
	var buf [8]reading
	for _, o := range readingsAt(m.field.text, at, buf[:0]) {
		if o.pages.Has(p) && expected(o.r) > 0 {
			return o.r
		}
	}
	return r
}

// cover gives the share of the line's letters outside ASCII that the page explains.
func (m *mender) cover(at int, p charmap.Page) float64 {
	s := m.field.text
	if m.covers == nil || at >= m.lineEnd || at < m.line {
		m.line = strings.LastIndexByte(s[:at], '\n') + 1
		m.lineEnd = len(s)
		if n := strings.IndexByte(s[at:], '\n'); n >= 0 {
			m.lineEnd = at + n
		}
		m.covers = map[charmap.Page]float64{}
	}
	c, ok := m.covers[p]
	if !ok {
		if in, all := cover(s[m.line:m.lineEnd], p); all > 0 {
			c = float64(in) / float64(all)
		} else {
			c = 1
		}
		m.covers[p] = c
	}
	return c
}

func (m *mender) add(start, end int, after string, p charmap.Page, sure float64) {
	if m.after.Len() > 0 && (m.end != start || m.page != p) {
		m.flush()
	}
	if m.after.Len() == 0 {
		m.start, m.sure, m.page = start, sure, p
	}
	m.end, m.sure = end, min(m.sure, sure)
	m.after.WriteString(after)
}

func (m *mender) flush() {
	if m.after.Len() > 0 {
		if utf8.RuneCountInString(m.after.String()) == 1 && m.field.mentions(m.start, m.end) {
			m.sure = min(m.sure, 0.6)
		}
		m.field.report(m.start, m.end, m.after.String(), m.sure, "UTF-8 read as "+charmap.Names[m.page])
		m.after.Reset()
	}
}
