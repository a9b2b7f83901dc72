package dump

// What the place of a line adds to its score as a standfirst.
const (
	bonusBeforeByline = 0.2
	bonusBeforeProse  = -0.1
)

// deckBonus weighs where a line stands: right below the headline and above the
// byline or the date is the standfirst's own place; a paragraph there that goes
// on in the next one is more often the lede of the body. Captions with a credit,
// dates and furniture stand there, too, and get nothing.
func deckBonus(lines []line, i, headline int) float32 {
	if headline < 0 || i <= headline || i > headline+4 || i+1 >= len(lines) {
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
	name := next.m[mTokens] <= logOf(5) && next.m[mTitle] > 0.6 && next.m[mEndStop] == 0
	switch {
	case short || other:
		return 0
	case isDate(next) || next.hits.first[cueByline] || name:
		return bonusBeforeByline
	case next.m[mProse] > 0 && m[mProse] > 0:
		return bonusBeforeProse
	}
	return 0
}

// looksCaption sees lines that name rights or a picture's maker: they stand where
// standfirsts stand.
func (l *line) looksCaption() bool {
	return l.m[mCreditEnd]+l.m[mCreditOnly]+l.m[mCopyright] > 0 || l.m[mCueFirst+int(cueLegal)] > 0.1
}
