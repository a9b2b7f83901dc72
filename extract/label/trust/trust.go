// Package trust finds what a page says about how far to trust the article: that
// it is opinion, paid for, an agency's, corrected, behind a wall, made under a
// published policy. Words count only in the places where they are about the article.
package trust

import (
	"cmp"
	"slices"
	"strings"

	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/extract/vocab"
)

// Find gives what the page itself says about how far, and as what, to
// trust the article: in its data, in the lines around its headline, in notes
// before and after its text, in its credit lines, its logos and the links of its
// footer. It is asked once the headline, the byline and the body have their
// blocks. A word in a menu, in a teaser, in another article or in the article's
// own prose gives none. Labels come in the order of their kinds.
func Find(in *label.Input) []article.TrustLabel {
	t := &truster{in: in, seen: map[string]bool{}}
	if len(in.Doc.Nodes) > 0 {
		t.body = in.Scope()
		t.fromData()
		t.zones()
		t.fromLinks()
	}
	slices.SortStableFunc(t.labels, func(a, b article.TrustLabel) int {
		return cmp.Compare(kindOrder[a.Kind], kindOrder[b.Kind])
	})
	return t.labels
}

// kindOrder is the order of the kinds in the record.
var kindOrder = func() map[string]int {
	m := map[string]int{}
	for i, k := range vocab.TrustKinds() {
		m[string(k)] = i
	}
	return m
}()

// truster gathers the labels of one page.
type truster struct {
	in     *label.Input
	body   label.Scope
	labels []article.TrustLabel
	seen   map[string]bool
	per    [32]uint8 // how many labels a kind has
}

// maxPerKind is how many labels of one kind a record has, policies apart: one
// kind said over and over says no more.
const maxPerKind = 4

// add takes a label in, once.
func (t *truster) add(l article.TrustLabel, why string) {
	l.Label = strings.Join(strings.Fields(l.Label), " ")
	key := l.Kind + "\x00" + strings.ToLower(l.Label) + "\x00" + l.Policy
	if l.Policy != "" {
		key = l.Kind + "\x00" + l.Policy + "\x00" + l.URL
	}
	if t.seen[key] || l.Policy == "" && t.partOfAnother(l) {
		return
	}
	t.seen[key] = true
	n := &t.per[kindOrder[l.Kind]]
	if l.Policy == "" && *n >= maxPerKind {
		return
	}
	*n++
	t.labels = append(t.labels, l)
	if t.in.Trace.On() {
		value := l.Kind + ": " + l.Label
		if l.Policy != "" {
			value = l.Kind + " " + l.Policy + ": " + l.Label
		}
		t.in.Trace.Add(label.Choice{Field: "trust_labels", Value: value, Source: l.Source, Why: why})
	}
}

// partOfAnother says whether a label of the kind, from the same source, has these words already.
func (t *truster) partOfAnother(l article.TrustLabel) bool {
	for i := range t.labels {
		if o := &t.labels[i]; l.Label != "" && o.Kind == l.Kind && o.Source == l.Source && strings.Contains(o.Label, l.Label) {
			return true
		}
	}
	return false
}

func (t *truster) refuse(kind vocab.Kind, words, source, why string) {
	if t.in.Trace.On() {
		t.in.Trace.Add(label.Choice{Field: "trust_labels", Refused: []label.Refusal{{Value: string(kind) + ": " + words, Source: source, Why: why}}})
	}
}

func (t *truster) has(kind vocab.Kind) bool { return t.per[kindOrder[string(kind)]] > 0 }
