package letters

import (
	"math"
	"strings"
	"unicode/utf8"

	"copydesk/normalize/lexicon"
)

// French, Italian and Catalan shorten small words before a vowel, and only
// there. So what follows "l’" begins with a vowel or an h, and "l’tape" has
// lost one; and what follows a full "le" or "de" does not.

var eliding = map[string]bool{"fr": true, "it": true, "ca": true}

const (
	noElision    = -7.0 // a consonant after an apostrophe
	needsElision = -3.5 // a vowel after the full word
)

// startCost is what a reading pays for how it begins, after what stands before.
func (d *document) startCost(j int, form []byte) float64 {
	if !eliding[d.tag] || j == 0 || len(form) == 0 {
		return 0
	}
	last := &d.tokens[j-1]
	if last.kind != word {
		return 0
	}
	r, _ := utf8.DecodeRune(form)
	open := r >= utf8.RuneSelf && r != 'ç' || strings.ContainsRune("aeiouyh", r)
	switch key := d.keys[last.key:last.keyTo]; {
	case last.elided && !open && (len(key) <= 2 || strings.HasSuffix(string(key), "qu")):
		return noElision
	case r >= utf8.RuneSelf && open && d.keyIn(j-1, "unelided") && last.foreign == 0:
		return needsElision
	}
	return 0
}

// glued tries a French word to which its article sticks because the
// apostrophe was lost, too ("larme" is l'armée; only its letters are put back).
func (d *document) glued(j int, p *paragraph, out []Fix) []Fix {
	t := &d.tokens[j]
	key := d.keys[t.key:t.keyTo]
	if d.tag != "fr" || len(key) < 4 || len(key) > lexicon.MaxKey || t.upper > 1 || !strings.Contains("ldsnmjct", string(key[:1])) {
		return out
	}
	g := d.table.Lookup(lexicon.Hash(key[1:]))
	var seen [16]observed
	var lostBuf [8]rune
	obs := d.observe(t, seen[:0])
	best, second, form := math.Inf(-1), d.unknown(t, len(key)), ""
	if f := g.Plain(); f != lexicon.None && t.marks == 0 {
		second = max(second, -float64(f)*step-gluedCost)
	}
	var won lexicon.Word
	d.words = g.Words(d.words[:0])
	for i := range d.words {
		w := d.words[i]
		for k := range w.N {
			w.Inserts[k].At++
		}
		lost, _, fits := d.fit(&w, obs, len(key), lostBuf[:0])
		if !fits || len(lost) == 0 || w.Inserts[0].At > 1 && !strings.Contains("aeiouh", string(key[1:2])) {
			continue
		}
		s := -float64(w.Freq)*step - gluedCost
		if d.mode == dropped {
			s += d.channelCost(&w, lost, p, j)
		}
		if s > best {
			best, second = s, max(second, best)
			won, form = w, string(w.Append(nil, key))
		} else {
			second = max(second, s)
		}
	}
	if form == "" || best < second {
		return out
	}
	return append(out, d.fix(j, &won, false, form, d.trust(certainty(best-second))))
}

const gluedCost = 4.5
