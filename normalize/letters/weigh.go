package letters

import (
	"math"
	"strings"

	"copydesk/normalize/lexicon"
)

// A reading is one word that a token may have been: a word of the scratch list
// and its form in small letters, forms[from:to].
type reading struct {
	word, from, to int
	score          float64 // natural logarithm of how likely it is
	whole          bool    // nothing of it was lost
	first          bool    // its first letter was lost
}

// A context can turn the odds by so much; readings that are farther behind
// than that are not worth asking it for.
const farBehind = 14

// weigh scores the readings of a word. It gives the best of those that put
// letters back (nil if there is none), how well the next best does, and how
// well the word as it stands.
func (d *document) weigh(j int, g lexicon.Group, p *paragraph) (best *reading, second, stands float64) {
	t := &d.tokens[j]
	key := d.keys[t.key:t.keyTo]
	d.collect(j, g, p)
	d.weighPersons(j)
	d.weighSaying(j)
	d.weighInfinitives(j)
	d.weighParticiples(j)
	plain, top := d.plain(j, g, key), math.Inf(-1)
	for i := range d.readings {
		top = max(top, d.readings[i].score)
	}
	top = max(top, plain)
	near := 0
	for i := range d.readings {
		if d.readings[i].score > top-farBehind {
			near++
		}
	}
	stands = d.unknown(t, len(key))
	if near > 1 || near == 1 && plain > top-farBehind {
		ctx, faith := d.context(j), d.faith()
		scene := d.table.Scene(&ctx)
		for i := range d.readings {
			if r := &d.readings[i]; r.score > top-farBehind {
				r.score += said(scene.Weigh(d.forms[r.from:r.to]) * faith)
			}
		}
		if plain > top-farBehind {
			plain += said(scene.Weigh(key) * faith)
		}
	}
	stands, second = max(stands, plain), math.Inf(-1)
	for i := range d.readings {
		switch r := &d.readings[i]; {
		case r.whole:
			stands = max(stands, r.score)
		case best == nil:
			best = r
		case r.score > best.score:
			best, second = r, best.score
		default:
			second = max(second, r.score)
		}
	}
	return best, second, stands
}

// mostSaid is how many natural units of log odds the neighbours of a word may add
// or take. Weights that were learned one by one add up to more where a context
// is met that no text had, and would put a word that is never met over a common one.
const mostSaid = 6

// said bounds what the neighbours say, smoothly, so that no order is lost.
func said(weight float64) float64 { return mostSaid * math.Tanh(weight/mostSaid) }

// faith is how far the weights of contexts are trusted. The generator is
// cautious with all that handbooks teach. French grammar is the same in both;
// Spanish handbooks say what to do ("terminar", "señal"), where the press says
// what was and will be done ("terminará", "señaló").
func (d *document) faith() float64 {
	switch d.tag {
	case "fr":
		return 1.2
	case "es":
		return 0.85
	}
	return 1
}

// plain is how likely the word is as it stands, if the language has it so and
// nothing outside ASCII is in it.
func (d *document) plain(j int, g lexicon.Group, key []byte) float64 {
	t := &d.tokens[j]
	f := g.Plain()
	if f == lexicon.None || t.marks > 0 && !d.asks(t) && !d.edged(t) || t.foreign > 0 {
		return math.Inf(-1)
	}
	s := -float64(f)*step + caseCost(t, g.PlainCase(), d.opens(j)) + d.startCost(j, key)
	switch {
	case d.asks(t):
		s += questionCost
	case t.marks > 0:
		s += signCost
	}
	if d.titled(j) {
		s += beforeName
	}
	return s
}

// questionCost is what it takes for a mark to be the question mark that it looks like.
const questionCost = -1.5

// signCost is what it takes for a mark beside a word to stand for a sign, a mark of
// quotation or a dash, that was lost as well: "da\uFFFD," is no "daö".
const signCost = -6

// edged says whether marks stand before or behind the letters of a token, and none
// among them.
func (d *document) edged(t *token) bool {
	return !d.queries && !strings.ContainsFunc(strings.TrimFunc(d.text[t.start:t.end], d.stands), d.stands)
}

// asks says whether the only mark of a token may be a question mark.
func (d *document) asks(t *token) bool {
	return d.queries && t.marks == 1 && d.text[t.end-1] == '?' && !goesOn(d.text[t.end:])
}

