package letters

import (
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
	d.readOwn()
	d.readNames()
	d.guess()
	for i := range d.channel.paras {
		p := &d.channel.paras[i]
		for j := p.from; j < p.to; j++ {
			if t := &d.tokens[j]; t.kind == word && !t.keep {
				d.regard(j, p)
			}
		}
	}
	out := make([]Fix, 0, len(d.tokens)/8)
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
	d.readNames()
	d.guess()
	for j := range d.tokens {
		if t := &d.tokens[j]; t.kind == word && !t.keep && t.marks > 0 {
			d.regard(j, p)
		}
	}
	for j := range d.tokens {
		if t := &d.tokens[j]; t.kind == word && !t.keep && t.marks > 0 {
			out = d.word(j, p, out)
		}
	}
	return out
}

// guess notes how each word may end, for its neighbours: by its likeliest
// reading, whatever stands around it.
func (d *document) guess() {
	for j := range d.tokens {
		t := &d.tokens[j]
		if t.kind != word {
			continue
		}
		d.forms = d.forms[:0]
		for _, r := range d.text[t.start:t.end] {
			d.forms = utf8.AppendRune(d.forms, lexicon.Lower(r, d.turkish))
		}
		t.near.Form = lexicon.FormOf(d.forms)
	}
}

// regard replaces the guess by the best reading that the guesses around it allow.
func (d *document) regard(j int, p *paragraph) {
	t := &d.tokens[j]
	g := d.table.Lookup(t.hash)
	if !g.Found() || g.Only() || t.keyTo-t.key > lexicon.MaxKey {
		return
	}
	if best, _, stands := d.weigh(j, g, p); best != nil && best.score > stands {
		t.near.Form = lexicon.FormOf(d.forms[best.from:best.to])
	}
}

// How likely a word is that no list has: 10^-(base + letter×n), at least
// 10^-least. Fitted to damaged texts.
const (
	unknownBase   = 6
	unknownLetter = 0.45
	unknownLeast  = 10
)

const step = lexicon.FreqStep * math.Ln10

// word weighs the readings of one word.
func (d *document) word(j int, p *paragraph, out []Fix) []Fix {
	t := &d.tokens[j]
	key := d.keys[t.key:t.keyTo]
	if d.turkish && j > 0 && d.follows(j) {
		return d.hanging(j, p, out)
	}
	if d.queries && t.letters == 0 && !beforeSmall(d.text[t.end:]) {
		return out // a question mark that stands by itself
	}
	if len(key) > lexicon.MaxKey || t.elided && len(key) <= 2 || t.bound && len(key) == 1 && t.marks == 0 && !(j > 0 && d.tokens[j-1].elided) {
		return out
	}
	g := d.table.Lookup(t.hash)
	if t.letters == 0 && !d.commonAlone(g) || d.datesInEnglish(j, key) {
		return out
	}
	if (!g.Found() || g.Only()) && !d.derives(t) && len(d.own[t.hash]) == 0 {
		return d.unlisted(j, p, out)
	}
	best, second, stands := d.weigh(j, g, p)
	if best == nil {
		return d.unlisted(j, p, out)
	}
	if best.score <= stands {
		return out
	}
	confidence := d.trust(1 / (1 + math.Exp(second-best.score) + math.Exp(stands-best.score)))
	form := string(d.forms[best.from:best.to])
	return append(out, d.fix(j, &d.words[best.word], best.first, form, confidence))
}

// aloneFreq is how common, in frequency steps, a word without any ASCII letter
// must be before a mark that stands by itself is taken for one.
const aloneFreq = 90

// commonAlone says whether the language has such a word ("à", "è", "å").
func (d *document) commonAlone(g lexicon.Group) bool {
	d.words = g.Words(d.words[:0])
	return len(d.words) > 0 && d.words[0].Freq <= aloneFreq
}

// unlisted tries what the language's own list does not have as a whole.
func (d *document) unlisted(j int, p *paragraph, out []Fix) []Fix {
	n := len(out)
	if out = d.compound(j, p, out); len(out) > n {
		return out
	}
	if out = d.glued(j, p, out); len(out) > n {
		return out
	}
	return d.abroad(j, p, out)
}

// needed is how likely, by our own reckoning, a reading must be before it
// counts as 0.9: where a language's frequencies and contexts are poor the
// reckoning is too bold.
var needed = map[string]float64{"de": 0.65, "es": 0.62, "fr": 0.76, "pl": 0.8, "cs": 0.86, "tr": 0.86}

// trust turns what we reckon into the confidence that is reported.
func (d *document) trust(p float64) float64 {
	least, ok := needed[d.tag]
	switch {
	case d.mode == marked: // the marks say that something was lost, and where
		least = 0.6
	case !ok:
		least = 0.8
	}
	return max(0, 1-(1-p)*0.1/(1-least))
}

// certainty turns log odds into a confidence.
func certainty(odds float64) float64 {
	if odds > 20 {
		odds = 20
	}
	return 1 / (1 + math.Exp(-odds))
}

