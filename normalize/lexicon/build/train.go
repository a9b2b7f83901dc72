package main

import (
	"fmt"
	"math"
	"slices"

	"copydesk/normalize/letters"
	"copydesk/normalize/lexicon"
)

// The weights of contexts are learned by taking every letter outside ASCII
// away from running text and learning to choose the right word again. The
// frequencies of the lists are the start; a bias for each word soaks up what
// is peculiar to handbooks and is thrown away.

type example struct {
	context lexicon.Context
	group   int32
	right   int8
}

type choice struct {
	form  string
	trait lexicon.Trait
	prior float64
	bias  float64
}

type trainer struct {
	groups   [][]choice
	byKey    map[string]int32
	examples []example
	held     []example
	note     string // how well it learned
}

func newTrainer(w *wordlist, words []string) *trainer {
	t := &trainer{byKey: map[string]int32{}}
	byKey := map[string][]string{}
	for _, s := range words {
		if s[0] == '-' {
			continue
		}
		key := string(lexicon.AppendKey(nil, s))
		byKey[key] = append(byKey[key], s)
	}
	for key, forms := range byKey {
		if len(forms) < 2 {
			continue
		}
		group := make([]choice, 0, len(forms))
		for _, s := range forms {
			group = append(group, choice{form: s, trait: lexicon.TraitOf([]byte(s)), prior: -float64(w.freq[s]) / 100 * math.Ln10})
		}
		t.byKey[key] = int32(len(t.groups))
		t.groups = append(t.groups, group)
	}
	return t
}

func (t *trainer) read(text *corpus, tag string, limit int) {
	size := 0
	for n, line := range text.lines {
		if size += len(line); size > limit {
			break
		}
		letters.Samples(line, turkish(tag), func(s *letters.Sample) {
			g, ok := t.byKey[string(s.Key)]
			if !ok {
				return
			}
			right := slices.IndexFunc(t.groups[g], func(c choice) bool { return c.form == s.Form })
			if right < 0 {
				return
			}
			e := example{s.Context, g, int8(right)}
			if n%20 == 7 {
				t.held = append(t.held, e)
			} else {
				t.examples = append(t.examples, e)
			}
		})
	}
}

// wrong counts the examples that frequency alone gets wrong.
func (t *trainer) wrong() int {
	n := 0
	for i := range t.examples {
		g := t.groups[t.examples[i].group]
		for k := range g {
			if g[k].prior > g[t.examples[i].right].prior {
				n++
				break
			}
		}
	}
	return n
}

// learn gives the weights in steps of lexicon.WeightStep.
func (t *trainer) learn(bits, rounds int) []int8 {
	mask := uint32(1<<bits - 1)
	weight, sum := make([]float32, 1<<bits), make([]float32, 1<<bits)
	slots := make([][lexicon.Features]uint32, 128)
	score := make([]float64, 128)
	biasSum := map[*choice]float64{}
	eval := func(e *example, bias bool) []float64 {
		g := t.groups[e.group]
		top := math.Inf(-1)
		for i := range g {
			e.context.Slots(g[i].trait, &slots[i])
			s := g[i].prior
			if bias {
				s += g[i].bias
			}
			for _, k := range slots[i] {
				s += float64(weight[k&mask])
			}
			score[i] = s
			top = max(top, s)
		}
		z := 0.0
		for i := range g {
			score[i] = math.Exp(score[i] - top)
			z += score[i]
		}
		for i := range g {
			score[i] /= z
		}
		return score[:len(g)]
	}
	order := make([]int, len(t.examples))
	for i := range order {
		order[i] = int(uint64(i) * 2654435761 % uint64(max(1, len(order))))
	}
	for range rounds {
		for _, n := range order {
			e := &t.examples[n]
			g := t.groups[e.group]
			eval(e, true)
			for i := range g {
				d := -score[i]
				if i == int(e.right) {
					d++
				}
				if math.Abs(d) < 0.01 {
					continue
				}
				biasSum[&g[i]] += d * d
				g[i].bias += 0.3 * d / math.Sqrt(1+biasSum[&g[i]])
				for _, k := range slots[i] {
					k &= mask
					step := float32(d) - 0.002*weight[k]
					sum[k] += step * step
					weight[k] += 0.25 * step / float32(math.Sqrt(float64(1+sum[k])))
				}
			}
		}
	}
	out := make([]int8, len(weight))
	used := 0
	for i, x := range weight {
		q := math.Round(float64(x) / lexicon.WeightStep)
		out[i] = int8(max(-127, min(127, q)))
		if out[i] != 0 {
			used++
		}
		weight[i] = float32(out[i]) * lexicon.WeightStep
	}
	t.report(eval, used, len(weight))
	return out
}

func (t *trainer) report(eval func(*example, bool) []float64, used, all int) {
	prior, right := 0, 0
	for i := range t.held {
		e := &t.held[i]
		g := t.groups[e.group]
		score := eval(e, false)
		best, first := 0, 0
		for i := range g {
			if g[i].prior > g[first].prior {
				first = i
			}
		}
		for i := range g {
			if score[i] > score[best] {
				best = i
			}
		}
		if best == int(e.right) {
			right++
		}
		if first == int(e.right) {
			prior++
		}
	}
	n := float64(max(1, len(t.held)))
	t.note = fmt.Sprintf("learned from %d, held back %d: frequency alone %.4f, with context %.4f; %d of %d weights; ",
		len(t.examples), len(t.held), float64(prior)/n, float64(right)/n, used, all)
}
