package gbdt

import (
	"fmt"
	"math"
)

// Linear is a logistic model: features brought to mean 0 and spread 1, weighed
// and summed. It costs a hundredth of a Model and serves to refuse the clear
// cases. It is safe for use by many goroutines at once.
type Linear struct {
	names                []string
	bias                 float32
	weight, mean, spread []float32
	flat                 []float32 // weight/spread: what a raw value is worth
	offset               float32   // bias less what the means are worth
}

// Features gives the names of the features in the order Predict expects them.
// The caller must not change it.
func (l *Linear) Features() []string { return l.names }

// Predict gives the probability that row is of the class.
func (l *Linear) Predict(row []float32) float32 { return sigmoid(l.Score(row)) }

// Score gives the log odds behind Predict.
func (l *Linear) Score(row []float32) float32 {
	var a, b float32
	flat := l.flat
	row = row[:len(flat)]
	i := 0
	for ; i+1 < len(flat); i += 2 {
		a += flat[i] * row[i]
		b += flat[i+1] * row[i+1]
	}
	if i < len(flat) {
		a += flat[i] * row[i]
	}
	return l.offset + a + b
}

// fold makes the values that Score needs from those that are kept.
func (l *Linear) fold() {
	l.flat = make([]float32, len(l.weight))
	offset := float64(l.bias)
	for i, w := range l.weight {
		l.flat[i] = w / l.spread[i]
		offset -= float64(w) * float64(l.mean[i]) / float64(l.spread[i])
	}
	l.offset = float32(offset)
}

// TrainLinear fits a logistic model to rows given as for Train; l2 is the
// weight of the squared weights in the loss (1 is a good start).
func TrainLinear(x []float32, names []string, y, w []float32, l2 float64) (*Linear, error) {
	f := len(names)
	if f == 0 || len(x) != f*len(y) || (w != nil && len(w) != len(y)) {
		return nil, fmt.Errorf("gbdt: %d values, %d features, %d answers, %d weights", len(x), f, len(y), len(w))
	}
	if w == nil {
		w = make([]float32, len(y))
		for i := range w {
			w[i] = 1
		}
	}
	l := &Linear{names: names, weight: make([]float32, f)}
	l.measure(x, w)
	l.fold()
	fit := &logistic{x: x, y: y, w: w, l2: l2, mean: l.mean, spread: l.spread}
	at := fit.minimise(make([]float64, f+1))
	for i := range l.weight {
		l.weight[i] = roundLeaf(at[i])
	}
	l.bias = roundLeaf(at[f])
	l.fold()
	return l, nil
}

// measure takes mean and spread of every feature.
func (l *Linear) measure(x, w []float32) {
	f := len(l.names)
	mean, square := make([]float64, f), make([]float64, f)
	var all float64
	for i, wi := range w {
		all += float64(wi)
		for j, v := range x[i*f : i*f+f] {
			mean[j] += float64(wi) * float64(v)
			square[j] += float64(wi) * float64(v) * float64(v)
		}
	}
	l.mean, l.spread = make([]float32, f), make([]float32, f)
	for j := range mean {
		m := mean[j] / all
		s := math.Sqrt(max(0, square[j]/all-m*m))
		if s < 1e-6 {
			s = 1 // never varies: its weight will stay 0
		}
		l.mean[j], l.spread[j] = roundLeaf(m), roundLeaf(s)
	}
}

// logistic is the loss to be minimised.
type logistic struct {
	x, y, w      []float32
	l2           float64
	mean, spread []float32
}

// loss gives the loss at the weights at (the last one is the bias) and its gradient.
func (p *logistic) loss(at, grad []float64) float64 {
	f := len(p.mean)
	flat, offset := make([]float64, f), at[f]
	for j := range flat {
		flat[j] = at[j] / float64(p.spread[j])
		offset -= flat[j] * float64(p.mean[j])
	}
	clear(grad)
	raw, out, sumErr := make([]float64, f), 0.0, 0.0
	for i, wi := range p.w {
		if wi == 0 {
			continue
		}
		row, s := p.x[i*f:i*f+f], offset
		for j, v := range row {
			s += flat[j] * float64(v)
		}
		y := float64(p.y[i])
		// log(1+exp(s)) - y*s, written so that it does not overflow
		out += float64(wi) * (max(s, 0) + math.Log1p(math.Exp(-math.Abs(s))) - y*s)
		e := float64(wi) * (1/(1+math.Exp(-s)) - y)
		sumErr += e
		for j, v := range row {
			raw[j] += e * float64(v)
		}
	}
	for j := range raw {
		grad[j] = (raw[j]-sumErr*float64(p.mean[j]))/float64(p.spread[j]) + p.l2*at[j]
		out += p.l2 * at[j] * at[j] / 2
	}
	grad[f] = sumErr
	return out
}

// minimise goes downhill by L-BFGS (Nocedal and Wright, algorithm 7.5) from the given point.
func (p *logistic) minimise(at []float64) []float64 {
	const memory, rounds = 10, 200
	n := len(at)
	grad, next, nextGrad := make([]float64, n), make([]float64, n), make([]float64, n)
	loss := p.loss(at, grad)
	var steps, turns [][]float64
	for range rounds {
		dir := direction(grad, steps, turns)
		slope, size := dot(grad, dir), 1.0
		if len(steps) == 0 {
			size = 1 / math.Sqrt(dot(grad, grad)+1e-300)
		}
		if slope > -1e-9*(1+loss) {
			break
		}
		var now float64
		for range 30 {
			for i := range next {
				next[i] = at[i] + size*dir[i]
			}
			if now = p.loss(next, nextGrad); now <= loss+1e-4*size*slope {
				break
			}
			size /= 2
		}
		if loss-now < 1e-8*loss {
			break
		}
		step, turn := make([]float64, n), make([]float64, n)
		for i := range step {
			step[i], turn[i] = next[i]-at[i], nextGrad[i]-grad[i]
		}
		if dot(step, turn) > 1e-12 {
			steps, turns = append(steps, step), append(turns, turn)
			if len(steps) > memory {
				steps, turns = steps[1:], turns[1:]
			}
		}
		loss = now
		at, next = next, at
		grad, nextGrad = nextGrad, grad
	}
	return at
}

// direction is the way down that the last steps suggest.
func direction(grad []float64, steps, turns [][]float64) []float64 {
	d := make([]float64, len(grad))
	for i, g := range grad {
		d[i] = -g
	}
	k := len(steps)
	if k == 0 {
		return d
	}
	alpha := make([]float64, k)
	for i := k - 1; i >= 0; i-- {
		alpha[i] = dot(steps[i], d) / dot(steps[i], turns[i])
		axpy(d, -alpha[i], turns[i])
	}
	scale := dot(steps[k-1], turns[k-1]) / dot(turns[k-1], turns[k-1])
	for i := range d {
		d[i] *= scale
	}
	for i := range k {
		beta := dot(turns[i], d) / dot(steps[i], turns[i])
		axpy(d, alpha[i]-beta, steps[i])
	}
	return d
}

func dot(a, b []float64) float64 {
	var s float64
	for i := range a {
		s += a[i] * b[i]
	}
	return s
}

func axpy(y []float64, a float64, x []float64) {
	for i := range y {
		y[i] += a * x[i]
	}
}
