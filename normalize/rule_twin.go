package normalize

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/normalize/lexicon"
)

// ruleTwin restores a letter that a word lost where the same document holds
// the word intact. Seen: "Talibn" beside "Taliban", "Hernndez" beside
// "Hernández". It is safe where the loss leaves consonants that no word ends
// in or strips every accented letter between consonants; pairs that are both
// words (Jon and John, county and country, Jos and José) are left alone. What
// may be a shorter form of a damaged name ("Talib") is only a suspect.
var ruleTwin = &rule{name: "twin", cue: 0, find: findTwins}

// twin is what a damaged word should be.
type twin struct {
	word       string
	confidence float64
	count      int
}

func findTwins(d *doc) {
	w := d.names()
	twins := map[string]twin{}
	for word, n := range w {
		if len(word) < 5 || word[0] < 'A' || word[0] > 'Z' || d.foreign(word) {
			continue
		}
		if damaged := d.impossible(word, w); damaged != "" {
			t := twin{word, 0.95, n}
			if old, ok := twins[damaged]; ok && old.word != word {
				if old.count > n || old.count == n && old.word < word {
					t = old
				}
				t.confidence = 0.6 // Müller or Möller
			}
			twins[damaged] = t
			continue
		}
		for _, damaged := range losses(word) {
			m := w[damaged]
			if m == 0 || n <= m && n < 3 || d.foreign(damaged) || anywhere(damaged) {
				continue
			}
			t := twin{word, 0.95, n}
			if n >= 2*m {
				t.confidence = 0.97
			}
			if old, ok := twins[damaged]; !ok || t.count > old.count || t.count == old.count && t.word < old.word {
				twins[damaged] = t
			}
		}
	}
	if len(twins) == 0 {
		return
	}
	for _, damaged := range slices.Sorted(maps.Keys(twins)) {
		shorter(w, twins, damaged)
	}
	for i := range d.fields {
		d.fields[i].reportTwins(twins)
	}
}

// impossible gives what the word is without its letters outside ASCII, where
// the document has that too and its language does not, or hardly: "Beyonc"
// beside "Beyoncé". The other way round it cannot have come about.
func (d *doc) impossible(word string, w words) string {
	if nextHigh(word, 0) == len(word) {
		return ""
	}
	damaged := strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf {
			return -1
		}
		return r
	}, word)
	if len(damaged) < 4 || w[damaged] == 0 || d.foreign(damaged) {
		return ""
	}
	if k := d.know(); !k.found || k.table.Lang.Tag() != "en" || anywhere(damaged) || d.accented() {
		return "" // other languages lose more than names: that is for the letters to weigh
	}
	return damaged
}

// accented says whether the document has so many small words with letters outside
// ASCII that half of it must be in another language, which has endings of such
// letters: a Finnish manual, half translated, has a Soikiosegmentti and two of
// Soikiosegmenttiä.
func (d *doc) accented() bool {
	return bool(fact(d, func(d *doc) hasAccents {
		const borrowed = 8 // café, naïve, façade
		n := 0
		for word := range d.words() {
			if r, _ := utf8.DecodeRuneInString(word); unicode.IsLower(r) && nextHigh(word, 0) < len(word) {
				n++
			}
		}
		return n > borrowed
	}))
}

type hasAccents bool

// anywhere says whether any language has the word as it stands, and more often
// than damage brings it about. English documents quote others: "Lisans" beside
// "Lisansı" is Turkish.
func anywhere(word string) bool {
	const hardly = 172 // steps: one word in eight million
	var buf [lexicon.MaxKey]byte
	if len(word) > lexicon.MaxKey {
		return true
	}
	hash := lexicon.Hash(lexicon.AppendKey(buf[:0], word))
	for l := range lexicon.Lang(lexicon.Languages()) {
		if table := l.Table(); table.Lookup(hash).Plain() < hardly {
			return true
		}
	}
	return false
}

// names gives the document's words that begin with a capital, with their
// counts: far fewer than all words, so that intact text costs little.
func (d *doc) names() words {
	w := make(words, 64)
	for i := range d.fields {
		w.addNames(d.fields[i].text)
	}
	for _, s := range d.evidence {
		w.addNames(s)
	}
	return w
}

func (w words) addNames(s string) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < 'A' || c > 'Z' || i > 0 && (byteClass[s[i-1]] == byteLetter || s[i-1] >= utf8.RuneSelf && letterEnds(s[:i])) {
			continue
		}
		_, end := nextWord(s, i)
		if end-i >= 4 && end-i <= maxWord {
			w[s[i:end]]++
		}
		i = end - 1
	}
}

func letterEnds(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isWordRune(r)
}

// foreign says whether the user asked to leave the word.
func (d *doc) foreign(word string) bool {
	_, found := slices.BinarySearch(d.skip, word)
	return found
}

// shorter notes as suspects the words that a damaged name begins with.
func shorter(w words, twins map[string]twin, damaged string) {
	t := twins[damaged]
	for n := len(t.word) - 1; n >= len(t.word)-2 && n >= 5; n-- {
		short := t.word[:n]
		if _, known := twins[short]; !known && w[short] > 0 && w[short] < t.count {
			twins[short] = twin{t.word, 0.5, t.count}
		}
	}
}

func (f *field) reportTwins(twins map[string]twin) {
	for i := 0; i < len(f.text); {
		start, end := nextWord(f.text, i)
		if t, ok := twins[f.text[start:end]]; ok && end > start {
			f.report(start, end, t.word, t.confidence, fmt.Sprintf("document: %s ×%d", t.word, t.count))
		}
		i = end
	}
}

// losses gives the forms that a word may have been damaged to and that no
// intact word has.
func losses(word string) []string {
	var out []string
	if d := withoutAccented(word); d != "" {
		out = append(out, d)
	}
	// The one vowel before a last n, where the consonants left cannot end a word.
	n := len(word)
	if n >= 6 && word[n-1] == 'n' && strings.IndexByte("aeiou", word[n-2]) >= 0 && strings.IndexByte("bdfkptv", word[n-3]) >= 0 {
		out = append(out, word[:n-2]+"n")
	}
	return out
}

// withoutAccented gives the word without its letters outside ASCII, where each
// of them stands between two consonants; else nothing.
func withoutAccented(word string) string {
	out := make([]byte, 0, len(word))
	found := false
	for i, r := range word {
		if r < utf8.RuneSelf {
			out = append(out, byte(r))
			continue
		}
		end := i + utf8.RuneLen(r)
		if i < 1 || end+1 >= len(word) || !consonant(word[i-1]) || !consonant(word[end]) {
			return ""
		}
		found = true
	}
	if !found || len(out) < 4 {
		return ""
	}
	return string(out)
}

func consonant(c byte) bool {
	return byteClass[c] == byteLetter && strings.IndexByte("aeiouyAEIOUY", c) < 0
}
