package dump

import "strings"

// What the place of a line adds to its score as a standfirst.
const (
	bonusBeforeByline = 0.2
	bonusBeforeProse  = -0.1
)

// deckReach is how many lines below the headline a standfirst stands mostly: date,
// reading time and buttons may come before it.
const deckReach = 6

// deckBonus weighs where a line stands: right below the headline and above the
// byline, the date, the agency's name or the picture is the standfirst's own
// place, unless it says what the picture's caption says; a paragraph there that goes
// on in the next one is more often the lede of the body. Captions with a credit,
// dates and furniture stand there, too, and get nothing.
func deckBonus(lines []line, i, headline int) float32 {
	if headline < 0 || i <= headline || i > headline+deckReach || i+1 >= len(lines) {
		return 0
	}
	for j := headline + 1; j < i; j++ {
		if lines[j].m[mLen] > logOf(100) {
			return 0 // something long stands between
		}
	}
	l, next := &lines[i], &lines[i+1]
	m := &l.m
	short := m[mTokens] < logOf(5) && m[mSpaceless] == 0 || m[mLen] < logOf(25)
	other := l.bullet || l.isFurniture() || isDate(l) || l.hits.first[cueByline] || m[mCreditEnd]+m[mCreditOnly] > 0 || m[mPipe] > 0
	agency := next.m[mCueFirst+int(cueAgency)] > 0 && next.m[mTokens] <= logOf(5) && !next.isCredit()
	picture := i == headline+1 && next.m[mCreditEnd] > 0 && shared(l.words, next.words) < 0.5
	name := next.m[mTokens] <= logOf(5) && next.m[mTitle] > 0.6 && next.m[mEndStop] == 0
	switch {
	case short || other:
		return 0
	case isDate(next) || next.hits.first[cueByline] || name || agency || picture:
		return bonusBeforeByline
	case next.m[mProse] > 0 && m[mProse] > 0:
		return bonusBeforeProse
	}
	return 0
}

// beforeCredit says whether a line stands right above one that says "Photo:
// name" and nothing else, as captions do. Left alone are what is no sentence of
// a picture: list items, what asks the reader to do something, a heading that
// leads to a picture without words.
func beforeCredit(lines []line, i int) bool {
	if i+1 >= len(lines) || !lines[i+1].isCredit() {
		return false
	}
	l := &lines[i]
	return !l.bullet && l.m[mCreditOnly] == 0 && l.m[mTokens] >= logOf(4) && l.fitsHeadline() == 1 && !isDate(l)
}

// standsFor says whether a line above a caption gives its words in part: it is
// the picture's alternative text, which the caption goes together with.
func standsFor(l, caption *line) bool {
	return len(l.words) >= 2 && len(l.text) < len(caption.text) && shared(l.words, caption.words) >= 0.75
}

// fitsStandfirst refuses lines that stand where standfirsts stand: captions,
// alternative text whose words the caption below has, the title of a film or sound
// over its length, one item of a list the rest of which is none, the headline
// printed again with other signs.
func fitsStandfirst(lines []line, s []scores, i, headline int) bool {
	l := &lines[i]
	switch {
	case l.looksCaption() || beforeCredit(lines, i):
		return false
	case i+1 < len(lines) && (strings.HasPrefix(lines[i+1].text, l.text) || saidBelow(lines, s, i)):
		return false
	case i > headline+1 && i+1 < len(lines) && lines[i+1].isLength():
		return false
	case oneOfList(lines, s, i):
		return false
	case headline >= 0:
		h := &lines[headline]
		return shared(l.words, h.words) < 0.9 || shared(h.words, l.words) < 0.9
	}
	return true
}

// saidBelow says whether the next line, which is none of the body's, has half of a
// line's longer words. The article's first paragraph may well have those of the
// standfirst above it.
func saidBelow(lines []line, s []scores, i int) bool {
	return s[i+1][partBody] < leastBody && shared(lines[i].words, lines[i+1].words) >= 0.5
}

// isLength says whether a line is a time and nothing else, as below a player: "5:00".
func (l *line) isLength() bool { return l.m[mClock] == 1 && l.m[mTokens] <= logOf(2) }

// oneOfList says whether a line is a list item beside another that is no line of a
// standfirst: the points of a summary are all of it or none.
func oneOfList(lines []line, s []scores, i int) bool {
	other := func(j int) bool {
		return j >= 0 && j < len(lines) && lines[j].bullet && s[j][partStandfirst] < leastJoined
	}
	return lines[i].bullet && (other(i-1) || other(i+1))
}

// looksCaption sees lines that name rights or a picture's maker: they stand where
// standfirsts stand.
func (l *line) looksCaption() bool {
	return l.m[mCreditEnd]+l.m[mCreditOnly]+l.m[mCopyright] > 0 || l.m[mCueFirst+int(cueLegal)] > 0.1
}
