package lexicon

import "unicode/utf8"

// What the neighbours of a word tell about it. The neighbours are known by
// their keys, which no loss of letters changes, so each word is judged by
// itself. A weight stands for a trait of the candidate together with a trait
// of its surroundings; the weights of a language are hashed into one table.
// Beside it many languages have vectors (vectors.go).

// Marks that stand in a context where no word does.
const (
	Bound  uint32 = 0x9e3779b1 // the border of a sentence
	Comma  uint32 = 0x85ebca77
	Number uint32 = 0xc2b2ae3d
	Gap    uint32 = 0x27d4eb2f // the key of a word that has no ASCII letter
)

// A Neighbour is a word as its neighbours see it: its key, how the key ends,
// how the whole word ends, as far as it is known or guessed, and its capitals.
type Neighbour struct{ Word, End, Form, Shape uint32 }

// The shapes of a word.
const (
	Lowered uint32 = iota + 1
	Capitalised
	Shouted
)

// NeighbourOf gives the traits of a key. Elided says that an apostrophe
// follows ("l’").
func NeighbourOf(key []byte, hash uint64, elided bool) Neighbour {
	if len(key) == 0 {
		return Neighbour{Word: Gap, End: Gap, Form: Gap}
	}
	n := Neighbour{Word: uint32(hash >> 32)}
	if elided {
		n.Word ^= 0x5bd1e995
	}
	end := key[max(0, len(key)-3):]
	n.End = uint32(Hash(end) >> 32)
	return n
}

// FormOf is how a word ends, in small letters: its last two.
func FormOf(form []byte) uint32 {
	i := len(form)
	for n := 0; n < 2 && i > 0; n++ {
		i--
		for i > 0 && form[i]&0xc0 == 0x80 {
			i--
		}
	}
	return uint32(Hash(form[i:]) >> 32)
}

// A Context is what stands around a word: the two before it and the two after.
type Context struct{ P2, P1, N1, N2 Neighbour }

// Features is how many single weights one candidate in one context has.
const Features = 30

// Trait is what a candidate brings to its context.
type Trait struct {
	word, end1, end2, end3 uint32
	told                   bool
}

// TraitOf gives the traits of a candidate, written in small letters.
func TraitOf(form []byte) Trait {
	t := Trait{word: uint32(Hash(form) >> 32), told: hasASCII(form)}
	i := len(form)
	for n := 1; n <= 3 && i > 0; n++ {
		i--
		for i > 0 && form[i]&0xc0 == 0x80 {
			i--
		}
		h := uint32(Hash(form[i:])>>32) + uint32(n)*0x01000193
		switch n {
		case 1:
			t.end1, t.end2, t.end3 = h, h, h
		case 2:
			t.end2, t.end3 = h, h
		case 3:
			t.end3 = h
		}
	}
	return t
}

// Slots fills in which weights a candidate has in a context.
func (c *Context) Slots(t Trait, dst *[Features]uint32) {
	pair := func(a, b, kind uint32) uint32 {
		h := uint64(a)*0x9e3779b97f4a7c15 ^ uint64(b)*0xc2b2ae3d27d4eb4f ^ uint64(kind)*0x165667b19e3779f9
		h ^= h >> 29
		h *= 0xbf58476d1ce4e5b9
		return uint32(h >> 32)
	}
	dst[0] = pair(t.word, c.P1.Word, 1)
	dst[1] = pair(t.word, c.N1.Word, 2)
	dst[2] = pair(t.word, c.P2.Word, 3)
	dst[3] = pair(t.word, c.N2.Word, 4)
	dst[4] = pair(t.word, c.P1.End, 5)
	dst[5] = pair(t.word, c.N1.End, 6)
	dst[6] = pair(t.word, c.P1.Word*31+c.N1.Word, 7)
	dst[7] = pair(t.end2, c.P1.Word, 8)
	dst[8] = pair(t.end2, c.N1.Word, 9)
	dst[9] = pair(t.end2, c.P1.End, 10)
	dst[10] = pair(t.end2, c.N1.End, 11)
	dst[11] = pair(t.end3, c.P1.Word, 12)
	dst[12] = pair(t.end3, c.N1.Word, 13)
	dst[13] = pair(t.end3, c.P1.End, 14)
	dst[14] = pair(t.end1, c.P1.Word, 15)
	dst[15] = pair(t.end1, c.N1.Word, 16)
	dst[16] = pair(t.end2, c.P1.End*31+c.N1.End, 17)
	dst[17] = pair(t.end2, c.P1.Form, 18)
	dst[18] = pair(t.end2, c.N1.Form, 19)
	dst[19] = pair(t.end3, c.P1.Form, 20)
	dst[20] = pair(t.end3, c.N1.Form, 21)
	dst[21] = pair(t.word, c.P1.Word*31+c.P2.Word, 22)
	dst[22] = pair(t.end2, c.P1.Form*31+c.N1.Form, 23)
	dst[23] = pair(t.end1, c.P2.Word, 24)
	dst[24] = pair(t.word, c.P2.End, 25)
	dst[25] = pair(t.end2, c.P2.Form, 26)
	dst[26] = pair(t.end2, c.N2.Form, 27)
	dst[27] = pair(t.end2, c.P1.Shape*31+c.N1.Shape, 28)
	dst[28] = pair(t.end2, c.P2.End, 29)
	dst[29] = pair(t.end3, c.P1.Form*31+c.N1.Form, 30)
}

func hasASCII(form []byte) bool {
	for _, c := range form {
		if c < utf8.RuneSelf {
			return true
		}
	}
	return false
}
