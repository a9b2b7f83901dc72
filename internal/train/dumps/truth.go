package main

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"copydesk/extract/dump"
	"copydesk/internal/bag"
)

// answer is what a line is known to be: a probability and a weight for each of dump.Parts.
type answer struct{ y, w []float32 }

// The order of dump.Parts.
const (
	body = iota
	headline
	standfirst
	caption
	subhead
	credit
)

// plain brings words into the form in which they are compared: no case, no punctuation.
func plain(s string) []string {
	return strings.FieldsFunc(strings.ToLower(norm.NFKC.String(s)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)
	})
}

func folded(s string) string { return strings.Join(plain(s), " ") }

// answers finds the known answers again among the lines of a page.
func answers(s *dump.Sheet, e *example) []answer {
	g := e.truth
	out := make([]answer, s.Len())
	text := make([][]string, s.Len())
	for i := range out {
		out[i] = answer{make([]float32, len(dump.Parts())), slices.Repeat([]float32{1}, len(dump.Parts()))}
		text[i] = units(s.Text(i))
	}
	first, last := markKnown(text, e, out)
	markHeadline(s, g, first, out)
	markStandfirst(text, g, first, out)
	markCaptions(s, text, g, out)
	markSubheads(s, g, first, last, out)
	return out
}

// markKnown marks the lines of the body as far as it is known.
func markKnown(text [][]string, e *example, out []answer) (first, last int) {
	if e.pieces != nil {
		return markPieces(text, e.pieces, out)
	}
	return markBody(text, e.truth, out)
}

// units are the words of a text; of a script without spaces its characters.
func units(s string) []string {
	var out []string
	for _, w := range plain(s) {
		dense := false
		for _, r := range w {
			dense = dense || r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff
		}
		if !dense {
			out = append(out, w)
			continue
		}
		for _, r := range w {
			out = append(out, string(r))
		}
	}
	return out
}

func shingles(t []string) map[string]bool {
	out := map[string]bool{}
	for i := 0; i+4 <= len(t); i++ {
		out[strings.Join(t[i:i+4], " ")] = true
	}
	return out
}

func share(t []string, in map[string]bool) float64 {
	n, hit := 0, 0
	for i := 0; i+4 <= len(t); i++ {
		n++
		if in[strings.Join(t[i:i+4], " ")] {
			hit++
		}
	}
	return float64(hit) / float64(max(1, n))
}

// markBody marks the lines that the known body holds; short ones only between the long ones.
func markBody(text [][]string, g *gold, out []answer) (first, last int) {
	in, optional := shingles(units(g.Gold.Body)), shingles(units(strings.Join(g.Gold.Optional, "\n")))
	short := map[string]bool{}
	for _, row := range strings.Split(g.Gold.Body, "\n") {
		short[folded(row)] = true
	}
	first, last = -1, -1
	for i, t := range text {
		if len(t) < 6 {
			continue
		}
		if share(t, optional) > 0.5 {
			out[i].w[body] = 0
			continue
		}
		switch s := share(t, in); {
		case s >= 0.6:
			out[i].y[body] = 1
			if len(t) >= 12 {
				if first < 0 {
					first = i
				}
				last = i
			}
		case s > 0.3:
			out[i].w[body] = 0
		}
	}
	for i, t := range text {
		if len(t) < 6 && first >= 0 && i >= first-3 && i <= last+3 && (short[strings.Join(t, " ")] || short[strings.Join(t, "")]) {
			out[i].y[body] = 1
		}
	}
	return first, last
}

// markHeadline marks the line that holds the headline, the last one before the body where several do.
func markHeadline(s *dump.Sheet, g *gold, first int, out []answer) {
	want := folded(g.Gold.Headline)
	at := -1
	for i := range out {
		if want == "" || folded(s.Text(i)) != want {
			continue
		}
		out[i].w[headline] = 0
		if at < 0 || first < 0 || i <= first {
			at = i
		}
	}
	if at >= 0 {
		out[at].y[headline], out[at].w[headline] = 1, 1
		return
	}
	for i := range out { // the headline is not on the page as such: nothing to learn
		out[i].w[headline] = 0
	}
}

func markStandfirst(text [][]string, g *gold, first int, out []answer) {
	parts := g.Gold.Standfirst
	if len(parts) > 1 { // a dump may have all of it on one line
		parts = append(slices.Clone(parts), strings.Join(parts, " "))
	}
	for _, want := range parts {
		w, at, top := units(want), -1, 0.75
		in := shingles(w)
		for i, t := range text {
			f := bag.F1(w, t)
			if len(t) >= 6 && share(t, in) > 0.8 && len(t)*3 > len(w) {
				f = max(f, 0.75+float64(len(t))/float64(len(w))/8)
			}
			if f > 0.7 {
				out[i].w[standfirst] = 0
			}
			if f > top || f == top && i <= first {
				at, top = i, f
			}
		}
		if at >= 0 {
			out[at].y[standfirst], out[at].w[standfirst] = 1, 1
			out[at].w[body] = min(out[at].w[body], 1-out[at].y[body]) // also in the known body: says nothing
		}
	}
}

// markCaptions marks the lines that known captions stand on. A page of which no
// caption is known may be one whose pictures nobody looked at: its lines with a
// credit say nothing.
func markCaptions(s *dump.Sheet, text [][]string, g *gold, out []answer) {
	for i := range out {
		if len(g.Gold.Captions) == 0 && (s.HasCredit(i) || i+1 < len(out) && s.IsCredit(i+1)) {
			out[i].w[caption] = 0
		}
	}
	for _, c := range g.Gold.Captions {
		want := units(c.Text)
		full := append(slices.Clone(want), units(strings.Join(c.Credit, " "))...)
		for i, t := range text {
			if f := max(bag.F1(want, t), bag.F1(full, t)); f >= 0.8 {
				out[i].y[caption] = 1
				out[i].w[body] = min(out[i].w[body], 1-out[i].y[body])
				markCredits(text, i, units(strings.Join(c.Credit, " ")), out)
			} else if f > 0.5 {
				out[i].w[caption] = 0
			}
		}
	}
	for i := range out {
		if out[i].y[caption] == 1 {
			out[i].y[credit] = 0
		}
	}
}

// markCredits marks lines of their own beside a caption that name who made the picture.
func markCredits(text [][]string, at int, want []string, out []answer) {
	if len(want) == 0 {
		return
	}
	for i := max(0, at-2); i <= min(len(text)-1, at+2); i++ {
		t := text[i]
		if i != at && len(t) <= len(want)+5 && bag.F1(want, t) >= 0.5 {
			out[i].y[credit] = 1
		}
	}
}

func markSubheads(s *dump.Sheet, g *gold, first, last int, out []answer) {
	want := map[string]bool{}
	for _, h := range g.Gold.Subheads {
		want[folded(h)] = true
	}
	for i := range out {
		if want[folded(s.Text(i))] {
			if first >= 0 && i >= first-3 && i <= last+3 {
				out[i].y[subhead] = 1
			} else {
				out[i].w[subhead] = 0
			}
		}
	}
}
