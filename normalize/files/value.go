package files

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"copydesk/normalize"
)

// value is one text of a file: the bytes data[start:end] and what they say.
type value struct {
	start, end int
	place      string
	text       string
	// turns are the places where text and bytes stop running side by side;
	// none where the bytes are the text.
	turns []turn
	// encode writes text as bytes of the file; nil where they are the same.
	encode func(string) string
	// whole, where not nil, says that the value must be written anew as a whole
	// once it holds the text: a plain CSV cell that now needs quotes.
	whole func(after string) (string, bool)
}

// turn says that text[text:] is written at start+raw.
type turn struct{ text, raw int }

// raw gives the place in the file's bytes, from the value's start, of text[at:].
func (v *value) raw(at int) int {
	i, exact := slices.BinarySearchFunc(v.turns, at, func(t turn, at int) int { return t.text - at })
	if exact {
		return v.turns[i].raw
	}
	if i == 0 {
		return at
	}
	t := v.turns[i-1]
	return t.raw + at - t.text
}

// writer puts the repaired file together.
type writer struct {
	name     string
	data     []byte
	at       int // in data: what has been written
	out      bytes.Buffer
	rows     []Row
	suspects []Row
}

// value writes what repair made of a value.
func (w *writer) value(v *value, r normalize.Result) {
	encode := v.encode
	if encode == nil {
		encode = func(s string) string { return s }
	}
	if len(r.Fixes) > 0 && v.whole != nil {
		if after, ok := v.whole(r.Text); ok {
			w.anew(v, r, after)
			return
		}
	}
	moved := 0 // final text minus original, up to here
	left := r.Suspects
	doubt := func(until int) { // notes the suspects before until
		for ; len(left) > 0 && left[0].Start < until; left = left[1:] {
			s := left[0]
			start := w.out.Len() + max(0, v.start+v.raw(s.Start-moved)-w.at)
			w.suspects = append(w.suspects, Row{File: w.name, Place: v.place, Start: start, Before: encode(s.Before),
				After: encode(s.After), Rule: s.Rule, Confidence: s.Confidence, Evidence: s.Evidence, Suspect: true})
		}
	}
	for _, f := range r.Fixes {
		doubt(f.Start)
		from := f.Start - moved
		a, b := v.start+v.raw(from), v.start+v.raw(from+len(f.Before))
		w.out.Write(w.data[w.at:a])
		w.row(v, f, a, b, encode(f.After))
		w.at = b
		moved += len(f.After) - len(f.Before)
	}
	doubt(len(r.Text) + 1)
}

// row writes one change and notes it.
func (w *writer) row(v *value, f normalize.Fix, a, b int, after string) {
	r := Row{File: w.name, Place: v.place, Start: w.out.Len(), After: after,
		Rule: f.Rule, Confidence: f.Confidence, Evidence: f.Evidence}
	if was := w.data[a:b]; utf8.Valid(was) {
		r.Before = string(was)
	} else {
		r.BeforeBase64 = was
	}
	w.out.WriteString(after)
	w.rows = append(w.rows, r)
}

// anew writes the value as a whole.
func (w *writer) anew(v *value, r normalize.Result, after string) {
	all := r.Fixes[0]
	for _, f := range r.Fixes[1:] {
		all.Confidence = min(all.Confidence, f.Confidence)
		if f.Rule != all.Rule {
			all.Rule += "+" + f.Rule
		}
		all.Evidence += "; " + f.Evidence
	}
	w.out.Write(w.data[w.at:v.start])
	w.row(v, all, v.start, v.end, after)
	w.at = v.end
}
