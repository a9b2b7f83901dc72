package letters

import (
	"fmt"
	"math"

	"copydesk/normalize/lexicon"
)

// Languages that write compounds as one word.
var compounding = map[string]bool{"de": true, "nl": true, "sv": true, "nb": true, "da": true, "is": true, "fi": true}

// Limits for the parts of a compound, in frequency steps.
const (
	partFreq  = 162 // each part is at least this common (10^-5.5)
	wholePart = 185 // the same where the compound lost nothing (10^-7.4)
	bothFreq  = 300 // and both together (10^-9.4)
	shortPart = 4   // letters of the key that a part has
)

// half is one reading of a part of a compound.
type half struct {
	word lexicon.Word
	seam bool // an s joins it to the next part
}

// compound tries a word that no list has as two that the lists have: German
// "Prfungsordnung" is Prüfungs and Ordnung. Both must be common, and no other
// cut may give another word, for names fall apart into anything ("Heusgen").
func (d *document) compound(j int, p *paragraph, out []Fix) []Fix {
	t := &d.tokens[j]
	key := d.keys[t.key:t.keyTo]
	if !compounding[d.tag] || len(key) < 2*shortPart || len(key) > lexicon.MaxKey || t.upper > 1 {
		return out
	}
	if t.marks == 0 {
		if _, ok := d.pair(key, wholePart); ok || d.table.Lookup(t.hash).Plain() != lexicon.None {
			return out // a word, or a compound that lost nothing ("Luftschutzsirenen")
		}
	}
	var seen [16]observed
	var lostBuf [8]rune
	obs := d.observe(t, seen[:0])
	var left, right [24]half
	best, second := math.Inf(-1), math.Inf(-1)
	var form string
	var won lexicon.Word
	for cut := shortPart - 1; cut+shortPart-1 <= len(key); cut++ {
		ls := d.halves(key[:cut], left[:0])
		if len(ls) == 0 {
			continue
		}
		for _, r := range d.halves(key[cut:], right[:0]) {
			for _, l := range ls {
				w, ok := join(&l, &r, cut)
				if !ok || d.tag == "de" && !agrees(t, r.word.Case) {
					continue
				}
				lost, _, fits := d.fit(&w, obs, len(key), lostBuf[:0])
				if !fits || len(lost) == 0 {
					continue
				}
				s := -float64(w.Freq) * step
				for _, x := range lost {
					if d.mode == dropped {
						s += d.cost(p, x).lost
					}
				}
				if s <= second {
					continue
				}
				f := string(w.Append(nil, key))
				switch {
				case s > best:
					if f != form {
						second = best
					}
					best, form, won = s, f, w
				case f != form:
					second = s
				}
			}
		}
	}
	if form == "" || best <= never {
		return out
	}
	confidence := d.trust(certainty(min(best-second, 3.2)))
	f := d.fix(j, &won, lostFirst(&won, obs), form, confidence)
	f.Evidence = fmt.Sprintf("lexicon %s: compound %s", d.tag, form)
	return append(out, f)
}

// halves gives the readings of one part.
func (d *document) halves(key []byte, dst []half) []half {
	dst = d.plainHalves(key, false, dst)
	if n := len(key); d.tag == "de" && n > shortPart && key[n-1] == 's' && len(dst) == 0 {
		dst = d.plainHalves(key[:n-1], true, dst)
	}
	if w, ok := d.pair(key, partFreq); ok && len(dst) == 0 {
		dst = append(dst, half{w, false})
	}
	return dst
}

// pair reads a part that lost nothing as a compound of its own, so that
// "Rechnungskontrollbehrde" is found by its last part.
func (d *document) pair(key []byte, least int) (lexicon.Word, bool) {
	for cut := shortPart; cut+shortPart <= len(key); cut++ {
		left := d.table.Lookup(lexicon.Hash(key[:cut])).Plain()
		if left >= least && key[cut-1] == 's' && cut > shortPart {
			left = d.table.Lookup(lexicon.Hash(key[:cut-1])).Plain()
		}
		if left >= least {
			continue
		}
		right := d.table.Lookup(lexicon.Hash(key[cut:]))
		if f := right.Plain(); f < least {
			return lexicon.Word{Freq: max(left, f), Case: right.PlainCase()}, true
		}
	}
	return lexicon.Word{}, false
}

func (d *document) plainHalves(key []byte, seam bool, dst []half) []half {
	g := d.table.Lookup(lexicon.Hash(key))
	if f := g.Plain(); f < partFreq && len(key) >= shortPart {
		dst = append(dst, half{lexicon.Word{Freq: f, Case: g.PlainCase()}, seam})
	}
	d.words = g.Words(d.words[:0])
	for i := range d.words {
		if w := &d.words[i]; w.Freq < partFreq && len(key) >= shortPart-1+min(w.N-1, 1)*2 && len(key)+w.N >= shortPart+1 && len(dst) < cap(dst) {
			dst = append(dst, half{*w, seam})
		}
	}
	return dst
}

// agrees says whether a German compound may end in a word so written: it has
// a capital where its last part is a noun, and only there.
func agrees(t *token, last lexicon.Case) bool {
	return !(t.upper == 1 && last == lexicon.Small || t.upper == 0 && last == lexicon.Capital && t.letters > 0)
}

// join makes one word of two parts; the second begins after cut letters of the key.
func join(l, r *half, cut int) (lexicon.Word, bool) {
	w := l.word
	if w.N+r.word.N > len(w.Inserts) || w.N+r.word.N == 0 {
		return w, false
	}
	for k := 0; k < r.word.N; k++ {
		x := r.word.Inserts[k]
		x.At += int32(cut)
		w.Inserts[w.N] = x
		w.N++
	}
	w.Freq += r.word.Freq
	if w.Case = r.word.Case; w.Case == lexicon.Unknown {
		w.Case = l.word.Case
	}
	return w, w.Freq < bothFreq
}
