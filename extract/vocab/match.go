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
	hash   uint32 // of the word
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
	room := rooms.Get().(*buffers)
	defer rooms.Put(room)
	toks := tokenize(room, text, math.MaxInt)
	for i := range toks.list {
		t := &toks.list[i]
		whole, head := hashes(toks.text(*t))
		if t.number && w.opens.number&in != 0 {
			dst = w.at(dst, toks, text, i, w.m.numbers, in)
		}
		if w.opens.word[whole%openings]&in != 0 {
			dst = w.at(dst, toks, text, i, w.m.byWord[w.m.word(toks, i)], in)
		}
		if w.opens.prefix[head%openings]&in != 0 {
			if s := toks.text(*t); len(s) >= prefixKey {
				dst = w.at(dst, toks, text, i, w.m.prefixes[string(s[:prefixKey])], in)
			}
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
	whole, head := hashes(toks.text(toks.list[0]))
	return w.opens.word[whole%openings]&in != 0 || w.opens.prefix[head%openings]&in != 0 ||
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

// word gives the number of word i, 0 for one that no phrase has. It is looked up
// when it is first asked for: most words open no phrase, and none asks.
func (m *Matcher) word(toks tokens, i int) uint32 {
	t := &toks.list[i]
	if !t.known {
		t.known, t.word = true, m.words.number(toks.text(*t))
	}
	return t.word
}

// at tries the phrases numbered in list at word i.
func (w Words) at(dst []Hit, toks tokens, text string, i int, list []entry, in Place) []Hit {
	whole := in&^(Kicker|Badge) == 0
	var next uint32
	if i+1 < len(toks.list) && len(list) > 0 {
		next = w.m.word(toks, i+1)
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
		end := w.m.matchAt(toks, i, p.elems)
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
func (m *Matcher) matchAt(toks tokens, i int, elems []elem) int {
	first := i
	for k, e := range elems {
		if e.gap {
			for skip := 0; skip <= maxGap && i+skip < len(toks.list); skip++ {
				if skip > 0 && toks.list[i+skip-1].brk == hard {
					break
				}
				if end := m.matchAt(toks, i+skip, elems[k+1:]); end >= 0 {
					return end
				}
			}
			return -1
		}
		if i >= len(toks.list) || !m.same(toks, i, e) || i > first && toks.list[i].brk == hard && !e.brk {
			return -1
		}
		i++
	}
	return i
}

func (m *Matcher) same(toks tokens, i int, e elem) bool {
	t := toks.list[i]
	switch {
	case e.number:
		return t.number
	case e.prefix != "":
		s := toks.text(t)
		return len(s) >= len(e.prefix) && bytes.Equal(s[:len(e.prefix)], []byte(e.prefix))
	default:
		return m.word(toks, i) == e.word
	}
}
