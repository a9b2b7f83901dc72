package gbdt

// cell sums the slopes of the rows that fall into one bin.
type cell struct{ g, h, w int64 }

// hist holds one table of 256 cells a feature, for the features of the tree at
// hand. Of each only as many cells are used as the feature has bins: most are
// facts that hold or do not.
type hist [][256]cell

// cells is how many bins a feature has.
func (b *booster) cells(feature int32) int { return len(b.cuts[feature]) + 1 }

// growing is a leaf of the tree at hand that may still be split.
type growing struct {
	from, to int // its rows
	node     int // in the model
	depth    int
	sum      cell
	hist     hist
	best     choice
}

// choice is the best split of a leaf.
type choice struct {
	gain    float64 // 0 where no split helps
	feature int32
	bin     uint8
	left    cell
}

// grow adds one tree to the model, always splitting the leaf that gains most, and moves the scores.
func (b *booster) grow() {
	m := b.model
	root := len(m.nodes)
	m.nodes, m.leaf = append(m.nodes, node{cut: inf}), append(m.leaf, 0)
	first := &growing{to: len(b.rows), node: root, hist: b.newHist()}
	for _, i := range b.rows {
		s := b.slope[i]
		first.sum.g, first.sum.h, first.sum.w = first.sum.g+int64(s.g), first.sum.h+int64(s.h), first.sum.w+int64(s.w)
	}
	b.fill(first)
	first.best = b.choose(first)
	leaves, deepest := []*growing{first}, 0
	for len(leaves) < b.Leaves {
		at := -1
		for i, l := range leaves {
			if l.best.gain > 0 && (at < 0 || l.best.gain > leaves[at].best.gain) {
				at = i
			}
		}
		if at < 0 {
			break
		}
		left, right := b.part(leaves[at], root)
		deepest = max(deepest, left.depth)
		leaves[at] = left
		leaves = append(leaves, right)
	}
	for _, l := range leaves {
		m.leaf[l.node] = roundLeaf(-float64(l.sum.g) * b.unit / (float64(l.sum.h)*b.unit + b.L2) * b.LearningRate)
		m.nodes[l.node].left = uint16(l.node - root)
		b.free = append(b.free, l.hist)
	}
	m.trees = append(m.trees, tree{root: int32(root), depth: int32(deepest)})
	b.move()
}

// part splits a leaf by its best choice. Only the smaller side's table is
// filled from rows; the other is what remains of the parent's.
func (b *booster) part(l *growing, root int) (left, right *growing) {
	m, c := b.model, l.best
	b.gain[c.feature] += c.gain
	at := len(m.nodes)
	m.nodes[l.node] = node{cut: b.cuts[c.feature][c.bin], feature: uint16(c.feature), left: uint16(at - root)}
	m.nodes, m.leaf = append(m.nodes, node{cut: inf}, node{cut: inf}), append(m.leaf, 0, 0)
	mid := b.partition(l, c)
	left = &growing{from: l.from, to: mid, node: at, depth: l.depth + 1, sum: c.left}
	right = &growing{from: mid, to: l.to, node: at + 1, depth: l.depth + 1, sum: minus(l.sum, c.left)}
	small, large := left, right
	if right.to-right.from < left.to-left.from {
		small, large = right, left
	}
	small.hist, large.hist = b.newHist(), l.hist
	b.fill(small)
	for k, j := range b.features {
		from := large.hist[k][:b.cells(j)]
		for i, c := range small.hist[k][:len(from)] {
			from[i] = minus(from[i], c)
		}
	}
	left.best, right.best = b.choose(left), b.choose(right)
	return left, right
}

func minus(a, b cell) cell { return cell{a.g - b.g, a.h - b.h, a.w - b.w} }

// partition brings the rows of the left side to the front, both sides in their order.
func (b *booster) partition(l *growing, c choice) (mid int) {
	rows, bins := b.rows[l.from:l.to], b.bins[c.feature]
	b.spare = b.spare[:0]
	mid = l.from
	for _, i := range rows {
		if bins[i] <= c.bin {
			b.rows[mid] = i
			mid++
		} else {
			b.spare = append(b.spare, i)
		}
	}
	copy(b.rows[mid:], b.spare)
	return mid
}

func (b *booster) newHist() hist {
	if k := len(b.free); k > 0 {
		h := b.free[k-1]
		b.free = b.free[:k-1]
		return h
	}
	return make(hist, len(b.features))
}

