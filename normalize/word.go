package normalize

import (
	"unicode"
	"unicode/utf8"
)

// A word is a run of letters and marks; an apostrophe or hyphen parts words.

// nextWord gives the next word of s at or after i; start is len(s) when there is
// none. What is far longer than a word (a script without spaces) comes in pieces.
func nextWord(s string, i int) (start, end int) {
	for i < len(s) {
		if size := letterAt(s, i); size > 0 {
			break
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	start = i
	for i < len(s) && i < start+2*maxWord {
		size := letterAt(s, i)
		if size == 0 {
			break
		}
		i += size
	}
	return start, i
}

// letterAt gives the size of the letter or mark at s[i], or 0.
func letterAt(s string, i int) int {
	if c := s[i]; c < utf8.RuneSelf {
		if byteClass[c] == byteLetter {
			return 1
		}
		return 0
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	if unicode.IsLetter(r) || unicode.IsMark(r) {
		return size
	}
	return 0
}

// wordAround widens a span to the whole words that it touches, as far as words go.
func wordAround(s string, start, end int) (int, int) {
	low, high := start-2*maxWord, end+2*maxWord
	for start > 0 && start > low {
		r, size := utf8.DecodeLastRuneInString(s[:start])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		start -= size
	}
	for end < len(s) && end < high {
		size := letterAt(s, end)
		if size == 0 {
			break
		}
		end += size
	}
	return start, end
}

// words counts the words of a document as they are written.
type words map[string]int

// wordsOf counts the words of all fields and of the evidence. A word that only
// the evidence holds counts as seen once each time, too.
func wordsOf(d *doc) words {
	w := make(words, 256)
	for i := range d.fields {
		w.add(d.fields[i].text)
	}
	for _, s := range d.evidence {
		w.add(s)
	}
	for _, s := range d.skip {
		w[s]++
	}
	return w
}

func (w words) add(s string) {
	for i := 0; i < len(s); {
		start, end := nextWord(s, i)
		if end-start > 1 && end-start <= maxWord {
			w[s[start:end]]++
		}
		i = end
	}
}

// maxWord is the longest run of letters, in bytes, that is taken for a word.
const maxWord = 96

// words gives the document's words with their counts.
func (d *doc) words() words { return fact(d, wordsOf) }

// nextHigh gives the place of the first byte outside ASCII at or after at, or
// the length of s.
func nextHigh(s string, at int) int {
	const high = 0x8080808080808080
	for ; at+8 <= len(s); at += 8 {
		w := s[at : at+8]
		v := uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 |
			uint64(w[4])<<32 | uint64(w[5])<<40 | uint64(w[6])<<48 | uint64(w[7])<<56
		if v&high != 0 {
			break
		}
	}
	for at < len(s) && s[at] < utf8.RuneSelf {
		at++
	}
	return at
}
