package dump

import "copydesk/extract/label"

// surelyBody is the score from which a line is the article's own even where it comes again.
const surelyBody = 0.8

// dropRefrains leaves short lines that come again out of the body: a subhead stands
// once, what stands over each piece of the text or each advertisement in it ("Article
// content", "Advertisement") looks like one and comes again. A table of contents
// prints a subhead once more, outside of the body mostly, so that two may be one there;
// left alone, too, are list items and what is surely text, as the names of speakers.
func dropRefrains(lines []line, s []scores, roles []label.Role) {
	again := map[string]int{}
	refrain := func(i int) bool {
		l := &lines[i]
		return roles[i] == label.Body && !l.bullet && l.m[mRepeats] > 0 && l.m[mProse] == 0 && l.m[mTokens] <= logOf(8)
	}
	for i := range lines {
		if refrain(i) {
			again[lines[i].text]++
		}
	}
	for i := range lines {
		if refrain(i) && (again[lines[i].text] > 1 || lines[i].m[mRepeats] > 1) && s[i][partBody] < surelyBody {
			roles[i] = label.None
		}
	}
}
