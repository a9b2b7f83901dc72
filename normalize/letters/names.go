package letters

import (
	"strings"
	"unicode"

	"copydesk/normalize/lexicon"
)

// English has next to no letters outside ASCII of its own, so its texts show
// a loss only in names and borrowed words: "Schrdinger", "Beyonc". Each word
// must prove itself:
//
//   - English does not have it as it stands, or as good as never, and does have
//     it with the letters put back ("Schrödinger"): see foreign.go;
//   - or one other language has it, it is written as a name, and the letters
//     that the gap brings together stand together in hardly an English word;
//   - or the words beside it tell ("Cond Nast"): see borrowed.go.
//
// What is only likely becomes sure where the text shows another loss. Left
// alone: what English knows as it stands (resume, Jos, Mars), short words,
// words with capitals inside; and what no English list has either way, once a
// letter of the kind has survived in the text.

// name is the verdict on one word.
type name struct {
	word       lexicon.Word
	confidence float64
	evidence   string
	sure       bool // strong enough to make others likelier
	likely     bool // not enough by itself; two such prove each other
}

// names goes through an English text.
func (d *document) names(proofs int) []Fix {
	phrases := d.phrases()
	if CodeSigns(d.text) >= LeastCode {
		return phrases
	}
	proofs += len(phrases)
	survived := d.survivors() > 0
	rare := d.rare()
	seen := map[uint64]name{}
	likely := 0
	for pass := range 2 {
		if pass == 1 && proofs == 0 && likely > 1 {
			proofs = 1
		}
		for _, j := range rare {
			t := &d.tokens[j]
			old, known := seen[t.hash]
			if pass == 0 && known || pass == 1 && (proofs == 0 || old.confidence >= 0.9) {
				continue
			}
			n := d.verdict(t, proofs, survived)
			if n.confidence > 0 || n.likely {
				if d.amongOthers(j) || t.upper == 0 && n.word.Case == lexicon.Capital {
					n = name{}
				}
			}
			seen[t.hash] = n
			switch {
			case known:
			case n.sure:
				proofs++
			case n.likely:
				likely++
			}
		}
	}
	var out []Fix
	for _, j := range rare {
		t := &d.tokens[j]
		n := seen[t.hash]
		if n.confidence < 0.9 && !survived && d.besideName(j, seen) {
			n = d.halfOf(t, n)
		}
		if n.confidence == 0 {
			continue
		}
		key := d.keys[t.key:t.keyTo]
		form := string(n.word.Append(nil, key))
		f := d.fix(j, &n.word, lostFirst(&n.word, nil), form, n.confidence)
		f.Evidence = n.evidence
		out = append(out, f)
	}
	return merge(phrases, out)
}

// rare gives the tokens that may be judged and that English does not have, or
// hardly: few, so that a text with one foreign name costs little more than none.
func (d *document) rare() []int {
	var out []int
	var at [lexicon.Together]int
	var hashes [lexicon.Together]uint64
	var room [lexicon.Together]lexicon.Group
	n := 0
	look := func() {
		for k, g := range d.table.Lookups(room[:0], hashes[:n]) {
			if g.Plain() >= rarelyMet {
				out = append(out, at[k])
			}
		}
		n = 0
	}
	for j := range d.tokens {
		if t := &d.tokens[j]; d.nameLike(t) {
			at[n], hashes[n] = j, t.hash
			if n++; n == len(at) {
				look()
			}
		}
	}
	look()
	return out
}

