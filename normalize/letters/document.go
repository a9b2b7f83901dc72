// Package letters finds the letters that a text lost on its way: letters
// outside ASCII that were dropped or marked, words that were made of them,
// ligatures, first letters set as ornaments. It proposes fixes with their
// confidence and evidence and changes nothing itself.
//
// A text is first glanced at (glance.go); nearly all go no further. What looks
// damaged is cut into tokens (scan.go), the loss is estimated from the text as
// a whole (channel.go), if it is in a language that is known (native.go), and each word is read as whatever the lexicon says it
// may have been (weigh.go, compound.go, ending.go, surname.go, elision.go, abroad.go),
// weighed by how frequent that is, what stands around it (also person.go, saying.go,
// infinitive.go, participle.go) and what the loss takes; capital.go tells which first
// letters were capitals. English, which has few such letters of its own, is judged
// word by word (names.go).
package letters

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"copydesk/normalize/lexicon"
)

// Fix is a change that is proposed for one place of a text.
type Fix struct {
	Start, End int // bytes of the text
	After      string
	Rule       string
	Confidence float64
	Evidence   string
}

// Options say what the reader of a text knows beforehand.
type Options struct {
	Language string // BCP 47 tag that holds whatever the text looks like
	Declared string // tag that counts where the text itself tells too little
	Proofs   int    // losses that other evidence has shown in this text
}

// document is a text under repair and all that was learned from it.
type document struct {
	text    string
	tag     string
	table   lexicon.Table
	english lexicon.Table // empty in an English text
	scanner
	mode    mode
	width   int  // marks a letter, where letters are marked
	queries bool // the marks are question marks
	channel channel
	own     map[uint64][]own // by key: what intact paragraphs have whole
	named   map[uint64]bool  // by key: names that stand by themselves; where surnames are derived

	gone []string // ligatures that the text may have lost

	// Scratch, used anew for each word.
	words    []lexicon.Word
	forms    []byte
	readings []reading
	costs    [64]letterCost
}

// mode is how lost letters show.
type mode uint8

const (
	dropped mode = iota // nothing stands where they were
	marked              // a mark stands for each
)

// weak are languages where one key has so many words that no guess is good enough.
var weak = map[string]bool{"vi": true, "und": true}

// Find proposes the letters that a text lost.
func Find(text string, o Options) []Fix {
	d := document{text: text, tag: o.Language}
	if d.tag == "" {
		tag, confidence := lexicon.Language(text)
		if confidence < 0.5 {
			tag = o.Declared
		}
		d.tag = tag
	}
	l, ok := lexicon.Find(d.tag)
	if !ok || weak[d.tag] || !l.Listed() {
		return nil
	}
	d.tag = l.Tag()
	d.table = l.Table()
	if english, ok := lexicon.Find("en"); ok && d.tag != "en" {
		d.english = english.Table()
	}
	d.turkish = d.tag == "tr"
	g := d.glance()
	caps := d.dropCaps()
	if !g.marks && !g.unlikely() && o.Proofs == 0 && (g.words == 0 || g.words < enough && d.tag != "en") {
		return caps
	}
	d.findMarks()
	room := rooms.Get().(*scanner)
	d.tokens, d.keys = slices.Grow(room.tokens[:0], len(text)/5+16), slices.Grow(room.keys[:0], len(text))
	defer func() {
		if room.tokens, room.keys = d.tokens, d.keys; cap(room.tokens) <= mostKept {
			rooms.Put(room)
		}
	}()
	d.scan(text, 0, len(text))
	d.setSigns(l)
	if d.mode == dropped && d.tag != "en" {
		if out, ok := d.spaced(); ok {
			return out
		}
	}
	out := d.lost(l, o)
	if d.mode == dropped {
		out = merge(out, d.mend())
	}
	return merge(out, caps)
}

// rooms hands out what texts are cut up in: several times the text itself, and
// too much to be made anew for each article.
var rooms = sync.Pool{New: func() any { return new(scanner) }}

// mostKept is the most tokens that room is kept for: more than any article has.
const mostKept = 1 << 16

