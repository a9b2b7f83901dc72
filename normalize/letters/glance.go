package letters

import (
	"strings"
	"unicode/utf8"

	"copydesk/normalize/lexicon"
)

// glance reads a text once, without noting anything, and says whether it can
// have lost letters at all. Nearly every text stops here, so this is the part
// that must be fast: one look-up for each word, none for what stands between.
type glance struct {
	marks bool // U+FFFD, or a question mark inside a word
	early int  // question marks before a small letter
	words int  // distinct words that only a loss explains
	kept  bool // some word has the ligature "fi"
	odd   int  // words that the language does not have at all
	last  [4]uint64
	calm  [calmWords]uint64 // by their last bits: words that were looked up and say nothing
}

// calmWords is how many words are remembered while a text is glanced at: half of
// its words were met before, and remembering one is far cheaper than looking it up.
const calmWords = 512

// enough is how many distinct words must speak for a loss before the text is
// looked at closely; in English, where each word is judged by itself, one is.
const enough = 2

func (d *document) glance() glance {
	var g glance
	english := d.tag == "en"
	var book *phrasebook
	if english {
		book = borrowedPhrases()
	}
	var wait [lexicon.Together]glanced
	waiting := 0
	text := d.text
	for i := 0; i < len(text); {
		c := text[i]
		if !isASCIILetter(c) {
			switch {
			case c == '?':
				if i > 0 && i+1 < len(text) && isASCIILetter(text[i-1]) && (isLower(text[i+1]) || text[i+1] == '?') {
					g.marks = true
				} else if beforeSmall(text[i+1:]) {
					g.early++
					g.marks = g.marks || g.early >= 4
				}
			case c == 0xef && strings.HasPrefix(text[i:], "\ufffd"):
				g.marks = true
			case c >= 0xc3 && c < 0xe0 || c == 0xe1: // a word that begins with a letter outside ASCII
				if r, n := utf8.DecodeRuneInString(text[i:]); isLetter(r) {
					i = skipLetters(text, i+n)
					continue
				}
			}
			i++
			continue
		}
		start, upper, last := i, 0, byte(0)
		h := lexicon.HashStart
		for i < len(text) && isASCIILetter(text[i]) {
			c := text[i] | 0x20
			h = lexicon.HashByte(h, c)
			if text[i] < 'a' {
				upper++
			}
			if last == 'f' && text[i] == 'i' { // a capital F is never part of one
				g.kept = true
			}
			last = text[i]
			i++
		}
		if i < len(text) && text[i] >= 0xc3 {
			if r, n := utf8.DecodeRuneInString(text[i:]); isLetter(r) {
				i = skipLetters(text, i+n)
				continue
			}
		}
		n := i - start
		if n < 2 || n > lexicon.MaxKey {
			continue
		}
		h = lexicon.Mix(h)
		if english && book.mayAnchor(h) {
			if p, _ := book.find(text, start, h); p != nil {
				g.words++
				return g
			}
		}
		if n < 3 || g.calm[h%calmWords] == h {
			continue
		}
		wait[waiting] = glanced{h, start, i, upper}
		if waiting++; waiting == len(wait) {
			if d.look(&g, wait[:]) {
				return g
			}
			waiting = 0
		}
	}
	d.look(&g, wait[:waiting])
	return g
}

// glanced is a word whose look-up is put off until several can be made at once.
type glanced struct {
	hash       uint64
	start, end int // bytes of the text
	upper      int // capitals in it
}

// look looks words up and says whether they, with those before, speak for a loss.
func (d *document) look(g *glance, words []glanced) bool {
	english := d.tag == "en"
	var hashes [lexicon.Together]uint64
	for i, w := range words {
		hashes[i] = w.hash
	}
	var room [lexicon.Together]lexicon.Group
	for i, group := range d.table.Lookups(room[:0], hashes[:len(words)]) {
		w := &words[i]
		plain := group.Plain()
		if plain >= ligatureFreq && w.upper <= 1 {
			g.odd++
		}
		if english && plain < neverMet || !english && plain != lexicon.None {
			if plain < ligatureFreq {
				g.calm[w.hash%calmWords] = w.hash
			}
			continue
		}
		if !group.Found() || group.Only() {
			if !english || w.upper == 0 || w.end-w.start < 5 || plain != lexicon.None || !odd(d.text[w.start:w.end]) && !d.heardAbroad(w.hash) {
				continue
			}
		}
		if g.note(w.hash) && (english || g.words >= enough) {
			return true
		}
	}
	return false
}

// unlikely says whether so many unknown words and no ligature call for a
// closer look.
func (g *glance) unlikely() bool { return !g.kept && g.odd >= ligatureProof }

// note counts a word unless it is one of the last few.
func (g *glance) note(h uint64) bool {
	for _, x := range g.last {
		if x == h {
			return false
		}
	}
	g.last[g.words%len(g.last)] = h
	g.words++
	return true
}

func skipLetters(text string, i int) int {
	for i < len(text) {
		if isASCIILetter(text[i]) {
			i++
			continue
		}
		if text[i] < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isLetter(r) {
			break
		}
		i += n
	}
	return i
}

// odd says whether letters stand together in a word that no English word has.
func odd(word string) bool {
	var buf [lexicon.MaxKey]byte
	key := lexicon.AppendKey(buf[:0], word)
	for at := 1; at < len(key); at++ {
		if lexicon.Rarest(key, at) < unheard {
			return true
		}
	}
	return false
}
