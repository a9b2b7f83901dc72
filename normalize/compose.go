package normalize

import (
	"slices"
	"strings"
)

// apply makes the edits, which are in order and apart, and composes them with
// the fixes made before: edits that touch earlier fixes become one fix.
func (f *field) apply(name string, edits []edit) {
	old := f.text
	size := len(old)
	for _, e := range edits {
		size += len(e.after) - (e.end - e.start)
	}
	c := composer{old: old, name: name, fixes: f.fixes, edits: edits}
	c.text.Grow(size)
	for len(c.fixes) > 0 || len(c.edits) > 0 {
		c.cluster()
	}
	c.text.WriteString(old[c.at:])
	f.text, f.fixes = c.text.String(), c.out
	f.suspects = shift(f.suspects, edits)
}

// composer walks fixes and edits, both on the old text, in one pass.
type composer struct {
	old   string
	at    int // in old: what has been written
	name  string
	fixes []Fix
	edits []edit
	text  strings.Builder
	out   []Fix
}

// cluster takes the next fixes and edits that touch each other and writes what
// they come to as one fix.
func (c *composer) cluster() {
	nf, ne := 0, 0 // how many of each are in the cluster
	var start, end int
	if len(c.edits) == 0 || len(c.fixes) > 0 && c.fixes[0].Start <= c.edits[0].start {
		nf, start, end = 1, c.fixes[0].Start, c.fixes[0].Start+len(c.fixes[0].After)
	} else {
		ne, start, end = 1, c.edits[0].start, c.edits[0].end
	}
	for {
		if nf < len(c.fixes) && ne > 0 {
			if g := &c.fixes[nf]; touches(start, end, g.Start, g.Start+len(g.After)) {
				nf, end = nf+1, max(end, g.Start+len(g.After))
				continue
			}
		}
		if ne < len(c.edits) && nf > 0 {
			if e := &c.edits[ne]; touches(start, end, e.start, e.end) {
				ne, end = ne+1, max(end, e.end)
				continue
			}
		}
		break
	}
	c.text.WriteString(c.old[c.at:start])
	c.write(start, end, c.fixes[:nf], c.edits[:ne])
	c.at, c.fixes, c.edits = end, c.fixes[nf:], c.edits[ne:]
}

// touches says whether two spans, the first not after the second, share text
// or meet where one of them is empty.
func touches(a0, a1, b0, b1 int) bool {
	return b0 < a1 || b0 == a1 && (a0 == a1 || b0 == b1)
}

// write writes the new text of old[start:end] and records its fix.
func (c *composer) write(start, end int, fixes []Fix, edits []edit) {
	at := c.text.Len()
	if len(edits) == 0 { // an earlier fix, untouched
		c.text.WriteString(c.old[start:end])
		fix := fixes[0]
		fix.Start = at
		c.out = append(c.out, fix)
		return
	}
	p := start
	for _, e := range edits {
		c.text.WriteString(c.old[p:e.start])
		c.text.WriteString(e.after)
		p = e.end
	}
	c.text.WriteString(c.old[p:end])
	fix := Fix{Start: at, Rule: c.name, Confidence: 1, After: c.text.String()[at:]}
	if len(fixes) == 0 {
		fix.Before = c.old[start:end]
	} else {
		fix.Before = undo(c.old[start:end], start, fixes)
	}
	for _, g := range fixes {
		fix.Confidence = min(fix.Confidence, g.Confidence)
		fix.Evidence = join(fix.Evidence, g.Evidence, "; ")
	}
	for _, e := range edits {
		fix.Confidence = min(fix.Confidence, e.confidence)
		fix.Evidence = join(fix.Evidence, e.evidence, "; ")
	}
	fix.Rule = ""
	for _, g := range fixes {
		fix.Rule = join(fix.Rule, g.Rule, "+")
	}
	fix.Rule = join(fix.Rule, c.name, "+")
	if fix.Before != fix.After {
		c.out = append(c.out, fix)
	}
}

// join adds the parts of b that a does not hold yet.
func join(a, b, sep string) string {
	if a == "" || b == "" {
		return a + b
	}
	have := strings.Split(a, sep)
	for part := range strings.SplitSeq(b, sep) {
		if !slices.Contains(have, part) {
			have = append(have, part)
			a += sep + part
		}
	}
	return a
}

// shift moves suspects to where their text stands after the edits; those whose
// text was edited go.
func shift(suspects []Fix, edits []edit) []Fix {
	keep, moved, j := suspects[:0], 0, 0
	for _, s := range suspects {
		for j < len(edits) && edits[j].end <= s.Start {
			moved += len(edits[j].after) - (edits[j].end - edits[j].start)
			j++
		}
		if j < len(edits) && edits[j].start < s.Start+len(s.Before) {
			continue
		}
		s.Start += moved
		keep = append(keep, s)
	}
	return keep
}
