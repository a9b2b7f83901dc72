package letters

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"copydesk/normalize/lexicon"
)

// decide goes through the tokens and proposes what the evidence carries.
func (d *document) decide() []Fix {
	if d.mode == dropped && !d.channel.active {
		return nil
	}
	if d.mode == marked {
		return d.decideMarked()
	}
	var out []Fix
	for i := range d.channel.paras {
		p := &d.channel.paras[i]
		for j := p.from; j < p.to; j++ {
			t := &d.tokens[j]
			switch {
			case t.keep:
			case t.kind == word:
				out = d.word(j, p, out)
			case t.kind == gap:
				out = d.gap(j, p, out)
			}
		}
	}
	return out
}

func (d *document) decideMarked() []Fix {
	var out []Fix
	p := &paragraph{damage: 1}
	for j := range d.tokens {
		if t := &d.tokens[j]; t.kind == word && !t.keep && t.marks > 0 {
			out = d.word(j, p, out)
		}
	}
	return out
}

const step = lexicon.FreqStep * math.Ln10

// word weighs the readings of one word.
func (d *document) word(j int, p *paragraph, out []Fix) []Fix {
	t := &d.tokens[j]
	key := d.keys[t.key:t.keyTo]
	if len(key) > lexicon.MaxKey || t.elided && len(key) <= 2 || t.bound && len(key) == 1 && t.marks == 0 {
		return out
	}
	g := d.table.Lookup(t.hash)
	if !g.Found() || g.Only() {
		return d.compound(j, p, out)
	}
	best, second, stands, ok := d.weigh(j, g, p)
	if !ok {
		return d.compound(j, p, out)
	}
	if best.asis {
		return out
	}
	confidence := certainty(best.score - math.Log(math.Exp(second-best.score)+math.Exp(stands-best.score)) - best.score)
	form := string(d.forms[best.from:best.to])
	return append(out, d.fix(t, j, &best, form, confidence))
}

// certainty turns log odds into a confidence.
func certainty(odds float64) float64 {
	if odds > 20 {
		odds = 20
	}
	return 1 / (1 + math.Exp(-odds))
}

// weigh scores all readings of a word: the best, and how well the second and
// the word as it stands do.
func (d *document) weigh(j int, g lexicon.Group, p *paragraph) (best reading, second, stands float64, ok bool) {
	t := &d.tokens[j]
	key := d.keys[t.key:t.keyTo]
	var seen [16]observed
	var lostBuf [8]rune
	obs := d.observe(t, seen[:0])
	ctx := d.context(j)
	d.words = g.Words(d.words[:0])
	d.forms = d.forms[:0]
	second, stands = math.Inf(-1), d.unknown(t, len(key))
	best.score = math.Inf(-1)
	consider := func(r reading) {
		if r.score > best.score {
			best, r = r, best
		}
		if !r.asis {
			second = max(second, r.score)
		}
	}
	if f := g.Plain(); f != lexicon.None && t.marks == 0 {
		from := len(d.forms)
		d.forms = append(d.forms, key...)
		if t.foreign == 0 {
			stands = max(stands, -float64(f)*step+d.table.Weigh(&ctx, d.forms[from:]))
		}
	}
	for i := range d.words {
		w := &d.words[i]
		lost, tail, fits := d.fit(w, obs, len(key), lostBuf[:0])
		if !fits {
			continue
		}
		from := len(d.forms)
		d.forms = w.Append(d.forms, key)
		s := -float64(w.Freq)*step + d.table.Weigh(&ctx, d.forms[from:])
		if d.mode == dropped {
			s += d.channelCost(w, lost, p, t)
			if len(lost) == 0 {
				stands = max(stands, s)
				continue
			}
		} else if tail > 0 {
			s -= 2
		}
		consider(reading{word: *w, from: from, to: len(d.forms), score: s, first: w.N > 0 && w.Inserts[0].At == 0 && (len(obs) == 0 || obs[0].at > 0 || obs[0].r == 0)})
		ok = true
	}
	if stands >= best.score {
		best.asis = true
	}
	return best, second, stands, ok
}

