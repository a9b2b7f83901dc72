package main

import (
	"math"
	"unicode/utf8"
)

// endings adds what Turkish hangs on its words, marked with a hyphen: the
// endings that many words of the list take. How frequent one is says how often
// a word that has an ending has this one.
func (w *wordlist) findEndings() {
	const (
		stemFreq = 600
		least    = 25
	)
	count, total := map[string]int{}, 0
	for s := range w.freq {
		for i := len(s) - 1; i >= 3 && len(s)-i <= 14; i-- {
			if !utf8.RuneStart(s[i]) {
				continue
			}
			if f, ok := w.freq[s[:i]]; ok && f < stemFreq && utf8.RuneCountInString(s[:i]) >= 2 {
				count[s[i:]]++
				total++
			}
		}
	}
	for e, n := range count {
		if n >= least {
			w.freq["-"+e] = int(-100 * math.Log10(float64(n)/float64(total)))
		}
	}
}
