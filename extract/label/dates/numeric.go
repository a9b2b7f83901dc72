package dates

import (
	"strconv"
	"strings"

	"copydesk/extract/label"
	"copydesk/extract/vocab"
)

// numericDate reads 2023-12-21, 21.12.2023, 2023年12月21日, and 12/21/2023 in the
// order that the language's region writes it, where that is known or plain.
func numericDate(in *label.Input, s string, r []run) (d Shown, ok bool) {
	if len(r) < 2 {
		return d, false
	}
	gap := strings.TrimSpace(s[r[0].end:r[1].start])
	switch gap {
	case "年", "년":
		return eastDate(s, r, true)
	case "月", "월":
		return eastDate(s, r, false)
	}
	if len(r) < 3 || len(gap) != 1 || strings.TrimSpace(s[r[1].end:r[2].start]) != gap || r[1].start-r[0].end > 2 || r[2].start-r[1].end > 2 {
		return d, false
	}
	a, b, c := r[0], r[1], r[2]
	points := gap == "." && label.PrimaryTag(in.Tag) != "en" // between points the day stands first, but in English
	year, full := c.n, c.width == 4
	switch {
	case a.width == 4 && strings.Contains("-./", gap):
		d.year, d.month, d.day = a.n, b.n, c.n
		d.Start, d.End = a.start, c.end
		return d, d.valid() && d.day > 0
	case a.width > 2 || b.width > 2 || !full && c.width != 2 || !strings.Contains("./-", gap):
		return d, false
	case !full:
		// Two digits for the year: not where the numbers may be a version's or a grade's.
		if year += 2000; year > 2040 || gap == "-" || gap == "." && !(points && a.width == 2 && b.width == 2) {
			return d, false
		}
	}
	switch {
	case points, full && a.n > 12, full && a.n == b.n:
		d.year, d.month, d.day = year, b.n, a.n
	case b.n > 12, monthFirst(in):
		d.year, d.month, d.day = year, a.n, b.n
	case dayFirst(in) && (full || a.width == 2 && b.width == 2):
		d.year, d.month, d.day = year, b.n, a.n
	case full && a.n > 0 && b.n > 0: // the page does not say which is the month: a date, but not which
		d.Start, d.End = a.start, c.end
		return d, true
	default:
		return d, false
	}
	d.Start, d.End = a.start, c.end
	return d, d.valid() && d.day > 0
}

// monthFirst says whether the page's region writes the month before the day.
func monthFirst(in *label.Input) bool {
	switch in.Tag {
	case "en-US", "en-PH", "es-PR":
		return true
	}
	primary := label.PrimaryTag(in.Tag)
	return primary == "fil" || primary == "tl"
}

// dayFirst says whether the page's language writes the day first everywhere, or
// its region is known to.
func dayFirst(in *label.Input) bool {
	switch in.Tag {
	case "", "en", "en-CA", "es-US": // some write it so and some so
		return false
	}
	return !monthFirst(in)
}

func eastDate(s string, r []run, year bool) (d Shown, ok bool) {
	d.Start = r[0].start
	if year {
		d.year, r = r[0].n, r[1:]
	}
	if len(r) < 2 {
		return d, false
	}
	month := strings.TrimSpace(s[r[0].end:r[1].start])
	rest := s[r[1].end:]
	if month != "月" && month != "월" || !strings.HasPrefix(strings.TrimSpace(rest), "日") && !strings.HasPrefix(strings.TrimSpace(rest), "일") {
		return d, false
	}
	d.month, d.day = r[0].n, r[1].n
	d.End = r[1].end + strings.IndexFunc(rest, func(c rune) bool { return c == '日' || c == '일' }) + 3
	return d, year && d.valid() || !year && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= 31
}

// orderByWeekday decides which of two numbers is the month where the weekday that
// stands with the date was that of one reading and not of the other.
func (d *Shown) orderByWeekday(r []run, hits []vocab.Hit) {
	for _, h := range hits {
		if h.Kind != vocab.Weekday || h.Start < d.Start || h.End > d.End {
			continue
		}
		right, n := moment{}, 0
		for _, m := range [...]moment{{year: r[2].n, month: r[0].n, day: r[1].n}, {year: r[2].n, month: r[1].n, day: r[0].n}} {
			if m.valid() && strconv.Itoa((m.days()+3)%7+1) == h.Value { // 1970 began on a Thursday
				right, n = m, n+1
			}
		}
		if n == 1 {
			d.year, d.month, d.day = right.year, right.month, right.day
		}
		return
	}
}
