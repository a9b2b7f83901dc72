package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"copydesk/extract"
	"copydesk/extract/label"
	"copydesk/extract/label/standfirst"
	"copydesk/internal/bag"
	"copydesk/internal/gbdt"
	"copydesk/internal/train/fold"
)

// candidates are the blocks of one page that may be its standfirst.
type candidates struct {
	in      *label.Input
	at      []int // which blocks
	rows    []float32
	answers []answer
}

// standfirstParams grow few small trees a bag: hardly a hundred standfirsts are known.
var standfirstParams = gbdt.Params{Trees: 80, Leaves: 6, LearningRate: 0.1, MinLeafWeight: 8, FeatureFraction: 0.3, BaggingFraction: 0.8, Seed: 3}

const standfirstBags = 3

// readStandfirsts reads all pages as far as the standfirst. The blocks' scores as
// body that this asks for are those of models that had not seen the page's site.
func (t *table) readStandfirsts(body []float32) []candidates {
	pages := make([]candidates, len(t.examples))
	inParallel(len(pages), func(i int) {
		blocks := t.blocks[i]
		for k := range blocks {
			blocks[k].Scores.Body = body[t.start[i]+k]
		}
		in := extract.ToStandfirst(t.docs[i], blocks)
		c := &pages[i]
		c.in = in
		c.at = standfirst.Candidates(in)
		c.rows = standfirst.Rows(in, c.at)
		if g := &t.examples[i].Gold; g.Standfirst != nil {
			c.known(g, in)
		} else if g.Body != "" {
			c.guess(t.answers[t.start[i]:t.start[i+1]])
		}
	})
	return pages
}

// trainStandfirst trains the judge of standfirsts, for each fold and on all pages.
func (t *table) trainStandfirst(out string, pages []candidates) error {
	for k := range fold.Count + 1 {
		m, err := t.fitStandfirst(pages, k)
		if err != nil {
			return err
		}
		if err := save(folder(out, k), "standfirst.txt", m); err != nil {
			return err
		}
	}
	return t.scoreStandfirst(out, pages)
}

// scoreStandfirst prints how many standfirsts are found, each page judged by a
// judge that had not seen its site.
func (t *table) scoreStandfirst(out string, pages []candidates) error {
	want, have, hit := 0, 0, 0
	for k := range fold.Count {
		judge, err := standfirst.ReadJudge(os.DirFS(folder(out, k)))
		if err != nil {
			return err
		}
		for i, c := range pages {
			e := &t.examples[i]
			if e.Fold != k || e.golden != nil || e.Gold.Standfirst == nil {
				continue
			}
			in := *c.in
			in.Roles = slices.Clone(c.in.Roles)
			known, found := tokens(strings.Join(*e.Gold.Standfirst, "\n")), tokens(standfirst.Find(&in, judge))
			want += min(1, len(known))
			have += min(1, len(found))
			if bag.F1(known, found) >= 0.8 {
				hit++
			}
		}
	}
	fmt.Printf("standfirst: F1 %.3f (%d known, %d given, %d right)\n", 2*float64(hit)/float64(want+have), want, have, hit)
	return nil
}

// fitStandfirst learns from the pages outside a fold.
func (t *table) fitStandfirst(pages []candidates, part int) (*gbdt.Model, error) {
	n := len(standfirst.Names())
	var x, y, w []float32
	for i, c := range pages {
		if t.examples[i].Fold == part {
			continue
		}
		for k, a := range c.answers {
			if a.w > 0 {
				x = append(x, c.rows[k*n:(k+1)*n]...)
				y, w = append(y, a.y), append(w, a.w)
			}
		}
	}
	data, err := gbdt.NewData(x, standfirst.Names(), 255)
	if err != nil {
		return nil, err
	}
	return data.TrainBags(y, w, standfirstParams, standfirstBags)
}

// known compares the candidates with gold's standfirst, as a whole and line by line.
func (c *candidates) known(g *gold, in *label.Input) {
	c.answers = make([]answer, len(c.at))
	whole := tokens(strings.Join(*g.Standfirst, " "))
	for k, i := range c.at {
		own := tokens(in.Blocks[i].Text)
		y := bag.F1(own, whole) >= 0.8
		for _, line := range *g.Standfirst {
			y = y || bag.F1(own, tokens(line)) >= 0.8
		}
		c.answers[k] = answer{0, 1}
		if y {
			c.answers[k] = answer{1, 2}
		}
	}
}

// guess fills in answers where gold knows the body but not the standfirst: a
// paragraph of the body that is made like the next one is none, nor is what
// stands far from the headline and is not declared; a block that gold leaves
// out, close behind the headline and the declared description whole, is one.
// Anything else stays unknown.
func (c *candidates) guess(body []answer) {
	c.answers = make([]answer, len(c.at))
	names := standfirst.Names()
	value := func(k int, name string) float32 { return c.rows[k*len(names)+slices.Index(names, name)] }
	for k, i := range c.at {
		if body[i].w == 0 {
			continue
		}
		behind, free := value(k, "behind") > 0, value(k, "free_between")
		switch {
		case body[i].y == 1:
			if value(k, "next_same_design") == 1 && value(k, "next_same_parent") == 1 {
				c.answers[k] = answer{0, 1}
			}
		case value(k, "declared_same") == 1:
			if behind && free < 3 && value(k, "next_same_design") == 0 {
				c.answers[k] = answer{1, 1}
			}
		case value(k, "declared_holds") == 0 && value(k, "declared_opens") == 0 && (!behind || free > 4):
			c.answers[k] = answer{0, 1}
		}
	}
}
