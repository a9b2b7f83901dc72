// Package lexicon knows the words of the languages of the press: how frequent
// each is, what it looks like when its letters outside ASCII are lost, and
// what its neighbours tell about it. It also tells a text's language.
//
// The data is one file, built by the generator in build and embedded. It is
// used where it lies: nothing is parsed or unpacked at start.
package lexicon

import _ "embed"

//go:embed lexicon.bin
var data string

// Layout of the file. All numbers are little-endian; offsets from its start.
//
//	0   magic
//	8   number of languages
//	12  offset of the letters (two bytes each)
//	16  offset of the table of frequent keys, then its bits
//	24  offset of the trigrams
//	32  one record a language
//
// A record holds the tag in eight bytes, and four bytes each for: bits of the
// directory, offsets of directory and entries, size of the entries, offset and
// number of the single weights, offset and number of the shares of letters, and
// number (of one table) and offset of the vectors.
const (
	magic      = "cdlex\x00\x00\x02"
	recordSize = 64
	headerSize = 32
)

// A Lang is a language by its number in the file.
type Lang uint8

// Languages is how many languages the lexicon has.
func Languages() int {
	if len(data) < headerSize {
		return 0 // built without its data
	}
	return le32(data, 8)
}

func record(l Lang) int { return headerSize + int(l)*recordSize }

// Tag is the language's BCP 47 tag.
func (l Lang) Tag() string {
	s := data[record(l) : record(l)+8]
	for i := 0; i < len(s); i++ {
		if s[i] == 0 {
			return s[:i]
		}
	}
	return s
}

// Find gives the language of a tag ("pt" of "pt-BR").
func Find(tag string) (Lang, bool) {
	for i := 0; i < len(tag); i++ {
		if tag[i] == '-' || tag[i] == '_' {
			tag = tag[:i]
			break
		}
	}
	switch tag {
	case "no":
		tag = "nb"
	case "hr", "bs", "sr":
		tag = "sh"
	}
	for l := range Lang(Languages()) {
		if l.Tag() == tag {
			return l, true
		}
	}
	return 0, false
}

// Listed says whether the lexicon has the language's words, or only tells it.
func (l Lang) Listed() bool { return le32(data, record(l)+8) > 0 }

// Table gives the words of a language.
func (l Lang) Table() Table {
	r := record(l)
	off := func(i int) int { return le32(data, r+8+4*i) }
	bits := off(0)
	if bits == 0 {
		return Table{Lang: l} // told by its words, but not listed
	}
	t := Table{
		Lang:    l,
		shift:   uint8(64 - bits),
		dir:     data[off(1) : off(1)+3*(1<<bits+1)+2],
		entries: data[off(2) : off(2)+off(3)],
		letters: data[le32(data, 12):],
	}
	if n := off(5); n > 0 {
		t.weights, t.wmask = data[off(4):off(4)+n/2], uint32(n-1)
	}
	if n := off(8); n > 0 {
		size := n * Dims / 2
		t.around, t.own, t.vmask = data[off(9):off(9)+size], data[off(9)+size:off(9)+2*size], uint32(n-1)
	}
	return t
}

// Share is how much of a language's letters one letter outside ASCII is.
type Share struct {
	Letter rune
	Part   float64
}

// Letters gives the letters outside ASCII that a language uses and how often,
// the most frequent first.
func (l Lang) Letters() []Share {
	r := record(l)
	at, n := le32(data, r+8+24), le32(data, r+8+28)
	out := make([]Share, n)
	for i := range out {
		out[i] = Share{rune(le16(data, at+5*i)), float64(le24(data, at+5*i+2)) / 1e7}
	}
	return out
}
