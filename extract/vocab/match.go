package vocab

import "bytes"

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

// entry is what is asked of a phrase before the phrase itself is looked at:
// nearly all are refused here.
type entry struct {
	phrase int32
	second uint32 // the phrase's second word; 0 where it has none or a pattern
	place  Place
	lang   uint8
}

// elem is one word of a phrase: a word, the beginning of one, a number or a gap.
type elem struct {
	word   uint32
	prefix string
	number bool
	gap    bool
	brk    bool // the phrase itself has the end of a sentence before this word
}

// prefixKey is how many bytes of a word find the phrases that begin with a part of it.
const prefixKey = 3

// maxGap is how many words … may stand for.
const maxGap = 8

// Find appends to dst every phrase that stands in text and counts in one of the
// places, in the order of the text. In kickers and badges a phrase counts only
// where it is all that stands between two dividing signs, unless the phrase
// itself leaves an end open with …. Phrases may overlap; of one phrase found
// with gaps of several lengths the shortest is given.
func (w Words) Find(dst []Hit, text string, in Place) []Hit {
	var room buffers
	toks := tokenize(&room, text)
	for i := range toks.list {
		toks.list[i].word = w.m.words[string(toks.text(toks.list[i]))]
	}
	for i := range toks.list {
		t := toks.list[i]
		if t.number {
			dst = w.at(dst, toks, text, i, w.m.numbers, in)
		}
		if t.word != 0 {
			dst = w.at(dst, toks, text, i, w.m.byWord[t.word], in)
		}
		if s := toks.text(t); len(s) >= prefixKey {
			dst = w.at(dst, toks, text, i, w.m.prefixes[string(s[:prefixKey])], in)
		}
	}
	return dst
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

// at tries the phrases numbered in list at word i.
func (w Words) at(dst []Hit, toks tokens, text string, i int, list []entry, in Place) []Hit {
	whole := in&^(Kicker|Badge) == 0
	var next uint32
	if i+1 < len(toks.list) {
		next = toks.list[i+1].word
	}
	for _, e := range list {
		if e.place&in == 0 || w.langs&(1<<e.lang) == 0 || e.second != 0 && e.second != next {
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

func (toks tokens) same(i int, e elem) bool {
	t := toks.list[i]
	switch {
	case e.number:
		return t.number
	case e.prefix != "":
		s := toks.text(t)
		return len(s) >= len(e.prefix) && bytes.Equal(s[:len(e.prefix)], []byte(e.prefix))
	default:
		return t.word == e.word
	}
}
