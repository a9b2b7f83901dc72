package lexicon

import (
	"iter"
	"unicode/utf8"
)

// A Group is what a table holds for one key: the plain word, if the language
// has it, and the words that have letters outside ASCII.
//
//	freq of the plain word, or None; if there are other words, its case
//	then for each other word: ops (3 bits), case (2 bits) | freq | (place, letter) × ops
type Group struct {
	data    string
	letters string
}

// None is the frequency of a word that a list does not have.
const None = 0xff

// FreqStep is what one step of a frequency means, in powers of ten: a word of
// frequency f is 10^(-f*FreqStep) of running text.
const FreqStep = 0.04

// An Insert is a letter outside ASCII and its place: how many letters of the
// key stand before it.
type Insert struct {
	At     int32
	Letter rune
}

// A Word is one whole word of a group.
type Word struct {
	Freq    int // steps of FreqStep; small is frequent
	Case    Case
	Inserts [12]Insert
	N       int // inserts in use
}

// Case is how a word is written inside a sentence.
type Case uint8

// The cases.
const (
	Small Case = iota
	Capital
	Both
	Unknown
)

// PlainCase is how the plain word is written.
func (g Group) PlainCase() Case {
	if len(g.data) < 2 {
		return Unknown
	}
	return Case(g.data[1])
}

// Found says whether the table has the key at all.
func (g Group) Found() bool { return g.data != "" }

// Plain is the frequency of the key as a word, or None.
func (g Group) Plain() int {
	if g.data == "" {
		return None
	}
	return int(g.data[0])
}

// Only says whether the plain word is all the group has.
func (g Group) Only() bool { return len(g.data) <= 1 }

// Words appends the words of the group that have letters outside ASCII, most
// frequent first.
func (g Group) Words(dst []Word) []Word {
	for w := range g.All() {
		dst = append(dst, w)
	}
	return dst
}

// All gives the words that Words appends, one by one.
func (g Group) All() iter.Seq[Word] {
	return func(yield func(Word) bool) {
		for i := 2; i+1 < len(g.data); {
			head := g.data[i]
			w := Word{N: int(head & 7), Case: Case(head >> 3 & 3), Freq: int(g.data[i+1])}
			i += 2
			for k := 0; k < w.N; k++ {
				w.Inserts[k] = Insert{int32(g.data[i]), rune(le16(g.letters, 2*int(g.data[i+1])))}
				i += 2
			}
			if !yield(w) {
				return
			}
		}
	}
}

// Append appends the word, in small letters, whose key is given.
func (w *Word) Append(dst []byte, key []byte) []byte {
	k := 0
	for i := 0; i <= len(key); i++ {
		for ; k < w.N && int(w.Inserts[k].At) == i; k++ {
			dst = utf8.AppendRune(dst, w.Inserts[k].Letter)
		}
		if i < len(key) {
			dst = append(dst, key[i])
		}
	}
	return dst
}

// EndingKey is the key under which a table holds an ending, such as Turkish
// hangs on its words; key is the ending's own.
func EndingKey(dst, key []byte) []byte { return append(append(dst, '-'), key...) }

// A Table holds the words of one language. The zero Table is empty.
type Table struct {
	Lang    Lang
	shift   uint8
	dir     string // 3 bytes a bucket, one more at the end and two for reading eight at a time
	entries string // fp lo, fp hi, length, payload
	letters string
	weights string // single weights, two a byte
	wmask   uint32
	around  string // vectors of surroundings
	own     string // vectors of candidates, as many
	vmask   uint32
}

// Lookup finds the group of a key by the key's hash. One unknown key in some
// 20,000 is taken for another.
func (t *Table) Lookup(hash uint64) Group {
	if t.dir == "" {
		return Group{}
	}
	from, to := t.bucket(hash)
	if from == to {
		return Group{}
	}
	return t.search(from, to, int(t.entries[from+2]), hash)
}

// Frequency is how frequent a word of small letters is, or None.
func (t *Table) Frequency(word string) int {
	if len(word) > MaxKey {
		return None
	}
	var buf [MaxKey]byte
	key := AppendKey(buf[:0], word)
	g := t.Lookup(Hash(key))
	if len(key) == len(word) {
		return g.Plain()
	}
	var form [3 * MaxKey]byte
	for w := range g.All() {
		if string(w.Append(form[:0], key)) == word {
			return w.Freq
		}
	}
	return None
}

// Together is how many keys Lookups takes at most.
const Together = 16

// Lookups appends the groups of several keys. A look-up mostly waits for memory;
// those that do not depend on each other wait together.
func (t *Table) Lookups(dst []Group, hashes []uint64) []Group {
	var from, to, size [Together]int
	if t.dir != "" {
		for i, h := range hashes {
			from[i], to[i] = t.bucket(h)
		}
		for i := range hashes {
			if from[i] < to[i] {
				size[i] = int(t.entries[from[i]+2])
			}
		}
	}
	for i, h := range hashes {
		dst = append(dst, t.search(from[i], to[i], size[i], h))
	}
	return dst
}

// bucket gives the place of the entries among which a key is.
func (t *Table) bucket(hash uint64) (from, to int) {
	v := le64(t.dir, 3*int(hash>>t.shift))
	return int(v & 0xffffff), int(v >> 24 & 0xffffff)
}

// search looks for a key among entries; size is that of the first one's payload.
func (t *Table) search(from, to, size int, hash uint64) Group {
	lo, hi := byte(hash), byte(hash>>8)
	e := t.entries
	for from < to {
		end := from + 3 + size
		if e[from] == lo && e[from+1] == hi {
			return Group{e[from+3 : end], t.letters}
		}
		if from = end; from < to {
			size = int(e[from+2])
		}
	}
	return Group{}
}

func le16(s string, i int) int { return int(s[i]) | int(s[i+1])<<8 }
func le24(s string, i int) int { return int(s[i]) | int(s[i+1])<<8 | int(s[i+2])<<16 }
func le32(s string, i int) int {
	s = s[i : i+4] // written so that it compiles to one load, as le64
	return int(uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24)
}

func le64(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
