package letters

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"copydesk/normalize/lexicon"
)

//go:embed borrowed.txt
var borrowedText string

// phrase is one line of borrowed.txt.
type phrase struct {
	whole   string   // "Condé Nast"
	damaged string   // "Cond Nast"
	at      int      // where in damaged its anchor begins
	topics  []string // of which two must stand near
}

// phrasebook finds phrases by their anchor: the word of the damaged phrase that
// is looked up, by its key's hash.
type phrasebook struct {
	anchors map[uint64][]phrase
	bits    [1 << 12]uint64 // which hashes may be anchors, so that most words cost one look
}

// borrowedPhrases reads borrowed.txt when the first English text asks.
var borrowedPhrases = sync.OnceValue(func() *phrasebook {
	b := &phrasebook{anchors: map[uint64][]phrase{}}
	for line := range strings.Lines(borrowedText) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		whole, topics, _ := strings.Cut(line, "|")
		p := phrase{whole: strings.TrimSpace(whole), topics: strings.Fields(topics)}
		p.damaged = lose(p.whole)
		h := p.anchor()
		b.anchors[h] = append(b.anchors[h], p)
		b.bits[h>>6&(1<<12-1)] |= 1 << (h & 63)
	}
	return b
})

// lose takes the letters outside ASCII out of a text; other signs stay.
func lose(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0xC0 && unicode.IsLetter(r) {
			return -1
		}
		return r
	}, s)
}

// anchor chooses the longest word of the damaged phrase, notes where it stands
// and gives the hash of its key.
func (p *phrase) anchor() uint64 {
	best := ""
	for i := 0; i < len(p.damaged); {
		j := i
		for j < len(p.damaged) && isASCIILetter(p.damaged[j]) {
			j++
		}
		if j-i > len(best) {
			best, p.at = p.damaged[i:j], i
		}
		i = j + 1
	}
	var buf [lexicon.MaxKey]byte
	return lexicon.Hash(lexicon.AppendKey(buf[:0], best))
}

// mayAnchor says whether a word may belong to a phrase.
func (b *phrasebook) mayAnchor(h uint64) bool { return b.bits[h>>6&(1<<12-1)]>>(h&63)&1 != 0 }

// find gives the phrase that the text has around the word text[start:], whose
// key has the hash, and where the phrase begins; nil where there is none.
func (b *phrasebook) find(text string, start int, h uint64) (*phrase, int) {
	if !b.mayAnchor(h) {
		return nil, 0
	}
	list := b.anchors[h]
	for i := range list {
		p := &list[i]
		if from := start - p.at; from >= 0 && p.stands(text, from) && p.near(text, from) {
			return p, from
		}
	}
	return nil, 0
}

// stands says whether the text has the damaged phrase at the place, whole
// words, with its capitals.
func (p *phrase) stands(text string, from int) bool {
	to := from + len(p.damaged)
	if to > len(text) {
		return false
	}
	for i := range len(p.damaged) {
		c, want := text[from+i], p.damaged[i]
		if c != want && !('a' <= want && want <= 'z' && c|0x20 == want) {
			return false
		}
	}
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	if strings.HasPrefix(p.damaged, " ") && from > 0 && before != ' ' && before != '\n' {
		return false // the gap of a word that vanished has two spaces
	}
	if strings.IndexByte(p.damaged, ' ') == 2 && !wordlike(lastLetter(text[:from])) {
		return false // "So Paulo said" begins a sentence
	}
	return !wordlike(before) && !wordlike(after)
}

// lastLetter gives the sign before the space that the text ends in.
func lastLetter(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, " \"'“‘("))
	if r == ',' || r == ';' || r == '-' || r == '–' {
		return 'a' // the sentence goes on
	}
	return r
}

func wordlike(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '@' }

// topicReach is how far, in bytes, a phrase looks for words of its subject.
const topicReach = 400

// near says whether two different words of the phrase's subject stand near.
func (p *phrase) near(text string, from int) bool {
	if len(p.topics) == 0 {
		return true
	}
	around := text[max(0, from-topicReach):min(len(text), from+topicReach)]
	n := 0
	for _, word := range p.topics {
		if containsWord(around, word) {
			n++
		}
	}
	return n >= 2
}

// containsWord says whether s has the word, its first letter small or capital.
func containsWord(s, word string) bool {
	for at := 0; ; {
		n := strings.Index(s[at:], word[1:])
		if n < 0 {
			return false
		}
		at += n
		end := at + len(word) - 1
		if at > 0 && s[at-1]|0x20 == word[0]|0x20 && (at == 1 || !isASCIILetter(s[at-2])) && (end == len(s) || !isASCIILetter(s[end])) {
			return true
		}
		at = end
	}
}

// phrases proposes a fix for each phrase that the text has.
func (d *document) phrases() []Fix {
	book := borrowedPhrases()
	var out []Fix
	for j := range d.tokens {
		t := &d.tokens[j]
		if t.kind != word || t.keep || t.foreign > 0 {
			continue
		}
		p, from := book.find(d.text, t.start, t.hash)
		if p == nil || len(out) > 0 && from < out[len(out)-1].End {
			continue
		}
		out = append(out, p.fix(d.text, from))
	}
	return out
}

// fix puts the letters back, in the words that lost some.
func (p *phrase) fix(text string, from int) Fix {
	stood := strings.Split(text[from:from+len(p.damaged)], " ")
	want := strings.Split(p.whole, " ")
	first, last := 0, len(want)-1
	for !changed(want[first]) {
		first++
	}
	for !changed(want[last]) {
		last--
	}
	start := from
	for _, w := range stood[:first] {
		start += len(w) + 1
	}
	whole := make([]string, 0, len(want))
	for k := first; k <= last; k++ {
		whole = append(whole, dress(stood[k], want[k]))
	}
	return Fix{Start: start, End: start + len(strings.Join(stood[first:last+1], " ")), After: strings.Join(whole, " "),
		Rule: "lost-letter", Confidence: 0.94, Evidence: "phrase: " + p.whole}
}

func changed(word string) bool { return lose(word) != word }

// dress writes the word whole in the letters that stood: a capital stays one.
func dress(stood, whole string) string {
	capitals := len(stood) > 1 && strings.ToUpper(stood) == stood
	var b strings.Builder
	k := 0
	for _, r := range whole {
		switch {
		case r >= 0xC0 && unicode.IsLetter(r):
			if capitals {
				r = unicode.ToUpper(r)
			}
			b.WriteRune(r)
		case r < utf8.RuneSelf:
			b.WriteByte(stood[k])
			k++
		default:
			b.WriteRune(r)
			k += utf8.RuneLen(r)
		}
	}
	return b.String()
}
