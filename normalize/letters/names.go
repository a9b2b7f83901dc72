package letters

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"copydesk/normalize/lexicon"
)

// English has next to no letters outside ASCII of its own, so its texts show
// a loss only in names and borrowed words: "Schrdinger", "Beyonc". Each word
// must prove itself:
//
//   - English does not have it as it stands, or as good as never;
//   - English does have it with the letters put back ("Schrödinger"); or one
//     other language has it, it is written as a name, and the letters that the
//     gap brings together stand together in no English word;
//   - no letter of the kind survived in the text.
//
// One such proof makes the next one easier. Left alone: what English knows as
// it stands (resume, Jos, Mars), short words, words with capitals inside.

// Limits for names, in frequency steps and counts.
const (
	neverMet  = 172 // rarer than this in English is as good as unknown (10^-6.9)
	rarelyMet = 147 // with proof in the document (10^-5.9)
	farther   = 17  // how much more frequent than the word as it stands
	clearly   = 12  // how much more frequent than the second reading
	unheard   = 3   // a trigram of fewer English words is no spelling
)

// name is the verdict on one word.
type name struct {
	word       lexicon.Word
	confidence float64
	evidence   string
	sure       bool // strong enough to make others likelier
}

// names goes through an English text.
func (d *document) names(proofs int) []Fix {
	if d.survivors() > 0 {
		return nil
	}
	seen := map[uint64]name{}
	for pass := range 2 {
		for j := range d.tokens {
			t := &d.tokens[j]
			if !d.nameLike(t) {
				continue
			}
			old, known := seen[t.hash]
			if pass == 0 && known || pass == 1 && (proofs == 0 || old.confidence >= 0.9) {
				continue
			}
			n := d.verdict(t, proofs)
			seen[t.hash] = n
			if n.sure && !known {
				proofs++
			}
		}
	}
	var out []Fix
	for j := range d.tokens {
		t := &d.tokens[j]
		n, ok := seen[t.hash]
		if !ok || n.confidence == 0 || !d.nameLike(t) {
			continue
		}
		key := d.keys[t.key:t.keyTo]
		form := string(n.word.Append(nil, key))
		f := d.fix(j, &n.word, lostFirst(&n.word, nil), form, n.confidence)
		f.Evidence = n.evidence
		out = append(out, f)
	}
	return out
}

// survivors counts Latin letters outside ASCII that stand in the text.
func (d *document) survivors() int {
	n := 0
	for i := range d.tokens {
		n += d.tokens[i].foreign
	}
	return n
}

// nameLike says whether a token may be judged: a word of some length, with
// capitals only at its start or throughout.
func (d *document) nameLike(t *token) bool {
	n := t.keyTo - t.key
	if t.kind != word || t.keep || t.foreign > 0 || n < 3 || n > lexicon.MaxKey {
		return false
	}
	switch t.upper {
	case 0:
		return true
	case 1:
		return d.text[t.start] < 'a'
	}
	return t.upper == n && n >= 5
}

// verdict weighs one word.
func (d *document) verdict(t *token, proofs int) name {
	key := d.keys[t.key:t.keyTo]
	g := d.table.Lookup(t.hash)
	plain := g.Plain()
	if len(key) < 4 && proofs == 0 || plain < rarelyMet {
		return name{}
	}
	if n := d.borrowed(key, g, plain, proofs); n.confidence > 0 {
		return n
	}
	if plain != lexicon.None || !g.Found() && len(key) < 5 {
		return name{}
	}
	if t.upper == 1 || proofs > 0 {
		if n := d.foreignName(t, key, proofs); n.confidence > 0 {
			return n
		}
	}
	if proofs > 0 && t.upper == 1 {
		return d.vowel(key)
	}
	return name{}
}

// borrowed finds a word that English itself has with such letters.
func (d *document) borrowed(key []byte, g lexicon.Group, plain, proofs int) name {
	d.words = g.Words(d.words[:0])
	if len(d.words) == 0 {
		return name{}
	}
	best := d.words[0]
	n := name{word: best, evidence: "lexicon en: " + string(best.Append(nil, key))}
	second := lexicon.None
	if len(d.words) > 1 {
		second = d.words[1].Freq
	}
	switch {
	case second-best.Freq < clearly && proofs == 0:
		return name{}
	case plain == lexicon.None && len(key) >= 5:
		n.confidence, n.sure = 0.96, true
	case plain == lexicon.None && proofs > 0:
		n.confidence = 0.93
	case plain == lexicon.None && len(key) == 4 && d.rare(&best, key):
		n.confidence = 0.92
	case plain == lexicon.None:
		n.confidence = 0.8
	case plain >= neverMet && plain-best.Freq >= farther:
		n.confidence, n.sure = 0.93, len(key) >= 5
	case proofs > 0 && plain-best.Freq >= farther:
		n.confidence = 0.91
	case proofs > 0:
		if _, freq, _ := d.elsewhere(key); plain-freq >= 40 && len(key) >= 3 {
			n.confidence = 0.9
		}
	}
	return n
}

