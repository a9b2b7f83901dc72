package block

import "strings"

// The second look at a block knows what the first made of its surroundings.
var secondNames = append(append([]string{}, featureNames...), strings.Fields(`
	first holder_mean path_mean design_mean
	prev1 prev2 prev3 next1 next2 next3 best_before best_after near_mean
	from_first to_last sum_before sum_after`)...)

// SecondNames gives the names of the features of the second look, in the order of a row.
func SecondNames() []string { return secondNames }

// surroundings holds what the second look needs of the first one's scores.
type surroundings struct {
	first        []float32
	path, design []float32 // mean scores by path, weighed by length
	sum          []float32 // of score times length, before each block
	begin, end   int       // the first and the last block that scores well
}

func (l *layout) surround(first []float32) *surroundings {
	s := &surroundings{first: first, begin: -1, end: -1, sum: make([]float32, len(first)+1)}
	s.path = l.means(first, l.path, l.paths)
	s.design = l.means(first, l.design, l.kinds)
	for i, p := range first {
		s.sum[i+1] = s.sum[i] + p*l.stats[i].chars
		if p > 0.6 && l.stats[i].words > 8 {
			if s.begin < 0 {
				s.begin = i
			}
			s.end = i
		}
	}
	return s
}

func (l *layout) means(first []float32, of []uint32, groups []group) []float32 {
	out := make([]float32, len(groups))
	for i, p := range first {
		out[of[i]] += p * l.stats[i].chars
	}
	for k := range out {
		out[k] = share(out[k], groups[k].chars)
	}
	return out
}

// secondRow appends what the second look adds to the features of block i.
func (l *layout) secondRow(f []float32, i int, s *surroundings) []float32 {
	at := func(k int) float32 {
		if k < 0 || k >= len(s.first) {
			return 0
		}
		return s.first[k]
	}
	from, to := l.span(l.container(i))
	holder := share(s.sum[to]-s.sum[from], l.sums[to].chars-l.sums[from].chars)
	lo, hi := max(0, i-6), min(len(s.first), i+7)
	near := share(s.sum[hi]-s.sum[lo], l.sums[hi].chars-l.sums[lo].chars)
	var before, after float32
	for k := lo; k < hi; k++ {
		switch {
		case k < i:
			before = max(before, s.first[k])
		case k > i:
			after = max(after, s.first[k])
		}
	}
	total := s.sum[len(s.first)]
	return append(f, s.first[i], holder, s.path[l.path[i]], s.design[l.design[i]],
		at(i-1), at(i-2), at(i-3), at(i+1), at(i+2), at(i+3), before, after, near,
		float32(i-s.begin), float32(s.end-i), share(s.sum[i], total), share(total-s.sum[i+1], total))
}