// lost finds the letters outside ASCII that are gone.
func (d *document) lost(l lexicon.Lang, o Options) []Fix {
	if d.tag == "en" && d.mode == dropped {
		return d.names(o.Proofs)
	}
	if !d.native() {
		return nil
	}
	d.estimate(l)
	return d.decide()
}

// findMarks looks for signs that stand where no sign can: U+FFFD anywhere, a
// question mark between letters ("M?xico"), or, in Italian, which has such letters
// at the ends of words only, one before a small letter ("pi? bassi", "il risultato
// ? positivo"). Left alone: questions, also those that French sets off with a space
// and those of chats, which go on in small letters, and queries in addresses.
func (d *document) findMarks() {
	replaced, even, pairs, inner, early, questions := 0, 0, 0, 0, 0, 0
	for i := 0; i < len(d.text); {
		switch c := d.text[i]; {
		case c == '?':
			n := run(d.text[i:], "?")
			questions++
			switch next := d.text[i+n:]; {
			case i > 0 && isASCIILetter(d.text[i-1]) && next != "" && isLower(next[0]) && n <= mostMarks && wordly(chunk(d.text, i)):
				inner++
				if n%2 == 0 {
					pairs++
				}
			case beforeSmall(next):
				early++
				if n%2 == 0 {
					pairs++
				}
			}
			i += n
		case c == 0xef && strings.HasPrefix(d.text[i:], "\ufffd"):
			n := run(d.text[i:], "\ufffd")
			replaced++
			if n%2 == 0 {
				even++
			}
			i += 3 * n
		default:
			i++
		}
	}
	switch {
	case replaced >= 1 && replaced*2 >= inner:
		d.mode, d.width = marked, 1
		if even*10 >= replaced*9 {
			d.width = 2
		}
		d.marked = func(r rune) bool { return r == utf8.RuneError }
	case inner >= 2, d.tag == "it" && early >= 4 && early*2 >= questions:
		d.mode, d.width, d.queries = marked, 1, true
		if pairs*10 >= (inner+early)*9 {
			d.width = 2
		}
		d.marked = func(r rune) bool { return r == '?' }
	}
}

// beforeSmall says whether what follows is a space and a small letter.
func beforeSmall(s string) bool {
	return len(s) > 1 && s[0] == ' ' && isLower(s[1])
}

func run(s, mark string) int {
	n := 0
	for strings.HasPrefix(s[n*len(mark):], mark) {
		n++
	}
	return n
}

// chunk is the run without spaces around a place.
func chunk(s string, i int) string {
	from := strings.LastIndexAny(s[:i], " \n\t") + 1
	to := strings.IndexAny(s[i:], " \n\t")
	if to < 0 {
		return s[from:]
	}
	return s[from : i+to]
}

// mostMarks is how many question marks in a row may stand for letters.
const mostMarks = 4

// wordly says whether a run without spaces is a word with marks, and what stands
// around words; not an address, a pattern ("n?uucp|(ma?st)") or a name in a chat.
func wordly(s string) bool {
	s = strings.Trim(s, "\"'()[].,;:!?…“”„«»‘’‹›–—-")
	return strings.IndexFunc(s, func(r rune) bool {
		return !isLetter(r) && r != '?' && r != '-' && r != '\u00AD' && !isApostrophe(r) && r != utf8.RuneError && !unicode.IsMark(r)
	}) < 0
}

// merge puts fixes of two kinds, each in order, in one order; where two
// overlap the first kind stays.
func merge(a, b []Fix) []Fix {
	if len(b) == 0 {
		return a
	}
	out := make([]Fix, 0, len(a)+len(b))
	for _, f := range b {
		for len(a) > 0 && (a[0].End <= f.Start && a[0].Start < f.Start) {
			out, a = append(out, a[0]), a[1:]
		}
		clear := len(a) == 0 || f.End <= a[0].Start && f.Start < a[0].Start
		if n := len(out); clear && (n == 0 || out[n-1].End <= f.Start) {
			out = append(out, f)
		}
	}
	return append(out, a...)
}
