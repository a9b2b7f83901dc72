package lexicon

import "math"

// A weight is kept in four bits: its sign and one of eight sizes. Most weights are
// small, and a sum of thirty forgives what rounding the rare large ones costs:
// with whole bytes the same words of the press were restored.

// Levels are the sizes of a weight, in steps.
var Levels = [8]int{0, 1, 3, 6, 10, 16, 25, 40}

// WeightStep is what one step of a single weight adds to the logarithm of the odds.
const WeightStep = 1.0 / 24

// weightOf reads four bits: the size in the lower three, above it the sign.
var weightOf = func() (of [16]int16) {
	for i, n := range Levels {
		of[i], of[i+8] = int16(n), int16(-n)
	}
	return of
}()

// Quantize gives the four bits that come nearest to a weight of so many steps.
func Quantize(steps float64) byte {
	sign := byte(0)
	if steps < 0 {
		sign, steps = 8, -steps
	}
	best := 0
	for i, n := range Levels {
		if math.Abs(float64(n)-steps) < math.Abs(float64(Levels[best])-steps) {
			best = i
		}
	}
	if best == 0 {
		return 0
	}
	return byte(best) | sign
}

// Steps is what Quantize gave, in steps again.
func Steps(bits byte) int { return int(weightOf[bits&15]) }

// PackWeights puts two weights into a byte.
func PackWeights(bits []byte) []byte {
	out := make([]byte, (len(bits)+1)/2)
	for i, b := range bits {
		out[i/2] |= b << (4 * (i & 1))
	}
	return out
}

// weightAt is weight i of a packed table.
func weightAt(packed string, i uint32) int {
	return int(weightOf[packed[i>>1]>>(4*(i&1))&15])
}
