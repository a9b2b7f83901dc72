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

// furnitureOpens holds the beginnings of these words, by two bytes and the
// length: most words are none, and need not be looked up.
var furnitureOpens = func() (t [1 << 12]bool) {
	for w := range furnitureOf {
		if len(w) > 1 {
			t[opens([]byte(w))] = true
		}
	}
	return t
}()

// opens is a hash of a word's first two bytes and its length.
func opens(word []byte) int { return (int(word[0])*31 + int(word[1])*7 + len(word)*1021) & (1<<12 - 1) }

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
	var word [24]byte
	n := 0
	flush := func() {
		if n > 1 && n <= len(word) && furnitureOpens[opens(word[:n])] {
			for set, k := furnitureOf[string(word[:n])], 0; set != 0; set, k = set>>1, k+1 {
				counts[k] += float32(set & 1)
			}
		}
		n = 0
	}
	for i := 0; i < len(text); {
		c := text[i]
		size := 1
		switch {
		case 'a' <= c && c <= 'z' || c == '-':
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c < utf8.RuneSelf:
			flush()
			i++
			continue
		default:
			var r rune
			r, size = utf8.DecodeRuneInString(text[i:])
			if !unicode.IsLetter(r) && r != '©' {
				flush()
				i += size
				continue
			}
			r = unicode.ToLower(r)
			if n <= len(word)-utf8.UTFMax {
				n += utf8.EncodeRune(word[n:], r)
			} else {
				n = len(word) + 1
			}
			i += size
			continue
		}
		if n < len(word) {
			word[n] = c
			n++
		} else {
			n = len(word) + 1
		}
		i += size
	}
	flush()
}
