package main

import (
	"fmt"

	"copydesk/extract/block"
	"copydesk/internal/gbdt"
	"copydesk/internal/train/fold"
)

// glanceStep is which rows the glance learns from: every third. It has one
// weight a feature, for which that is plenty.
const glanceStep = 3

// trainGlances fits the glance on the rows outside each fold, and on all.
func (t *table) trainGlances() ([]*gbdt.Linear, error) {
	glances, errs := make([]*gbdt.Linear, fold.Count+1), make([]error, fold.Count+1)
	inParallel(len(glances), func(k int) { glances[k], errs[k] = t.trainGlance(k) })
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return glances, nil
}

func (t *table) trainGlance(part int) (*gbdt.Linear, error) {
	n, all := len(block.GlanceNames()), len(block.FeatureNames())
	var x, y, w []float32
	for i := 0; i < len(t.answers); i += glanceStep {
		if a := t.answers[i]; a.w > 0 && t.foldOf(i) != part {
			x = append(x, t.rows[i*all:i*all+n]...)
			y, w = append(y, a.y), append(w, a.w)
		}
	}
	return gbdt.TrainLinear(x, block.GlanceNames(), y, w, 1)
}

// keep lists the rows that the glance, trained on other sites, does not refuse.
func (t *table) keep(glances []*gbdt.Linear) {
	n, all := len(block.GlanceNames()), len(block.FeatureNames())
	var lost, body float64
	for i, a := range t.answers {
		if glances[t.foldOf(i)].Score(t.rows[i*all:i*all+n]) >= block.GlanceLine {
			t.kept = append(t.kept, i)
		} else {
			lost += float64(a.y * a.w)
		}
		body += float64(a.y * a.w)
	}
	fmt.Printf("glance: keeps %.1f%% of blocks and loses %.3f%% of the body\n", 100*float64(len(t.kept))/float64(len(t.answers)), 100*lost/body)
}