// elsewhere finds the likeliest word of any other language for a key, how
// frequent it is there, and how frequent the next other word.
func (d *document) elsewhere(key []byte) (best lexicon.Word, freq, second int) {
	hash := lexicon.Hash(key)
	freq, second = lexicon.None, lexicon.None
	form := ""
	for l := range lexicon.Lang(lexicon.Languages()) {
		if l == d.table.Lang || weak[l.Tag()] {
			continue
		}
		table := l.Table()
		g := table.Lookup(hash)
		if f := g.Plain(); f < freq {
			second = min(second, freq)
			best, freq, form = lexicon.Word{}, f, string(key)
		}
		d.words = g.Words(d.words[:0])
		for i := range d.words {
			w := &d.words[i]
			if w.Freq >= second {
				continue
			}
			f := string(w.Append(nil, key))
			switch {
			case f == form:
				freq = min(freq, w.Freq)
			case w.Freq < freq:
				second = freq
				best, freq, form = *w, w.Freq, f
			default:
				second = w.Freq
			}
		}
	}
	return best, freq, second
}

// foreignName finds a name that another language has.
func (d *document) foreignName(t *token, key []byte, proofs int) name {
	w, freq, second := d.elsewhere(key)
	if w.N == 0 || w.N > 2 || second-freq < clearly || freq > 176 {
		return name{}
	}
	n := name{word: w, evidence: fmt.Sprintf("lexicon: %s", w.Append(nil, key))}
	if twin, ok := d.twin(&w, key); ok {
		// English writes the name without the mark, and never with it.
		n.word, n.evidence = twin, fmt.Sprintf("lexicon en: %s, for %s", twin.Append(nil, key), w.Append(nil, key))
	}
	rare := d.rare(&w, key)
	switch {
	case rare && len(key) >= 5 && t.upper == 1:
		n.confidence, n.sure = 0.92, len(key) >= 6
	case proofs > 0 && len(key) >= 6 && (t.upper == 1 || rare):
		n.confidence = 0.9
	}
	return n
}

// commonTwin is the frequency up to which English knows the unmarked spelling
// of a name well ("Turkmenistan" for "Turkmenistán").
const commonTwin = 170

// twin gives the word with the letters put in without their marks, where
// English knows it well.
func (d *document) twin(w *lexicon.Word, key []byte) (lexicon.Word, bool) {
	twin := *w
	for k := range twin.N {
		base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(twin.Inserts[k].Letter)))
		if base >= utf8.RuneSelf {
			return twin, false
		}
		twin.Inserts[k].Letter = base
	}
	return twin, d.table.Lookup(lexicon.Hash(twin.Append(nil, key))).Plain() < commonTwin
}

// rare says whether a gap of the word brings letters together that no English
// word has so.
func (d *document) rare(w *lexicon.Word, key []byte) bool {
	for k := range w.N {
		if lexicon.Rarest(key, int(w.Inserts[k].At)) < unheard {
			return true
		}
	}
	return false
}

// vowel finds the English spelling of a name whose accented letter was lost
// elsewhere, before the text was English: "Badakhshn" was "Badakhshán" and is
// "Badakhshan" here. Just one vowel in just one place, inside a heap of
// consonants that no language would write, must give a word that English has.
func (d *document) vowel(key []byte) name {
	if len(key) < 7 {
		return name{}
	}
	var buf [lexicon.MaxKey + 1]byte
	var n name
	for at := 1; at <= len(key); at++ {
		if heap(key, at) < heaped {
			continue
		}
		for _, v := range "aeiou" {
			whole := append(append(append(buf[:0], key[:at]...), byte(v)), key[at:]...)
			if f := d.table.Lookup(lexicon.Hash(whole)).Plain(); f > 180 {
				continue
			}
			if n.confidence > 0 {
				return name{}
			}
			n = name{confidence: 0.91, evidence: "lexicon en: " + string(whole)}
			n.word.N = 1
			n.word.Inserts[0] = lexicon.Insert{At: int32(at), Letter: v}
		}
	}
	return n
}

// heaped is how many consonants in a row are too many.
const heaped = 4

// heap counts the consonants in a row around the place before key[at].
func heap(key []byte, at int) int {
	n := 0
	for i := at - 1; i >= 0 && !strings.ContainsRune("aeiouy", rune(key[i])); i-- {
		n++
	}
	if n == 0 {
		return 0
	}
	for i := at; i < len(key); i++ {
		if strings.ContainsRune("aeiouy", rune(key[i])) {
			break
		}
		n++
	}
	return n
}
