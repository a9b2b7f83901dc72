package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"os"
)

// A bigrams is the statistics of neighbouring words that the Zemberek library
// ships for Turkish: a compressed model that can be asked for any two words
// but does not list them. Words are known by number; probabilities are
// logarithms to base 10. A pair that it does not have is taken for one that it
// has once in 2^(8×fingerprint) questions.
type bigrams struct {
	words    []string
	unigram  []float64
	pairs    grams
	values   []float64
	maxMask  uint32
	pageBits uint32
	offsets  []uint32
	pages    [][]level
}

type grams struct {
	data                 []byte
	fingerprint, rank    int
	block, count, backed int
}

type level struct {
	keys   uint32
	seeds  []byte
	failed []uint32
}

var errBigrams = errors.New("not a compressed model of two words")

func readBigrams(path string) (*bigrams, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	r := reader{raw, true}
	if r.u32(); r.u32() != 1 {
		return nil, fmt.Errorf("%s: %w", path, errBigrams)
	}
	base := math.Log10(r.f64())
	if order := r.u32(); order != 2 {
		return nil, fmt.Errorf("%s: %w: order %d", path, errBigrams, order)
	}
	r.u32()
	r.u32()
	one, two, backoff := r.table(base), r.table(base), r.table(base)
	_ = backoff
	singles := r.grams()
	var b bigrams
	b.pairs, b.values = r.grams(), two
	b.maxMask, _, b.pageBits = r.u32(), r.u32(), r.u32()
	pages := int(r.u32())
	for range pages {
		b.offsets = append(b.offsets, r.u32())
	}
	for range pages {
		var page []level
		for range r.u32() {
			l := level{keys: r.u32()}
			l.seeds = r.bytes(int(r.u32()))
			for range r.u32() {
				l.failed = append(l.failed, r.u32())
			}
			page = append(page, l)
		}
		b.pages = append(b.pages, page)
	}
	for range r.u32() {
		b.words = append(b.words, string(r.bytes(int(r.u16()))))
	}
	if !r.ok || len(b.words) < singles.count {
		return nil, fmt.Errorf("%s: %w: too short", path, errBigrams)
	}
	for i := range singles.count {
		b.unigram = append(b.unigram, one[singles.value(i)])
	}
	return &b, nil
}

// pair gives the probability of b after a; false where the model lacks the two.
func (m *bigrams) pair(a, b int) (float64, bool) {
	h := hashPair(uint32(a), uint32(b), 0)
	page := (h & m.maxMask) >> m.pageBits
	at := uint32(0)
	for i, l := range m.pages[page] {
		seed := l.seeds[h%uint32(len(l.seeds))]
		if seed == 0 {
			continue
		}
		at = hashPair(uint32(a), uint32(b), uint32(seed)) % l.keys
		if i > 0 {
			at = m.pages[page][i-1].failed[at]
		}
		break
	}
	at += m.offsets[page]
	if !m.pairs.is(int(at), h) {
		return 0, false
	}
	return m.values[m.pairs.value(int(at))], true
}

func hashPair(a, b, seed uint32) uint32 {
	h := seed
	if seed == 0 {
		h = 2166136261
	}
	h = (h ^ a) * 16777619
	h = (h ^ b) * 16777619
	return h & 0x7fffffff
}

func (g *grams) is(i int, hash uint32) bool {
	at := i * g.block
	for n := g.fingerprint - 1; n >= 0; n-- {
		if g.data[at+n] != byte(hash) {
			return false
		}
		hash >>= 8
	}
	return true
}

func (g *grams) value(i int) int {
	at, x := i*g.block+g.fingerprint, 0
	for _, c := range g.data[at : at+g.rank] {
		x = x<<8 | int(c)
	}
	return x
}

// A reader takes big-endian values from the front of a file; ok turns false at
// its end.
type reader struct {
	rest []byte
	ok   bool
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.rest) {
		r.ok = false
		r.rest = nil
		return make([]byte, max(0, min(n, 8)))
	}
	out := r.rest[:n]
	r.rest = r.rest[n:]
	return out
}

func (r *reader) u16() uint16  { return binary.BigEndian.Uint16(r.bytes(2)) }
func (r *reader) u32() uint32  { return binary.BigEndian.Uint32(r.bytes(4)) }
func (r *reader) f64() float64 { return math.Float64frombits(binary.BigEndian.Uint64(r.bytes(8))) }

func (r *reader) table(base float64) []float64 {
	out := make([]float64, min(int(r.u32()), 1<<24))
	for i := range out {
		out[i] = r.f64() * base
	}
	return out
}

func (r *reader) grams() grams {
	g := grams{count: int(r.u32()), fingerprint: int(r.u32()), rank: int(r.u32())}
	g.backed = int(r.u32())
	g.block = g.fingerprint + g.rank + g.backed
	g.data = r.bytes(g.count * g.block)
	return g
}
