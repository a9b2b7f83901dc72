package gbdt

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
)

// Params says how trees are grown. Fields that are zero take the default in brackets.
type Params struct {
	Trees           int     // [100]
	Leaves          int     // of one tree [31]
	Depth           int     // of one tree; [no limit]
	LearningRate    float64 // [0.1]
	MinLeafWeight   float64 // least sum of row weights in a leaf [20]
	L2              float64 // added to the curvature of each leaf [1]
	FeatureFraction float64 // share of features that a tree may look at [1]
	BaggingFraction float64 // share of rows that a tree is grown on [1]
	Seed            uint64
	Bins            int // at most 255 [255]
	Workers         int // [number of cores]; never changes the model
}

func (p Params) withDefaults() Params {
	def := func(v *float64, d float64) {
		if *v == 0 {
			*v = d
		}
	}
	count := func(v *int, d int) {
		if *v == 0 {
			*v = d
		}
	}
	count(&p.Trees, 100)
	count(&p.Leaves, 31)
	count(&p.Depth, math.MaxInt32)
	count(&p.Bins, 255)
	count(&p.Workers, runtime.GOMAXPROCS(0))
	def(&p.LearningRate, 0.1)
	def(&p.MinLeafWeight, 20)
	def(&p.L2, 1)
	def(&p.FeatureFraction, 1)
	def(&p.BaggingFraction, 1)
	return p
}

// Train grows a model on the rows of x, one behind the other with one value for
// each name. y holds the answers, 0 to 1; w the weights of the rows, or nil
// where all count the same. A row of weight 0 is left out.
func Train(x []float32, names []string, y, w []float32, p Params) (*Model, error) {
	d, err := NewData(x, names, p.withDefaults().Bins)
	if err != nil {
		return nil, err
	}
	return d.Train(y, w, p)
}

// Train grows a model on rows that were made ready before; see the function Train. Params.Bins is not looked at.
func (d *Data) Train(y, w []float32, p Params) (*Model, error) {
	p = p.withDefaults()
	if len(y) != d.n || (w != nil && len(w) != d.n) {
		return nil, fmt.Errorf("gbdt: %d rows, %d answers, %d weights", d.n, len(y), len(w))
	}
	if p.Leaves < 2 || p.Leaves > math.MaxUint16/2 {
		return nil, fmt.Errorf("gbdt: a tree cannot have %d leaves", p.Leaves)
	}
	b := &booster{Data: d, Params: p, y: y, w: w, random: rand.New(rand.NewPCG(p.Seed, 0x9e3779b97f4a7c15))}
	if err := b.start(); err != nil {
		return nil, err
	}
	for range p.Trees {
		b.derive()
		b.drawRows()
		b.drawFeatures()
		b.grow()
	}
	b.model.gain = b.gain
	return b.model, nil
}

// booster is the state of one training.
type booster struct {
	*Data
	Params
	y, w     []float32
	random   *rand.Rand
	model    *Model
	gain     []float64
	live     []int32 // rows with a weight
	score    []float32
	slope    []slope // by row, in fixed point
	unit     float64 // what 1 of a slope is worth
	rows     []int32 // of the tree at hand, kept so that each leaf's rows stand together
	spare    []int32
	features []int32 // that the tree at hand may look at, in order
	free     []hist
}

// slope is one row's share in the loss: first and second derivative and weight.
// Fixed point makes sums exact, so that the order of adding cannot matter.
type slope struct{ g, h, w int32 }

const fixed = 1 << 26

func (b *booster) start() error {
	var pos, all, most float64
	for i := range b.n {
		w := b.weight(i)
		if w < 0 || w != w || b.y[i] < 0 || b.y[i] > 1 || b.y[i] != b.y[i] {
			return fmt.Errorf("gbdt: row %d: answer %v with weight %v", i, b.y[i], w)
		}
		if w > 0 {
			b.live = append(b.live, int32(i))
			pos, all, most = pos+w*float64(b.y[i]), all+w, max(most, w)
		}
	}
	if all == 0 {
		return errors.New("gbdt: no row has a weight")
	}
	rate := min(max(pos/all, 1e-6), 1-1e-6)
	bias := float32(math.Log(rate / (1 - rate)))
	b.unit = most / fixed
	b.model = &Model{names: b.names, bias: bias}
	b.gain = make([]float64, len(b.names))
	b.slope = make([]slope, b.n)
	b.score = make([]float32, b.n)
	for i := range b.score {
		b.score[i] = bias
	}
	return nil
}

func (b *booster) weight(i int) float64 {
	if b.w == nil {
		return 1
	}
	return float64(b.w[i])
}

// derive takes the loss's derivatives at the present scores.
func (b *booster) derive() {
	split(b.Workers, len(b.live), func(from, to int) {
		for _, i := range b.live[from:to] {
			w := b.weight(int(i)) / b.unit
			q := float64(sigmoid(b.score[i]))
			b.slope[i] = slope{
				g: int32(math.Round(w * (q - float64(b.y[i])))),
				h: int32(math.Round(w * q * (1 - q))),
				w: int32(math.Round(w)),
			}
		}
	})
}

func (b *booster) drawRows() {
	b.rows = append(b.rows[:0], b.live...)
	if b.BaggingFraction < 1 {
		kept := b.rows[:0]
		for _, i := range b.rows {
			if b.random.Float64() < b.BaggingFraction {
				kept = append(kept, i)
			}
		}
		b.rows = kept
	}
}

func (b *booster) drawFeatures() {
	b.features = b.features[:0]
	want := max(1, int(math.Round(b.FeatureFraction*float64(len(b.names)))))
	for j := range b.names {
		// Each is taken with the chance that makes all choices of so many equally likely.
		if left := len(b.names) - j; b.random.IntN(left) < want-len(b.features) {
			b.features = append(b.features, int32(j))
		}
	}
}
