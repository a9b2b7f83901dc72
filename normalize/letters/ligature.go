package letters

import (
	"strings"

	"copydesk/normalize/lexicon"
)

// Text taken from typeset pages loses its ligatures: "ofcial", "nancial", or
// with a space in their place "e cient". A text that lost them has none left,
// and several words that only they make whole; in any other nothing is done. Many
// fonts have "fi" and "fl" but no "ff": then that stays ("different", "ofcial").
// Left alone: what is a word as it stands ("led" stays though it may be
// "filed"), unless the loss is proven and the whole word a hundred times as
// frequent ("rst", "first").

var ligatures = []string{"fi", "ff", "fl", "ffi", "ffl"}

// Limits for ligatures.
const (
	ligatureFreq  = 150  // frequency steps: the whole word is at least this common
	ligatureProof = 2    // distinct words that a text must show
	ligatureWords = 1500 // and one more for each so many words
	ligatureGain  = 50   // frequency steps: how much commoner than a word as it stands
	ligatureSure  = 75   // the same, where the word is to prove the loss
)

// mend finds words that lost a ligature, of those that the text has none left of.
func (d *document) mend() []Fix {
	if strings.Contains(d.text, "fi") {
		return nil // the commonest tells: no font lacks it alone
	}
	words, kept := 0, [2]bool{} // "First" needs none
	for i := range d.tokens {
		t := &d.tokens[i]
		if t.kind != word {
			continue
		}
		words++
		kept[0] = kept[0] || strings.Contains(d.text[t.start:t.end], "ff")
		kept[1] = kept[1] || strings.Contains(d.text[t.start:t.end], "fl")
	}
	d.gone = gone(kept[0], kept[1])
	distinct := map[string]bool{}
	for _, f := range d.mendAll(false) {
		distinct[strings.ToLower(f.After)] = true
	}
	if len(distinct) < ligatureProof+words/ligatureWords {
		return nil
	}
	return d.mendAll(true)
}

// gone gives the ligatures that may be lost, where "ff" or "fl" is kept.
func gone(ff, fl bool) []string {
	switch {
	case ff && fl:
		return ligatures[:1]
	case ff:
		return []string{"fi", "fl"}
	case fl:
		return []string{"fi", "ff", "ffi"}
	}
	return ligatures
}

// mendAll goes through the words; proven says that the loss is.
func (d *document) mendAll(proven bool) []Fix {
	var out []Fix
	for i := 0; i < len(d.tokens); i++ {
		f, two := d.mendAt(i, proven)
		if f.After != "" {
			out = append(out, f)
		}
		if two {
			i++
		}
	}
	return out
}

// mendAt restores the ligature of one word, or of two that were one.
func (d *document) mendAt(i int, proven bool) (f Fix, two bool) {
	t := &d.tokens[i]
	if !d.mendable(t) {
		return Fix{}, false
	}
	if i+1 < len(d.tokens) {
		n := &d.tokens[i+1]
		if d.mendable(n) && n.upper == 0 && n.start == t.end+1 && d.text[t.end] == ' ' && (d.seldom(t) || d.seldom(n)) {
			if f, _, ok := d.insert(t.start, n.end, d.text[t.start:t.end], d.text[n.start:n.end]); ok {
				return f, true
			}
		}
	}
	if t.letters < 3 {
		return Fix{}, false
	}
	limit := lexicon.None
	if !d.strange(t) {
		plain := d.frequency(d.table, d.text[t.start:t.end])
		if limit = plain - ligatureGain; !proven {
			if plain < ligatureFreq {
				return Fix{}, false
			}
			limit = plain - ligatureSure // lists have "specic", of texts that lost theirs
		}
	}
	s := d.text[t.start:t.end]
	found := Fix{}
	for at := 0; at <= len(s); at++ {
		if f, freq, ok := d.insert(t.start, t.end, s[:at], s[at:]); ok && freq < limit {
			if found.After != "" && found.After != f.After {
				return Fix{}, false
			}
			found = f
		}
	}
	return found, false
}

func (d *document) mendable(t *token) bool {
	return t.kind == word && !t.keep && t.marks == 0 && !t.bound && (t.upper == 0 || t.upper == 1 && d.text[t.start] < 'a')
}

// strange says whether neither the language nor English has the word.
func (d *document) strange(t *token) bool {
	if t.foreign > 0 {
		return d.frequency(d.table, d.text[t.start:t.end]) == lexicon.None
	}
	return !d.table.Lookup(t.hash).Found() && !d.english.Lookup(t.hash).Found()
}

// frequency gives how frequent a word is in a table, whatever its capitals, or None.
func (d *document) frequency(table lexicon.Table, text string) int {
	return table.Frequency(strings.Map(func(r rune) rune { return lexicon.Lower(r, d.turkish) }, text))
}

// seldom says whether the language hardly has the word.
func (d *document) seldom(t *token) bool {
	text := d.text[t.start:t.end]
	return d.frequency(d.table, text) >= ligatureFreq && d.frequency(d.english, text) >= ligatureFreq
}

// insert tries the ligatures between two pieces; just one must give a word.
func (d *document) insert(start, end int, left, right string) (f Fix, freq int, ok bool) {
	best, second, form := lexicon.None, lexicon.None, ""
	for _, l := range d.gone {
		switch f := d.frequency(d.table, left+l+right); {
		case f < best:
			best, second, form = f, best, l
		case f < second:
			second = f
		}
	}
	if best > ligatureFreq || second-best < 12 {
		return Fix{}, 0, false
	}
	if left == "" && 'A' <= right[0] && right[0] <= 'Z' {
		return Fix{}, 0, false
	}
	after := left + form + right
	return Fix{Start: start, End: end, After: after, Rule: "ligature", Confidence: 0.95,
		Evidence: "lexicon " + d.tag + ": " + strings.ToLower(after)}, best, true
}
