package normalize

import "slices"

// rule finds one family of defects. It looks at the document and reports
// edits; the driver applies and records them.
type rule struct {
	name string
	cue  cue // waits until any of these was seen; 0 runs always
	find func(*doc)
	// escapes says that the rule undoes an escape, whose digits are not the text's.
	escapes bool
	// anywhere says that the rule may reach into addresses and code, too: what it
	// takes away is never part of them.
	anywhere bool
	// repeats says that the rule runs again until it finds nothing, before the
	// next one sees the text.
	repeats bool
	// forced edits are made whatever the confidence and the place: what they
	// take away may not stand in a text at all.
	forced bool
}

// rules is the one list, in the order that keeps evidence alive: escapes and encoding
// first, then entities, then lost letters (two spaces are the trace of a word
// that vanished), spacing and quotes last.
var rules = []*rule{
	ruleBytes,
	ruleEscape,
	ruleCodepage,
	ruleMojibake,
	ruleLeftover,
	ruleForm,
	ruleEntity,
	rulePrefer,
	ruleHyphen,
	ruleTwin,
	ruleLetters,
	ruleQuote,
	ruleSpacing,
}

// RuleNames lists the rules in the order in which they run.
func RuleNames() []string {
	names := make([]string, len(rules))
	for i, r := range rules {
		names[i] = r.name
	}
	return names
}

// selectRules gives the rules that the options ask for. Bytes that are not
// UTF-8 are always repaired, for the result is text.
func selectRules(o Options) []*rule {
	if len(o.Rules) == 0 && len(o.Skip) == 0 {
		return rules
	}
	var out []*rule
	for _, r := range rules {
		asked := len(o.Rules) == 0 || slices.Contains(o.Rules, r.name)
		if r == ruleBytes || asked && !slices.Contains(o.Skip, r.name) {
			out = append(out, r)
		}
	}
	return out
}
