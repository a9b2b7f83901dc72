package main

import (
	"fmt"
	"math"
	"path/filepath"

	"copydesk/extract/block"
	"copydesk/internal/gbdt"
	"copydesk/internal/train/fold"
)

// trainBody trains both looks: for each fold on the sites outside it, and on
// all. The second look learns from scores that the first gave to sites it had
// not seen, as it will meet them in use.
func (t *table) trainBody(out string, p gbdt.Params, quick bool) error {
	data, err := gbdt.NewData(t.rows, block.FeatureNames(), 255)
	if err != nil {
		return err
	}
	y, _ := t.targets(-1, -1)
	// unseen[k] scores every row by models that saw neither its site nor fold k; unseen[fold.Count] only not its site.
	unseen := make([][]float32, fold.Count+1)
	for k := range unseen {
		unseen[k] = make([]float32, len(y))
	}
	glances := make([]*gbdt.Linear, fold.Count+1)
	for k := range glances {
		if glances[k], err = t.trainGlance(k); err != nil {
			return err
		}
	}
	t.refuse(glances)
	_, all := t.targets(-1, -1)
	firsts := make([]*gbdt.Model, fold.Count+1)
	for k := range fold.Count {
		_, w := t.targets(k, -1)
		if firsts[k], err = data.Train(y, w, p); err != nil {
			return err
		}
		t.predict(firsts[k], k, unseen[fold.Count])
	}
	fmt.Printf("first look: log loss %.4f\n", t.loss(unseen[fold.Count], all))
	for _, line := range []float32{0.4, 0.5, 0.6} {
		t.figures("first look", unseen[fold.Count], line)
	}
	if quick {
		return nil
	}
	for a := range fold.Count {
		for b := a + 1; b < fold.Count; b++ {
			_, w := t.targets(a, b)
			m, err := data.Train(y, w, p)
			if err != nil {
				return err
			}
			t.predict(m, b, unseen[a])
			t.predict(m, a, unseen[b])
		}
	}
	if firsts[fold.Count], err = data.Train(y, all, p); err != nil {
		return err
	}
	p.Trees = p.Trees * 6 / 10
	final := make([]float32, len(y))
	for k := fold.Count; k >= 0; k-- {
		dir := out
		scores := append([]float32(nil), unseen[k]...)
		w := all
		if k < fold.Count {
			dir = filepath.Join(out, fmt.Sprintf("fold%d", k))
			_, w = t.targets(k, -1)
			t.predict(firsts[k], k, scores)
		}
		rows := t.second(scores)
		m, err := gbdt.Train(rows, block.SecondNames(), y, w, p)
		if err != nil {
			return err
		}
		if k < fold.Count {
			n := len(block.SecondNames())
			for i := range y {
				if t.examples[t.pageOf[i]].Fold == k && !t.refused[i] {
					final[i] = m.Predict(rows[i*n : (i+1)*n])
				}
			}
		}
		if err := save(dir, "body_glance.txt", glances[k]); err != nil {
			return err
		}
		if err := save(dir, "body_first.txt", firsts[k]); err != nil {
			return err
		}
		if err := save(dir, "body_second.txt", m); err != nil {
			return err
		}
	}
	fmt.Printf("second look: log loss %.4f\n", t.loss(final, all))
	for _, line := range []float32{0.4, 0.5, 0.6} {
		t.figures("second look", final, line)
	}
	return t.trainStandfirst(out, final)
}

// trainGlance fits the glance on all rows outside a fold.
func (t *table) trainGlance(part int) (*gbdt.Linear, error) {
	y, w := t.targets(part, -1)
	n, all := len(block.GlanceNames()), len(block.FeatureNames())
	x := make([]float32, 0, n*len(y))
	for i := range y {
		x = append(x, t.rows[i*all:i*all+n]...)
	}
	return gbdt.TrainLinear(x, block.GlanceNames(), y, w, 1)
}

// refuse marks the rows that the glance, trained on other sites, refuses.
func (t *table) refuse(glances []*gbdt.Linear) {
	n, all := len(block.GlanceNames()), len(block.FeatureNames())
	t.refused = make([]bool, len(t.answers))
	var refused, lost, body float64
	for i, a := range t.answers {
		g := glances[t.examples[t.pageOf[i]].Fold]
		if t.refused[i] = g.Score(t.rows[i*all:i*all+n]) < block.GlanceLine; t.refused[i] {
			refused++
			lost += float64(a.y * a.w)
		}
		body += float64(a.y * a.w)
	}
	fmt.Printf("glance: refuses %.1f%% of blocks and loses %.3f%% of the body\n", 100*refused/float64(len(t.answers)), 100*lost/body)
}

// targets gives answers and weights of all rows, with the weights of fold.Count a and b at zero.
func (t *table) targets(a, b int) (y, w []float32) {
	for i, ans := range t.answers {
		f := t.examples[t.pageOf[i]].Fold
		if f == a || f == b || t.refused != nil && t.refused[i] {
			ans.w = 0
		}
		y, w = append(y, ans.y), append(w, ans.w)
	}
	return y, w
}

// predict scores the rows of one fold.
func (t *table) predict(m *gbdt.Model, part int, into []float32) {
	n := len(block.FeatureNames())
	for i := range into {
		if t.examples[t.pageOf[i]].Fold == part && !t.refused[i] {
			into[i] = m.Predict(t.rows[i*n : (i+1)*n])
		}
	}
}

func (t *table) second(scores []float32) []float32 {
	rows := make([]float32, 0, len(scores)*len(block.SecondNames()))
	for i := range t.examples {
		rows = append(rows, block.SecondRows(t.docs[i], t.blocks[i], scores[t.start[i]:t.start[i+1]])...)
	}
	return rows
}

func (t *table) loss(p, w []float32) float64 {
	var sum, weight float64
	for i, a := range t.answers {
		if t.examples[t.pageOf[i]].golden != nil {
			continue
		}
		q := min(max(float64(p[i]), 1e-6), 1-1e-6)
		if a.y == 0 {
			q = 1 - q
		}
		sum -= float64(w[i]) * math.Log(q)
		weight += float64(w[i])
	}
	return sum / weight
}
