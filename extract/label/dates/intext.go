package dates

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/extract/label"
	"copydesk/extract/vocab"
)

// Shown is a date that stands in a text.
type Shown struct {
	moment         // year 0 where the text gives none
	Start, End int // bytes of the text, with the weekday and the time
	Updated    bool
}

// In finds the dates in a short text, in any language of the vocabulary:
// with a month's name, in numbers, in Chinese, Japanese or Korean form.
func In(in *label.Input, s string) []Shown {
	if !hasDigits(s) {
		return nil
	}
	var room [16]vocab.Hit
	hits := in.Words.Find(room[:0], s, vocab.Date)
	var out []Shown
	nums := numbers(s)
	used := 0 // bytes of s that a date already has
	for k := range nums {
		if nums[k].start < used {
			continue
		}
		d, ok := numericDate(in, s, nums[k:])
		if !ok {
			d, ok = namedDate(s, nums, k, hits)
		}
		if !ok || d.Start < used {
			continue
		}
		d.withTime(s)
		d.withWeekday(s, hits)
		if d.year == 0 && d.month == 0 {
			d.orderByWeekday(nums[k:], hits)
		}
		d.Updated = saysUpdated(hits, d.Start)
		used = d.End
		out = append(out, d)
	}
	return out
}

// saysUpdated says whether the nearest word before a date that tells what the
// date is says that the article was updated.
func saysUpdated(hits []vocab.Hit, before int) bool {
	updated, at := false, -1
	for _, h := range hits {
		if (h.Kind == vocab.Updated || h.Kind == vocab.Published) && h.End <= before && h.Start >= at {
			updated, at = h.Kind == vocab.Updated || updated && h.Start == at, h.Start
		}
	}
	return updated
}

// run is one run of digits: its bytes, its value and how many digits it has.
type run struct{ start, end, n, width int }

// zeros are the digits for zero of the scripts whose numbers are read: the common
// one, and those of Arabic, Persian and Urdu, Hindi, Bengali, Thai, and full width.
var zeros = [...]rune{'0', '\u0660', '\u06f0', '\u0966', '\u09e6', '\u0e50', '０'}

// digit gives the value of a digit, -1 for another sign.
func digit(r rune) int {
	for _, zero := range zeros {
		if r >= zero && r <= zero+9 {
			return int(r - zero)
		}
	}
	return -1
}

func hasDigits(s string) bool {
	return label.HasDigit(s) || !label.IsASCII(s) && strings.IndexFunc(s, func(r rune) bool { return digit(r) >= 0 }) >= 0
}

// numbers gives the runs of up to four digits.
func numbers(s string) []run {
	var out []run
	r, open := run{}, false
	for i, c := range s {
		v := digit(c)
		if v >= 0 {
			if !open {
				r, open = run{start: i}, true
			}
			if r.width++; r.width <= 4 {
				r.n = 10*r.n + v
			}
			r.end = i + utf8.RuneLen(c)
		}
		if open && (v < 0 || r.end == len(s)) {
			if open = false; r.width <= 4 {
				out = append(out, r)
			}
			if len(out) == 24 {
				break
			}
		}
	}
	return out
}

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
func monthFirst(in *label.Input) bool { return in.Tag == "en-US" || in.Tag == "en-PH" }

// dayFirst says whether the page's language writes the day first everywhere, or
// its region is known to.
func dayFirst(in *label.Input) bool {
	return in.Tag != "" && label.PrimaryTag(in.Tag) != "en" || strings.HasPrefix(in.Tag, "en-") && !monthFirst(in) && in.Tag != "en-CA"
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

// namedDate reads a date around a month's name that stands beside number k:
// "5. August 2021", "August 5th, 2021", "5 de agosto de 2021", "Aug 5".
func namedDate(s string, nums []run, k int, hits []vocab.Hit) (d Shown, ok bool) {
	x := nums[k]
	if x.n < 1 || x.n > 31 || x.width > 2 || x.start > 0 && s[x.start-1] == ':' {
		return d, false
	}
	for _, h := range hits {
		if h.Kind != vocab.Month {
			continue
		}
		month, err := strconv.Atoi(h.Value)
		if err != nil {
			continue
		}
		switch {
		case h.Start >= x.end && nearby(s[x.end:h.Start]): // day, month
			d.Start, d.End = x.start, h.End
			if k+1 < len(nums) && isYear(nums[k+1]) && nums[k+1].start >= h.End && nearby(s[h.End:nums[k+1].start]) {
				d.year, d.End = nums[k+1].n, nums[k+1].end
			}
		case h.End <= x.start && nearby(s[h.End:x.start]) && !isTime(s, x): // month, day
			d.Start, d.End = h.Start, x.end
			if k+1 < len(nums) && isYear(nums[k+1]) && nearby(s[x.end:nums[k+1].start]) {
				d.year, d.End = nums[k+1].n, nums[k+1].end
			}
			if k > 0 && isYear(nums[k-1]) && nums[k-1].end <= h.Start && nearby(s[nums[k-1].end:h.Start]) { // 2023. december 21.
				d.year, d.Start = nums[k-1].n, nums[k-1].start
			}
		default:
			continue
		}
		d.month, d.day = month, x.n
		return d, d.year == 0 || d.valid()
	}
	return d, false
}

func isYear(r run) bool { return r.width == 4 && r.n >= 1900 && r.n <= 2100 }

func isTime(s string, r run) bool { return r.end < len(s) && s[r.end] == ':' }

// nearby says whether what stands between two parts of a date is no more than
// signs and the small words and endings that dates have: "de", "th", "of", ".º".
func nearby(gap string) bool {
	if len(gap) > 2 && (gap[:2] == "th" || gap[:2] == "st" || gap[:2] == "nd" || gap[:2] == "rd") {
		gap = gap[2:]
	}
	letters := 0
	for _, r := range gap {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r), r == '|', r == '•', r == '·', r == ':', r == ';', r == '\n':
			return false
		}
	}
	return letters <= 3 && utf8.RuneCountInString(gap) <= 8
}

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
	return strings.HasSuffix(before, " kl") || strings.HasSuffix(before, " klo") || strings.HasSuffix(before, " Kl")
}

// halfOfDay puts an hour into the half of the day that stands before it in
// Chinese, Japanese and Korean.
func (d *Shown) halfOfDay(before string) {
	switch before = strings.TrimSpace(before); {
	case d.hour < 12 && (strings.HasSuffix(before, "午後") || strings.HasSuffix(before, "下午") || strings.HasSuffix(before, "오후")):
		d.hour += 12
	case d.hour == 12 && (strings.HasSuffix(before, "午前") || strings.HasSuffix(before, "上午") || strings.HasSuffix(before, "오전")):
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
	return strings.HasPrefix(s, "Uhr") || strings.HasPrefix(s, "uur") || strings.HasPrefix(s, "hod")
}

func noDigits(s string) bool { return !strings.ContainsAny(s, "0123456789") }

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

// withWeekday takes in the weekday that stands before the date.
func (d *Shown) withWeekday(s string, hits []vocab.Hit) {
	for _, h := range hits {
		if h.Kind == vocab.Weekday && h.Start >= d.End && strings.Trim(s[d.End:h.Start], " ,") == "" {
			d.End = h.End
			return
		}
		if h.Kind == vocab.Weekday && h.End <= d.Start && len(strings.TrimSpace(strings.Trim(s[h.End:d.Start], " ,.·"))) <= 3 && d.Start-h.End <= 8 {
			d.Start = h.Start
			return
		}
	}
}
