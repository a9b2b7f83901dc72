package letters

import (
	_ "embed"
	"strings"
	"sync"

	"copydesk/normalize/lexicon"
)

//go:embed grammar.tsv
var grammarList string

// words names the words of one language that a rule asks for.
type words struct{ tag, kind string }

// wordList is the words of one sort, in their order and by their keys.
type wordList struct {
	list []string
	keys map[string]bool
}

var grammar = sync.OnceValue(func() map[words]wordList {
	out := map[words]wordList{}
	for line := range strings.Lines(grammarList) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 3 || line[0] == '#' {
			continue
		}
		w := wordList{list: strings.Fields(f[2]), keys: map[string]bool{}}
		for _, word := range w.list {
			w.keys[string(lexicon.AppendKey(nil, word))] = true
		}
		out[words{f[0], f[1]}] = w
	}
	return out
})

// keyIn says whether the key of token j is among the words of a kind in the text's language.
func (d *document) keyIn(j int, kind string) bool {
	t := &d.tokens[j]
	return t.kind == word && grammar()[words{d.tag, kind}].keys[string(d.keys[t.key:t.keyTo])]
}
