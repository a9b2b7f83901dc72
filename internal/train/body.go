package main

import (
	"fmt"
	"io"
	"math"
	"path/filepath"

	"copydesk/extract/block"
	"copydesk/internal/gbdt"
	"copydesk/internal/train/fold"
)

// Many small trees, each grown on other rows and on few of the features, judge
// sites that were not seen best; a few large ones know what comes together.
// The mean of both is better than either.
var (
	firstParams  = gbdt.Params{Trees: 96, Leaves: 8, Depth: 5, LearningRate: 0.18, MinLeafWeight: 30, FeatureFraction: 0.25, BaggingFraction: 0.5, Seed: 1}
	deepParams   = gbdt.Params{Trees: 48, Leaves: 31, Depth: 7, LearningRate: 0.18, MinLeafWeight: 30, FeatureFraction: 0.5, Seed: 1}
	secondParams = gbdt.Params{Trees: 60, Leaves: 31, Depth: 7, LearningRate: 0.12, MinLeafWeight: 30, FeatureFraction: 0.5, Seed: 1}
)

// trainBody trains the glance and both looks: for each fold on the sites outside
// it, and on all. The second look learns from scores that the first gave to
// sites it had not seen, as it will meet them in use.
func (t *table) trainBody(out string, seed uint64, quick bool) error {
	glances, err := t.trainGlances()
	if err != nil {
		return err
	}
	t.keep(glances)
	looks, err := t.newLook(seed)
	if err != nil {
		return err
	}
	// unseen[k] scores every row by models that saw neither its site nor fold k;
	// unseen[fold.Count] by such as did not see its site.
	unseen := make([][]float32, fold.Count+1)
	for k := range unseen {
		unseen[k] = make([]float32, len(t.answers))
	}
	firsts := make([]*block.Models, fold.Count+1)
	for k := range fold.Count {
		if firsts[k], err = looks.train(k, -1); err != nil {
			return err
		}
		t.firstLook(firsts[k], k, unseen[fold.Count])
	}
	t.report("first look", unseen[fold.Count])
	if quick {
		return nil
	}
	for a := range fold.Count {
		for b := a + 1; b < fold.Count; b++ {
			m, err := looks.train(a, b)
			if err != nil {
				return err
			}
			t.firstLook(m, b, unseen[a])
			t.firstLook(m, a, unseen[b])
		}
	}
	if firsts[fold.Count], err = looks.train(-1, -1); err != nil {
		return err
	}
	final := append([]float32(nil), unseen[fold.Count]...)
	for k := range fold.Count + 1 {
		m := firsts[k]
		m.Glance = glances[k]
		if m.Second, err = t.secondLook(m, k, unseen[k], final, seed); err != nil {
			return err
		}
		if err := saveBody(folder(out, k), m); err != nil {
			return err
		}
	}
	t.report("second look", final)
	return t.trainStandfirst(out, t.readStandfirsts(final))
}

// secondLook trains the second look on the sites outside a fold, and has it
// judge that fold's blocks.
func (t *table) secondLook(first *block.Models, part int, unseen, final []float32, seed uint64) (*gbdt.Model, error) {
	scores := append([]float32(nil), unseen...)
	if part < fold.Count {
		t.firstLook(first, part, scores)
	}
	n := len(block.SecondNames())
	var x, y, w []float32
	var judged []int // rows of the fold, with their place in x
	for i := range t.examples {
		at := t.doubtful(i, scores)
		from := t.start[i]
		width := len(block.FeatureNames())
		x = t.sheets[i].Second(x, t.rows[from*width:t.start[i+1]*width], scores[from:t.start[i+1]], at)
		for _, k := range at {
			a := t.answers[from+k]
			if t.examples[i].Fold == part {
				a.w = 0
				judged = append(judged, from+k, len(y))
			}
			y, w = append(y, a.y), append(w, a.w)
		}
	}
	m, err := gbdt.Train(x, block.SecondNames(), y, w, seeded(secondParams, seed))
	if err != nil {
		return nil, err
	}
	for k := 0; k < len(judged); k += 2 {
		row := judged[k+1]
		final[judged[k]] = block.BothLooks(scores[judged[k]], m.Predict(x[row*n:(row+1)*n]))
	}
	return m, nil
}

// doubtful gives the blocks of a page that the first look leaves to the second.
func (t *table) doubtful(i int, scores []float32) []int {
	var at []int
	for k := t.start[i]; k < t.start[i+1]; k++ {
		if scores[k] >= block.SecondLine {
			at = append(at, k-t.start[i])
		}
	}
	return at
}

// look is the first look's rows that the glance keeps, made ready for training.
type look struct {
	t    *table
	data *gbdt.Data
	seed uint64
}

func (t *table) newLook(seed uint64) (*look, error) {
	n := len(block.FeatureNames())
	x := make([]float32, 0, n*len(t.kept))
	for _, i := range t.kept {
		x = append(x, t.rows[i*n:(i+1)*n]...)
	}
	data, err := gbdt.NewData(x, block.FeatureNames(), 255)
	return &look{t, data, seed}, err
}

// train learns from the sites outside the folds a and b.
func (l *look) train(a, b int) (m *block.Models, err error) {
	var y, w []float32
	for _, i := range l.t.kept {
		ans := l.t.answers[i]
		if f := l.t.foldOf(i); f == a || f == b {
			ans.w = 0
		}
		y, w = append(y, ans.y), append(w, ans.w)
	}
	m = &block.Models{}
	if m.First, err = l.data.Train(y, w, seeded(firstParams, l.seed)); err != nil {
		return nil, err
	}
	m.Deep, err = l.data.Train(y, w, seeded(deepParams, l.seed))
	return m, err
}

func seeded(p gbdt.Params, seed uint64) gbdt.Params {
	p.Seed += seed
	return p
}

// firstLook scores the rows of one fold.
func (t *table) firstLook(m *block.Models, part int, into []float32) {
	n := len(block.FeatureNames())
	var at []int
	var rows [][]float32
	for _, i := range t.kept {
		if t.foldOf(i) == part {
			at, rows = append(at, i), append(rows, t.rows[i*n:(i+1)*n])
		}
	}
	for k, p := range m.FirstLook(rows) {
		into[at[k]] = p
	}
}

// report prints the figures of a look over the pages of the corpora.
func (t *table) report(title string, scores []float32) {
	fmt.Printf("%s: log loss %.4f\n", title, t.loss(scores))
	for _, line := range []float32{0.4, 0.5, 0.6} {
		t.figures(title, scores, line)
	}
}

func (t *table) loss(p []float32) float64 {
	var sum, weight float64
	for _, i := range t.kept {
		a := t.answers[i]
		if t.examples[t.pageOf[i]].golden != nil {
			continue
		}
		q := min(max(float64(p[i]), 1e-6), 1-1e-6)
		if a.y == 0 {
			q = 1 - q
		}
		sum -= float64(a.w) * math.Log(q)
		weight += float64(a.w)
	}
	return sum / weight
}

// folder is where the models go that did not see fold k: the folder itself for those of all pages.
func folder(out string, k int) string {
	if k == fold.Count {
		return out
	}
	return filepath.Join(out, fmt.Sprintf("fold%d", k))
}

func saveBody(dir string, m *block.Models) error {
	for _, f := range []struct {
		name string
		m    io.WriterTo
	}{{"body_glance.txt", m.Glance}, {"body_first.txt", m.First}, {"body_deep.txt", m.Deep}, {"body_second.txt", m.Second}} {
		if err := save(dir, f.name, f.m); err != nil {
			return err
		}
	}
	return nil
}
