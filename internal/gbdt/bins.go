package gbdt

import (
	"fmt"
	"math"
	"runtime"
	"slices"
	"strconv"
	"sync"
)

// Data is a table of rows made ready for training: every value replaced by the
// number of its bin. One Data serves any number of trainings.
type Data struct {
	names []string
	n     int
	bins  [][]uint8   // by feature, then row
	cuts  [][]float32 // by feature: bin b holds values <= cuts[b] and above cuts[b-1]
}

// NewData sorts the rows of x, one behind the other with one value for each
// name, into at most bins (2 to 255) bins a feature, about equally filled.
// Values must be finite.
func NewData(x []float32, names []string, bins int) (*Data, error) {
	f := len(names)
	if f == 0 || f > math.MaxUint16 || len(x)%f != 0 {
		return nil, fmt.Errorf("gbdt: %d values do not make rows of %d features", len(x), f)
	}
	if bins < 2 || bins > 255 {
		return nil, fmt.Errorf("gbdt: %d bins asked for, 2 to 255 are possible", bins)
	}
	d := &Data{names: names, n: len(x) / f, bins: make([][]uint8, f), cuts: make([][]float32, f)}
	for i, v := range x {
		if v != v || v > math.MaxFloat32 || v < -math.MaxFloat32 {
			return nil, fmt.Errorf("gbdt: row %d: %s is %v, want a finite number", i/f, names[i%f], v)
		}
	}
	split(runtime.GOMAXPROCS(0), f, func(from, to int) {
		column := make([]float32, d.n)
		for j := from; j < to; j++ {
			for i := range column {
				column[i] = x[i*f+j]
			}
			d.cuts[j] = cutColumn(column, bins)
			d.bins[j] = binColumn(column, d.cuts[j])
		}
	})
	return d, nil
}

// cutColumn chooses the cuts between bins: between all distinct values where
// there are few, else so that bins hold about equally many rows.
func cutColumn(column []float32, bins int) []float32 {
	sorted := slices.Clone(column)
	slices.Sort(sorted)
	type run struct {
		value float32
		rows  int
	}
	var runs []run
	for _, v := range sorted {
		if k := len(runs); k > 0 && runs[k-1].value == v {
			runs[k-1].rows++
		} else {
			runs = append(runs, run{v, 1})
		}
	}
	var cuts []float32
	if len(runs) <= bins {
		for i := 1; i < len(runs); i++ {
			cuts = append(cuts, roundBetween(runs[i-1].value, runs[i].value))
		}
		return cuts
	}
	left, held := len(sorted), 0
	for i := 0; i+1 < len(runs) && len(cuts) < bins-1; i++ {
		held += runs[i].rows
		// The share asked for shrinks with what is left, so that one value that
		// fills half of the rows does not starve the others of bins.
		if held*(bins-len(cuts)) >= left {
			cuts = append(cuts, roundBetween(runs[i].value, runs[i+1].value))
			left, held = left-held, 0
		}
	}
	return cuts
}

// roundBetween gives the number with the fewest digits in [lo, hi), as near to the middle as these digits allow.
func roundBetween(lo, hi float32) float32 {
	mid := (float64(lo) + float64(hi)) / 2
	for digits := 1; digits < 9; digits++ {
		s := strconv.FormatFloat(mid, 'g', digits, 64)
		v, err := strconv.ParseFloat(s, 32)
		if r := float32(v); err == nil && r >= lo && r < hi {
			return r
		}
	}
	return lo
}

func binColumn(column, cuts []float32) []uint8 {
	out := make([]uint8, len(column))
	for i, v := range column {
		b, _ := slices.BinarySearch(cuts, v) // the first cut that is not below v
		out[i] = uint8(b)
	}
	return out
}

// split calls work for the numbers 0 to n-1, parted among so many workers.
func split(workers, n int, work func(from, to int)) {
	workers = max(1, min(workers, n))
	if workers == 1 {
		work(0, n)
		return
	}
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() { work(w*n/workers, (w+1)*n/workers) })
	}
	wg.Wait()
}
