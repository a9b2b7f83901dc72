package letters

import (
	"unicode/utf8"

	"copydesk/normalize/lexicon"
)

// observed is a token's letters outside ASCII and marks, each with the number
// of ASCII letters before it.
type observed struct {
	at   int32
	r    rune // 0 is a mark
	wide int  // marks in a row
}

// observe reads the extras of a token. Trailing marks are told apart: a
// question mark may end a sentence.
func (d *document) observe(t *token, dst []observed) []observed {
	at := int32(0)
	for _, r := range d.text[t.start:t.end] {
		switch {
		case r < 0x80 && isASCIILetter(byte(r)):
			if d.turkish && r == 'I' {
				dst = append(dst, observed{at: at, r: 'ı'})
				continue
			}
			at++
		case d.marked != nil && d.marked(r):
			if n := len(dst); n > 0 && dst[n-1].r == 0 && dst[n-1].at == at {
				dst[n-1].wide++
			} else {
				dst = append(dst, observed{at: at, wide: 1})
			}
		case d.turkish && r == 'İ':
			at++
		default:
			dst = append(dst, observed{at: at, r: lexicon.Lower(r, d.turkish)})
		}
	}
	return dst
}

// fit says whether a word can have become what was observed, and which of its
// letters were lost. Where letters are marked each lost letter has its mark;
// tail is how many question marks at the end are left over as punctuation.
func (d *document) fit(w *lexicon.Word, seen []observed, end int, lost []rune) (out []rune, tail int, ok bool) {
	k := 0
	for i := 0; i < len(seen); i++ {
		o := seen[i]
		for k < w.N && w.Inserts[k].At < o.at {
			if d.mode == marked {
				return lost, 0, false
			}
			lost = append(lost, w.Inserts[k].Letter)
			k++
		}
		if o.r != 0 {
			for d.mode == dropped && k < w.N && w.Inserts[k].At == o.at && w.Inserts[k].Letter != o.r {
				lost = append(lost, w.Inserts[k].Letter)
				k++
			}
			if k >= w.N || w.Inserts[k].At != o.at || w.Inserts[k].Letter != o.r {
				return lost, 0, false
			}
			k++
			continue
		}
		left := o.wide
		for left >= d.width && k < w.N && w.Inserts[k].At == o.at && (i+1 >= len(seen) || seen[i+1].r != w.Inserts[k].Letter || left > 0) {
			lost = append(lost, w.Inserts[k].Letter)
			k++
			left -= d.width
		}
		if left > 0 {
			if !d.queries || o.at != int32(end) || i != len(seen)-1 {
				return lost, 0, false
			}
			tail = left
		}
	}
	if k < w.N && d.mode == marked {
		return lost, 0, false
	}
	for ; k < w.N; k++ {
		lost = append(lost, w.Inserts[k].Letter)
	}
	return lost, tail, true
}

// restore writes a word over a token: the letters that stand keep their case,
// those that were lost take it from their neighbours.
func (d *document) restore(t *token, form string, capital bool) string {
	obs := d.text[t.start:t.end]
	letters, upper := 0, 0
	for _, r := range obs {
		if isLetter(r) {
			letters++
			if lexicon.Lower(r, d.turkish) != r {
				upper++
			}
		}
	}
	shout := upper > 1 && upper == letters
	out := make([]byte, 0, len(form)+4)
	rest := obs
	next := func() (rune, int) { // the next letter that stands
		for i := 0; i < len(rest); {
			r, n := utf8.DecodeRuneInString(rest[i:])
			if isLetter(r) {
				return r, i + n
			}
			i += n
		}
		return 0, 0
	}
	for i, r := range form {
		have, n := next()
		if n > 0 && lexicon.Lower(have, d.turkish) == r && (i > 0 || r < 0x80 || d.mode == dropped || !startsMarked(d, obs)) {
			out = utf8.AppendRune(out, have)
			rest = rest[n:]
			continue
		}
		if shout || i == 0 && capital {
			r = lexicon.Upper(r, d.turkish)
		}
		out = utf8.AppendRune(out, r)
	}
	return string(out)
}

func startsMarked(d *document, obs string) bool {
	r, _ := utf8.DecodeRuneInString(obs)
	return d.marked != nil && d.marked(r)
}
