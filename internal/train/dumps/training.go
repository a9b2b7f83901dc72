package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"copydesk/extract/dump"
	"copydesk/internal/gbdt"
	"copydesk/internal/train/fold"
)

// training holds all pages laid out as rows, and the models as they come about.
type training struct {
	examples []*example
	sheets   []*dump.Sheet
	answers  [][]answer
	lines    int
	first    [][]float32 // by line: scores of the first glance, from models that have not seen the site
	second   [][]float32
	again    []bool // by line: whether the second glance learns any part from it
	// models by glance, part and fold; the last stands for all folds together.
	models [2][][fold.Count + 1]*gbdt.Model
	frames [2]*gbdt.Data
}

// glances are the names that the files of weights begin with.
var glances = [...]string{"first", "second"}

func newTraining(examples []*example) *training {
	t := &training{examples: examples}
	for _, e := range examples {
		s := dump.NewSheet(e.raw)
		t.sheets = append(t.sheets, s)
		t.answers = append(t.answers, answers(s, e))
		t.lines += s.Len()
	}
	for g := range t.models {
		t.models[g] = make([][fold.Count + 1]*gbdt.Model, len(dump.Parts()))
	}
	return t
}

// bags is how many models of a glance are averaged: the pages are few, and what
// one model sees in them the next does not. The second glance is asked about few
// lines, so that it may take its time. Of the body's lines there are enough: more
// models there only blur the line between it and the menus.
func bags(g, part int) int {
	if part == body {
		return [2]int{2, 3}[g]
	}
	return [2]int{4, 5}[g]
}

func (t *training) params(g, part, bag int) gbdt.Params {
	p := gbdt.Params{Trees: 80, Leaves: 24, LearningRate: 0.1, MinLeafWeight: 12, L2: 3, FeatureFraction: 0.4,
		BaggingFraction: 0.7, Seed: uint64(part) + 1 + 100*uint64(bag)}
	if g == 1 {
		p.Trees = 70
	}
	return p
}

// fit trains the models of one part on all folds but one (or on all, for held == fold.Count).
func (t *training) fit(g, part, held int) (*gbdt.Model, error) {
	var bag []*gbdt.Model
	for k := range bags(g, part) {
		y, w := t.column(g, part, held, k)
		m, err := t.frames[g].Train(y, w, t.params(g, part, k))
		if err != nil {
			return nil, fmt.Errorf("%s, fold %d: %w", dump.Parts()[part], held, err)
		}
		bag = append(bag, m)
	}
	return gbdt.Mean(bag), nil
}

// column gives the answers for one part and their weights, without one fold (or
// with all, for held == fold.Count). The second glance learns from the lines that
// it will be asked about and those a little less likely, no others.
func (t *training) column(g, part, held, bag int) (y, w []float32) {
	k := -1
	for i, e := range t.examples {
		near := nearBody(t.answers[i])
		for j, a := range t.answers[i] {
			if k++; !t.asks(g, k) {
				continue
			}
			y = append(y, a.y[part])
			switch {
			case e.fold == held || !near[j] && j%4 != 0 && !e.isDump():
				w = append(w, 0)
			case g == 1 && !dump.LearnsFrom(t.first[k][part]):
				w = append(w, 0)
			default:
				w = append(w, thinned(k, 8*bag+part, part == body, a.y[part], a.w[part]*e.weight(part)))
			}
		}
	}
	return y, w
}

// asks says whether a glance looks at a line: the second one's frame holds no others.
func (t *training) asks(g, line int) bool { return g == 0 || t.again[line] }

// leastWeight is what a line that is learned from counts at least.
const leastWeight = 0.6

// thinned leaves out lines that count little and are none of the part, and lets
// the rest of them count the more: the sum is the same, and learning takes half
// the time. Which are left out rests on the line's number, so that it is always the same ones.
func thinned(line, draw int, all bool, y, w float32) float32 {
	if w >= leastWeight || y > 0 && !all {
		return w
	}
	h := (uint64(line)<<8 | uint64(draw)) * 0x9e3779b97f4a7c15
	h = (h ^ h>>29) * 0xbf58476d1ce4e5b9
	if float32(h>>40)/(1<<24) < w/leastWeight {
		return leastWeight
	}
	return 0
}

// nearBody tells the lines around a known part from menus and footers far away, which are many and all alike.
func nearBody(answers []answer) []bool {
	near := make([]bool, len(answers))
	for i, a := range answers {
		if a.y[body] > 0 || a.y[headline] > 0 {
			for j := max(0, i-30); j <= min(len(near)-1, i+30); j++ {
				near[j] = true
			}
		}
	}
	return near
}

