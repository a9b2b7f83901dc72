package main

import (
	"fmt"
	"maps"
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
	id    int
}

type trainer struct {
	groups   [][]choice
	byKey    map[string]int32
	examples []example
	held     []example
	blanks   []example // places where nothing stood
	pairs    []pair
	choices  int
	note     string // how well it learned
}

// blankPrior is where learning starts for a place where nothing stood: how many
// are sampled says nothing, and the bias that makes up for it is thrown away.
const blankPrior = -12

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
	if len(byKey[""]) > 0 {
		byKey[""] = append(byKey[""], "") // two spaces where nothing stood
	}
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		forms := byKey[key]
		if len(forms) < 2 {
			continue
		}
		group := make([]choice, 0, len(forms))
		for _, s := range forms {
			prior := -float64(w.freq[s]) / 100 * math.Ln10
			if s == "" {
				prior = blankPrior
			}
			group = append(group, choice{form: s, trait: lexicon.TraitOf([]byte(s)), prior: prior, id: t.choices})
			t.choices++
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
			if s.Blank {
				t.blanks = append(t.blanks, e)
			} else if n%20 == 7 {
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

// learned is what is kept of a model, in the four bits of lexicon.Quantize.
type learned struct {
	weights []byte
	vectors []byte // those of surroundings, then those of candidates
}

func (t *trainer) learn(bits, vectorBits, rounds int) learned {
	m := newModel(t, bits, vectorBits)
	all := slices.Concat(t.examples, t.blanks)
	for range rounds {
		for i := range t.pairs {
			m.stepPair(&t.pairs[scatter(i, len(t.pairs))])
		}
		for i := range all {
			m.step(&all[scatter(i, len(all))])
		}
	}
	out, used := m.quantize()
	t.report(m, used)
	return out
}

// scatter goes through n things in an order that has nothing to do with their own.
func scatter(i, n int) int { return int(uint64(i) * 2654435761 % uint64(n)) }

// A model is what is learned: the weights that are kept, and a bias for each
// word that is not.
type model struct {
	t      *trainer
	mask   uint32
	weight []float32
	sum    []float32 // of squared steps
	bias   []bias
	vector *vectors // nil where a language has none
	slots  [256][lexicon.Features]uint32
	score  [256]float64
}

type bias struct{ value, sum float32 }

func newModel(t *trainer, bits, vectorBits int) *model {
	m := &model{t: t, mask: 1<<bits - 1, weight: make([]float32, 1<<bits), sum: make([]float32, 1<<bits), bias: make([]bias, t.choices)}
	if vectorBits > 0 {
		m.vector = newVectors(vectorBits)
	}
	return m
}

// judge gives the probabilities of the choices of a group in a context, by
// some of the features; all of them are joined by the vectors.
func (m *model) judge(c *lexicon.Context, group int32, features []int, biased bool) []float64 {
	g := m.t.groups[group]
	top := math.Inf(-1)
	whole := m.vector != nil && len(features) == len(allFeatures)
	if whole {
		m.vector.see(c)
	}
	for i := range g {
		c.Slots(g[i].trait, &m.slots[i])
		s := g[i].prior
		if biased {
			s += float64(m.bias[g[i].id].value)
		}
		for _, f := range features {
			s += float64(m.weight[m.slots[i][f]&m.mask])
		}
		if whole && g[i].trait.Told() {
			s += m.vector.product(g[i].trait)
		}
		m.score[i] = s
		top = max(top, s)
	}
	z := 0.0
	for i := range g {
		m.score[i] = math.Exp(m.score[i] - top)
		z += m.score[i]
	}
	for i := range g {
		m.score[i] /= z
	}
	return m.score[:len(g)]
}

// step learns from a word of running text.
func (m *model) step(e *example) {
	g := m.t.groups[e.group]
	moved := false
	for i, p := range m.judge(&e.context, e.group, allFeatures, true) {
		d := -p
		if i == int(e.right) {
			d++
		}
		if math.Abs(d) < 0.01 {
			continue
		}
		b := &m.bias[g[i].id]
		b.sum += float32(d * d)
		b.value += float32(0.3 * d / math.Sqrt(1+float64(b.sum)))
		m.adjust(i, allFeatures, float32(d))
		if m.vector != nil && g[i].trait.Told() {
			m.vector.pull(g[i].trait, float32(d))
			moved = true
		}
	}
	if moved {
		m.vector.adjust()
	}
}

// stepPair learns from what stands on one side of a group's words.
func (m *model) stepPair(e *pair) {
	c, features := lexicon.Context{P1: e.beside}, beforeFeatures
	if e.after {
		c, features = lexicon.Context{N1: e.beside}, afterFeatures
	}
	for i, p := range m.judge(&c, e.group, features, false) {
		d := float64(e.share[i]) - p
		if math.Abs(d) >= 0.01 {
			m.adjust(i, features, float32(d)*e.weight)
		}
	}
}

// adjust moves the weights of a choice.
func (m *model) adjust(choice int, features []int, d float32) {
	for _, f := range features {
		k := m.slots[choice][f] & m.mask
		step := d - 0.002*m.weight[k]
		m.sum[k] += step * step
		m.weight[k] += 0.25 * step / float32(math.Sqrt(float64(1+m.sum[k])))
	}
}

// caution is how far what handbooks teach holds for the press.
const caution = 0.8

// quantize gives what is kept, and rounds the model to it.
func (m *model) quantize() (out learned, used int) {
	out.weights = make([]byte, len(m.weight))
	for i, x := range m.weight {
		b := lexicon.Quantize(float64(x) * caution / lexicon.WeightStep)
		if out.weights[i] = b; b != 0 {
			used++
		}
		m.weight[i] = float32(lexicon.Steps(b)) * lexicon.WeightStep
	}
	if m.vector != nil {
		out.vectors = m.vector.quantize()
	}
	return out, used
}

func (t *trainer) report(m *model, used int) {
	prior, right := 0, 0
	for i := range t.held {
		e := &t.held[i]
		g := t.groups[e.group]
		score := m.judge(&e.context, e.group, allFeatures, false)
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
	t.note = fmt.Sprintf("learned from %d and %d pairs, held back %d: frequency alone %.4f, with context %.4f; %d of %d weights; ",
		len(t.examples), len(t.pairs), len(t.held), float64(prior)/n, float64(right)/n, used, len(m.weight))
}
