package letters

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"copydesk/normalize/lexicon"
)

// A word inside a sentence whose first letter was lost gets a small one unless
// the lexicon knows it for a name. But common words are parts of names, too ("la
// Liga Árabe", "České republiky"), and what stands beside them tells.

//go:embed capitals.txt
var capitalList string

// A capitalName begins with a common word: how that one begins, and the key of
// how the next does.
type capitalName struct{ word, next string }

var capitalNames = sync.OnceValue(func() map[string][]capitalName {
	out := map[string][]capitalName{}
	for line := range strings.Lines(capitalList) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 && line[0] != '#' {
			out[f[0]] = append(out[f[0]], capitalName{f[1], string(lexicon.AppendKey(nil, f[2]))})
		}
	}
	return out
})

// Languages that write the words of a name with capitals throughout: Spanish its
// adjectives ("Liga Árabe"), and Turkish ("Şans Oyunları"). French does so before
// an adjective ("États Généraux") and not behind a noun ("Forum économique"),
// Polish and Czech only with the first word.
var (
	capitalAfter  = map[string]bool{"es": true}
	capitalBefore = map[string]bool{"es": true, "pt": true, "it": true, "ca": true, "fr": true, "tr": true}
)

// shortName is how long a word is at least that may be part of a name.
const shortName = 4

// inName says whether a word that lost its first letter is part of a name, by the
// words beside it.
func (d *document) inName(j int, w *lexicon.Word) bool {
	t := &d.tokens[j]
	key := d.keys[t.key:t.keyTo]
	form := string(w.Append(nil, key))
	next := d.joined(j, j+1)
	if next != nil && startsName(d.tag, form, d.keys[next.key:next.keyTo]) {
		return true
	}
	if utf8.RuneCountInString(form) < shortName || slices.Contains(grammar()[words{d.tag, "nameless"}].list, form) {
		return false
	}
	if capitalBefore[d.tag] && next != nil && d.capitalised(next) && d.common(next) {
		return true
	}
	last := d.joined(j-1, j-1)
	return capitalAfter[d.tag] && last != nil && d.capitalised(last) && !d.opens(j-1)
}

func startsName(tag, form string, next []byte) bool {
	for _, n := range capitalNames()[tag] {
		if strings.HasPrefix(form, n.word) && strings.HasPrefix(string(next), n.next) {
			return true
		}
	}
	return false
}

// joined gives token k if it is a word that only a space parts from its neighbour;
// i is the first of the two.
func (d *document) joined(i, k int) *token {
	if i < 0 || i+1 >= len(d.tokens) || d.tokens[k].kind != word || d.text[d.tokens[i].end:d.tokens[i+1].start] != " " {
		return nil
	}
	return &d.tokens[k]
}

// capitalised says whether a token has one capital, its first letter.
func (d *document) capitalised(t *token) bool {
	r, _ := utf8.DecodeRuneInString(d.text[t.start:])
	return t.upper == 1 && t.letters > 1 && unicode.IsUpper(r)
}

// common says whether a token is a word that is written small elsewhere.
func (d *document) common(t *token) bool {
	g := d.table.Lookup(t.hash)
	if g.Plain() != lexicon.None {
		return g.PlainCase() == lexicon.Small
	}
	for w := range g.All() {
		return w.Case == lexicon.Small
	}
	return false
}