// tailCost is what a reading pays for what it makes of the marks that end the
// token: a question mark stands before a pause, a letter anywhere.
func (d *document) tailCost(t *token, obs []observed, tail int) float64 {
	if len(obs) == 0 || obs[len(obs)-1].r != 0 || d.text[t.end-1] != '?' {
		return 0
	}
	rest := d.text[t.end:]
	switch goes := goesOn(rest); {
	case tail > 0 && goes:
		return -6
	case tail > 0 && strings.HasPrefix(rest, " "):
		return -2
	case tail == 0 && goes:
		return 0
	}
	return -1
}

// goesOn says whether no question can end before this: a small letter or
// another pause follows.
func goesOn(rest string) bool {
	return beforeSmall(rest) || rest != "" && strings.IndexByte(",.:;", rest[0]) >= 0
}

// caseCost is the logarithm of how likely a word that is written so is met as
// the token is.
func caseCost(t *token, c lexicon.Case, opens bool) float64 {
	switch {
	case t.upper == 0 && c == lexicon.Capital:
		return -3.5
	case t.upper == 1 && t.letters > 1 && !opens && c == lexicon.Small:
		return -2.3
	}
	return 0
}

// channelCost is the logarithm of how likely the channel takes just these letters.
func (d *document) channelCost(w *lexicon.Word, lost []rune, p *paragraph, j int) float64 {
	s, k := 0.0, 0
	for i := 0; i < w.N; i++ {
		r := w.Inserts[i].Letter
		if i == 0 && w.Inserts[i].At == 0 && d.tall(j, w) {
			r = lexicon.Upper(r, d.turkish)
		}
		c := d.cost(p, r)
		if k < len(lost) && lost[k] == w.Inserts[i].Letter {
			s += c.lost
			k++
		} else {
			s += c.kept
		}
	}
	return s
}

// tall says whether the first letter of a word, one outside ASCII, is or was a
// capital: whatever takes letters may take only these.
func (d *document) tall(j int, w *lexicon.Word) bool {
	t := &d.tokens[j]
	switch {
	case w.Case == lexicon.Capital || t.upper > 1:
		return true
	case t.upper == 1:
		return d.text[t.start] >= utf8.RuneSelf
	}
	return d.opens(j) || d.channel.capitals(w.Inserts[0].Letter, d.turkish)
}

// unknown is how likely it is to meet just this word although no list has it:
// names, abbreviations and words of other languages.
func (d *document) unknown(t *token, n int) float64 {
	if t.marks > 0 && !d.asks(t) {
		return -22 // a mark inside a word is no spelling
	}
	p := -unknownBase - unknownLetter*float64(n)
	switch {
	case t.upper > 1 && t.upper == t.letters && n <= 5:
		p += 1.6
	case t.upper > 0:
		p += 0.6
	}
	p = max(p, -unknownLeast)
	if f := d.english.Lookup(t.hash).Plain(); f != lexicon.None {
		p = max(p, -3-float64(f)*lexicon.FreqStep)
	}
	return p * math.Ln10
}

// fix writes down the decision on a word; first says that its first letter was lost.
func (d *document) fix(j int, w *lexicon.Word, first bool, form string, confidence float64) Fix {
	t := &d.tokens[j]
	end := t.end
	if d.mode == marked { // marks left over are punctuation
		var seen [16]observed
		var lost [16]rune
		if _, tail, ok := d.fit(w, d.observe(t, seen[:0]), t.keyTo-t.key, lost[:0]); ok {
			end -= tail
		}
	}
	return Fix{Start: t.start, End: end, After: d.restore(t, form, first && d.capital(j, w)), Rule: "lost-letter",
		Confidence: confidence, Evidence: d.because(t, w, form)}
}

// capital says whether a word whose first letter was lost began with a capital.
func (d *document) capital(j int, w *lexicon.Word) bool {
	t := &d.tokens[j]
	switch {
	case w.Case == lexicon.Capital:
		return true
	case t.upper > 0: // the letter after the lost one is a capital: all of it is
		return true
	case d.turkish && t.elided, strings.HasPrefix(d.text[t.end:], "-") && t.end+1 < len(d.text) && 'A' <= d.text[t.end+1] && d.text[t.end+1] <= 'Z':
		return true // an apostrophe parts endings from names only; "tats-Unis"
	}
	return d.opens(j) || d.channel.capitals(w.Inserts[0].Letter, d.turkish) || d.inName(j, w)
}

// follows says whether only an apostrophe parts a word from the one before.
func (d *document) follows(j int) bool {
	a, b := &d.tokens[j-1], &d.tokens[j]
	if a.kind != word || b.start-a.end > 3 || b.start == a.end {
		return false
	}
	r, n := utf8.DecodeRuneInString(d.text[a.end:b.start])
	return isApostrophe(r) && n == b.start-a.end
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
		if d.tag == "de" { // a sentence follows, four times in five, and begins with a capital
			return true
		}
		return strings.ContainsAny(d.text[last.end:t.start], "\"„“”»«")
	}
	return true
}
