// Package gbdt learns and applies the two small models by which blocks of a
// page are judged: gradient boosted trees for binary classification, and a
// logistic model for a first, cheap glance.
//
// Training is deterministic: the same rows, parameters and seed give the same
// model whatever the number of workers. Models are kept as text that a reviewer
// can read: feature names, thresholds and leaf values.
package gbdt

import "math"

// Model is a sum of trees. It is safe for use by many goroutines at once.
type Model struct {
	names []string
	bias  float32
	nodes []node
	leaf  []float32 // by node; 0 for inner nodes
	trees []tree
	gain  []float64 // by feature; only on a model that was just trained
}

// node is 8 bytes, so that a tree of 31 leaves lies in eight cache lines. The
// right child stands behind the left one. A leaf is its own left child and
// nothing is greater than its threshold, so that a walk may step on the spot.
type node struct {
	cut     float32
	feature uint16
	left    uint16 // relative to the tree's root
}

type tree struct {
	root  int32
	depth int32 // steps from the root to the deepest leaf
}

var inf = float32(math.Inf(1))

// Features gives the names of the features in the order Predict expects them.
// The caller must not change it.
func (m *Model) Features() []string { return m.names }

// Trees gives the number of trees.
func (m *Model) Trees() int { return len(m.trees) }

// Gain gives, for a model that was just trained, how much each feature lowered
// the loss; nil for a model that was read.
func (m *Model) Gain() []float64 { return m.gain }

// Predict gives the probability that row is of the class; row holds one value
// for each name of Features. A value that is not a number counts as small.
func (m *Model) Predict(row []float32) float32 { return sigmoid(m.Score(row)) }

// Score gives the log odds behind Predict.
func (m *Model) Score(row []float32) float32 {
	sum, i := m.bias, 0
	for ; i+4 <= len(m.trees); i += 4 {
		sum = m.four(sum, m.trees[i:i+4:i+4], row)
	}
	for ; i < len(m.trees); i++ {
		sum += m.one(m.trees[i], row)
	}
	return sum
}

// tile is how many rows are taken through all trees together, so that the trees
// come from memory once for them all and the rows stay at hand.
const tile = 8

// PredictAll appends what Predict gives for every row.
func (m *Model) PredictAll(dst []float32, rows [][]float32) []float32 {
	for len(rows) > 0 {
		part := rows[:min(tile, len(rows))]
		rows = rows[len(part):]
		var sums [tile]float32
		for k := range part {
			sums[k] = m.bias
		}
		i := 0
		for ; i+4 <= len(m.trees); i += 4 {
			for k, row := range part {
				sums[k] = m.four(sums[k], m.trees[i:i+4:i+4], row)
			}
		}
		for k, row := range part {
			for _, t := range m.trees[i:] {
				sums[k] += m.one(t, row)
			}
			dst = append(dst, sigmoid(sums[k]))
		}
	}
	return dst
}

// four walks four trees abreast: a step down waits for memory and for a
// comparison, and four walks that do not depend on each other wait together.
func (m *Model) four(sum float32, t []tree, row []float32) float32 {
	na, nb, nc, nd := m.nodes[t[0].root:], m.nodes[t[1].root:], m.nodes[t[2].root:], m.nodes[t[3].root:]
	var a, b, c, d uint
	for range max(t[0].depth, t[1].depth, t[2].depth, t[3].depth) {
		pa, pb, pc, pd := na[a], nb[b], nc[c], nd[d]
		a1 := uint(pa.left) + above(row[pa.feature], pa.cut)
		b1 := uint(pb.left) + above(row[pb.feature], pb.cut)
		c1 := uint(pc.left) + above(row[pc.feature], pc.cut)
		d1 := uint(pd.left) + above(row[pd.feature], pd.cut)
		if (a^a1)|(b^b1)|(c^c1)|(d^d1) == 0 {
			break
		}
		a, b, c, d = a1, b1, c1, d1
	}
	leaf := m.leaf
	sum += leaf[uint(t[0].root)+a]
	sum += leaf[uint(t[1].root)+b]
	sum += leaf[uint(t[2].root)+c]
	return sum + leaf[uint(t[3].root)+d]
}

func (m *Model) one(t tree, row []float32) float32 {
	n := m.nodes[t.root:]
	var i uint
	for range t.depth {
		p := n[i]
		i = uint(p.left) + above(row[p.feature], p.cut)
	}
	return m.leaf[uint(t.root)+i]
}

// above is 1 if x is greater than the cut; written so that it compiles to no jump.
func above(x, cut float32) uint {
	var b uint
	if x > cut {
		b = 1
	}
	return b
}

func sigmoid(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }
