package normalize

import (
	"unicode"
	"unicode/utf8"

	"copydesk/normalize/lexicon"
)

// latinRecodings are tried where words of a Latin language have letters that
// it does not have; the more usual first.
var latinRecodings = []recoding{
	{page1250, page1252}, {pageLatin, page1252}, {page1254, page1252}, {page1257, page1252}, {page1252, page1250},
	{page1252, page1251}, {pageMac, page1252}, {page1252, pageMac}, {page1252, page437}, {page1252, page850},
	{page850, page1252}, {page852, page1252}, {page1250, page852}, {page1250, page1251}, {page1252, page1253}, {page1254, page1251},
	{page852, page1250}, {page1250, pageMac}, {page1257, page1251},
}

// spelling is what is known of the language's own words and letters.
type spelling struct {
	knowledge
	alphabet map[rune]bool // small letters outside ASCII
}

// leastShare is the share of a language's letters that one of its own has;
// letters of borrowed words and names have less.
const leastShare = 0.0002

func learnSpelling(d *doc) *spelling {
	k := &spelling{knowledge: knowledge{lang: d.language()}}
	l, ok := lexicon.Find(k.lang)
	if !ok || !l.Listed() || l.Tag() == "vi" {
		return k
	}
	k.table, k.found = l.Table(), true
	k.alphabet = map[rune]bool{}
	for _, s := range l.Letters() {
		if s.Part > leastShare {
			k.alphabet[unicode.ToLower(s.Letter)] = true
		}
	}
	return k
}

// verdicts on a word, by what the language has.
type verdict uint8

const (
	unknownWord verdict = iota // neither as it stands nor recoded
	standsWord                 // as it stands
	mendedWord                 // recoded
)

// recodeLatin mends words of the document's own language.
func (d *doc) recodeLatin() {
	if d.sparse() {
		return
	}
	k := fact(d, learnSpelling)
	if !k.found || len(k.alphabet) == 0 {
		return
	}
	odd := d.oddWords(k)
	if len(odd) < 2 {
		return
	}
	best, bestHits := -1, 0
	for i, c := range latinRecodings {
		hits, misses, stands := c.count(odd, k)
		if hits > bestHits && hits >= 2 && hits >= 2*misses && hits >= 2*stands {
			best, bestHits = i, hits
		}
	}
	if best < 0 {
		return
	}
	c := latinRecodings[best]
	sure := 0.92
	if bestHits > 4 {
		sure = 0.95
	}
	for i := range d.fields {
		f := &d.fields[i]
		eachOddPiece(f.text, func(start, end int) {
			word := f.text[start:end]
			whole, ok := c.text(word)
			if !ok || whole == word {
				return
			}
			switch c.verdict(word, k) {
			case mendedWord:
				f.report(start, end, whole, sure, c.evidence())
			case unknownWord:
				if bestHits > 4 && k.resembles(word, whole) {
					f.report(start, end, whole, sure-0.02, c.evidence())
				}
			}
		})
	}
}

// sparse says whether the document has fewer letters outside ASCII than any
// language that needs them: foreign names in English. Of the signs of the press
// only those inside words count.
func (d *doc) sparse() bool {
	const apart = 120 // bytes
	letters, size := 0, 0
	for i := range d.fields {
		t := d.fields[i].text
		size += len(t)
		for at := nextHigh(t, 0); at < len(t); at = nextHigh(t, at+1) {
			if t[at] >= 0xC2 && (t[at] != 0xE2 || between(t, at, at+3) && t[at+2] != 0x99) {
				letters++
			}
		}
	}
	return letters*apart < size
}

// oddWords gives the different words that have a letter which the language
// hardly has, a sign in a letter's place, or a capital after a small letter.
func (d *doc) oddWords(k *spelling) map[string]struct{} {
	odd := map[string]struct{}{}
	for i := range d.fields {
		f := &d.fields[i]
		if f.cues&cueHigh == 0 {
			continue
		}
		eachOddPiece(f.text, func(start, end int) {
			if word := f.text[start:end]; !k.usualLetters(word) && len(odd) < 400 {
				odd[word] = struct{}{}
			}
		})
	}
	return odd
}

