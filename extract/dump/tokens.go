package dump

import (
	"strings"
	"unicode"
)

// softHyphen says where a word may be broken; it is no part of the word.
const softHyphen = "\u00ad"

// tokens parts text into lower-case words, appended to to. A character of a
// script without spaces is a word of its own; punctuation is none.
func tokens(text string, to []string) []string {
	lower := strings.ToLower(strings.ReplaceAll(text, softHyphen, ""))
	start := -1
	for i, r := range lower {
		switch {
		case spaceless(r):
			if start >= 0 {
				to = append(to, lower[start:i])
				start = -1
			}
			to = append(to, lower[i:i+len(string(r))])
		case isWordRune(r):
			if start < 0 {
				start = i
			}
		case start >= 0:
			to = append(to, lower[start:i])
			start = -1
		}
	}
	if start >= 0 {
		to = append(to, lower[start:])
	}
	return to
}

func isWordRune(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// spaceless says whether a script writes its words without spaces: Chinese, Japanese, Thai and their neighbours.
func spaceless(r rune) bool {
	if r < 0x0e00 {
		return false
	}
	return 0x3040 <= r && r <= 0x30ff || 0x3400 <= r && r <= 0x9fff || 0xf900 <= r && r <= 0xfaff ||
		0x0e00 <= r && r <= 0x0eff || 0x1780 <= r && r <= 0x17ff || 0x20000 <= r && r <= 0x3ffff
}

// wordHash is FNV-1a, for sets of words that are compared across lines.
func wordHash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
