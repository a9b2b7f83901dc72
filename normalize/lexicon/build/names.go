package main

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// findNames collects words that begin with a letter outside ASCII and are
// names: places, and what several other languages write in their own texts
// with that letter ("álvarez" in English is not a common noun).
func (w *wordlist) findNames(lists []*wordlist, text *corpus) {
	if text != nil {
		for _, line := range text.names {
			for s := range strings.FieldsFuncSeq(line, func(r rune) bool { return !unicode.IsLetter(r) }) {
				r, _ := utf8.DecodeRuneInString(s)
				if r >= utf8.RuneSelf && unicode.IsUpper(r) && utf8.RuneCountInString(s) >= 4 {
					if low := lowerWord(s, turkish(w.tag)); w.inside[low] == 0 || w.capital[low]*2 > w.inside[low] {
						w.names[low] = true
					}
				}
			}
		}
	}
	for s, i := range w.freq {
		if r, _ := utf8.DecodeRuneInString(s); r < utf8.RuneSelf || utf8.RuneCountInString(s) < 4 {
			continue
		}
		others, best := 0, 1000
		for _, o := range lists {
			if j, ok := o.freq[s]; ok && o.tag != w.tag && !related(o.tag, w.tag) {
				others++
				best = min(best, j)
			}
		}
		if others >= 3 && best < i+150 {
			w.names[s] = true
		}
	}
}

// related says whether two languages share common words with such letters.
func related(a, b string) bool {
	for _, family := range []string{"es pt ca it fr ro", "cs sk pl sl sh", "da nb sv is", "de sv fi", "tr de", "lt lv", "hu de"} {
		f := " " + family + " "
		if strings.Contains(f, " "+a+" ") && strings.Contains(f, " "+b+" ") {
			return true
		}
	}
	return false
}
