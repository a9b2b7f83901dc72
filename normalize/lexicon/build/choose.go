package main

import (
	"slices"
	"strings"
)

// The rarer half of a list is mostly words without letters outside ASCII. Nothing of
// those can be lost, and they need no room; the others ("démissionneront") are what a
// damaged text is read by. So these languages keep the commonest words, and of the
// rest those that such letters are in and those that lost letters would turn into.
// Left alone are Czech and Turkish, whose rest is longer than there is room for, and
// German, whose compounds are read by their parts.
var wholeLists = []string{"es", "fr", "it", "pt", "pl"}

// commonShare is which part of the words that a language would keep counts as
// common; of Polish, which keeps twice as many, half.
const commonShare = 0.75

// chosen gives the words that are kept, the most frequent first.
func (w *wordlist) chosen(n int) []string {
	all := w.frequent(len(w.freq))
	n = min(w.size(n), len(all))
	if !slices.Contains(wholeLists, w.tag) {
		return all[:n]
	}
	common := int(float64(n) * commonShare)
	if w.tag == "pl" {
		common = n / 2
	}
	rivals := map[string]bool{} // keys that a word which lost letters leaves
	for _, s := range all {
		if key := keyOf(s); len(key) < len(s) {
			rivals[key] = true
		}
	}
	out := all[:common:common]
	for _, s := range all[common:] {
		if rivals[keyOf(s)] || ligated(s) {
			out = append(out, s)
		}
	}
	return out
}

// ligated says whether a word may lose a ligature.
func ligated(s string) bool {
	return strings.Contains(s, "fi") || strings.Contains(s, "fl") || strings.Contains(s, "ff")
}
