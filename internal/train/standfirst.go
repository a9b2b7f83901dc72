package main

import (
	"slices"

	"copydesk/extract/block"
	"copydesk/extract/page"
	"copydesk/internal/gbdt"
)

// guessStandfirst fills in answers where gold knows the body but not the
// standfirst: a paragraph of the body that looks like the next one is none; one
// that gold leaves out, right behind the headline and in the declared
// description, most likely is one. Anything else stays unknown.
func guessStandfirst(doc *page.Document, blocks []block.Block, body []answer, rows []float32, out []answer) {
	names := block.FeatureNames()
	n := len(names)
	value := func(i int, name string) float32 { return rows[i*n+slices.Index(names, name)] }
	for i := range blocks {
		if body[i].w == 0 || !block.MayBeStandfirst(doc, blocks, i) {
			continue
		}
		behind := value(i, "after_anchor")
		switch {
		case body[i].y == 1 && i+1 < len(blocks) && body[i+1].y == 1 && value(i, "next_same_design") == 1 && value(i, "next_same_place") == 1:
			out[i] = answer{0, 0.5}
		case body[i].y == 0 && value(i, "in_description") == 1 && behind > 0 && behind < 3 && value(i, "next_same_design") == 0:
			out[i] = answer{1, 1}
		}
	}
}

// trainStandfirst learns from the few pages whose standfirst is known, and a
// little from the others: small trees.
func (t *table) trainStandfirst(dir string, part int, rows []float32) error {
	n := len(block.SecondNames())
	var x, y, w []float32
	for i, a := range t.standfirst {
		if a.w > 0 && t.examples[t.pageOf[i]].Fold != part {
			x = append(x, rows[i*n:(i+1)*n]...)
			y, w = append(y, a.y), append(w, a.w)
		}
	}
	m, err := gbdt.Train(x, block.SecondNames(), y, w, gbdt.Params{Trees: 80, Leaves: 8, LearningRate: 0.08, MinLeafWeight: 12, FeatureFraction: 0.3, Seed: 3})
	if err != nil {
		return err
	}
	return save(dir, "standfirst.txt", m)
}
