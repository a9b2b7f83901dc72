package main

import (
	"fmt"
	"sort"
	"strings"
)

// figures prints, by corpus, the F1 of the mean precision and recall over pages
// in words of blocks: near to what the scorer measures on whole records.
func (t *table) figures(title string, scores []float32, line float32) {
	type sum struct{ p, r, np, nr float64 }
	by := map[string]*sum{}
	for i := range t.examples {
		if t.examples[i].Gold.Body == "" || t.examples[i].golden != nil {
			continue
		}
		var hit, have, want float64
		for k := t.start[i]; k < t.start[i+1]; k++ {
			if t.answers[k].w == 0 {
				continue
			}
			words := float64(t.words[k])
			if t.answers[k].y == 1 {
				want += words
			}
			if scores[k] >= line {
				have += words
				if t.answers[k].y == 1 {
					hit += words
				}
			}
		}
		c := by[t.examples[i].Corpus]
		if c == nil {
			c = &sum{}
			by[t.examples[i].Corpus] = c
		}
		if have > 0 {
			c.p += hit / have
			c.np++
		}
		if want > 0 {
			c.r += hit / want
			c.nr++
		}
	}
	var names []string
	for name := range by {
		names = append(names, name)
	}
	sort.Strings(names)
	var b strings.Builder
	for _, name := range names {
		c := by[name]
		p, r := c.p/c.np, c.r/c.nr
		fmt.Fprintf(&b, "  %s %.4f (%.3f %.3f)", name, 2*p*r/(p+r), p, r)
	}
	fmt.Printf("%s at %.2f:%s\n", title, line, b.String())
}
