package lexicon

import "unicode"

// A word is found by its key: the ASCII letters of its lower-case form. The
// key of "situación" is "situacin", which is also what a channel that lost
// every other letter leaves, so that one look-up gives the word as it stands
// and all that it may have been.

// MaxKey is the longest key the tables hold, in bytes; longer words are unknown.
const MaxKey = 40

// AppendKey appends the key of a word. A letter outside ASCII adds nothing.
func AppendKey(dst []byte, word string) []byte {
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch {
		case 'a' <= c && c <= 'z':
			dst = append(dst, c)
		case 'A' <= c && c <= 'Z':
			dst = append(dst, c|0x20)
		}
	}
	return dst
}

// Lower gives the small letter as the language writes it: in Turkish the
// capital of i has a dot and I is the capital of the dotless ı.
func Lower(r rune, turkish bool) rune {
	switch {
	case turkish && r == 'I':
		return 'ı'
	case r < 0x80:
		if 'A' <= r && r <= 'Z' {
			r |= 0x20
		}
		return r
	case r == 'İ':
		return 'i'
	}
	return unicode.ToLower(r)
}

// Upper is the other way round.
func Upper(r rune, turkish bool) rune {
	if turkish && r == 'i' {
		return 'İ'
	}
	if r == 'ß' {
		return 'ß'
	}
	return unicode.ToUpper(r)
}

// A hash may be taken byte by byte: HashStart, HashByte for each, and Mix.
const (
	HashStart uint64 = 14695981039346656037
	hashPrime uint64 = 1099511628211
)

// HashByte adds one byte of a key to a hash.
func HashByte(h uint64, c byte) uint64 { return (h ^ uint64(c)) * hashPrime }

// Hash is the hash of a key by which tables and contexts know it.
func Hash[T string | []byte](key T) uint64 {
	h := HashStart
	for i := 0; i < len(key); i++ {
		h = HashByte(h, key[i])
	}
	return Mix(h)
}

// Mix spreads a hash over all its bits.
func Mix(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	h ^= h >> 32
	return h
}