// weight makes real dumps count for more than pages that were only rendered
// like dumps. What the other corpora call body differs (standfirsts and sign-offs
// in, embedded posts out) and is not news only, so that learning bodies from
// them costs more than it brings; their headlines help. The parts that were
// guessed are many, so that each may count little; subheads are marked in HTML, so
// that they are guessed best. Of pages of which neither body nor headline is known, many
// of them no news, these two are not learned: their titles are their sites' names.
func (e *example) weight(part int) float32 {
	switch {
	case e.isDump():
		return 1
	case e.blank && (part == headline || part == body), part == body && e.corpus == "wcxb":
		return 0
	case !e.guessed || part == headline:
		return 0.3
	case part == subhead:
		return 0.15
	}
	return 0.05
}

// glance trains the models of one glance for each fold and takes their scores for the pages of that fold.
func (t *training) glance(g int) error {
	names, row := dump.FirstFeatures(), (*dump.Sheet).First
	if g == 1 {
		names, row = dump.SecondFeatures(), (*dump.Sheet).Second
	}
	x := make([]float32, 0, t.lines*len(names))
	line := 0
	for _, s := range t.sheets {
		for i := range s.Len() {
			if t.asks(g, line) {
				x = append(x, row(s, i)...)
			}
			line++
		}
	}
	data, err := gbdt.NewData(x, names, 127)
	if err != nil {
		return err
	}
	t.frames[g] = data
	scores := make([][]float32, t.lines)
	for i := range scores {
		scores[i] = make([]float32, len(dump.Parts()))
	}
	for part := range dump.Parts() {
		for held := range fold.Count {
			m, err := t.fit(g, part, held)
			if err != nil {
				return err
			}
			t.models[g][part][held] = m
			k := 0
			for i, s := range t.sheets {
				for j := range s.Len() {
					if t.examples[i].fold == held && t.asks(g, k) {
						scores[k][part] = m.Predict(row(s, j))
					}
					k++
				}
			}
		}
	}
	if g == 0 {
		t.first = scores
	} else {
		t.second = scores
	}
	return nil
}

// setFirst hands the first glance's scores to the sheets and notes which lines
// the second one learns from.
func (t *training) setFirst() {
	t.again = make([]bool, t.lines)
	for k, first := range t.first {
		t.again[k] = slices.ContainsFunc(first, dump.LearnsFrom)
	}
	k := 0
	for _, s := range t.sheets {
		s.SetFirst(t.first[k : k+s.Len()])
		k += s.Len()
	}
}

// trainAll trains on all folds together.
func (t *training) trainAll() error {
	for g := range t.models {
		for part := range dump.Parts() {
			m, err := t.fit(g, part, fold.Count)
			if err != nil {
				return err
			}
			t.models[g][part][fold.Count] = m
		}
	}
	return nil
}

// write writes the models of one fold as the folder that dump.ReadWeights reads.
func (t *training) write(dir string, held int) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for g, glance := range glances {
		for part, name := range dump.Parts() {
			f, err := os.Create(filepath.Join(dir, glance+"-"+name+".txt"))
			if err != nil {
				return err
			}
			if _, err := t.models[g][part][held].WriteTo(f); err != nil {
				return err
			}
			if err := f.Close(); err != nil {
				return err
			}
		}
	}
	return nil
}

// report prints how well lines of each part are told apart, by corpus and glance.
func (t *training) report(w io.Writer) {
	for g, scores := range [][][]float32{t.first, t.second} {
		for part, name := range dump.Parts() {
			hit, have, want := map[string]float64{}, map[string]float64{}, map[string]float64{}
			k := 0
			for i, e := range t.examples {
				for _, a := range t.answers[i] {
					if a.w[part] > 0 {
						yes := scores[k][part] > 0.5
						if yes {
							have[e.corpus]++
						}
						if a.y[part] > 0.5 {
							want[e.corpus]++
							if yes {
								hit[e.corpus]++
							}
						}
					}
					k++
				}
			}
			fmt.Fprintf(w, "glance %d %-10s", g+1, name)
			for _, c := range corpora {
				if want[c] > 0 {
					fmt.Fprintf(w, "  %s %.3f", c, 2*hit[c]/(have[c]+want[c]))
				}
			}
			fmt.Fprintln(w)
		}
	}
}