// eachOddPiece calls yield for each run of letters, and of the signs that pages
// have in letters' places, that is not all ASCII. Any sign counts between two
// letters; beside them only those that are not signs of the press.
func eachOddPiece(s string, yield func(start, end int)) {
	for at := 0; at < len(s); {
		if s[at] < utf8.RuneSelf {
			at = nextHigh(s, at)
			continue
		}
		start := at
		for start > 0 && byteClass[s[start-1]] == byteLetter {
			start--
		}
		end := pieceEnd(s, at, start < at)
		if end == at {
			_, n := utf8.DecodeRuneInString(s[at:])
			at += n
			continue
		}
		if end-start <= maxWord {
			yield(start, end)
		}
		at = end
	}
}

// pieceEnd gives the end of the piece that goes on, or begins, at s[at:].
func pieceEnd(s string, at int, inside bool) int {
	for at < len(s) {
		r, n := utf8.DecodeRuneInString(s[at:])
		if !pieceRune(r) {
			if r < utf8.RuneSelf || !inside || unicode.IsSpace(r) || r == '’' || r == '–' || r == '—' || r == utf8.RuneError {
				return at
			}
			if next, _ := utf8.DecodeRuneInString(s[at+n:]); !unicode.IsLower(next) {
				return at
			}
		}
		at, inside = at+n, true
	}
	return at
}

// pieceRune says whether r may stand for a letter.
func pieceRune(r rune) bool {
	if r < utf8.RuneSelf {
		return byteClass[byte(r)] == byteLetter
	}
	switch r {
	case '«', '»', '“', '”', '„', '‘', '’', '–', '—', '…', '\u00A0', '\u00AD', '®', '©', '™', '°', '·', '•', '€', '£', '±', '²', '½', '×', '‹', '›', '→', '−', utf8.RuneError:
		return false
	}
	return r < 0x2000 && !unicode.IsSpace(r) || r == 0x207F || r < 0x2040 && r >= 0x2018 || r >= 0x2200 && r < 0x2270 || r >= 0x2500 && r < 0x25A0 || r >= 0xFB00 && r < 0xFB03
}

// usualLetters says whether a word is made of the language's own letters, with
// capitals where they belong.
func (k *spelling) usualLetters(word string) bool {
	for _, r := range word {
		if r < utf8.RuneSelf {
			continue
		}
		if !unicode.IsLetter(r) || !k.alphabet[unicode.ToLower(r)] {
			return false
		}
	}
	return naturalCase(word)
}

// count says how many of the words are mended, stay unknown, or stand.
func (c recoding) count(words map[string]struct{}, k *spelling) (hits, misses, stands int) {
	for word := range words {
		if whole, ok := c.text(word); !ok || whole == word {
			misses++
			continue
		}
		switch c.verdict(word, k) {
		case mendedWord:
			hits++
		case standsWord:
			stands++
		default:
			misses++
		}
	}
	return hits, misses, stands
}

// verdict says which reading of a word the language has. Lists hold a few
// words that were read in the wrong page, too.
func (c recoding) verdict(word string, k *spelling) verdict {
	stands, mended := k.rarity(word), lexicon.None
	if whole, ok := c.text(word); ok && naturalCase(whole) {
		mended = k.rarity(whole)
	}
	switch {
	case mended <= seldomWord && stands-mended > farBehind:
		return mendedWord
	case stands <= seldomWord:
		return standsWord
	}
	return unknownWord
}

// rarity gives the frequency of the rarest part of a word ("l’état" has two),
// or lexicon.None.
func (k *spelling) rarity(word string) int {
	most := -1
	for i := 0; i < len(word); {
		start, end := nextWord(word, i)
		if start > i && i > 0 || start > 0 && i == 0 {
			if r, _ := utf8.DecodeRuneInString(word[i:]); r != '’' && r != '\'' {
				return lexicon.None // a sign inside
			}
		}
		if end == start {
			break
		}
		if part := small(word[start:end]); utf8.RuneCountInString(part) > 2 {
			most = max(most, k.frequency(part))
		}
		i = end
	}
	if most < 0 {
		return lexicon.None
	}
	return most
}

// farBehind is how much rarer, in steps, a word must be that the language has
// for its recoding to be believed.
const farBehind = 50

// resembles says whether a word that no list has looks like the language once
// it is recoded, and not before: a name or a compound; or one of the commonest
// short words ("à" from "‡").
func (k *spelling) resembles(word, whole string) bool {
	if k.usualLetters(word) || !k.usualLetters(whole) {
		return false
	}
	if utf8.RuneCountInString(whole) < 3 {
		return k.frequency(small(whole)) < commonWord
	}
	return allRunes(word, unicode.IsLetter)
}

// seldomWord is the frequency of words that are rare but no accident (10^-7).
const seldomWord = 175
