package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// tally is what figures are made of: sums of precision and recall over pages,
// or, where gold knows single sentences only, counts of blocks.
type tally struct{ p, r, np, nr float64 }

// figures prints, by corpus, the F1 of the mean precision and recall over pages
// in words of blocks, or that of known sentences: near to what the scorer
// measures on whole records.
func (t *table) figures(title string, scores []float32, line float32) {
	by := map[string]*tally{}
	for i := range t.examples {
		e := &t.examples[i]
		if e.golden != nil {
			continue
		}
		if by[e.Corpus] == nil {
			by[e.Corpus] = &tally{}
		}
		t.count(by[e.Corpus], i, scores, line)
	}
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(by)) {
		c := by[name]
		p, r := c.p/max(c.np, 1), c.r/max(c.nr, 1)
		fmt.Fprintf(&b, "  %s %.4f (%.3f %.3f)", name, 2*p*r/max(p+r, 1e-9), p, r)
	}
	fmt.Printf("%s at %.2f:%s\n", title, line, b.String())
}

// count adds the blocks of a page.
func (t *table) count(c *tally, i int, scores []float32, line float32) {
	var hit, have, want float64
	whole := t.examples[i].Gold.Body != ""
	for k := t.start[i]; k < t.start[i+1]; k++ {
		a := t.answers[k]
		if a.w == 0 {
			continue
		}
		n := 1.0
		if whole {
			n = float64(t.words[k])
		}
		if a.y == 1 {
			want += n
		}
		if scores[k] >= line {
			have += n
			hit += n * float64(a.y)
		}
	}
	if !whole {
		c.p, c.np, c.r, c.nr = c.p+hit, c.np+have, c.r+hit, c.nr+want
		return
	}
	if have > 0 {
		c.p, c.np = c.p+hit/have, c.np+1
	}
	if want > 0 {
		c.r, c.nr = c.r+hit/want, c.nr+1
	}
}
