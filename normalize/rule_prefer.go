package normalize

// rulePrefer writes words as the user's list spells them. It touches whole
// words only, as they are written in the list.
var rulePrefer = &rule{name: "prefer", find: findPreferred}

func findPreferred(d *doc) {
	if len(d.opts.Prefer) == 0 {
		return
	}
	for i := range d.fields {
		f := &d.fields[i]
		for at := 0; at < len(f.text); {
			start, end := nextWord(f.text, at)
			if to, ok := d.opts.Prefer[f.text[start:end]]; ok && end > start {
				f.report(start, end, to, 1, "the list of words")
			}
			at = end
		}
	}
}
