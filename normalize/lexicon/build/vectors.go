package main

import (
	"math"

	"copydesk/normalize/lexicon"
)

// vectors learns what package lexicon tells of its vectors. They start small and
// by chance, the same chance each time.
type vectors struct {
	mask        uint32
	around, own table
	rows        []uint32 // of the surroundings that are looked at
	bent        [lexicon.Dims]float32
	pulled      [lexicon.Dims]float32
}

// A table holds vectors and the sums of their squared steps.
type table struct{ value, sum []float32 }

const (
	leastErrors   = 10_000 // of frequency alone, from which on a language gets vectors
	errorsARow    = 4
	fewestRows    = 13 // as logarithms
	mostRows      = 15
	startAround   = 0.2
	startOwn      = 0.05
	vectorRate    = 0.05
	vectorDecay   = 1e-5
	firstSquared  = 0.1
	chanceSeed    = 12345
	chanceFactor  = 6364136223846793005
	chanceSummand = 1442695040888963407
)

// vectorBits is the logarithm of how many vectors a language gets, or 0. What the
// press says of neighbouring words outweighs handbooks: with pairs of it, vectors
// that learn from handbooks alone make it worse (Turkish).
func (t *trainer) vectorBits() int {
	n := t.wrong()
	if n < leastErrors || len(t.pairs) > 0 {
		return 0
	}
	bits := fewestRows
	for bits < mostRows && errorsARow<<bits < n {
		bits++
	}
	return bits
}

func newVectors(bits int) *vectors {
	n := lexicon.Dims << bits
	v := &vectors{
		mask:   1<<bits - 1,
		around: table{make([]float32, n), make([]float32, n)},
		own:    table{make([]float32, n), make([]float32, n)},
	}
	state := uint64(chanceSeed)
	chance := func() float32 {
		state = state*chanceFactor + chanceSummand
		return float32(int32(state>>33)-1<<30) / (1 << 30)
	}
	for i := range n {
		v.around.value[i] = chance() * startAround
		v.own.value[i] = chance() * startOwn
	}
	return v
}

// of gives the vector of a row, and the sums that belong to it.
func (t *table) of(row uint32) (value, sum []float32) {
	from := int(row) * lexicon.Dims
	return t.value[from : from+lexicon.Dims], t.sum[from : from+lexicon.Dims]
}

// see takes in the surroundings.
func (v *vectors) see(c *lexicon.Context) {
	v.rows = v.rows[:0]
	v.bent, v.pulled = [lexicon.Dims]float32{}, [lexicon.Dims]float32{}
	for _, r := range c.Rows() {
		r &= v.mask
		v.rows = append(v.rows, r)
		x, _ := v.around.of(r)
		for i := range x {
			v.bent[i] += x[i]
		}
	}
	for i, x := range v.bent {
		v.bent[i] = float32(math.Tanh(float64(x)))
	}
}

// product says how well a candidate goes with the surroundings.
func (v *vectors) product(t lexicon.Trait) float64 {
	s := float32(0)
	for _, r := range t.Rows() {
		x, _ := v.own.of(r & v.mask)
		for i := range x {
			s += x[i] * v.bent[i]
		}
	}
	return float64(s)
}

// pull moves the vectors of a candidate by what its score was short of, and notes
// where it pulls the surroundings.
func (v *vectors) pull(t lexicon.Trait, short float32) {
	for _, r := range t.Rows() {
		x, sum := v.own.of(r & v.mask)
		for i := range x {
			v.pulled[i] += short * x[i]
			move(&x[i], &sum[i], short*v.bent[i])
		}
	}
}

// adjust moves the vectors of the surroundings to where the candidates pulled.
func (v *vectors) adjust() {
	for i, b := range v.bent {
		v.pulled[i] *= 1 - b*b
	}
	for _, r := range v.rows {
		x, sum := v.around.of(r)
		for i := range x {
			move(&x[i], &sum[i], v.pulled[i])
		}
	}
}

func move(x, sum *float32, by float32) {
	by -= vectorDecay * *x
	*sum += by * by
	*x += vectorRate * by / float32(math.Sqrt(float64(firstSquared+*sum)))
}

// quantize gives what is kept, and rounds the vectors to it. Caution is taken on
// the candidates' side.
func (v *vectors) quantize() []byte {
	out := make([]byte, 0, 2*len(v.own.value))
	round := func(values []float32, scale float64) {
		for i, x := range values {
			b := lexicon.Quantize(float64(x) * scale / lexicon.VectorStep)
			out = append(out, b)
			values[i] = float32(lexicon.Steps(b)) * lexicon.VectorStep
		}
	}
	round(v.around.value, 1)
	round(v.own.value, caution)
	return out
}
