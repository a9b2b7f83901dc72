package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ruleHyphen joins words that were parted at the end of a line. It runs before
// letters are restored, lest the half of a word be taken for a damaged one.
var ruleHyphen = &rule{name: "hyphen", cue: cueHyphen, find: findHyphens}

func findHyphens(d *doc) {
	for i := range d.fields {
		f := &d.fields[i]
		if f.cues&cueHyphen == 0 {
			continue
		}
		s := spacer{doc: d, field: f, text: f.text}
		for at := 1; at < len(f.text); at++ {
			n := strings.IndexByte(f.text[at:], '-')
			if n < 0 {
				break
			}
			at += n
			s.hyphen(at)
		}
	}
}

// hyphen looks at the hyphen text[at] and reports a word that was parted there
// at the end of a line. A hyphen of the word's own stays (long-term), and so
// does one that stands for a word left out (Haupt- und Nebensatz).
func (s *spacer) hyphen(at int) {
	t := s.text
	next := at + 1
	if next < len(t) && t[next] == '\r' {
		next++
	}
	broken := next < len(t) && t[next] == '\n'
	if broken || next < len(t) && t[next] == ' ' {
		next++
	}
	if next == at+1 || next >= len(t) || t[next] == ' ' {
		return
	}
	start, _ := wordAround(t, at, at)
	wordStart, end := nextWord(t, next)
	if wordStart != next {
		return
	}
	first, second := t[start:at], t[next:end]
	last, _ := utf8.DecodeLastRuneInString(first)
	head, _ := utf8.DecodeRuneInString(second)
	if len(first) < 2 || len(second) < 2 || !unicode.IsLower(last) || !unicode.IsLower(head) || s.joinsWords(second) {
		return
	}
	if start > 0 && (t[start-1] == '-' || t[start-1] == '.' || t[start-1] == '/') {
		return
	}
	if broken {
		s.brokenWord(at, next, first, second)
	} else {
		s.tornWord(at, next, first, second)
	}
}

// brokenWord reports a word that goes on in the next line.
func (s *spacer) brokenWord(at, next int, first, second string) {
	k := s.doc.know()
	whole := small(first + second)
	switch {
	case s.doc.hasCompound(first, second):
		s.field.report(at+1, next, "", 0.95, "document: "+first+"-"+second)
	case k.isWord(whole) && !k.hyphenates(small(first), small(second), whole):
		s.field.report(at, next, "", 0.98, "a word parted at the end of a line")
	case k.found && k.isWord(small(first)) && k.isWord(small(second)) && !compounding(k.lang):
		// A compound with its hyphen, or a dash: "long-term", "missing - hardly".
		s.field.report(at+1, next, "", 0.6, "two words, a hyphen and a new line between them")
	default:
		s.field.report(at, next, "", 0.93, "a word parted at the end of a line")
	}
}

// hyphenates says whether the language has both parts far more often than the
// whole without its hyphen ("longterm"), and is no language that runs them together.
func (k *knowledge) hyphenates(first, second, whole string) bool {
	const far = 50
	return k.found && !compounding(k.lang) && k.doc[whole] == 0 &&
		max(k.frequency(first), k.frequency(second))+far < k.frequency(whole)
}

// tornWord reports a word whose line was joined to the next by a space. That
// needs the whole word to be known and its first part to be none.
func (s *spacer) tornWord(at, next int, first, second string) {
	k := s.doc.know()
	whole := small(first + second)
	if k.found && k.frequency(small(second))+ownHyphen < k.frequency(whole) && k.doc[whole] == 0 {
		return // północno- zachodniej: the hyphen is the word's own
	}
	if k.isWord(whole) && k.doc[first] < 2 && (!k.found || k.frequency(small(first)) > commonWord || k.frequency(whole) < commonWord && k.frequency(small(second)) > commonWord) {
		s.field.report(at, next, "", 0.93, "a word parted at the end of a line")
	}
}

// ownHyphen is how much more frequent, in steps of the lexicon, the second part is
// than the whole where the hyphen may be the word's own.
const ownHyphen = 40

// compounding says whether the language writes compounds as one word, so that
// two words side by side are more likely one than hyphenated.
func compounding(lang string) bool {
	tag, _, _ := strings.Cut(lang, "-")
	switch tag {
	case "de", "nl", "sv", "da", "nb", "no", "nn", "fi", "is", "hu", "et", "lb":
		return true
	}
	return false
}

// hasCompound says whether a field has the two words joined by a hyphen.
func (d *doc) hasCompound(first, second string) bool {
	_, ok := fact(d, findCompounds)[first+"-"+second]
	return ok
}

// compounds are the pairs of words that the document joins by a hyphen.
type compounds map[string]struct{}

func findCompounds(d *doc) compounds {
	c := compounds{}
	for i := range d.fields {
		t := d.fields[i].text
		for at := 0; at < len(t); at++ {
			n := strings.IndexByte(t[at:], '-')
			if n < 0 {
				break
			}
			at += n
			start, _ := wordAround(t, at, at)
			if next, end := nextWord(t, at+1); next == at+1 && start < at {
				c[t[start:end]] = struct{}{}
			}
		}
	}
	return c
}

// joinsWords says whether the word joins others, so that a hyphen before it
// stands for a word left out.
func (s *spacer) joinsWords(word string) bool {
	_, ok := joining[word]
	return ok
}

// joining are the words that follow a suspended hyphen, in the languages that have it.
var joining = set("und oder bis sowie wie als noch aber and or to nor y o e u ni et ou i a og eller och samt som en of tot dan ja tai sekä és vagy oraz lub albo nebo či ve veya ile și sau и или")
