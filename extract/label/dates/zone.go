package dates

import "copydesk/extract/label"

// inLocalTime writes an instant that is declared in UTC in the newsroom's own
// time, where the page says that, too, and it is another day: a <time> or shown
// time of the same instant with its zone, or a wall clock that differs by whole
// quarters of an hour. The day that readers were shown is the day of the record.
// Where it is shown without a time, and the page's address has it, too, the day of
// publication is that one, and the day alone.
func inLocalTime(in *label.Input, c dateClaim, shown []Shown, modified bool) dateClaim {
	if local := localMoment(in, c.moment, shown, modified); local != c.moment {
		c.moment, c.why = local, c.why+", in the newsroom's time as the page shows it"
	}
	return c
}

func localMoment(in *label.Input, m moment, shown []Shown, modified bool) moment {
	if !m.timed || !m.utc() {
		return m
	}
	at, _ := m.instant()
	head, _ := headNodes(in)
	for _, t := range in.Doc.Facts.Time {
		// A time without its zone could be any other's: it must stand by the headline.
		if l, ok := parseMoment(t.Datetime); ok && (l.zone != "" || t.Node > head-100 && t.Node < head+200) {
			if l, ok := sameInstant(m, l, at); ok && l.days() != m.days() {
				return l
			}
		}
	}
	if t := in.Declared.Item; t != nil {
		for _, p := range t.Props {
			if l, ok := parseMoment(p.Text); ok && p.Name == "datePublished" {
				if l, ok := sameInstant(m, l, at); ok && l.days() != m.days() {
					return l
				}
			}
		}
	}
	for _, d := range shown {
		if d.year != 0 && d.timed {
			if l, ok := sameInstant(m, d.moment, at); ok && l.days() != m.days() {
				return l
			}
		}
	}
	if modified {
		return m
	}
	for _, d := range shown {
		if d.year != 0 && !d.timed && !d.Updated && inReach(m, d.moment) && dateInAddress(in).moment == d.moment {
			return d.moment // in which zone nobody says, so that the time goes
		}
	}
	return m
}

// inReach says whether a day is the one before or after an instant's in UTC, and
// somewhere in the world it was that day. A day further off is another date.
func inReach(m, day moment) bool {
	minutes := m.hour*60 + m.minute
	switch day.days() - m.days() {
	case -1:
		return minutes < 12*60
	case 1:
		return minutes >= 10*60
	}
	return false
}

// sameInstant gives l as the local form of the instant m, or not.
func sameInstant(m, l moment, at int) (moment, bool) {
	if !l.timed || l.utc() {
		return m, false
	}
	if other, ok := l.instant(); ok {
		return l, other-at <= 1 && at-other <= 1
	}
	off := l.local() - at
	if off%30 != 0 || off < -12*60 || off > 14*60 || off == 0 {
		return m, false
	}
	sign := byte('+')
	if off < 0 {
		sign, off = '-', -off
	}
	b := pad([]byte{sign}, off/60, 2)
	l.zone = string(pad(append(b, ':'), off%60, 2))
	l.sec = m.sec
	return l, true
}
