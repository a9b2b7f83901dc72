package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"copydesk/internal/golden"
	"copydesk/internal/train/fold"
)

// goldens names the project's own pages among the examples. They are learned
// from, each as a site of its own, and never scored.
const goldens = "goldens"

// expected is what an editor's expectation says of a golden dump. The record that
// the program gives (want.json) is not read: it follows from the weights.
type expected struct {
	Headline   string          `json:"headline"`
	Standfirst json.RawMessage `json:"standfirst"` // a string; null for none
	Headings   []string        `json:"headings"`
	Captions   []struct {
		Text   string          `json:"text"`
		Credit json.RawMessage `json:"credit"`
	} `json:"captions"`
	Text string `json:"text"`
	pieces
}

// pieces is what is expected of a body that is not written down whole.
type pieces struct {
	Starts  string   `json:"text_starts"`
	Ends    string   `json:"text_ends"`
	Has     []string `json:"text_has"`
	Lacks   []string `json:"text_lacks"`
	Nowhere []string `json:"nowhere"`
}

// readGoldens reads the text dumps among the project's pages, DIR/CASE/page.txt,
// with what is expected of them.
func readGoldens(dir string) ([]*example, error) {
	pages, err := filepath.Glob(filepath.Join(dir, "*", "page.txt"))
	if err != nil {
		return nil, err
	}
	var out []*example
	for _, p := range pages {
		text, err := os.ReadFile(p)
		if err != nil {
			return nil, err
		}
		data, err := os.ReadFile(filepath.Join(filepath.Dir(p), golden.ExpectFile))
		if err != nil {
			return nil, err
		}
		var x expected
		if err := json.Unmarshal(data, &x); err != nil {
			return nil, fmt.Errorf("%s: %w", p, err)
		}
		id := filepath.Base(filepath.Dir(p))
		g := x.gold(id)
		e := &example{corpus: goldens, id: id, fold: fold.Of(g.URL), raw: lines(text), truth: g}
		if x.Text == "" {
			e.pieces = &x.pieces
		}
		out = append(out, e)
	}
	return out, nil
}

// gold gives what is expected in the form of the corpora.
func (x *expected) gold(id string) *gold {
	g := &gold{ID: id, URL: "https://" + id + ".example/"}
	g.Gold.Headline, g.Gold.Body, g.Gold.Subheads = x.Headline, x.Text, x.Headings
	if s := textOf(x.Standfirst); s != "" {
		g.Gold.Standfirst = strings.Split(s, "\n")
	}
	for _, c := range x.Captions {
		known := goldCaption{Text: c.Text}
		if s := textOf(c.Credit); s != "" {
			known.Credit = []string{s}
		}
		g.Gold.Captions = append(g.Gold.Captions, known)
	}
	return g
}

// textOf reads a value that is a text or null.
func textOf(value json.RawMessage) string {
	var s *string
	if value == nil || json.Unmarshal(value, &s) != nil || s == nil {
		return ""
	}
	return *s
}

// markPieces marks the lines of which something is expected; of the others nothing
// is learned about the body.
func markPieces(text [][]string, p *pieces, out []answer) (first, last int) {
	starts, ends := folded(p.Starts), folded(p.Ends)
	in, refused := shingles(units(strings.Join(p.Has, "\n"))), append(append([]string{}, p.Lacks...), p.Nowhere...)
	first, last = -1, -1
	for i, t := range text {
		line := strings.Join(t, " ")
		switch {
		case starts != "" && first < 0 && meets(line, starts, strings.HasPrefix):
			first = i
		case ends != "" && meets(line, ends, strings.HasSuffix):
			last = i
		}
	}
	for i, t := range text {
		a, line := &out[i], strings.Join(t, " ")
		a.w[body] = 0
		switch {
		case i == first || i == last || len(t) >= 6 && share(t, in) >= 0.6 || holdsOne(line, p.Has, 0):
			a.y[body], a.w[body] = 1, 1
		case i < first || last >= 0 && i > last || holdsOne(line, refused, 3):
			a.w[body] = 1
		}
	}
	return first, last
}

// meets says whether a line begins (or ends) with the words expected, or, cut off
// where the dump breaks its lines, they with it.
func meets(line, want string, meet func(a, b string) bool) bool {
	return len(line) > 20 && (meet(line, want) || meet(want, line))
}

// holdsOne says whether a line holds one of the texts, as a part of it that is no
// smaller than one in part; of any size where that is 0.
func holdsOne(line string, texts []string, part int) bool {
	for _, s := range texts {
		if f := folded(s); f != "" && strings.Contains(line, f) && (part == 0 || part*len(f) > len(line)) {
			return true
		}
	}
	return false
}