// survivors counts the words with Latin letters outside ASCII that stand in
// the text. Greek letters of formulae are none.
func (d *document) survivors() int {
	n := 0
	for i := range d.tokens {
		t := &d.tokens[i]
		if t.foreign == 0 {
			continue
		}
		for _, r := range d.text[t.start:t.end] {
			if r >= 0xC0 && r != 'µ' && unicode.Is(unicode.Latin, r) {
				n++
				break
			}
		}
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

// verdict weighs one word; survived says that the text has kept some letter
// outside ASCII, so that only a word which cannot stand as it is is mended.
func (d *document) verdict(t *token, proofs int, survived bool) name {
	key := d.keys[t.key:t.keyTo]
	g := d.table.Lookup(t.hash)
	plain := g.Plain()
	if survived {
		if plain != lexicon.None || len(key) < 5 {
			return name{}
		}
		n := d.borrowed(t, key, g, plain, 0)
		if d.otherStands(&n, key) {
			return name{}
		}
		return n
	}
	if n := d.borrowed(t, key, g, plain, proofs); n.confidence > 0 || n.likely {
		if n.word.Inserts[0].At == 0 && (t.upper == 1 || len(key) < 4) {
			return name{} // a capital begins the word; too little is left
		}
		return n
	}
	if plain != lexicon.None || len(key) < 5 {
		return name{}
	}
	if n := d.foreignName(t, key, proofs); n.confidence > 0 || n.likely {
		return n
	}
	if proofs > 0 && t.upper == 1 {
		return d.vowel(key)
	}
	return name{}
}

// otherStands says whether the text has another word whole that may have lost
// the same letters: Möller beside Müller.
func (d *document) otherStands(n *name, key []byte) bool {
	const enough = 1 << 18 // bytes read, so that a long text costs no more than its length
	text := d.text[:min(len(d.text), enough)]
	for i := range d.words {
		w := &d.words[i]
		form := w.Append(nil, key)
		if w.Inserts != n.word.Inserts && len(form) > 1 && strings.Contains(text, string(form[1:])) {
			return true
		}
	}
	return false
}

// besideName says whether only a hyphen, or a space between capitals, parts the
// word from one that is mended.
func (d *document) besideName(j int, seen map[uint64]name) bool {
	return j > 0 && d.pairs(j-1, j) && seen[d.tokens[j-1].hash].confidence >= 0.9 ||
		j+1 < len(d.tokens) && d.pairs(j, j+1) && seen[d.tokens[j+1].hash].confidence >= 0.9
}

// pairs says whether two tokens are parts of one name.
func (d *document) pairs(i, j int) bool {
	a, b := &d.tokens[i], &d.tokens[j]
	if a.kind != word || b.kind != word || b.start-a.end != 1 {
		return false
	}
	c := d.text[a.end]
	return c == '-' || c == ' ' && a.upper == 1 && b.upper == 1 && b.keyTo-b.key > 4 && a.keyTo-a.key > 4
}

// amongOthers says whether the sentence around a token, or the line where the
// sentence has too few words, is mostly unknown to English: a sentence of Finnish
// in a page that is half translated. Names do not count.
func (d *document) amongOthers(j int) bool {
	known, unknown := d.knownAround(j, false)
	if known+unknown < 3 {
		known, unknown = d.knownAround(j, true)
	}
	return unknown > 2 && unknown > known
}

// mostAround is how many tokens on either side are looked at for a few small words.
const mostAround = 200

// knownAround counts the words of small letters around a token that English knows,
// and those that it does not, in the sentence or in the whole line.
func (d *document) knownAround(j int, line bool) (known, unknown int) {
	for _, step := range [2]int{-1, 1} {
		for i, n := j+step, 0; i >= 0 && i < len(d.tokens) && n < 6 && step*(i-j) <= mostAround; i += step {
			t := &d.tokens[i]
			if t.kind == bound && (!line || d.text[t.start] == '\n') {
				break
			}
			if t.kind != word || t.upper > 0 || t.letters < 2 {
				continue
			}
			n++
			if t.foreign == 0 && d.table.Lookup(t.hash).Plain() < rarelyMet {
				known++
			} else {
				unknown++
			}
		}
	}
	return known, unknown
}

// LeastCode is how many of the signs that CodeSigns counts show that a text has code in it.
const LeastCode = 3

// CodeSigns counts the lines of a text that end as statements do, and what calls something.
func CodeSigns(text string) int {
	n := 0
	for _, sign := range [...]string{";\n", "{\n", "}\n", ");", "()"} {
		n += strings.Count(text, sign)
	}
	return n
}

// halfOf weighs the other half of a double name ("Martnez-Beltrn", "Haute
// Randonne Pyrnenne"), which was lost together with the first.
func (d *document) halfOf(t *token, n name) name {
	key := d.keys[t.key:t.keyTo]
	if len(key) < 4 || d.table.Lookup(t.hash).Plain() != lexicon.None {
		return n
	}
	w, freq, second := d.elsewhere(key)
	if w.N == 0 || w.N > 2 || second-freq < surely || freq > seldom {
		return n
	}
	return name{word: w, confidence: 0.91, evidence: "lexicon: " + string(w.Append(nil, key))}
}
