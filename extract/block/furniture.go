package block

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed furniture.tsv
var furnitureTSV string

// furnitureKinds are the kinds of the table in its order; furnitureOf holds
// each word's kinds as bits. Made once from the table, never changed.
var furnitureKinds, furnitureOf = readFurniture(furnitureTSV)

// furnitureOpens holds these words by a few letters and the length: most words
// are none, and need not be looked up.
var furnitureOpens = func() (t [1 << 13]bool) {
	for w := range furnitureOf {
		if len(w) > 1 {
			t[opens(w)] = true
		}
	}
	return t
}()

// opens is a hash of a word's length and of three of its letters, in any case.
func opens(word string) int {
	return (int(word[0]|0x20)*31 + int(word[len(word)-1]|0x20)*173 + int(word[len(word)/2]|0x20)*1021 + len(word)*4099) & (1<<13 - 1)
}

func readFurniture(table string) (kinds []string, words map[string]uint16) {
	words = make(map[string]uint16, 512)
	for line := range strings.Lines(table) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		kind, list, _ := strings.Cut(line, "\t")
		for w := range strings.FieldsSeq(list) {
			words[w] |= 1 << len(kinds)
		}
		kinds = append(kinds, kind)
	}
	return kinds, words
}

// longestFurniture is how long a block may be, in bytes, to be read for furniture:
// notices are short, and a long paragraph says any word.
const longestFurniture = 600

// furniture counts the words of each kind that a block holds.
func furniture(text string, counts []float32) {
	if len(text) > longestFurniture {
		return
	}
	for i := 0; i < len(text); i++ {
		from, ascii := i, true
		for i < len(text) && furnitureByte[text[i]] {
			ascii = ascii && text[i] < utf8.RuneSelf
			i++
		}
		switch {
		case i-from < 2:
		case !ascii:
			furnitureFold(text[from:i], counts)
		case i-from <= longestWord && furnitureOpens[opens(text[from:i])]:
			var word [longestWord]byte
			countFurniture(appendSmall(word[:0], text[from:i]), counts)
		}
	}
}

// longestWord is longer than any word of the table.
const longestWord = 24

// furnitureByte holds what words are made of: letters, hyphens and what is outside ASCII.
var furnitureByte = func() (t [256]bool) {
	for c := range t {
		t[c] = 'a' <= c|0x20 && c|0x20 <= 'z' || c == '-' || c >= utf8.RuneSelf
	}
	return t
}()

func appendSmall(dst []byte, ascii string) []byte {
	for _, c := range []byte(ascii) {
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst = append(dst, c)
	}
	return dst
}

func countFurniture(word []byte, counts []float32) {
	for set, k := furnitureOf[string(word)], 0; set != 0; set, k = set>>1, k+1 {
		counts[k] += float32(set & 1)
	}
}

// furnitureFold counts the words of a piece without ASCII separators in which
// letters outside ASCII stand.
func furnitureFold(piece string, counts []float32) {
	var room [longestWord + utf8.UTFMax]byte
	word := room[:0]
	long := false
	flush := func() {
		if len(word) > 1 && !long {
			countFurniture(word, counts)
		}
		word, long = word[:0], false
	}
	for _, r := range piece {
		switch {
		case r != '-' && r != '©' && !unicode.IsLetter(r):
			flush()
		case len(word) > longestWord-utf8.UTFMax && r >= utf8.RuneSelf, len(word) >= longestWord:
			long = true
		default:
			word = utf8.AppendRune(word, unicode.ToLower(r))
		}
	}
	flush()
}
