package dates

import (
	"strconv"
	"strings"
	"time"
)

// moment is a date as exact as somebody wrote it: a month, a day, a minute, a
// second with or without its zone. What was not written is not filled in.
type moment struct {
	year, month, day  int // day 0: only the month is known
	hour, minute, sec int
	timed             bool
	zone              string // Z, +01:00 or ""
}

// String gives the record's form: YYYY-MM, YYYY-MM-DD, YYYY-MM-DDThh:mm where
// no zone is known, RFC 3339 where one is. Fractions of a second are left out.
func (m moment) String() string {
	if m.year == 0 {
		return ""
	}
	b := make([]byte, 0, 25)
	b = append(pad(b, m.year, 4), '-')
	b = pad(b, m.month, 2)
	if m.day == 0 {
		return string(b)
	}
	b = pad(append(b, '-'), m.day, 2)
	if !m.timed {
		return string(b)
	}
	b = pad(append(b, 'T'), m.hour, 2)
	b = pad(append(b, ':'), m.minute, 2)
	if m.zone == "" {
		return string(b)
	}
	b = pad(append(b, ':'), m.sec, 2)
	return string(append(b, m.zone...))
}

func pad(b []byte, n, width int) []byte {
	s := strconv.Itoa(n)
	for range width - len(s) {
		b = append(b, '0')
	}
	return append(b, s...)
}

// valid says whether the numbers are a date that a web page can have: the
// calendar has it, and it is not the zero of a clock (1970-01-01) or of a
// database (0001-01-01).
func (m moment) valid() bool {
	if m.year < 1900 || m.year > 2100 || m.month < 1 || m.month > 12 || m.day < 0 || m.hour > 23 || m.minute > 59 || m.sec > 60 {
		return false
	}
	if m.year == 1970 && m.month == 1 && m.day == 1 {
		return false
	}
	return m.day <= time.Date(m.year, time.Month(m.month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// days counts the day on a line, for distances.
func (m moment) days() int {
	return int(time.Date(m.year, time.Month(m.month), max(m.day, 1), 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// local gives the minutes of the wall clock on a line; instant, of the world, where the zone is known.
func (m moment) local() int { return m.days()*1440 + m.hour*60 + m.minute }

func (m moment) instant() (minutes int, ok bool) {
	if !m.timed || m.zone == "" {
		return 0, false
	}
	return m.local() - zoneMinutes(m.zone), true
}

func zoneMinutes(zone string) int {
	if len(zone) != 6 {
		return 0
	}
	h, _ := strconv.Atoi(zone[1:3])
	m, _ := strconv.Atoi(zone[4:6])
	if zone[0] == '-' {
		return -h*60 - m
	}
	return h*60 + m
}

// utc says whether the zone is UTC by whatever name, which often is the server's and not the newsroom's.
func (m moment) utc() bool { return m.zone == "Z" || m.zone == "+00:00" || m.zone == "-00:00" }

// parseMoment reads a date as data declares it: ISO 8601 in its dialects, RFC
// 822 and 850, the forms of C and Java, seconds or milliseconds since 1970, and
// 12/31/2023 where only one reading is possible.
func parseMoment(s string) (m moment, ok bool) {
	s = strings.TrimSpace(s)
	if len(s) < 6 || len(s) > 80 {
		return m, false
	}
	if inner, is := strings.CutPrefix(s, "/Date("); is { // how .NET writes it
		s, _, _ = strings.Cut(inner, ")")
	}
	if m, ok = parseISO(s); ok {
		return m, m.valid()
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return parseEpoch(s, n)
	}
	return parseLoose(s)
}

// parseISO reads 2023-12-21, 2023/12/21, 20231221, with a time behind T or a
// space and a zone behind that, or not.
func parseISO(s string) (m moment, ok bool) {
	p := scanner{s: s}
	m.year = p.number(4, 4)
	sep := p.oneOf("-/.")
	m.month = p.number(2, 1)
	if m.year < 1000 || m.month == 0 {
		return m, false
	}
	if p.done() {
		return m, sep != 0
	}
	if sep != 0 && p.oneOf(string(sep)) == 0 {
		return m, false
	}
	if m.day = p.number(2, 1); m.day == 0 {
		return m, false
	}
	if !p.done() && p.s[p.i] >= '0' && p.s[p.i] <= '9' { // a longer number: 20231221163005 at most
		return m, sep == 0 && (len(s) == 14 || len(s) == 12) && p.time(&m) && p.done()
	}
	if p.done() {
		return m, true
	}
	if p.oneOf("Tt ,") == 0 {
		return m, true // "2023-12-21, Oslo": the day is sure
	}
	p.time(&m)
	return m, true
}

func parseEpoch(s string, n int64) (m moment, ok bool) {
	switch len(s) {
	case 13:
		n /= 1000
	case 10:
	default:
		return m, false
	}
	t := time.Unix(n, 0).UTC()
	m = moment{t.Year(), int(t.Month()), t.Day(), t.Hour(), t.Minute(), t.Second(), true, "Z"}
	return m, m.valid() && m.year >= 1995
}

// parseLoose reads English month names and American order: "Fri Apr 28 19:20:36
// CEST 2023", "Sat, 17 Feb 2024 16:02:01 GMT", "12/21/2023 4:30:26 PM".
func parseLoose(s string) (m moment, ok bool) {
	var day, year int
	p := scanner{s: s}
	for !p.done() {
		c := p.s[p.i]
		switch {
		case c >= '0' && c <= '9':
			from := p.i
			n := p.number(4, 1)
			switch {
			case p.at(':'):
				p.i = from
				if !p.time(&m) {
					return m, false
				}
			case p.at('/') && m.month == 0:
				return parseSlashes(s[from:])
			case p.i-from == 4:
				year = n
			case day == 0:
				day = n
			default:
				return m, false
			}
		case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
			w := p.word()
			if n := englishMonth(w); n > 0 && m.month == 0 {
				m.month = n
			} else if z, ok := zoneNames[w]; ok && m.timed {
				m.zone = z
			}
		default:
			p.i++
		}
	}
	m.year, m.day = year, day
	return m, m.day > 0 && m.valid()
}

// parseSlashes reads 12/21/2023; where both numbers could be the month, the order is not known.
func parseSlashes(s string) (m moment, ok bool) {
	p := scanner{s: s}
	a := p.number(2, 1)
	p.oneOf("/")
	b := p.number(2, 1)
	p.oneOf("/")
	m.year = p.number(4, 4)
	switch {
	case a > 12 && b <= 12:
		m.day, m.month = a, b
	case b > 12 && a <= 12, a == b:
		m.day, m.month = b, a
	default:
		return m, false
	}
	if p.oneOf(" ,T") != 0 {
		p.time(&m)
	}
	return m, m.valid()
}

func englishMonth(w string) int {
	if len(w) < 3 {
		return 0
	}
	w = strings.ToLower(w)
	for i, name := range [...]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"} {
		if strings.HasPrefix(name, w) || w == "sept" && i == 8 {
			return i + 1
		}
	}
	return 0
}