// channelCost is the logarithm of how likely the channel takes just these letters.
func (d *document) channelCost(w *lexicon.Word, lost []rune, p *paragraph, t *token) float64 {
	s, k := 0.0, 0
	for i := 0; i < w.N; i++ {
		r := w.Inserts[i].Letter
		if i == 0 && w.Inserts[i].At == 0 && (w.Capital == 1 || t.upper > 1) {
			r = lexicon.Upper(r, d.turkish)
		}
		x := d.channel.loss(p, r)
		if k < len(lost) && lost[k] == w.Inserts[i].Letter {
			s += math.Log(x)
			k++
		} else {
			s += math.Log(1 - x)
		}
	}
	return s
}

// unknown is how likely it is to meet just this word although no list has it:
// names, abbreviations and words of other languages.
func (d *document) unknown(t *token, n int) float64 {
	if t.marks > 0 {
		return -22 // a mark inside a word is no spelling
	}
	p := -5.0 - 0.4*float64(n)
	switch {
	case t.upper > 1 && t.upper == t.letters && n <= 5:
		p += 1.6
	case t.upper > 0:
		p += 0.6
	}
	p = max(p, -9.5)
	if english, ok := lexicon.Find("en"); ok && d.tag != "en" {
		table := english.Table()
		if f := table.Lookup(t.hash).Plain(); f != lexicon.None {
			p = max(p, -3-float64(f)*lexicon.FreqStep)
		}
	}
	return p * math.Ln10
}

// gap weighs the words without any ASCII letter that may have stood where two
// spaces are.
func (d *document) gap(j int, p *paragraph, out []Fix) []Fix {
	if j+1 >= len(d.tokens) || j > 0 && d.tokens[j-1].kind == bound && d.text[d.tokens[j-1].start] != '\n' {
		return out
	}
	g := d.table.Lookup(lexicon.Hash(""))
	ctx := d.context(j)
	d.words = g.Words(d.words[:0])
	d.forms = d.forms[:0]
	best, total, top := -1, 0.0, math.Inf(-1)
	var bestTo int
	scores := make([]float64, 0, 16)
	for i := range d.words {
		w := &d.words[i]
		from := len(d.forms)
		d.forms = w.Append(d.forms, nil)
		s := -float64(w.Freq)*step + d.table.Weigh(&ctx, d.forms[from:])
		for k := 0; k < w.N; k++ {
			s += math.Log(d.channel.loss(p, w.Inserts[k].Letter))
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
	total += math.Exp(-4.2*math.Ln10 - top)
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

// fix writes down the decision on a word.
func (d *document) fix(t *token, j int, r *reading, form string, confidence float64) Fix {
	capital := false
	if r.first {
		switch {
		case r.word.Capital == 1:
			capital = true
		case t.upper > 0:
			// the letter after the lost one is a capital: all of it is
			capital = true
		default:
			capital = d.opens(j)
		}
	}
	after := d.restore(t, form, capital)
	end := t.end
	if d.mode == marked { // marks left over are punctuation
		var seen [16]observed
		var lost [8]rune
		if _, tail, ok := d.fit(&r.word, d.observe(t, seen[:0]), t.keyTo-t.key, lost[:0]); ok && tail > 0 {
			end -= tail
		}
	}
	return Fix{Start: t.start, End: end, After: after, Rule: "lost-letter", Confidence: confidence,
		Evidence: fmt.Sprintf("lexicon %s: %s", d.tag, form)}
}

// opens says whether a word opens a sentence: it stands first, after an end,
// or after a colon and an opening quote.
func (d *document) opens(j int) bool {
	if j == 0 {
		return true
	}
	last, t := &d.tokens[j-1], &d.tokens[j]
	if last.kind != bound {
		return false
	}
	switch d.text[last.start] {
	case ';':
		return false
	case ':':
		return strings.ContainsAny(d.text[last.end:t.start], "\"„“”»«")
	}
	return true
}
