package letters

// beforeName is what a title gains before a word with a capital. Some titles that
// stand before names are another word once a letter is put into them: French "Mme"
// opens many a sentence of the press, and "Même" does.
const beforeName = 5

// titled says whether a token is a title and a name follows.
func (d *document) titled(j int) bool {
	if j+1 >= len(d.tokens) || !d.keyIn(j, "title") {
		return false
	}
	next := &d.tokens[j+1]
	return d.tokens[j].upper == 1 && next.kind == word && next.upper > 0
}