// collect lists the readings of a word with all that the neighbours do not tell.
func (d *document) collect(j int, g lexicon.Group, p *paragraph) {
	t := &d.tokens[j]
	key := d.keys[t.key:t.keyTo]
	var seen [16]observed
	obs := d.observe(t, seen[:0])
	d.words = d.withOwn(t.hash, g.Words(d.words[:0]))
	d.forms, d.readings = d.forms[:0], d.readings[:0]
	for i := range d.words {
		d.read(j, i, key, obs, p)
	}
	derive := d.endings
	switch {
	case t.upper == 1 && len(surnameEndings(d.tag)) > 0:
		derive = d.surnames
	case !d.turkish || t.upper > 1:
		return
	}
	derive(key, func(w lexicon.Word) {
		n := len(d.readings)
		d.words = append(d.words, w)
		d.read(j, len(d.words)-1, key, obs, p)
		if len(d.readings) == n {
			return
		}
		r := &d.readings[n]
		if r.whole && w.N > 0 || d.hasReading(d.forms[r.from:r.to], n) {
			d.readings = d.readings[:n]
		}
	})
}

func (d *document) hasReading(form []byte, n int) bool {
	for i := range d.readings[:n] {
		if r := &d.readings[i]; string(d.forms[r.from:r.to]) == string(form) {
			return true
		}
	}
	return false
}

// read adds the reading of a token as words[i], if the token can have been that.
func (d *document) read(j, i int, key []byte, obs []observed, p *paragraph) {
	t, w := &d.tokens[j], &d.words[i]
	var lostBuf [16]rune
	lost, tail, fits := d.fit(w, obs, len(key), lostBuf[:0])
	if fits && t.upper == 1 && t.letters > 1 && lostFirst(w, obs) && isASCIILetter(d.text[t.start]) && !isLower(d.text[t.start]) {
		fits = false // no word has its second letter large: "Ber" is no "über"
	}
	if !fits {
		return
	}
	r := reading{word: i, from: len(d.forms), whole: len(lost) == 0 && d.mode == dropped}
	d.forms = w.Append(d.forms, key)
	r.to = len(d.forms)
	r.first = lostFirst(w, obs)
	if d.acronym(j) {
		r.score = acronymCost
	}
	r.score += -float64(w.Freq)*step + d.startCost(j, d.forms[r.from:r.to]) + ownBonus(d.ownCount(t.hash, w), t.upper == 1 && (w.Case == lexicon.Capital || !d.opens(j)))
	switch {
	case !r.first:
		r.score += caseCost(t, w.Case, d.opens(j))
	case t.upper > 0 && !d.shouts(j):
		r.score += innerCapital
	}
	if d.mode == dropped {
		r.score += d.channelCost(w, lost, p, j)
	} else {
		r.score += d.tailCost(t, obs, tail)
	}
	d.readings = append(d.readings, r)
}

// innerCapital is what a reading pays whose first letter was lost and whose
// second is a capital ("Le" is hardly "źLe").
const innerCapital = -8

// shouts says whether a word is in capitals, or beside one that is.
func (d *document) shouts(j int) bool {
	for _, k := range [3]int{j, j - 1, j + 1} {
		if k >= 0 && k < len(d.tokens) && d.tokens[k].kind == word {
			if n := &d.tokens[k]; n.upper > 1 && n.upper == n.letters {
				return true
			}
		}
	}
	return false
}

// acronymCost is what a reading pays where the token looks like an acronym.
const acronymCost = -7

// acronym says whether a token is a few capitals among words that are not in
// capitals.
func (d *document) acronym(j int) bool {
	t := &d.tokens[j]
	if t.upper < 2 || t.upper != t.letters || t.letters > 4 {
		return false
	}
	for _, k := range [2]int{j - 1, j + 1} {
		if k >= 0 && k < len(d.tokens) && d.tokens[k].kind == word {
			if n := &d.tokens[k]; n.letters > 1 && n.upper == n.letters {
				return false
			}
		}
	}
	return true
}

// lostFirst says whether the first letter of the word is among those lost.
func lostFirst(w *lexicon.Word, obs []observed) bool {
	return w.N > 0 && w.Inserts[0].At == 0 && (len(obs) == 0 || obs[0].at > 0 || obs[0].r == 0)
}
