package letters

import (
	"strings"

	"copydesk/normalize/lexicon"
)

// A large first letter, set as an ornament, is often lost from the text or
// parted from its word: "ussia has", "T he talks", or "T" on a line of its own
// over "housands came". Only the first word of a line is looked at. Left alone: a letter that is a word of its own ("A man"),
// a letter that names something ("T cells", "F eine Feldnummer"), keys to be
// pressed ("Y ou I"), a word that may be one as it stands ("he said"), one that the text has again.

// Limits, in frequency steps.
const (
	keysApart  = 20  // how much more frequent the rest may be as a word of its own: "F eine" names a field
	joinedFreq = 125 // what a letter and a word must give together (10^-5)
	openedFreq = 130 // what a lost first letter must give
)

// dropCaps finds first letters that were lost or parted.
func (d *document) dropCaps() []Fix {
	var out []Fix
	for at := 0; at < len(d.text); {
		start := at
		end := strings.IndexByte(d.text[at:], '\n')
		if end < 0 {
			end = len(d.text)
		} else {
			end += at
		}
		at = end + 1
		if end-start < 30 { // headings, names, list items
			continue
		}
		if f, ok := d.dropCap(start, end); ok {
			out = append(out, f)
		}
	}
	return out
}

func (d *document) dropCap(start, end int) (Fix, bool) {
	c := d.text[start]
	word := asciiWord(d.text[start:end])
	switch {
	case 'A' <= c && c <= 'Z' && len(word) == 1 && d.text[start+1] == ' ' && isLower(d.text[start+2]):
		return d.parted(start, end)
	case !isLower(c) || word == "":
		return Fix{}, false
	}
	if above := d.letterAbove(start); above >= 0 {
		return d.above(above, start, word)
	}
	if len(word) >= 4 && d.text[start+len(word)] == ' ' {
		return d.opened(start, word)
	}
	return Fix{}, false
}

// letterAbove gives the place of a capital that is all of the line above, or -1.
func (d *document) letterAbove(start int) int {
	i := start
	for i > 0 && (d.text[i-1] == '\n' || d.text[i-1] == '\r') {
		i--
	}
	if i == 0 || i == start || d.text[i-1] < 'A' || d.text[i-1] > 'Z' || i > 1 && d.text[i-2] != '\n' {
		return -1
	}
	return i - 1
}

// above joins a letter on a line of its own to the word that opens the next
// line. Left alone: a letter that may be a word or a mark over what is a word
// without it ("A", "long ago").
func (d *document) above(at, start int, word string) (Fix, bool) {
	letter := d.text[at] | 0x20
	whole := string(letter) + word
	alone := d.known(word)
	if d.known(whole) > joinedFreq || alone != lexicon.None && (d.known(string(letter)) < 95 || d.known(whole) > alone) {
		return Fix{}, false
	}
	return Fix{Start: at, End: start + len(word), After: d.text[at:at+1] + word, Rule: "drop-cap",
		Confidence: 0.93, Evidence: "lexicon " + d.tag + ": " + whole}, true
}

// asciiWord is the run of ASCII letters that a text begins with; nothing where
// a letter outside ASCII follows.
func asciiWord(s string) string {
	n := 0
	for n < len(s) && isASCIILetter(s[n]) {
		n++
	}
	if n == len(s) || s[n] >= 0x80 || n > lexicon.MaxKey-1 {
		return ""
	}
	return s[:n]
}

// parted joins a letter and the rest of its word.
func (d *document) parted(start, end int) (Fix, bool) {
	rest := asciiWord(d.text[start+2 : end])
	letter := d.text[start] | 0x20
	if rest == "" || d.known(string(letter)) < 95 {
		return Fix{}, false
	}
	whole := string(letter) + rest
	f := d.known(whole)
	if f > joinedFreq || len(rest) < 2 && f > 90 || f-d.known(rest) > keysApart || loneLetter(d.text[start+2+len(rest):end]) {
		return Fix{}, false
	}
	return Fix{Start: start, End: start + 2 + len(rest), After: d.text[start:start+1] + rest, Rule: "drop-cap",
		Confidence: 0.93, Evidence: "lexicon " + d.tag + ": " + whole}, true
}

// loneLetter says whether a letter by itself follows: "Y ou I" offers two keys.
func loneLetter(rest string) bool {
	return len(rest) > 1 && rest[0] == ' ' && isASCIILetter(rest[1]) && (len(rest) == 2 || !isASCIILetter(rest[2]) && rest[2] < 0x80)
}

// opened finds the one letter that makes a word of what opens a line.
func (d *document) opened(start int, word string) (Fix, bool) {
	if d.known(word) != lexicon.None || d.english.Lookup(lexicon.Hash(word)).Found() || strings.ToLower(word) != word {
		return Fix{}, false
	}
	best, second, letter := lexicon.None, lexicon.None, byte(0)
	for c := byte('a'); c <= 'z'; c++ {
		switch f := d.known(string(c) + word); {
		case f < best:
			best, second, letter = f, best, c
		case f < second:
			second = f
		}
	}
	if best > openedFreq || second-best < 25 || d.table.Lookup(lexicon.Hash(word)).Found() {
		return Fix{}, false
	}
	if rest := d.text[start+len(word)+1:]; rest == "" || !isASCIILetter(rest[0]) && rest[0] < 0x80 || d.recurs(word, start) {
		return Fix{}, false
	}
	return Fix{Start: start, End: start + len(word), After: string(letter-0x20) + word, Rule: "drop-cap",
		Confidence: 0.92, Evidence: "lexicon " + d.tag + ": " + string(letter) + word}, true
}

// recurs says whether the word stands elsewhere in the text, where no ornament can
// have been: it is the name of a program ("uscan").
func (d *document) recurs(word string, start int) bool {
	const enough = 1 << 18 // bytes read, so that a long text costs no more than its length
	text := d.text[:min(len(d.text), enough)]
	for at := 0; ; {
		n := strings.Index(text[at:], word)
		if n < 0 {
			return false
		}
		at += n
		end := at + len(word)
		if at != start && !(at > 0 && (isASCIILetter(text[at-1]) || text[at-1] >= 0x80)) && !(end < len(text) && (isASCIILetter(text[end]) || text[end] >= 0x80)) {
			return true
		}
		at = end
	}
}

// known is how frequent a word of ASCII letters is, or lexicon.None.
func (d *document) known(word string) int {
	return d.table.Lookup(lexicon.Hash(word)).Plain()
}
