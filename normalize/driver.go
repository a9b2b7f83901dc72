package normalize

import (
	"reflect"
	"slices"
	"strings"
)

// maxRounds bounds how often the rules are run over one document. What one
// rule repairs may bare a defect that an earlier one knows (an entity that
// hides a mis-decoded letter), so they run until nothing changes; that also
// makes repair of repaired text change nothing.
const maxRounds = 6

// doc is the document while it is repaired, as the rules see it.
type doc struct {
	lang     string // BCP 47, or empty
	fields   []field
	evidence []string
	opts     Options
	min      float64
	cues     cue // of all fields together
	facts    map[reflect.Type]any
	skip     []string // Options.Words, sorted
}

// field is one text while it is repaired.
type field struct {
	kind     Kind
	text     string
	cues     cue
	fixes    []Fix // on text; composed: undone they give the input
	suspects []Fix // on text
	edits    []edit
	guard    guard
}

// edit is what a rule reports: a span of the field's present text, what it
// should be, and why. Edits below the asked confidence become suspects.
type edit struct {
	start, end int
	after      string
	confidence float64
	evidence   string
}

// report records that text[start:end] should read after.
func (f *field) report(start, end int, after string, confidence float64, evidence string) {
	f.edits = append(f.edits, edit{start, end, after, confidence, evidence})
}

func newDoc(d Document, opts Options) *doc {
	w := &doc{lang: d.Lang, opts: opts, min: opts.MinConfidence, fields: make([]field, len(d.Fields))}
	if opts.Lang != "" {
		w.lang = opts.Lang
	}
	if w.min == 0 {
		w.min = DefaultConfidence
	}
	w.evidence = append(slices.Clip(d.Evidence), opts.Evidence...)
	w.skip = slices.Sorted(slices.Values(opts.Words))
	for i, f := range d.Fields {
		if f.Kind == Prose && isSource(f.Text) {
			f.Kind = Verbatim
		}
		w.fields[i] = field{kind: f.Kind, text: f.Text}
	}
	return w
}

// run runs the rules over the document until nothing changes.
func (d *doc) run() {
	asked := selectRules(d.opts)
	for range maxRounds {
		d.look()
		changed := false
		for _, r := range asked {
			if r.cue == 0 || d.cues&r.cue != 0 {
				changed = d.apply(r) || changed
			}
		}
		if !changed {
			return
		}
	}
}

// apply runs one rule and says whether it changed anything.
func (d *doc) apply(r *rule) bool {
	if r.repeats {
		return d.applyDeep(r)
	}
	r.find(d)
	return d.commit(r)
}

// applyDeep runs a rule that takes off one layer at a time until nothing is
// left to take. No text has as many layers as the limit; where the rule still
// finds one there, what it reads is no damage, and all of it is taken back.
func (d *doc) applyDeep(r *rule) bool {
	r.find(d)
	if !d.reported() {
		return false
	}
	before := slices.Clone(d.fields)
	for i := range before {
		before[i].suspects = slices.Clone(before[i].suspects)
		before[i].edits = nil
	}
	if !d.commit(r) {
		return false
	}
	for range maxRounds {
		if r.find(d); !d.commit(r) {
			return true
		}
	}
	d.fields = before
	return false
}

// reported says whether a rule has found anything.
func (d *doc) reported() bool {
	for i := range d.fields {
		if len(d.fields[i].edits) > 0 {
			return true
		}
	}
	return false
}

// look scans all fields for the cues that rules wait for.
func (d *doc) look() {
	d.cues, d.facts = 0, nil
	for i := range d.fields {
		f := &d.fields[i]
		f.cues = scan(f.text)
		if f.kind == Verbatim {
			f.cues &= cueInvalid
		}
		d.cues |= f.cues
	}
}

// commit applies what the rule reported, field by field.
func (d *doc) commit(r *rule) bool {
	changed := false
	for i := range d.fields {
		f := &d.fields[i]
		if len(f.edits) == 0 {
			continue
		}
		edits := d.judge(f, r)
		if len(edits) > 0 {
			f.apply(r.name, edits)
			f.cues |= afterEdits(edits)
			d.cues |= f.cues
			f.guard = guard{}
			changed = true
		}
		f.edits = f.edits[:0]
	}
	return changed
}

// afterEdits gives the cues that edits may have brought into a text: those of
// what they wrote, and those of signs that stand side by side now. The next
// round looks at the text anew.
func afterEdits(edits []edit) cue {
	c := cueGlue | cueBeforePunct | cueHyphen | cueWide
	for _, e := range edits {
		if e.after != "" {
			c |= scan(e.after)
		}
	}
	return c
}

// judge puts a rule's edits in order, refuses those that it may not make,
// notes as suspects those that are not sure enough, and gives back the rest.
func (d *doc) judge(f *field, r *rule) []edit {
	slices.SortStableFunc(f.edits, func(a, b edit) int { return a.start - b.start })
	var doubts []Fix
	keep, end := f.edits[:0], 0
	for _, e := range f.edits {
		before := f.text[e.start:e.end]
		switch {
		case e.start < end, before == e.after:
			continue
		case f.kind == Verbatim && !r.forced:
			continue
		case !r.forced && !r.anywhere && f.guard.protects(f.text, e.start, e.end), !r.forced && d.excepted(f.text, e.start, e.end):
			continue
		case !r.escapes && digits(before) != digits(e.after):
			continue
		case !r.forced && e.confidence < d.min:
			doubts = append(doubts, Fix{Start: e.start, Before: before, After: e.after, Rule: r.name, Confidence: e.confidence, Evidence: e.evidence})
			continue
		}
		keep, end = append(keep, e), e.end
	}
	f.doubt(doubts)
	return keep
}

// doubt adds fixes that are not made, in order of Start, to the suspects.
// What is noted already stays as it is.
func (f *field) doubt(more []Fix) {
	if len(more) == 0 {
		return
	}
	all := append(f.suspects, more...)
	slices.SortStableFunc(all, func(a, b Fix) int { return a.Start - b.Start })
	f.suspects = slices.CompactFunc(all, func(a, b Fix) bool {
		return a.Start == b.Start && a.Before == b.Before && a.Rule == b.Rule
	})
}

// excepted says whether the edit touches a word that the user asked to leave.
func (d *doc) excepted(text string, start, end int) bool {
	if len(d.skip) == 0 {
		return false
	}
	start, end = wordAround(text, start, end)
	_, found := slices.BinarySearch(d.skip, text[start:end])
	return found
}

// digits gives the ASCII digits of s in order: what no rule may change.
func digits(s string) string {
	i := strings.IndexAny(s, "0123456789")
	if i < 0 {
		return ""
	}
	var b strings.Builder
	for ; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// fact gives a fact about the whole document, computed when a rule first asks
// for it and anew in each round: within one it may be older than the last
// edits. Facts are told apart by type.
func fact[T any](d *doc, compute func(*doc) T) T {
	key := reflect.TypeFor[T]()
	if v, ok := d.facts[key]; ok {
		return v.(T)
	}
	v := compute(d)
	if d.facts == nil {
		d.facts = map[reflect.Type]any{}
	}
	d.facts[key] = v
	return v
}
