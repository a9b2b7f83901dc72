package letters

import (
	"math"
	"strings"
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
}

// document is a text under repair and all that was learned from it.
type document struct {
	text  string
	tag   string
	table lexicon.Table
	scanner
	mode    mode
	width   int // marks a letter, where letters are marked
	channel channel
	words   []lexicon.Word // scratch
	forms   []byte         // scratch
	all     []reading      // scratch
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
	if !ok || weak[d.tag] {
		return nil
	}
	d.tag = l.Tag()
	d.table = l.Table()
	d.turkish = d.tag == "tr"
	d.findMarks()
	d.scan(text, 0, len(text))
	d.estimate(l)
	return d.decide()
}

// findMarks looks for signs that stand between letters where no sign can.
func (d *document) findMarks() {
	replaced, even, questions, inner := 0, 0, 0, 0
	for i := 0; i < len(d.text); {
		switch c := d.text[i]; {
		case c == '?':
			n := run(d.text[i:], "?")
			if i > 0 && isASCIILetter(d.text[i-1]) && i+n < len(d.text) && isLower(d.text[i+n]) && !strings.Contains(chunk(d.text, i), "/") {
				inner++
				if n%2 == 0 {
					questions++
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
	case inner >= 2:
		d.mode, d.width = marked, 1
		if questions*10 >= inner*9 {
			d.width = 2
		}
		d.marked = func(r rune) bool { return r == '?' }
	}
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

func log10(x float64) float64 { return math.Log10(x) }
