package letters

import (
	"fmt"
	"math"

	"copydesk/normalize/lexicon"
)

// An own word is one that the document itself writes whole, in a paragraph
// that lost nothing.
type own struct {
	word  lexicon.Word
	count int
}

// readOwn collects the words with letters outside ASCII from the paragraphs
// that are intact, and the known names among them from the others. What they
// lost elsewhere they most likely lost from here.
func (d *document) readOwn() {
	d.own = map[uint64][]own{}
	for i := range d.channel.paras {
		p := &d.channel.paras[i]
		damaged := p.damage > 0.3
		for j := p.from; j < p.to; j++ {
			t := &d.tokens[j]
			if t.kind != word || t.keep || t.foreign == 0 || t.letters < 4 || t.upper > 1 || damaged && t.upper == 0 {
				continue
			}
			var seen [16]observed
			w := lexicon.Word{Freq: ownFreq, Case: lexicon.Unknown}
			for _, o := range d.observe(t, seen[:0]) {
				if w.N < len(w.Inserts) && o.r != 0 {
					w.Inserts[w.N] = lexicon.Insert{At: o.at, Letter: o.r}
					w.N++
				}
			}
			if !damaged || d.listed(t.hash, &w) {
				d.note(t.hash, w)
			}
		}
	}
}

// listed says whether the language has a word just so: what stands in a damaged
// paragraph may have lost one letter and kept another.
func (d *document) listed(hash uint64, w *lexicon.Word) bool {
	for known := range d.table.Lookup(hash).All() {
		if sameLetters(&known, w) {
			return true
		}
	}
	return false
}

// sameLetters says whether two words of one key are written alike.
func sameLetters(a, b *lexicon.Word) bool { return a.N == b.N && a.Inserts == b.Inserts }

// ownFreq is how frequent a word of the document counts that no list has.
const ownFreq = 120

func (d *document) note(hash uint64, w lexicon.Word) {
	list := d.own[hash]
	for i := range list {
		if list[i].word == w {
			list[i].count++
			return
		}
	}
	d.own[hash] = append(list, own{w, 1})
}

// ownCount says how often the document has a reading whole.
func (d *document) ownCount(hash uint64, w *lexicon.Word) int {
	if len(d.own) == 0 {
		return 0
	}
	for i := range d.own[hash] {
		if o := &d.own[hash][i]; sameLetters(&o.word, w) {
			return o.count
		}
	}
	return 0
}

// ownBonus is what that adds to the logarithm of the reading's odds: more for a
// name, for a text that speaks of Möller has seldom a Müller, too, while one that
// says "konnte" says "könnte" as well.
func ownBonus(count int, name bool) float64 {
	switch {
	case count == 0:
		return 0
	case name:
		return math.Min(7, 5+math.Log(float64(count)))
	}
	return math.Min(3.5, 2+math.Log(float64(count)))
}

// withOwn adds to the readings of a key what only the document has.
func (d *document) withOwn(hash uint64, words []lexicon.Word) []lexicon.Word {
	if len(d.own) == 0 {
		return words
	}
next:
	for _, o := range d.own[hash] {
		for i := range words {
			if sameLetters(&words[i], &o.word) {
				continue next
			}
		}
		words = append(words, o.word)
	}
	return words
}

// because words the evidence for a fix.
func (d *document) because(t *token, w *lexicon.Word, form string) string {
	if n := d.ownCount(t.hash, w); n > 0 {
		return fmt.Sprintf("document: %s ×%d", form, n)
	}
	return "lexicon " + d.tag + ": " + form
}