// fill sums the slopes of a leaf's rows by feature and bin. Rows are taken a
// block at a time, so that their slopes stay in the cache for all features.
func (b *booster) fill(l *growing) {
	split(b.Workers, len(b.features), func(from, to int) {
		const block = 4096
		var slopes [block]slope
		var odd [256]cell
		for k := from; k < to; k++ {
			clear(l.hist[k][:b.cells(b.features[k])])
		}
		for start := l.from; start < l.to; start += block {
			rows := b.rows[start:min(start+block, l.to)]
			for k, i := range rows {
				slopes[k] = b.slope[i]
			}
			for k := from; k < to; k++ {
				j := b.features[k]
				add(&l.hist[k], &odd, b.cells(j), b.bins[j], rows, slopes[:len(rows)])
			}
		}
	})
}

// add sums rows into a table. Neighbouring rows go to two tables, because many
// features are 0 in most rows and each sum would have to wait for the last.
// Where rows are few, clearing a second table would cost more than the wait.
func add(even, odd *[256]cell, cells int, bins []uint8, rows []int32, slopes []slope) {
	if len(rows) < cells {
		for k, i := range rows {
			c, s := &even[bins[i]], &slopes[k]
			c.g += int64(s.g)
			c.h += int64(s.h)
			c.w += int64(s.w)
		}
		return
	}
	clear(odd[:cells])
	k := 0
	for ; k+1 < len(rows) && k+1 < len(slopes); k += 2 {
		c, s := &even[bins[rows[k]]], &slopes[k]
		d, t := &odd[bins[rows[k+1]]], &slopes[k+1]
		c.g += int64(s.g)
		c.h += int64(s.h)
		c.w += int64(s.w)
		d.g += int64(t.g)
		d.h += int64(t.h)
		d.w += int64(t.w)
	}
	if k < len(rows) {
		c, s := &even[bins[rows[k]]], &slopes[k]
		c.g += int64(s.g)
		c.h += int64(s.h)
		c.w += int64(s.w)
	}
	for i, c := range odd[:cells] {
		even[i].g += c.g
		even[i].h += c.h
		even[i].w += c.w
	}
}

// choose finds the split that lowers the loss most; of equals the first feature and lowest cut.
func (b *booster) choose(l *growing) choice {
	if l.depth >= b.Depth || float64(l.sum.w)*b.unit < 2*b.MinLeafWeight {
		return choice{}
	}
	found := make([]choice, len(b.features))
	split(b.Workers, len(b.features), func(from, to int) {
		for k := from; k < to; k++ {
			found[k] = b.scan(l, k)
		}
	})
	var best choice
	for _, c := range found {
		if c.gain > best.gain {
			best = c
		}
	}
	return best
}

func (b *booster) scan(l *growing, k int) choice {
	feature := b.features[k]
	whole, least := b.worth(l.sum), int64(b.MinLeafWeight/b.unit)
	var best choice
	var left cell
	for bin := range b.cuts[feature] {
		c := &l.hist[k][bin]
		if c.w == 0 {
			continue
		}
		left.g, left.h, left.w = left.g+c.g, left.h+c.h, left.w+c.w
		right := minus(l.sum, left)
		if left.w < least || left.w == 0 {
			continue
		}
		if right.w < least || right.w == 0 {
			break
		}
		if gain := b.worth(left) + b.worth(right) - whole; gain > best.gain && gain > 1e-9 {
			best = choice{gain: gain, feature: feature, bin: uint8(bin), left: left}
		}
	}
	return best
}

// worth is how much a leaf of this sum can lower the loss, twice.
func (b *booster) worth(c cell) float64 {
	g := float64(c.g) * b.unit
	return g * g / (float64(c.h)*b.unit + b.L2)
}

// move adds the newest tree to the scores of all rows, also of those it was not grown on.
func (b *booster) move() {
	m := b.model
	t := m.trees[len(m.trees)-1]
	nodes, leaf := m.nodes[t.root:], m.leaf[t.root:]
	// Nodes hold cuts; rows hold bins. A cut's bin is found once a node.
	bin := make([]uint8, len(nodes))
	for i, n := range nodes {
		if n.cut == inf {
			continue
		}
		for b.cuts[n.feature][bin[i]] != n.cut {
			bin[i]++
		}
	}
	split(b.Workers, len(b.live), func(from, to int) {
		for _, row := range b.live[from:to] {
			i := 0
			for nodes[i].cut != inf {
				n, at := nodes[i], i
				i = int(n.left)
				if b.bins[n.feature][row] > bin[at] {
					i++
				}
			}
			b.score[row] += leaf[i]
		}
	})
}
