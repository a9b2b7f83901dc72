package letters

import "copydesk/normalize/lexicon"

// Some steps put a space where a letter was: "M xico", "situaci n". The pieces
// are no words, and the word that they make together misses just the letters
// between them. A text must show several such words before one is touched.

// Limits for pieces.
const (
	pieceFreq   = 140 // frequency steps: the whole word is at least this common
	pieceSeldom = 150 // and one of the pieces at most this
	pieceProof  = 3   // distinct words that a text must show
	pieceRate   = 100 // and one more for each so many words
	maxPieces   = 4
)

// spaced finds words that fell into pieces. Where there are enough of them it
// gives their repair, and says so: then no other loss is looked for.
func (d *document) spaced() ([]Fix, bool) {
	var out []Fix
	distinct := map[string]bool{}
	for i := 0; i < len(d.tokens); i++ {
		for n := maxPieces; n > 1; n-- {
			f, ok := d.pieces(i, n)
			if ok {
				distinct[f.After] = true
				out = append(out, f)
				i += n - 1
				break
			}
		}
	}
	return out, len(distinct) >= pieceProof+len(d.tokens)/pieceRate
}

// pieces reads n tokens as one word.
func (d *document) pieces(i, n int) (Fix, bool) {
	if i+n > len(d.tokens) {
		return Fix{}, false
	}
	var buf [lexicon.MaxKey]byte
	var cuts [maxPieces]int
	key, seldom := buf[:0], false
	for k := range n {
		t := &d.tokens[i+k]
		if t.kind != word || t.keep || t.foreign > 0 || k > 0 && (t.upper > 0 || t.start != d.tokens[i+k-1].end+1 || d.text[t.start-1] != ' ') {
			return Fix{}, false
		}
		if len(key)+t.keyTo-t.key > lexicon.MaxKey {
			return Fix{}, false
		}
		seldom = seldom || d.table.Lookup(t.hash).Plain() >= pieceSeldom
		key = append(key, d.keys[t.key:t.keyTo]...)
		cuts[k] = len(key)
	}
	if !seldom {
		return Fix{}, false
	}
	g := d.table.Lookup(lexicon.Hash(key))
	best, second := lexicon.None, lexicon.None
	var won lexicon.Word
	d.words = g.Words(d.words[:0])
next:
	for _, w := range d.words {
		if w.N != n-1 {
			continue
		}
		for k := range w.N {
			if int(w.Inserts[k].At) != cuts[k] {
				continue next
			}
		}
		switch {
		case w.Freq < best:
			best, second, won = w.Freq, best, w
		case w.Freq < second:
			second = w.Freq
		}
	}
	if best > pieceFreq || second-best < clearly || g.Plain() < best {
		return Fix{}, false
	}
	whole := token{start: d.tokens[i].start, end: d.tokens[i+n-1].end}
	form := string(won.Append(nil, key))
	return Fix{Start: whole.start, End: whole.end, After: d.restore(&whole, form, false), Rule: "lost-letter",
		Confidence: 0.93, Evidence: "lexicon " + d.tag + ": " + form}, true
}
