package label

// ReadDate reads a date that somebody points to, in the record's form; "" where
// the text holds none or no year.
func ReadDate(in *Input, s string) string {
	if s == "" {
		return ""
	}
	if m, ok := parseMoment(s); ok {
		return m.String()
	}
	for _, d := range in.findDates(s) {
		if t := d.moment.String(); t != "" {
			return t
		}
	}
	return ""
}

// Resolve gives an address as written on the page its full form; "" for what is no web address.
func Resolve(in *Input, ref string) string { return in.resolve(ref) }
