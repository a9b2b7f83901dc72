package dump

// leastRefrain is how often a line stands on a page at least that is its refrain.
const leastRefrain = 4

// cutRefrains leaves out a short line that some sites set over each piece of the text,
// advertisements and boxes in it included: "Article content". It looks like a subhead,
// and hides from each line what stands beside it. What tells it is that two of them
// follow each other, as no two headings of the same words do. Left alone are headings that the parts
// of a guide have in common, speakers' names, credits and what ends as sentences do.
func cutRefrains(lines []line) []line {
	stands, amid, twice := map[string]int{}, map[string]int{}, map[string]bool{}
	prose := func(i int) bool { return i >= 0 && i < len(lines) && lines[i].m[mProse] > 0 }
	for i := range lines {
		l := &lines[i]
		if !l.mayRefrain() {
			continue
		}
		stands[l.text]++
		if prose(i-1) || prose(i+1) {
			amid[l.text]++
		}
		if i > 0 && lines[i-1].text == l.text {
			twice[l.text] = true
		}
	}
	if len(twice) == 0 {
		return lines
	}
	out := make([]line, 0, len(lines))
	for i := range lines {
		if l := &lines[i]; !l.mayRefrain() || !twice[l.text] || amid[l.text]*2 < stands[l.text] {
			out = append(out, *l)
		}
	}
	return out
}

// mayRefrain says whether a line is short and comes again, and is no sentence, item, heading of a list or credit.
func (l *line) mayRefrain() bool {
	m := &l.m
	return m[mRepeats] >= leastRefrain-1 && !l.bullet && m[mTokens] <= logOf(6) && m[mProse]+m[mEndStop]+m[mEndColon] == 0 &&
		m[mCreditOnly]+m[mCreditEnd] == 0
}

// marksAdverts sees a short line with a word for advertising that comes again: it stands over
// each advertisement, where a subhead might stand ("Advertisement · Scroll to continue").
func (l *line) marksAdverts() bool {
	return l.m[mCueFirst+int(cueAdvert)] > 0 && l.m[mRepeats] > 0 && l.m[mTokens] <= logOf(6) && l.m[mEndStop] == 0
}
