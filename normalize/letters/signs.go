package letters

import (
	"slices"
	"strings"

	"copydesk/normalize/lexicon"
)

// setSigns sets aside the question marks that stand for signs, not for letters: a step
// that keeps é and loses ’ and « writes "C?est" and "? mot ?". A mark by itself is no
// letter where letters outside ASCII have survived; one where an apostrophe stands
// ("don?t", "l?heure") is one unless the language has the word ("c?ur").
func (d *document) setSigns(l lexicon.Lang) {
	if !d.queries {
		return
	}
	survived := 0
	for i := range d.tokens {
		if d.tokens[i].foreign > 0 {
			survived++
		}
	}
	usual := map[rune]bool{}
	for _, s := range l.Letters() {
		usual[s.Letter] = s.Part > 1e-5
	}
	for i := range d.tokens {
		t := &d.tokens[i]
		if t.kind == word && t.marks > 0 && (t.letters == 0 && survived >= fewSurvive || d.apostrophe(t, usual)) {
			t.keep = true
		}
	}
}

// fewSurvive is how many words with letters outside ASCII show that such were kept.
const fewSurvive = 3

// apostrophe says whether the only mark in a word stands where an apostrophe may.
func (d *document) apostrophe(t *token, usual map[rune]bool) bool {
	head, tail, found := strings.Cut(strings.ToLower(d.text[t.start:t.end]), "?")
	tail = strings.TrimSuffix(tail, "?")
	if !found || head == "" || tail == "" || strings.Contains(tail, "?") {
		return false
	}
	if d.tag == "en" {
		switch tail {
		case "t":
			return strings.HasSuffix(head, "n")
		case "s":
			return d.known(head) < spoken
		case "d", "m", "ll", "re", "ve":
			return d.elides(head)
		}
		return false
	}
	if !d.elides(head) || !strings.ContainsRune("aeiouyhàâäéèêëîïôöùûüœæìòáíóú", first(tail)) {
		return false
	}
	d.words = d.table.Lookup(t.hash).Words(d.words[:0])
	for i := range d.words {
		if w := &d.words[i]; w.N > 0 && w.Freq < commonWord && usual[w.Inserts[0].Letter] && int(w.Inserts[0].At) == len(head) {
			return false
		}
	}
	return true
}

// spoken is the frequency, in steps, of words that take an s behind an apostrophe.
const spoken = 130

// elides says whether a word is one that an apostrophe ends.
func (d *document) elides(word string) bool {
	return slices.Contains(grammar()[words{d.tag, "elided"}].list, word)
}
