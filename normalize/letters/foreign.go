package letters

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"copydesk/normalize/lexicon"
)

// Limits for names, in frequency steps and counts.
const (
	neverMet  = 172 // rarer than this in English is as good as unknown (10^-6.9)
	rarelyMet = 147 // with proof in the document (10^-5.9)
	farther   = 17  // how much more frequent than the word as it stands, with proof
	farthest  = 25  // the same without any
	clearly   = 12  // how much more frequent than the second reading
	surely    = 20  // the same of a name by itself: Müller is thrice as frequent as Möller
	alone     = 60  // as good as no second reading
	seldom    = 165 // rarer than this in its own language a name is no evidence
	common    = 125 // so frequent abroad that it may be quoted: eléctrico
	unheard   = 3   // a trigram of fewer English words is no spelling
	unusual   = 100 // one of fewer is no usual one
)

// borrowed finds a word that English itself has with such letters. In 700,000
// words of intact news not one that English has only so stood without them.
func (d *document) borrowed(t *token, key []byte, g lexicon.Group, plain, proofs int) name {
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
	if second-best.Freq < surely {
		return name{}
	}
	ahead := plain - best.Freq
	switch {
	case plain == lexicon.None && len(key) >= 5:
		n.confidence, n.sure = 0.96, true
	case plain == lexicon.None && len(key) == 4:
		n.confidence, n.sure = 0.93, d.rarest(&best, key) < unheard
	case plain == lexicon.None && proofs > 0:
		n.confidence = 0.93
	case plain == lexicon.None:
		n.likely = true
	case plain >= neverMet && ahead >= farthest && (len(key) >= 4 || t.upper == 0 && ahead >= farthest+10):
		n.confidence, n.sure = 0.93, len(key) >= 5
	case plain >= neverMet && ahead >= farther && proofs > 0:
		n.confidence = 0.93
	case plain >= neverMet && ahead >= farther:
		n.likely = len(key) >= 4 // a surname may well be spelled so: Nicols
	case len(key) < 4 && !t.bound: // Trk
	case proofs > 0 && ahead >= farther:
		n.confidence = 0.91
	case proofs > 0 && plain-d.abroadAs(&best, key) >= 40:
		if w, _, _ := d.elsewhere(key); w.N > 0 { // else it is a word of its own there: entre nous
			n.confidence = 0.9
		}
	}
	return n
}

// abroadAs gives how frequent just this spelling is in the language that has
// it most.
func (d *document) abroadAs(want *lexicon.Word, key []byte) int {
	hash, freq := lexicon.Hash(key), lexicon.None
	var words [16]lexicon.Word
	for table := range d.otherTables {
		for _, w := range table.Lookup(hash).Words(words[:0]) {
			if sameLetters(&w, want) {
				freq = min(freq, w.Freq)
			}
		}
	}
	return freq
}

// elsewhere finds the likeliest word of any other language for a key, how
// frequent it is there, and how frequent the next other word.
func (d *document) elsewhere(key []byte) (best lexicon.Word, freq, second int) {
	hash, plain := lexicon.Hash(key), string(key)
	lead := newLead()
	for table := range d.otherTables {
		g := table.Lookup(hash)
		lead.plain(g.Plain(), plain)
		d.words = g.Words(d.words[:0])
		for i := range d.words {
			if w := &d.words[i]; w.Freq < lead.second {
				lead.word(w, key)
			}
		}
	}
	return lead.best, lead.freq, lead.second
}

// otherTables gives the words of all languages but the text's own and those
// whose lists are too weak to prove anything.
func (d *document) otherTables(yield func(lexicon.Table) bool) {
	for l := range lexicon.Lang(lexicon.Languages()) {
		if l != d.table.Lang && !weak[l.Tag()] && !yield(l.Table()) {
			return
		}
	}
}

// lead is the likeliest reading of a key that several languages offered, how
// frequent it is, and how frequent the next other one. Less is more frequent.
type lead struct {
	best         lexicon.Word // without a language's word: the key as it stands
	form         string
	freq, second int
}

func newLead() lead { return lead{freq: lexicon.None, second: lexicon.None} }

// plain weighs the key as it stands.
func (l *lead) plain(freq int, form string) {
	if freq < l.freq {
		*l = lead{lexicon.Word{}, form, freq, min(l.second, l.freq)}
	}
}

// word weighs a word that is more frequent than the second so far.
func (l *lead) word(w *lexicon.Word, key []byte) {
	switch form := string(w.Append(nil, key)); {
	case form == l.form:
		l.freq = min(l.freq, w.Freq)
	case w.Freq < l.freq:
		*l = lead{*w, form, w.Freq, l.freq}
	default:
		l.second = w.Freq
	}
}

// heardAbroad says, at a glance, whether another language has a word with
// letters outside ASCII for the key.
func (d *document) heardAbroad(hash uint64) bool {
	for table := range d.otherTables {
		if g := table.Lookup(hash); g.Found() && !g.Only() {
			return true
		}
	}
	return false
}

// foreignName finds a name that another language has.
func (d *document) foreignName(t *token, key []byte, proofs int) name {
	w, freq, second := d.elsewhere(key)
	if w.N == 0 || w.N > 2 || second-freq < surely || freq > 176 {
		return name{}
	}
	n := name{word: w, evidence: fmt.Sprintf("lexicon: %s", w.Append(nil, key))}
	if twin, ok := d.twin(&w, key); ok {
		// English writes the name without the mark, and never with it.
		n.word, n.evidence = twin, fmt.Sprintf("lexicon en: %s, for %s", twin.Append(nil, key), w.Append(nil, key))
	}
	rarest, only := d.rarest(&w, key), second-freq >= alone
	rare := rarest < unheard
	named := t.upper == 1 && w.Case != lexicon.Small // a verb abroad is no name here: Strömmer, not strømmer
	odd := w.Case == lexicon.Capital || rarest < unusual
	switch {
	case rare && named:
		n.confidence, n.sure = 0.92, len(key) >= 6
	case named && only && len(key) >= 7 && freq <= seldom:
		n.confidence = 0.91
	case rare && only && t.upper == 0 && len(key) >= 6 && (proofs > 0 || w.Case == lexicon.Small && freq <= common):
		n.confidence = 0.91
	case proofs > 0 && len(key) >= 6 && (named && odd || rare && t.upper != 1):
		n.confidence = 0.9
	case named && odd && only && freq <= seldom:
		n.likely = true
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

// rarest counts the English words that have together the letters which a gap of
// the word brings together.
func (d *document) rarest(w *lexicon.Word, key []byte) int {
	n := 255
	for k := range w.N {
		n = min(n, lexicon.Rarest(key, int(w.Inserts[k].At)))
	}
	return n
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
