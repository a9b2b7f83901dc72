package dates

import "copydesk/extract/label"

// Read reads a date that somebody points to, in the record's form; "" where
// the text holds none or no year.
func Read(in *label.Input, s string) string {
	if s == "" {
		return ""
	}
	if m, ok := parseMoment(s); ok {
		return m.String()
	}
	for _, d := range In(in, s) {
		if t := d.moment.String(); t != "" {
			return t
		}
	}
	return ""
}
