package letters

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"copydesk/normalize/lexicon"
)

// How likely, in powers of ten and before the neighbours are heard, two spaces
// have nothing between them that was a word. Where no apostrophe stands in a text of a language that elides, all
// signs outside ASCII are gone, and most gaps were quotation marks and dashes.
const (
	blankSeldom = -5
	blankOften  = -3.2
)

func (d *document) blank() float64 {
	if eliding[d.tag] && len(d.tokens) > 100 && !strings.ContainsAny(d.text, "'’‘") {
		return blankOften
	}
	return blankSeldom
}

// gap weighs the words without any ASCII letter that may have stood where two
// spaces are.
func (d *document) gap(j int, p *paragraph, out []Fix) []Fix {
	if j+1 >= len(d.tokens) || d.opens(j) && !isLower(d.text[d.tokens[j].end]) {
		return out // two spaces between sentences are a habit, unless a small letter follows
	}
	g := d.table.Lookup(lexicon.Hash(""))
	ctx := d.context(j)
	scene := d.table.Scene(&ctx)
	d.words = g.Words(d.words[:0])
	d.forms = d.forms[:0]
	best, total, top := -1, 0.0, math.Inf(-1)
	var bestTo int
	scores := make([]float64, 0, 16)
	for i := range d.words {
		w := &d.words[i]
		from := len(d.forms)
		d.forms = w.Append(d.forms, nil)
		s := -float64(w.Freq)*step + scene.Weigh(d.forms[from:])
		for k := 0; k < w.N; k++ {
			s += d.cost(p, w.Inserts[k].Letter).lost
		}
		if s > top {
			top, best, bestTo = s, i, len(d.forms)
		}
		scores = append(scores, s)
	}
	if best < 0 {
		return out
	}
	for _, s := range scores {
		total += math.Exp(s - top)
	}
	total += math.Exp(d.blank()*math.Ln10 + scene.Weigh(nil) - top)
	confidence := 1 / total
	t := &d.tokens[j]
	w := &d.words[best]
	from := bestTo
	for k := 0; k < w.N; k++ {
		from -= utf8.RuneLen(w.Inserts[k].Letter)
	}
	form := string(d.forms[from:bestTo])
	opens := j == 0 || d.tokens[j-1].kind == bound
	if opens {
		r, n := utf8.DecodeRuneInString(form)
		form = string(lexicon.Upper(r, d.turkish)) + form[n:]
	}
	at := t.start + 1
	after := form
	if t.end-t.start == 1 {
		at, after = t.start, form // the space that opens a line stays
	}
	return append(out, Fix{Start: at, End: at, After: after, Rule: "lost-word", Confidence: confidence,
		Evidence: fmt.Sprintf("lexicon %s: %s", d.tag, form)})
}
