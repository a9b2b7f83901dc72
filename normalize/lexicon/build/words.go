package main

import (
	"cmp"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"copydesk/normalize/letters"
	"copydesk/normalize/lexicon"
)

// A wordlist is the vocabulary of one language: how frequent each word is (as
// wordfreq counts: 10^(-i/100)) and how it is written inside a sentence.
type wordlist struct {
	tag     string
	freq    map[string]int
	seen    map[string]int // how often the running text has it, free-standing
	capital map[string]int // of these, inside a sentence and with a capital
	inside  map[string]int // of these, inside a sentence
	total   int
	names   map[string]bool // written with a capital: names of places, and words that other languages borrow so
	dict    *dictionary     // may be nil
	endings map[string][2]int
	pairs   *bigrams // of neighbouring words; may be nil
}

func turkish(tag string) bool { return tag == "tr" || tag == "az" }

// readWords joins the frequency list of a language with what its running text shows.
func readWords(dir, tag string, text *corpus, dict *dictionary, pairs *bigrams) (*wordlist, error) {
	raw, err := readWordfreq(filepath.Join(dir, "large_"+tag+".msgpack.gz"))
	small := err != nil
	if small {
		if raw, err = readWordfreq(filepath.Join(dir, "small_"+tag+".msgpack.gz")); err != nil {
			return nil, err
		}
	}
	w := &wordlist{tag: tag, dict: dict, names: map[string]bool{}, freq: map[string]int{}, seen: map[string]int{}, capital: map[string]int{}, inside: map[string]int{}}
	for s, i := range raw {
		if s = norm.NFC.String(s); spellable(s) {
			if old, ok := w.freq[s]; !ok || i < old {
				w.freq[s] = i
			}
		}
	}
	if text != nil {
		for _, line := range text.lines {
			letters.Samples(line, turkish(tag), func(s *letters.Sample) {
				if s.Blank {
					return
				}
				w.total++
				if s.Bound {
					return
				}
				w.seen[s.Form]++
				if !s.Opens {
					w.inside[s.Form]++
					if s.Capital {
						w.capital[s.Form]++
					}
				}
			})
		}
	}
	w.shorten()
	w.extend(small)
	if w.pairs = pairs; pairs != nil {
		w.press(pairs)
	}
	if tag == "de" {
		w.eszett()
	}
	if tag == "fr" {
		w.bare()
	}
	if turkish(tag) {
		w.inflect(dict)
		w.dotted()
	}
	w.clean()
	if turkish(tag) {
		w.findEndings()
	}
	return w, nil
}

// commonWords is the list of a language that only its running text tells of.
func commonWords(tag string, text *corpus) *wordlist {
	w := &wordlist{tag: tag, freq: map[string]int{}, seen: map[string]int{}}
	if text == nil {
		return w
	}
	for _, line := range text.lines {
		letters.Samples(line, false, func(s *letters.Sample) {
			if !s.Blank {
				w.total++
				w.seen[s.Form]++
			}
		})
	}
	for s, n := range w.seen {
		if n >= 5 && float64(n) > 1e-4*float64(w.total) && spellable(s) {
			w.freq[s] = int(-100 * math.Log10(float64(n)/float64(w.total)))
		}
	}
	return w
}

// spellable says whether a word is made of Latin letters and short enough.
func spellable(s string) bool {
	other := 0
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z':
		case r >= 0xaa && unicode.Is(unicode.Latin, r) && unicode.IsLetter(r):
			other++
		default:
			return false
		}
	}
	return other <= 7 && len(s) <= lexicon.MaxKey
}

// shorten corrects the frequency of words of one or two letters: a list that
// parts words at apostrophes and hyphens counts the l, d, t of elisions.
func (w *wordlist) shorten() {
	if w.total < 100_000 {
		return
	}
	for s, i := range w.freq {
		if len(s) <= 2 {
			own := 790.0
			if n := w.seen[s]; n > 0 {
				own = -100 * math.Log10(float64(n)/float64(w.total))
			}
			w.freq[s] = max(i, min(i+250, int(own)))
		}
	}
}

// extend adds words that only the running text has. Handbooks are full of
// words that news are not, so these stay rare.
func (w *wordlist) extend(small bool) {
	least := 4
	if small {
		least = 2
	}
	for s, n := range w.seen {
		if _, ok := w.freq[s]; ok || n < least || utf8.RuneCountInString(s) < 4 || !spellable(s) {
			continue
		}
		w.freq[s] = max(620, int(-100*math.Log10(float64(n)/float64(w.total))+60))
	}
}

// press adds what statistics from the press say of single words: most words
// of a small list are not in it, and it is drawn from subtitles and chat.
func (w *wordlist) press(m *bigrams) {
	const (
		coarse = 2.66 // frequencies above are all one
		apart  = 30   // what a word pays that only one of the two has
	)
	for n, s := range m.words {
		if n >= len(m.unigram) || !spellable(s) || s == "" {
			continue
		}
		i := int(-100 * m.unigram[n])
		old, ok := w.freq[s]
		switch {
		case m.unigram[n] > -coarse:
		case ok:
			w.freq[s] = (i + old) / 2
		case utf8.RuneCountInString(s) > 2:
			w.freq[s] = i + apart
		}
	}
}

