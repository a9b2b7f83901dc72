package letters

import "copydesk/normalize/lexicon"

// A text is told to be in the language that is nearest to it, though that may be none
// of those which are listed: Bosnian, Serbian and Slovene were read as Slovak, Breton as
// Icelandic, Aragonese as Spanish. Then half of its words look like damaged ones ("da"
// like "dať", "as" like "así"). A text that lost letters has them as keys all the same:
// of news one word in twenty is unknown, of manuals one in six, of a neighbour's
// language one in three and mostly four in five.

const (
	nativeWords = 20 // fewer words tell nothing
	passage     = 8  // the same of one paragraph
)

// native says whether the text is in its language, and sets aside the paragraphs
// that are not.
func (d *document) native() bool {
	words, unknown := 0, 0
	from := 0
	for i := 0; i <= len(d.tokens); i++ {
		if i < len(d.tokens) && !(d.tokens[i].kind == bound && d.text[d.tokens[i].start] == '\n') {
			continue
		}
		n, strange := d.unknownWords(from, i)
		if n >= passage && 5*strange > 2*n {
			for j := from; j < i; j++ {
				d.tokens[j].keep = true
			}
		}
		words, unknown = words+n, unknown+strange
		from = i + 1
	}
	return words < nativeWords || 4*unknown <= words
}

// unknownWords counts the words of small letters among tokens, and those that the
// language has neither as they stand nor with letters put back, nor English as
// common ones.
func (d *document) unknownWords(from, to int) (n, unknown int) {
	for j := from; j < to; j++ {
		t := &d.tokens[j]
		if t.kind != word || t.keep || t.upper > 0 || t.letters < 3 || t.marks > 0 || t.keyTo-t.key > lexicon.MaxKey {
			continue
		}
		n++
		if !d.has(t) && d.english.Lookup(t.hash).Plain() >= commonWord {
			unknown++
		}
	}
	return n, unknown
}

// has says whether the language has a word that the token is or may have been.
func (d *document) has(t *token) bool {
	g := d.table.Lookup(t.hash)
	if t.foreign == 0 {
		return g.Found()
	}
	var seen [16]observed
	var lost [16]rune
	obs := d.observe(t, seen[:0])
	d.words = g.Words(d.words[:0])
	for i := range d.words {
		if _, _, ok := d.fit(&d.words[i], obs, t.keyTo-t.key, lost[:0]); ok {
			return true
		}
	}
	return false
}
