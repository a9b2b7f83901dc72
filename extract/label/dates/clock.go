package dates

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed clock.tsv
var clockTSV string

// clockWords are the words that stand beside a time of day, by where they stand and what they say.
var clockWords = func() map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(clockTSV) {
		if kind, words, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && kind[0] != '#' {
			m[kind] = strings.Fields(words)
		}
	}
	return m
}()

// withTime adds the time of day that stands behind or right before the date.
func (d *Shown) withTime(s string) {
	rest := s[d.End:]
	for i := 0; i < len(rest) && i < 24; i++ {
		c := rest[i]
		if c == '\n' || c == '|' {
			break
		}
		if c < '0' || c > '9' {
			continue
		}
		if n := d.eastClock(rest, i); n > 0 {
			d.End += n
			d.halfOfDay(rest[:i])
			return
		}
		p := scanner{s: rest, i: i}
		if d.clock(&p, saysClock(rest[:i])) {
			d.End += p.i
			d.halfOfDay(rest[:i])
			return
		}
		break
	}
	// "12:20pm Jan 7, 2024", "11:48, Thu, Jul 18, 2024"
	from := max(0, d.Start-24)
	i := strings.IndexByte(s[from:d.Start], ':')
	if i < 1 {
		return
	}
	at := from + i - 1
	for at > from && s[at-1] >= '0' && s[at-1] <= '9' {
		at--
	}
	p := scanner{s: s[:d.Start], i: at}
	if s[at] >= '0' && s[at] <= '9' && d.clock(&p, false) && noDigits(s[p.i:d.Start]) {
		d.Start = at
	}
}

// saysClock says whether the words before a number announce a time of day, which
// then may be written with a point: "kl. 18.02", "klo 18.02".
func saysClock(before string) bool {
	before = strings.TrimRight(before, " .:")
	return slices.ContainsFunc(clockWords["before"], func(w string) bool { return strings.HasSuffix(before, " "+w) })
}

// halfOfDay puts an hour into the half of the day that stands before it in
// Chinese, Japanese and Korean.
func (d *Shown) halfOfDay(before string) {
	before = strings.TrimSpace(before)
	ends := func(w string) bool { return strings.HasSuffix(before, w) }
	switch {
	case d.hour < 12 && slices.ContainsFunc(clockWords["afternoon"], ends):
		d.hour += 12
	case d.hour == 12 && slices.ContainsFunc(clockWords["morning"], ends):
		d.hour = 0
	}
}

// eastClock reads 19時03分 and 19시 3분 and gives where it ends.
func (d *Shown) eastClock(s string, at int) int {
	p := scanner{s: s, i: at}
	h := p.number(2, 1)
	if !strings.HasPrefix(p.s[p.i:], "時") && !strings.HasPrefix(p.s[p.i:], "시") && !strings.HasPrefix(p.s[p.i:], "时") {
		return 0
	}
	p.i += len("時")
	p.spaces()
	from := p.i
	m := p.number(2, 1)
	if p.i == from || h > 23 || m > 59 || !strings.HasPrefix(p.s[p.i:], "分") && !strings.HasPrefix(p.s[p.i:], "분") {
		return 0
	}
	d.hour, d.minute, d.timed = h, m, true
	return p.i + len("分")
}

// clock reads a time that is written as one: with a colon, or with a point or an
// h and two digits where words for the hour follow ("19.02 Uhr", "19h02") or, said,
// stand before it.
func (d *Shown) clock(p *scanner, said bool) bool {
	m := d.moment
	at := p.i
	if !p.time(&m) && !p.spacedHour(&m) {
		return false
	}
	text := p.s[at:p.i]
	if m.zone != "" && m.zone != d.zone && strings.IndexByte(text, '+') < 0 { // "17.40 GMT"
		d.moment = m
		return true
	}
	if !said && strings.IndexByte(text, ':') < 0 && !strings.ContainsAny(text, "hH") && !hourWord(p.s[p.i:]) && !strings.ContainsAny(text, "pa") {
		return false
	}
	d.moment = m
	if hourWord(p.s[p.i:]) {
		p.spaces()
		// "UhrStuttgart": a place that stands beside the time without a space between
		for from := p.i; !p.done() && p.s[p.i] != ' ' && p.s[p.i] != ',' && (p.i == from || p.s[p.i] < 'A' || p.s[p.i] > 'Z'); {
			p.i++
		}
	}
	return true
}

func hourWord(s string) bool {
	s = strings.TrimLeft(s, " ")
	return slices.ContainsFunc(clockWords["behind"], func(w string) bool { return strings.HasPrefix(s, w) })
}

func noDigits(s string) bool { return !strings.ContainsAny(s, "0123456789") }
