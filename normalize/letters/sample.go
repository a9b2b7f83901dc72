package letters

import (
	"strings"

	"copydesk/normalize/lexicon"
)

// A Sample is one word of running text with what stands around it, as the
// generator of the lexicon counts it. Blank samples are the places between two
// words where nothing stood: they have no form.
type Sample struct {
	Form    string // small letters
	Key     []byte
	Hash    uint64
	Context lexicon.Context
	Capital bool // its first letter is a capital
	Opens   bool // it opens a sentence
	Bound   bool // an apostrophe or hyphen stands beside it
	Blank   bool // nothing stood here
}

// everyBlank is how few of the places where nothing stood are sampled.
const everyBlank = 16

// Samples gives each word of a line to the function.
func Samples(line string, turkish bool, each func(*Sample)) {
	s := scanner{turkish: turkish}
	s.scan(line, 0, len(line))
	var form strings.Builder
	for i := range s.tokens {
		if t := &s.tokens[i]; t.kind == word {
			form.Reset()
			for _, r := range line[t.start:t.end] {
				form.WriteRune(lexicon.Lower(r, turkish))
			}
			t.near.Form = lexicon.FormOf([]byte(form.String()))
		}
	}
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.kind != word || t.keep {
			continue
		}
		if i%everyBlank == 0 && i > 0 && s.tokens[i-1].kind == word && s.tokens[i-1].end+1 == t.start && line[t.start-1] == ' ' {
			each(&Sample{Hash: lexicon.Hash(""), Context: s.between(i), Blank: true})
		}
		form.Reset()
		for _, r := range line[t.start:t.end] {
			form.WriteRune(lexicon.Lower(r, turkish))
		}
		first := []rune(line[t.start:t.end])[0]
		each(&Sample{
			Form: form.String(), Key: s.keys[t.key:t.keyTo], Hash: t.hash, Context: s.context(i),
			Capital: lexicon.Lower(first, turkish) != first,
			Opens:   i == 0 || s.tokens[i-1].kind == bound,
			Bound:   t.bound,
		})
	}
}
