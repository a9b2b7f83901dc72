package normalize

// ruleSpacing parts what was glued and joins what was torn.
var ruleSpacing = &rule{name: "spacing", cue: cueBeforePunct, find: findSpacing}

func findSpacing(d *doc) {
	for i := range d.fields {
		f := &d.fields[i]
		if f.cues&cueBeforePunct == 0 {
			continue
		}
		for at := 1; at+1 < len(f.text); at++ {
			c := f.text[at+1]
			if f.text[at] == ' ' && (c == '.' || c == ',') && byteClass[f.text[at-1]] == byteLetter &&
				(at+2 == len(f.text) || f.text[at+2] == ' ' || f.text[at+2] == '\n') {
				f.report(at, at+1, "", 0.95, "a space before "+string(c))
			}
		}
	}
}
