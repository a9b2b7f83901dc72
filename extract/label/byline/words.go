package byline

import (
	_ "embed"
	"strings"
)

//go:embed words.tsv
var wordsTSV string

// shapeWords are the words by whose form names are told from what is none, by kind.
var shapeWords = func() map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for line := range strings.Lines(wordsTSV) {
		if kind, words, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && kind[0] != '#' {
			m[kind] = map[string]bool{}
			for w := range strings.FieldsSeq(words) {
				m[kind][w] = true
			}
		}
	}
	return m
}()