// clean drops what a list has of damaged words: where a word that kept all
// its letters is hundreds of times more frequent than what it becomes when
// they are lost ("können", "knnen"), and running text never has the latter.
func (w *wordlist) clean() {
	best := map[string]int{}
	for s, i := range w.freq {
		key := keyOf(s)
		if len(key) != len(s) {
			if old, ok := best[key]; !ok || i < old {
				best[key] = i
			}
		}
	}
	for s, i := range w.freq {
		key := string(lexicon.AppendKey(nil, s))
		b, ok := best[key]
		if !ok {
			continue
		}
		switch behind := i - b; {
		case behind > 350:
			delete(w.freq, s)
		case len(s) == len(key) && w.seen[s] < 2 && w.total > 500_000 && len(s) > 2:
			if behind > 180 {
				delete(w.freq, s)
			} else if behind > 80 {
				w.freq[s] = i + 100
			}
		}
	}
}

// bare adds French words whose first accent is left out, as capitals are
// often printed ("Elysée" for "Élysée").
func (w *wordlist) bare() {
	for s, i := range w.freq {
		r, n := utf8.DecodeRuneInString(s)
		if r != 'é' && r != 'è' && r != 'ê' {
			continue
		}
		form := "e" + s[n:]
		if _, ok := w.freq[form]; !ok && i < 600 && strings.ContainsFunc(s[n:], func(r rune) bool { return r >= utf8.RuneSelf }) {
			w.freq[form] = i + 120
		}
	}
}

// dotted adds the capitals that only Turkish has outside ASCII: İ is lost
// from "İstanbul" as other letters are.
func (w *wordlist) dotted() {
	for s, i := range w.freq {
		if s[0] != 'i' || len(s) < 4 {
			continue
		}
		late := 160 // only where it opens a sentence
		if w.capitals(s) == capital {
			late = 0
		}
		if i+late < 700 {
			w.freq["İ"+s[1:]] = i + late
		}
	}
}

// How a word is written inside a sentence.
const (
	small = iota
	capital
	both
	unknown
)

// capitals says how a word is written inside a sentence. Running text
// decides, then a dictionary, then, where the word begins with a letter that
// can be lost, names that begin alike, and in German how words with the same
// ending are written.
func (w *wordlist) capitals(s string) int {
	switch s[0] {
	case '-':
		return unknown
	case "İ"[0]:
		if strings.HasPrefix(s, "İ") {
			return capital
		}
	}
	if n := w.inside[s]; n > 1 {
		switch c := w.capital[s]; {
		case c*4 >= n*3 && n < fewSeen && w.inflected(s) == small:
			return small // in the name of a document, or so
		case c*4 >= n*3:
			return capital
		case c*4 <= n:
			return small
		default:
			return both
		}
	}
	if w.dict != nil {
		switch isSmall, isCapital := w.dict.small[s], w.dict.capital[s]; {
		case isSmall && isCapital:
			return both
		case isSmall:
			return small
		case isCapital:
			return capital
		}
	}
	r := []rune(s)
	if r[0] < utf8.RuneSelf {
		return unknown
	}
	if c := w.inflected(s); c != unknown {
		return c
	}
	for n := len(r); n >= max(4, len(r)-3); n-- {
		head, tail := string(r[:n]), string(r[n:])
		if w.names[head] || w.names[head+"o"] && strings.Contains(" u a em om ", " "+tail+" ") {
			return capital
		}
		if w.dict != nil && w.dict.small[head] {
			return small
		}
		if w.dict != nil && w.dict.capital[head] {
			return capital
		}
	}
	if w.tag == "de" {
		return w.ending(r)
	}
	return unknown
}

// fewSeen is how rarely running text has a word whose capital it does not decide.
const fewSeen = 40

// inflected looks at how a dictionary writes the stems that a Polish or Slovak word
// with a first letter outside ASCII may be a form of: "Świnoujściu" of "Świnoujście".
func (w *wordlist) inflected(s string) int {
	if w.dict == nil || w.tag != "pl" && w.tag != "sk" || s[0] < utf8.RuneSelf {
		return unknown
	}
	r := []rune(s)
	for n := len(r); n >= max(4, len(r)-3); n-- {
		switch isSmall, isCapital := w.dict.heads(false)[string(r[:n])], w.dict.heads(true)[string(r[:n])]; {
		case isSmall && isCapital:
			return unknown
		case isSmall:
			return small
		case isCapital:
			return capital
		}
	}
	return unknown
}

// ending looks at how German words with the longest known ending are written.
func (w *wordlist) ending(r []rune) int {
	if w.endings == nil {
		w.endings = map[string][2]int{}
		for s, n := range w.inside {
			if n < 2 {
				continue
			}
			e := []rune(s)
			for k := 1; k+3 <= len(e); k++ {
				c := w.endings[string(e[k:])]
				if w.capital[s]*2 > n {
					c[1]++
				} else {
					c[0]++
				}
				w.endings[string(e[k:])] = c
			}
		}
	}
	for i := 1; i+3 <= len(r); i++ {
		if c := w.endings[string(r[i:])]; c[0]+c[1] > 0 {
			if c[1] > c[0] {
				return capital
			}
			return small
		}
	}
	return unknown
}

// keyOf is the key of a word, or of an ending.
func keyOf(s string) string {
	if s[0] == '-' {
		return string(lexicon.AppendKey([]byte{'-'}, s))
	}
	return string(lexicon.AppendKey(nil, s))
}

// frequent gives the words, the most frequent first, at most n.
func (w *wordlist) frequent(n int) []string {
	out := make([]string, 0, len(w.freq))
	for s := range w.freq {
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b string) int {
		return cmp.Or(cmp.Compare(w.freq[a], w.freq[b]), strings.Compare(a, b))
	})
	return out[:min(n, len(out))]
}
