package letters

import "copydesk/normalize/lexicon"

// Czech and Slovak make the names of women and what belongs to somebody out of
// any surname: "Redl" gives "Redlová" and "Redlův". No list has them all, and
// one that has only the commoner form of another name ("Mendelově", of the
// university) would take its place.

const (
	derivedCost = 22  // frequency steps beside those of the surname
	namedFreq   = 150 // of a surname that no list has and the text has by itself
)

// surnameEndings are what surnames take and a loss can damage.
func surnameEndings(tag string) []string { return grammar()[words{tag, "surname"}].list }

// surnames gives the words of a key that are made of a surname and an ending:
// of a name that the list has, or that stands by itself in the text.
func (d *document) surnames(key []byte, each func(lexicon.Word)) {
	var ends [8]byte
	var stems [16]lexicon.Word
	for _, ending := range surnameEndings(d.tag) {
		end := lexicon.AppendKey(ends[:0], ending)
		cut := len(key) - len(end)
		if cut < 3 || string(key[cut:]) != string(end) {
			continue
		}
		hash := lexicon.Hash(key[:cut])
		g := d.table.Lookup(hash)
		names := g.Words(stems[:0])
		switch f := g.Plain(); {
		case f != lexicon.None:
			names = append(names, lexicon.Word{Freq: f})
		case !g.Found() && d.named[hash]:
			names = append(names, lexicon.Word{Freq: namedFreq})
		}
		for _, w := range names {
			at := int32(cut)
			for _, r := range ending {
				if r < 0x80 {
					at++
				} else if w.N < len(w.Inserts) {
					w.Inserts[w.N] = lexicon.Insert{At: at, Letter: r}
					w.N++
				}
			}
			w.Freq, w.Case = w.Freq+derivedCost, lexicon.Capital
			each(w)
		}
	}
}

// readNames notes what stands in the text with a capital inside a sentence and
// lost nothing: in these languages a name.
func (d *document) readNames() {
	if len(surnameEndings(d.tag)) == 0 {
		return
	}
	d.named = map[uint64]bool{}
	for j := range d.tokens {
		t := &d.tokens[j]
		if t.kind == word && !t.keep && t.upper == 1 && t.letters > 2 && !isLower(d.text[t.start]) && !d.opens(j) {
			d.named[t.hash] = true
		}
	}
}

// derives says whether a word may be one that no list has, made of a stem and an
// ending.
func (d *document) derives(t *token) bool {
	return d.turkish || t.upper == 1 && len(surnameEndings(d.tag)) > 0
}
