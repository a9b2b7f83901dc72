package dump

import (
	"unicode"

	"copydesk/extract/vocab"
)

// near lists the measures of neighbouring lines that a line is judged with.
var near = [...]int{mLen, mStopWords, mEndStop, mBullet, mBlanks, mProse, mTitle, mQuestion, mClock, mYear, mCopyright, mRepeats,
	mEndColon, mCreditEnd, mCreditOnly, mDateline, mCueFirst + int(cueCredit), mCueFirst + int(cueAgency), mCueFirst + int(cueByline), mCueFirst + int(cuePublished),
	mCueFirst + int(cueMonth), mCueFirst + int(cueShare), mCueFirst + int(cueRelated), mCueFirst + int(cueNav), mCueFirst + int(cueVideo)}

// reach is how many lines to either side are looked at.
const reach = 3

// places are the facts about where a line stands.
type places [placeCount]float32

const (
	pLines         = iota // log of the number of lines of the dump
	pStyle                // empty lines a line
	pBullets              // share of list items in the dump
	pSpaceless            // share of lines written without spaces
	pAt                   // place among the lines, 0 to 1
	pBefore               // log of the lines before
	pBehind               // log of the lines behind
	pTextBefore           // share of the characters before
	pProseBefore          // log of the lines of prose before
	pProseBehind          // log of the lines of prose behind
	pProseShare           // share of the prose's characters before
	pToProse              // lines to the next prose, 20 at most
	pFromProse            // lines since the last prose, 20 at most
	pSinceBullet          // lines since the last list item, 20 at most
	pToBullet             // lines to the next list item, 20 at most
	pCoreStart            // lines behind the start of the densest prose, log with sign
	pCoreEnd              // lines before its end, log with sign
	pCore                 // inside the densest prose
	pProse4               // lines of prose among the 4 to either side
	pProse10              // … among the 10 to either side
	pBullets4             // list items among the 4 to either side
	pStop4                // mean share of common words among the 4 to either side
	pLen4                 // mean length among the 4 to either side
	pShared               // share of its longer words that the prose has
	pSharedFirst          // … that the next two lines of prose have
	pSharedNext           // share of its longer words that the next line has
	pSharedPrev           // … that the line before has
	pNextShared           // share of the next line's longer words that it has
	pPrevShared           // share of the line before's longer words that it has
	pLongestBefore        // log of the longest line before that is no prose
	pSections             // ends of prose before: places where prose stops for 5 lines or more
	pStartsPrev           // begins with the words of the line before (a caption after its alternative text)
	pStartsNext           // the next line begins with its words
	pEndsNear             // ends with the words of a line at most 8 away (a breadcrumb before its headline)
	pEndOfNear            // a line at most 8 away ends with its words
	pEqualNear            // is the same as a line at most 8 away: -1 for one before, 1 for one behind
	pLenNext              // its length beside that of the next prose, as a difference of logs
	pRun                  // log of the number of list items in a row, of which it is one
	pRunLen               // their mean length
	pRunStop              // the share of them that end as sentences do
	placeCount
)

var placeNames = [placeCount]string{"lines", "style", "doc_bullets", "doc_spaceless", "place", "before", "behind", "text_before",
	"prose_before", "prose_behind", "prose_share", "to_prose", "from_prose", "since_bullet", "to_bullet", "core_start", "core_end",
	"core", "prose_4", "prose_10", "bullets_4", "stop_4", "len_4", "shared", "shared_first", "shared_next", "shared_prev",
	"next_shared", "prev_shared", "longest_before", "sections",
	"starts_prev", "starts_next", "ends_near", "end_of_near", "equal_near", "len_next", "run", "run_len", "run_stop"}

// prepare measures all lines of a dump: what each is by itself and how often its words come again.
// It gives the language whose commonest words are most frequent.
func prepare(lines []line) (lang string) {
	lex := words()
	counts := make([]int, len(lex.langs))
	var all [][]string
	for i := range lines {
		t := tokens(lines[i].text, make([]string, 0, len(lines[i].text)/5+4))
		all = append(all, t)
		lines[i].hits = lex.find(t)
		for _, w := range t {
			for mask, lang := lex.stop[w], 0; mask != 0; mask, lang = mask>>1, lang+1 {
				counts[lang] += int(mask & 1)
			}
		}
	}
	best, second := 0, 0
	for i, n := range counts {
		if n > counts[best] {
			best, second = i, counts[best]
		} else if i != best {
			second = max(second, n)
		}
	}
	if counts[best] >= 10 && counts[best] > second+second/20 {
		lang = lex.langs[best]
	}
	credits := vocab.Builtin().For(lang)
	seen := map[string]int{}
	for i := range lines {
		l := &lines[i]
		stop := 0
		for _, w := range all[i] {
			stop += int(lex.stop[w] >> best & 1)
		}
		l.measure(all[i], stop, credits)
		l.words = longWords(all[i])
		if first, again := seen[l.text]; again {
			lines[first].repeats++
			l.repeats = -1
		} else {
			seen[l.text] = i
		}
	}
	for i := range lines {
		l := &lines[i]
		n := l.repeats
		if l.repeats < 0 {
			n = lines[seen[l.text]].repeats
		}
		l.m[mRepeats], l.m[mUnique] = float32(min(n, 3)), bit(l.repeats >= 0)
	}
	return lang
}

// stem is how many letters of a word tell what it is about: what follows is its
// ending mostly, or the rest of a compound. A Korean word's particles follow
// after two syllables.
const (
	stem       = 5
	stemHangul = 2
)

// longWords keeps the words that say what a line is about, as hashes of their stems.
func longWords(t []string) []uint32 {
	out := make([]uint32, 0, len(t))
	for i, w := range t {
		r := []rune(w)
		switch {
		case len(r) >= stemHangul && unicode.Is(unicode.Hangul, r[0]):
			out = append(out, wordHash(string(r[:stemHangul])))
		case len(r) >= 4:
			out = append(out, wordHash(string(r[:min(len(r), stem)])))
		case len(r) == 1 && spaceless(r[0]) && i+1 < len(t):
			out = append(out, wordHash(w+t[i+1]))
		}
	}
	return out
}

// shared gives the share of a's words that are in b.
func shared(a, b []uint32) float32 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	n := 0
	for _, x := range a {
		for _, y := range b {
			if x == y {
				n++
				break
			}
		}
	}
	return float32(n) / float32(len(a))
}
