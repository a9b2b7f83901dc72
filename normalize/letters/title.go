package letters

import "slices"

// Titles that stand before names and are another word once a letter is put
// into them: French "Mme" opens many a sentence of the press, and "Même" does.
var titles = map[string][]string{
	"fr": {"mme", "mmes", "mlle"},
}

// beforeName is what a title gains before a word with a capital.
const beforeName = 5

// titled says whether a token is a title and a name follows.
func (d *document) titled(j int, key []byte) bool {
	if j+1 >= len(d.tokens) || !slices.Contains(titles[d.tag], string(key)) {
		return false
	}
	next := &d.tokens[j+1]
	return d.tokens[j].upper == 1 && next.kind == word && next.upper > 0
}
