package normalize

import (
	"unicode/utf8"

	"copydesk/normalize/lexicon"
)

// knowledge is what is known of the document's words: which it holds itself,
// and which its language has.
type knowledge struct {
	doc   words
	table lexicon.Table
	lang  string
	found bool // the lexicon has the language
}

func learn(d *doc) *knowledge {
	k := &knowledge{doc: d.words(), lang: d.language()}
	if l, ok := lexicon.Find(k.lang); ok {
		k.table, k.found = l.Table(), true
	}
	return k
}

// know gives what is known of the document's words.
func (d *doc) know() *knowledge { return fact(d, learn) }

// language gives the document's language: as the caller says, else as its
// words tell; empty where neither does.
func (d *doc) language() string {
	if d.lang != "" {
		return d.lang
	}
	return string(fact(d, func(d *doc) foundLanguage {
		longest := ""
		for i := range d.fields {
			if len(d.fields[i].text) > len(longest) {
				longest = d.fields[i].text
			}
		}
		if tag, sure := lexicon.Language(longest); sure >= 0.5 {
			return foundLanguage(tag)
		}
		return ""
	}))
}

type foundLanguage string

// frequency gives how frequent a word of small letters is in the document's
// language, in steps of the lexicon (small is frequent), or lexicon.None.
func (k *knowledge) frequency(word string) int {
	if !k.found {
		return lexicon.None
	}
	return k.table.Frequency(word)
}

// isWord says whether the document or its language has the word, given in small letters.
func (k *knowledge) isWord(word string) bool {
	return k.doc[word] > 0 || k.frequency(word) < lexicon.None
}

// small gives a word in small letters.
func small(word string) string {
	b := make([]byte, 0, len(word))
	for _, r := range word {
		b = utf8.AppendRune(b, lexicon.Lower(r, false))
	}
	return string(b)
}
