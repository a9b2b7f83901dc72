package normalize

import (
	"slices"
	"strings"

	"copydesk/normalize/letters"
)

// ruleLetters restores letters, and words, that a channel lost from the
// document. Seen: "situacin", "M?xico", "mang  aussi". It is safe because the
// document as a whole must show the loss, by words that only a loss explains;
// in an intact document "ms" and "resume" stay what they are. See package letters.
var ruleLetters = &rule{name: "letters", find: findLetters}

func findLetters(d *doc) {
	text, starts := d.joined()
	for _, x := range letters.Find(text, letters.Options{Language: d.opts.Lang, Declared: d.lang, Proofs: d.proofs()}) {
		i, found := slices.BinarySearch(starts, x.Start)
		if !found {
			i--
		}
		f := &d.fields[i]
		if f.kind != Verbatim && x.End-starts[i] <= len(f.text) {
			f.report(x.Start-starts[i], x.End-starts[i], x.After, x.Confidence, x.Evidence)
		}
	}
}

// proofs counts the lost letters that other rules found.
func (d *doc) proofs() int {
	n := 0
	for i := range d.fields {
		for _, f := range d.fields[i].fixes {
			if f.Rule == ruleTwin.name {
				n++
			}
		}
	}
	return n
}

// joined gives all fields as one text, a line each, and where each begins.
// Verbatim fields count as empty.
func (d *doc) joined() (string, []int) {
	if len(d.fields) == 1 && d.fields[0].kind != Verbatim {
		return d.fields[0].text, []int{0}
	}
	var b strings.Builder
	size := 0
	for i := range d.fields {
		size += len(d.fields[i].text) + 1
	}
	b.Grow(size)
	starts := make([]int, len(d.fields))
	for i := range d.fields {
		starts[i] = b.Len()
		if d.fields[i].kind != Verbatim {
			b.WriteString(d.fields[i].text)
		}
		b.WriteByte('\n')
	}
	return b.String(), starts
}
