package vocab

import (
	"bytes"
	"math"
)

// phrase is a row's phrase ready to be compared.
type phrase struct {
	elems          []elem
	exact          string // where its case counts: the text itself
	atStart, atEnd bool
	openStart      bool // in kicker and badge: other words may stand before it …
	openEnd        bool // … and behind
	lang           uint8
	place          Place
}

// elem is one word of a phrase: a word, the beginning of one, a number or a gap.
type elem struct {
	word   string
	hash   uint32 // of the word; 0 for what is none
	prefix string
	number bool
	gap    bool
	brk    bool // the phrase itself has the end of a sentence before this word
}

// prefixKey is how many bytes of a word find the phrases that begin with a part of
// it: as many as headHash takes.
const prefixKey = 3

// maxGap is how many words … may stand for.
const maxGap = 8

// Find appends to dst every phrase that stands in text and counts in one of the
// places, in the order of the text. In kickers and badges a phrase counts only
// where it is all that stands between two dividing signs, unless the phrase
// itself leaves an end open with …. Phrases may overlap; of one phrase found
// with gaps of several lengths the shortest is given.
func (w Words) Find(dst []Hit, text string, in Place) []Hit {
	room := rooms.Get().(*buffers)
	defer rooms.Put(room)
	toks := tokenize(room, text, math.MaxInt)
	for i := range toks.list {
		t := &toks.list[i]
		if t.number && w.opens.number&in != 0 {
			dst = w.at(dst, toks, text, i, w.opens.numbers, 0, in)
		}
		if o := &w.opens.words; o.counts(t.hash, in) {
			dst = w.at(dst, toks, text, i, o.slot(t.hash), t.hash, in)
		}
		head := headHash(toks.text(*t))
		if o := &w.opens.prefixes; o.counts(head, in) {
			dst = w.at(dst, toks, text, i, o.slot(head), head, in)
		}
	}
	return dst
}

// Opens reports whether a phrase that counts in one of the places may stand at the
// start of text. It looks at the first word alone: false is sure, true is not.
func (w Words) Opens(text string, in Place) bool {
	room := rooms.Get().(*buffers)
	defer rooms.Put(room)
	toks := tokenize(room, text, 1)
	if len(toks.list) == 0 {
		return false
	}
	whole, head := toks.list[0].hash, headHash(toks.text(toks.list[0]))
	return w.opens.words.counts(whole, in) || w.opens.prefixes.counts(head, in) ||
		toks.list[0].number && w.opens.number&in != 0
}

// Has reports whether a phrase of the kind stands in text.
func (w Words) Has(text string, in Place, kind Kind) bool {
	var room [8]Hit
	for _, h := range w.Find(room[:0], text, in) {
		if h.Kind == kind {
			return true
		}
	}
	return false
}

// at tries, at word i, those of the phrases whose first word has the hash.
func (w Words) at(dst []Hit, toks tokens, text string, i int, list []entry, first uint32, in Place) []Hit {
	whole := in&^(Kicker|Badge) == 0
	var next uint32
	if i+1 < len(toks.list) {
		next = toks.list[i+1].hash
	}
	for _, e := range list {
		if e.first != first || e.place&in == 0 || e.second != 0 && e.second != next {
			continue
		}
		n := e.phrase
		p := &w.m.phrases[n]
		if p.atStart && i > 0 {
			continue
		}
		end := matchAt(toks, i, p.elems)
		if end < 0 || p.atEnd && end != len(toks.list) {
			continue
		}
		if p.exact != "" && text[toks.list[i].start:toks.list[end-1].end] != p.exact {
			continue
		}
		if whole && (!p.openStart && toks.list[i].brk == none && i > 0 ||
			!p.openEnd && end < len(toks.list) && toks.list[end].brk == none) {
			continue
		}
		dst = append(dst, Hit{Row: &w.m.rows[n], Start: int(toks.list[i].start), End: int(toks.list[end-1].end),
			From: i, To: end, Words: len(toks.list)})
	}
	return dst
}

// matchAt compares elems with the words from i on and gives the index behind
// the last of them, or -1.
func matchAt(toks tokens, i int, elems []elem) int {
	first := i
	for k, e := range elems {
		if e.gap {
			for skip := 0; skip <= maxGap && i+skip < len(toks.list); skip++ {
				if skip > 0 && toks.list[i+skip-1].brk == hard {
					break
				}
				if end := matchAt(toks, i+skip, elems[k+1:]); end >= 0 {
					return end
				}
			}
			return -1
		}
		if i >= len(toks.list) || !toks.same(i, e) || i > first && toks.list[i].brk == hard && !e.brk {
			return -1
		}
		i++
	}
	return i
}

func (t tokens) same(i int, e elem) bool {
	k := t.list[i]
	switch {
	case e.number:
		return k.number
	case e.prefix != "":
		s := t.text(k)
		return len(s) >= len(e.prefix) && bytes.Equal(s[:len(e.prefix)], []byte(e.prefix))
	default:
		return k.hash == e.hash && string(t.text(k)) == e.word
	}
}
