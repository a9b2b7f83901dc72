package main

import (
	"cmp"
	"encoding/binary"
	"maps"
	"math"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"copydesk/normalize/lexicon"
)

// packer writes the file that package lexicon reads; the layout is described
// there.
type packer struct {
	body    []byte
	base    int
	letters []rune
	index   map[rune]int
	records [][]byte
}

const (
	headerSize = 32
	recordSize = 64
)

func newPacker(languages int) *packer {
	return &packer{base: headerSize + languages*recordSize, index: map[rune]int{}}
}

func (p *packer) put(b []byte) int {
	at := p.base + len(p.body)
	p.body = append(p.body, b...)
	return at
}

func (p *packer) letter(r rune) byte {
	i, ok := p.index[r]
	if !ok {
		i = len(p.letters)
		if i > 255 {
			panic("more letters than a byte tells apart")
		}
		p.index[r] = i
		p.letters = append(p.letters, r)
	}
	return byte(i)
}

func (p *packer) language(w *wordlist, words []string, l learned) {
	groups := map[string][]string{}
	for _, s := range words {
		key := keyOf(s)
		groups[key] = append(groups[key], s)
	}
	type entry struct {
		hash uint64
		data []byte
	}
	entries := make([]entry, 0, len(groups))
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		entries = append(entries, entry{lexicon.Hash(key), p.group(w, key, groups[key])})
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.hash, b.hash) })
	logBuckets := max(4, bits.Len(uint(len(entries)/3)))
	var dir, body []byte
	next := 0
	for b := range 1 << logBuckets {
		dir = append24(dir, len(body))
		for next < len(entries) && entries[next].hash>>(64-logBuckets) == uint64(b) {
			e := entries[next]
			body = append(body, byte(e.hash), byte(e.hash>>8), byte(len(e.data)))
			body = append(body, e.data...)
			next++
		}
	}
	dir = append24(dir, len(body))
	shares, n := p.shares(w, words)
	rec := make([]byte, 8, recordSize)
	copy(rec, w.tag)
	dirAt, bodyAt, weightAt := p.put(dir), p.put(body), p.put(lexicon.PackWeights(l.weights))
	vectorsAt, vectors := p.put(lexicon.PackWeights(l.vectors)), len(l.vectors)/(2*lexicon.Dims)
	for _, x := range []int{logBuckets, dirAt, bodyAt, len(body), weightAt, len(l.weights), p.put(shares), n, vectors, vectorsAt} {
		rec = binary.LittleEndian.AppendUint32(rec, uint32(x))
	}
	p.records = append(p.records, rec[:recordSize])
}

// name adds a language that has a name and no words.
func (p *packer) name(tag string) {
	rec := make([]byte, recordSize)
	copy(rec, tag)
	p.records = append(p.records, rec)
}

// group writes the words of one key, the most frequent first.
func (p *packer) group(w *wordlist, key string, forms []string) []byte {
	out := []byte{lexicon.None, byte(unknown)}
	for _, s := range forms { // already in order
		freq := byte(min(250, w.freq[s]/4))
		if s == key {
			out[0], out[1] = freq, byte(w.capitals(s))
			continue
		}
		var ops []byte
		at := 0
		for _, r := range strings.TrimPrefix(s, "-") {
			if r < utf8.RuneSelf {
				at++
			} else {
				ops = append(ops, byte(at), p.letter(r))
			}
		}
		if len(out)+2+len(ops) > 255 {
			break
		}
		out = append(out, byte(len(ops)/2)|byte(w.capitals(s)<<3), freq)
		out = append(out, ops...)
	}
	if len(out) == 2 {
		return out[:1]
	}
	return out
}

// shares counts how much of a language each letter outside ASCII is.
func (p *packer) shares(w *wordlist, words []string) ([]byte, int) {
	count, total := map[rune]float64{}, 0.0
	for _, s := range words {
		if s[0] == '-' {
			continue
		}
		f := math.Pow(10, -float64(w.freq[s])/100)
		for _, r := range s {
			total += f
			if r >= utf8.RuneSelf {
				count[r] += f
			}
		}
	}
	letters := make([]rune, 0, len(count))
	for r, n := range count {
		if n/total > 2e-6 {
			letters = append(letters, r)
		}
	}
	slices.SortFunc(letters, func(a, b rune) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	var out []byte
	for _, r := range letters {
		out = append(out, byte(r), byte(r>>8))
		out = append24(out, int(count[r]/total*1e7))
	}
	return out, len(letters)
}

// frequent writes the table by which a language is told: the commonest keys
// of every language, four bytes a place.
func (p *packer) frequent(lists []*wordlist, each int) (at, logSize int) {
	type row struct {
		hash uint64
		lang int
		freq int
	}
	var rows []row
	for n, w := range lists {
		sum := map[string]float64{}
		for s, i := range w.freq {
			if key := keyOf(s); key != "" && key[0] != '-' {
				sum[key] += math.Pow(10, -float64(i)/100)
			}
		}
		keys := make([]string, 0, len(sum))
		for k := range sum {
			keys = append(keys, k)
		}
		slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(sum[b], sum[a]), strings.Compare(a, b)) })
		for _, k := range keys[:min(each, len(keys))] {
			rows = append(rows, row{lexicon.Hash(k), n, min(250, int(-25*math.Log10(sum[k])))})
		}
	}
	logSize = bits.Len(uint(len(rows) * 3 / 2))
	table := make([]byte, 4<<logSize)
	slices.SortFunc(rows, func(a, b row) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.lang, b.lang)) })
	for _, r := range rows {
		i := int(r.hash >> (64 - logSize))
		for table[4*i+3] != 0 {
			i = (i + 1) & (1<<logSize - 1)
		}
		table[4*i], table[4*i+1], table[4*i+2], table[4*i+3] = byte(r.hash), byte(r.hash>>8), byte(r.freq), byte(r.lang+1)
	}
	return p.put(table), logSize
}

// trigrams counts how many words of a list have each three letters in a row.
func (p *packer) trigrams(words []string) int {
	table := make([]byte, 27*27*27)
	place := func(c byte) int {
		if c < 'a' || c > 'z' {
			return 0
		}
		return int(c-'a') + 1
	}
	for _, s := range words {
		if len(keyOf(s)) != len(s) {
			continue
		}
		s = " " + s + " "
		for i := 0; i+2 < len(s); i++ {
			if c := &table[(place(s[i])*27+place(s[i+1]))*27+place(s[i+2])]; *c < 255 {
				*c++
			}
		}
	}
	return p.put(table)
}

func (p *packer) bytes(frequentAt, frequentBits, trigramsAt int) []byte {
	var letters []byte
	for _, r := range p.letters {
		letters = binary.LittleEndian.AppendUint16(letters, uint16(r))
	}
	lettersAt := p.put(letters)
	out := []byte("cdlex\x00\x00\x02")
	for _, x := range []int{len(p.records), lettersAt, frequentAt, frequentBits, trigramsAt, 0} {
		out = binary.LittleEndian.AppendUint32(out, uint32(x))
	}
	for _, r := range p.records {
		out = append(out, r...)
	}
	return append(out, p.body...)
}

func append24(b []byte, x int) []byte { return append(b, byte(x), byte(x>>8), byte(x>>16)) }
