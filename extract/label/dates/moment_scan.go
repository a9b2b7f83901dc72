package dates

import "strings"

// zoneNames are the short names of zones that mean one offset only. CST, IST
// and BST are left out: they stand for several.
var zoneNames = map[string]string{
	"Z": "Z", "UTC": "Z", "GMT": "Z", "CET": "+01:00", "CEST": "+02:00", "MEZ": "+01:00", "MESZ": "+02:00",
	"WET": "Z", "WEST": "+01:00", "EET": "+02:00", "EEST": "+03:00", "MSK": "+03:00", "МСК": "+03:00", "мск": "+03:00", "JST": "+09:00", "KST": "+09:00",
	"EST": "-05:00", "EDT": "-04:00", "CDT": "-05:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00",
	"AEST": "+10:00", "AEDT": "+11:00", "SAST": "+02:00", "WIB": "+07:00", "HKT": "+08:00",
}

// scanner reads numbers and signs from a date.
type scanner struct {
	s string
	i int
}

func (p *scanner) done() bool { return p.i >= len(p.s) }

func (p *scanner) at(c byte) bool { return p.i < len(p.s) && p.s[p.i] == c }

// number reads up to most digits, 0 where there are fewer than least.
func (p *scanner) number(most, least int) int {
	n, from := 0, p.i
	for p.i < len(p.s) && p.i-from < most && p.s[p.i] >= '0' && p.s[p.i] <= '9' {
		n = n*10 + int(p.s[p.i]-'0')
		p.i++
	}
	if p.i-from < least {
		p.i = from
		return 0
	}
	return n
}

func (p *scanner) oneOf(signs string) byte {
	if p.i < len(p.s) && strings.IndexByte(signs, p.s[p.i]) >= 0 {
		p.i++
		return p.s[p.i-1]
	}
	return 0
}

func (p *scanner) word() string {
	from := p.i
	for p.i < len(p.s) && (p.s[p.i] >= 'A' && p.s[p.i] <= 'Z' || p.s[p.i] >= 'a' && p.s[p.i] <= 'z') {
		p.i++
	}
	return p.s[from:p.i]
}

func (p *scanner) spaces() {
	for p.i < len(p.s) && p.s[p.i] == ' ' {
		p.i++
	}
}

// time reads hh:mm, :ss, a fraction, am or pm, and a zone, as much as is there.
// Where no time can be read nothing is moved.
func (p *scanner) time(m *moment) bool {
	from := p.i
	p.spaces()
	at, bare := p.i, false
	h := p.number(2, 1)
	if p.i == at || p.oneOf(":.hH") == 0 {
		// hhmm, as in 20231221T1630
		p.i, bare = at, true
		if h = p.number(2, 2); p.i == at {
			p.i = from
			return false
		}
	}
	mark := p.i
	minute := p.number(2, 2)
	if p.i == mark || h > 24 || minute > 59 {
		p.i = from
		return false
	}
	sec := 0
	if p.oneOf(":") != 0 || bare && !p.done() && p.s[p.i] >= '0' && p.s[p.i] <= '9' { // 163005
		sec = p.number(2, 2)
		if p.oneOf(".,") != 0 {
			p.number(9, 1)
		}
	}
	end := p.i
	p.spaces()
	if half := strings.ToLower(strings.ReplaceAll(p.s[p.i:min(len(p.s), p.i+4)], ".", "")); strings.HasPrefix(half, "am") || strings.HasPrefix(half, "pm") {
		if h <= 12 {
			h %= 12
			if half[0] == 'p' {
				h += 12
			}
		}
		p.i++
		for p.i < len(p.s) && strings.IndexByte(".mM", p.s[p.i]) >= 0 {
			p.i++
		}
		end = p.i
		p.spaces()
	}
	if h < 24 { // 24:00 ends the day, which a record cannot say: the next day's midnight would be another day
		m.hour, m.minute, m.sec, m.timed = h, minute, sec, true
	}
	if z, ok := p.readZone(); ok {
		m.zone = z
		end = p.i
	}
	p.i = end
	return true
}

// readZone reads Z, +0100, +01:00, +1, UTC+1, CEST.
func (p *scanner) readZone() (string, bool) {
	from := p.i
	if p.oneOf("(") != 0 { // "(МСК)"
		if end := strings.IndexByte(p.s[p.i:], ')'); end > 0 && end < 12 {
			if z, ok := zoneNames[p.s[p.i:p.i+end]]; ok {
				p.i += end + 1
				return z, true
			}
		}
		p.i = from
		return "", false
	}
	w := p.word()
	z, known := zoneNames[strings.ToUpper(w)]
	if w != "" && !known {
		p.i = from
		return "", false
	}
	if p.at('+') || p.at('-') {
		sign := p.s[p.i]
		p.i++
		at := p.i
		h := p.number(2, 1)
		if p.i > at && h <= 14 && (w == "" || z == "Z") {
			p.oneOf(":")
			minute := p.number(2, 2)
			b := pad([]byte{sign}, h, 2)
			return string(pad(append(b, ':'), minute, 2)), true
		}
		p.i = from + len(w)
	}
	if !known {
		p.i = from
	}
	return z, known
}

// spacedHour reads "18 h 02". Where there is none nothing is moved.
func (p *scanner) spacedHour(m *moment) bool {
	from := p.i
	h := p.number(2, 1)
	if p.i > from && h < 24 && strings.HasPrefix(p.s[p.i:], " h ") {
		p.i += len(" h ")
		at := p.i
		if minute := p.number(2, 2); p.i > at && minute < 60 {
			m.hour, m.minute, m.sec, m.timed = h, minute, 0, true
			return true
		}
	}
	p.i = from
	return false
}
