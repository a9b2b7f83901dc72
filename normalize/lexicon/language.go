package lexicon

import (
	"unicode"
	"unicode/utf8"
)

// Limits of how much of a text is read to tell its language.
const (
	sampleWords = 400
	sampleBytes = 16 << 10
)

// absent is the frequency, in steps, that a language gives to a key that is
// not among its commonest.
const absent = 135

// Language tells the language of a text from its script and its commonest
// words, found by their keys, so that a text whose accents were lost, folded
// or marked is told as well as an intact one. The tag is "und" where nothing
// is known; confidence runs from 0 to 1 and counts how much evidence there was
// and how far the second best is.
func Language(text string) (tag string, confidence float64) {
	var v votes
	v.read(text)
	v.count()
	return v.verdict()
}

// votes counts what a sample of a text says.
type votes struct {
	score   [64]int // by language, in frequency steps; less is better
	hits    [64]int
	words   int // Latin words read
	found   int // of these, in some language's list
	scripts scripts
	wait    [Together]uint64 // hashes of words to be looked up together
	waiting int
}

// read takes words from the start, and from two more places of a long text,
// so that a headline or a notice in another language does not decide.
func (v *votes) read(text string) {
	if len(text) <= sampleBytes {
		v.piece(text, sampleWords)
		return
	}
	const part = sampleBytes / 4
	for _, at := range [3]int{0, len(text)/2 - part/2, len(text) - len(text)/8 - part} {
		end := at + part
		for at < end && at > 0 && text[at] != ' ' {
			at++
		}
		v.piece(text[at:end], sampleWords)
	}
}

func (v *votes) piece(text string, limit int) {
	var key [MaxKey]byte
	n, long := 0, false
	flush := func() bool {
		if n > 0 && !long {
			v.word(key[:n])
		}
		n, long = 0, false
		return v.words < limit
	}
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			if n < MaxKey {
				key[n] = c | 0x20
				n++
			} else {
				long = true
			}
			v.scripts.latin++
			i++
		case c < utf8.RuneSelf:
			i++
			if c == '?' && i < len(text) && n > 0 && 'a' <= text[i]|0x20 && text[i]|0x20 <= 'z' {
				continue // a marked letter
			}
			if !flush() {
				return
			}
		default:
			r, size := utf8.DecodeRuneInString(text[i:])
			i += size
			switch {
			case r == utf8.RuneError:
			case unicode.IsLetter(r):
				v.scripts.count(r)
			case unicode.Is(unicode.Mn, r):
			default:
				if !flush() {
					return
				}
			}
		}
	}
	flush()
}

func (v *votes) word(key []byte) {
	v.words++
	v.wait[v.waiting] = Hash(key)
	if v.waiting++; v.waiting == len(v.wait) {
		v.count()
	}
}

// count looks up the words that wait and gives their languages what they say.
func (v *votes) count() {
	words := v.wait[:v.waiting]
	v.waiting = 0
	if Languages() == 0 {
		return
	}
	at, bits := le32(data, 16), le32(data, 20)
	mask := 1<<bits - 1
	var first [Together]uint32 // the first slot of each: all are on their way before one is needed
	for i, h := range words {
		first[i] = uint32(le32(data, at+4*int(h>>(64-bits))))
	}
	for k, h := range words {
		hit := false
		i := int(h >> (64 - bits))
		for s := first[k]; s>>24 != 0; s = uint32(le32(data, at+4*i)) {
			if byte(s) == byte(h) && byte(s>>8) == byte(h>>8) {
				hit = true
				lang := s>>24 - 1
				v.score[lang] += absent - int(byte(s>>16))
				v.hits[lang]++
			}
			i = (i + 1) & mask
		}
		if hit {
			v.found++
		}
	}
}

func (v *votes) verdict() (string, float64) {
	if tag, share := v.scripts.language(); tag != "" {
		return tag, share
	}
	best, second := -1, -1
	for l := range Languages() {
		switch {
		case best < 0 || v.score[l] > v.score[best]:
			best, second = l, best
		case second < 0 || v.score[l] > v.score[second]:
			second = l
		}
	}
	if v.found < 2 || second < 0 || best < 0 || v.hits[best]*5 < v.words {
		return "und", 0
	}
	margin := float64(v.score[best]-v.score[second]) / 40
	return Lang(best).Tag(), margin / (margin + 2) * min(1, float64(v.hits[best])/float64(v.words)*2.5)
}
