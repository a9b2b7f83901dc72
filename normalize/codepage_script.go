package normalize

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Writing of another script shows as words without a single ASCII letter:
// "Ïðèâåò, ìèð" has no Latin language to be of. KOI8 and windows-1251 read as
// each other show as Cyrillic with its capitals turned round: "оПХБЕР".

// scriptRecodings are tried for words of letters outside ASCII.
var scriptRecodings = []recoding{
	{page1251, page1252}, {pageKOI, page1252}, {page1253, page1252}, {page1255, page1252}, {page1256, page1252},
	{page1251, page1250}, {page1253, page1250},
}

// cyrillicRecodings are tried for Cyrillic words with capitals in the wrong places.
var cyrillicRecodings = []recoding{{pageKOI, page1251}, {page1251, pageKOI}}

// usual are the letters of each script from the most frequent to the least.
var usual = map[*unicode.RangeTable]string{
	unicode.Cyrillic: "оеаинтсрвлкмдпуяыьгзбчйхжішюцщэїєёъфў",
	unicode.Greek:    "αοιετνσςρπηκμυλίάόέτήγδθχώύφβξζψϊϋΐ",
	unicode.Hebrew:   "יוהלאמרתבשנעדקםחפןכצטגזךסףץ",
	unicode.Arabic:   "اليمنوترهبةعدفسكقحأجشطصىخإذزثضغءظئؤآ",
}

// strangers counts such words in the whole document.
func (d *doc) strangers() (words, turned int) {
	for i := range d.fields {
		if f := &d.fields[i]; f.cues&cueHigh != 0 {
			a, b := strangers(f.text)
			words, turned = words+a, turned+b
		}
	}
	return words, turned
}

// strangers counts the words of four letters and more that have no ASCII
// letter though they are Latin, or are signs; and the Cyrillic ones whose
// capitals are turned round.
func strangers(s string) (words, turned int) {
	for at := 0; at < len(s); {
		if s[at] < utf8.RuneSelf {
			at = nextHigh(s, at)
			continue
		}
		r, n := utf8.DecodeRuneInString(s[at:])
		switch {
		case cyrillicLetter(r):
			end := run(s, at, cyrillicLetter)
			if word := s[at:end]; utf8.RuneCountInString(word) > 2 && !naturalCase(word) {
				turned++
			}
			at = end
		case strangerLetter(r):
			end := run(s, at, strangerLetter)
			if utf8.RuneCountInString(s[at:end]) > 3 && wholeRun(s, at, end) {
				words++
			}
			at = end
		default:
			at += n
		}
	}
	return words, turned
}

// strangerLetter says whether r is a Latin letter outside ASCII, or a sign
// that one of the pages tried has in a letter's place.
func strangerLetter(r rune) bool {
	return r >= 0xC0 && r < 0x250 || r == 'ª' || r == 'º' || r == '¸' || r == '¿' || r == '¢' || r == '³' || r == '´' || r == '¯'
}

func cyrillicLetter(r rune) bool { return r >= 0x400 && r < 0x460 || r == 'Ґ' || r == 'ґ' }

// recodeScript finds the recoding that makes writing of the words and reports
// it for every run of them.
func (d *doc) recodeScript(choices []recoding, letter func(rune) bool) bool {
	var words []string
	for i := range d.fields {
		words = append(words, runsOf(d.fields[i].text, letter)...)
	}
	best, bestSure := -1, 0.0
	for i, c := range choices {
		if sure := c.writing(words); sure > bestSure {
			best, bestSure = i, sure
		}
	}
	if best < 0 || bestSure < leastWriting || usualness(words) > bestSure-0.1 {
		return false
	}
	c := choices[best]
	for i := range d.fields {
		d.fields[i].recodeRuns(c, letter)
	}
	return true
}

// leastWriting is how usual the letters must be, 1 being a text of the most
// frequent ones only. Running text has about 0.7, letters at random 0.45.
const leastWriting = 0.6

// writing says how much like writing the recoded words are, from 0 to 1.
func (c recoding) writing(words []string) float64 {
	out := make([]string, 0, len(words))
	bad, long, all := 0, 0, 0
	for _, w := range words {
		n := utf8.RuneCountInString(w)
		if all += n; n > 2 {
			long += n
		}
		whole, ok := c.text(w)
		if !ok || !naturalCase(whole) || stretched(whole) {
			bad++
			continue
		}
		out = append(out, whole)
	}
	if 5*bad > len(words) || 3*long < 2*all {
		return 0
	}
	return usualness(out)
}

// stretched says whether a letter stands three times in a row, as in a shout.
func stretched(word string) bool {
	last, n := rune(0), 0
	for _, r := range word {
		if r = unicode.ToLower(r); r != last {
			last, n = r, 0
		}
		if n++; n > 2 {
			return true
		}
	}
	return false
}

// usualness is the mean of how usual the words' letters are in their script;
// words of several scripts have none.
func usualness(words []string) float64 {
	sum, n := 0.0, 0
	for script, letters := range usual {
		order := []rune(letters)
		s, k := 0.0, 0
		for _, w := range words {
			for _, r := range w {
				if !unicode.Is(script, r) {
					continue
				}
				k++
				if i := slices.Index(order, unicode.ToLower(r)); i >= 0 {
					s += 1 - float64(i)/float64(len(order))
				}
			}
		}
		if k > n {
			sum, n = s, k
		}
	}
	all := 0
	for _, w := range words {
		all += utf8.RuneCountInString(w)
	}
	if n == 0 || 10*n < 9*all {
		return 0
	}
	return sum / float64(n)
}

// runsOf gives the words of such letters alone.
func runsOf(s string, letter func(rune) bool) []string {
	var out []string
	for at := nextRun(s, 0, letter); at < len(s); at = nextRun(s, at, letter) {
		end := run(s, at, letter)
		if wholeRun(s, at, end) {
			out = append(out, s[at:end])
		}
		at = end
	}
	return out
}

// wholeRun says whether no other letter stands beside the run: "Ñandú" is a
// word of a Latin language.
func wholeRun(s string, at, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return !isWordRune(before) && !isWordRune(after)
}

// recodeRuns reports the recoding of each run of words, with what parts them.
// Short words count only beside longer ones.
func (f *field) recodeRuns(c recoding, letter func(rune) bool) {
	s := f.text
	for at := nextRun(s, 0, letter); at < len(s); at = nextRun(s, at, letter) {
		end, longest := at, 0
		for next := at; next < len(s); {
			stop := run(s, next, letter)
			if stop == next || !wholeRun(s, next, stop) {
				break
			}
			longest = max(longest, utf8.RuneCountInString(s[next:stop]))
			end = stop
			next = run(s, stop, func(r rune) bool { return r != '\n' && !unicode.IsLetter(r) && !letter(r) })
		}
		if end > at && longest > 2 {
			f.recodePieces(at, end, c, letter)
		}
		at = max(end, run(s, at, letter))
	}
}

// recodePieces reports one edit for each word of s[at:end].
func (f *field) recodePieces(at, end int, c recoding, letter func(rune) bool) {
	for at < end {
		stop := run(f.text, at, letter)
		if whole, ok := c.text(f.text[at:stop]); ok && stop > at {
			f.report(at, stop, whole, 0.95, c.evidence())
		}
		at = run(f.text, stop, func(r rune) bool { return !letter(r) })
	}
}
