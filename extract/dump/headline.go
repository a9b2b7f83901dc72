package dump

import "strings"

// The score that a line like the likeliest headline needs to be the headline in
// its place, and how many times the score of a standfirst, right below it: there
// stands the standfirst, which has words of the headline, too. Of two such lines
// the nearer one needs a share of the other's score: the first is the kicker.
const (
	leastLater  = 0.15
	overDeck    = 5
	nearerShare = 0.6
)

// chooseHeadline takes the likeliest line. Some sites print a title for search
// engines above the headline: of two lines that say the same in other words, the
// one nearer to the text is the headline, unless it is a sentence with a full stop:
// this is the standfirst.
func chooseHeadline(lines []line, s []scores, from, to int) int {
	at, top := -1, float32(leastHeadline)
	end := min(to, quarter(lines, s, from, to))
	for i := 0; i < len(lines) && (i <= end || at < 0); i++ {
		if p := asHeadline(lines, s, i) * nearText(from-i); p > top {
			at, top = i, p
		}
	}
	if k := at - 1; k >= 0 && lines[at].endsSentence() && !lines[k].endsSentence() && asHeadline(lines, s, k) >= leastLater {
		return k // a sentence with a full stop is the standfirst of the line above
	}
	later, most := at, float32(leastLater)
	for i := at + 1; at >= 0 && i < min(at+5, len(lines)); i++ {
		p := asHeadline(lines, s, i)
		again := !lines[i].bullet && lines[i].text != lines[at].text && shared(lines[at].words, lines[i].words) >= 0.25 &&
			(lines[at].endsSentence() || !lines[i].endsSentence())
		if len(lines[i].text) >= 12 && len(lines[i].text) < len(lines[at].text) && strings.HasSuffix(lines[at].text, lines[i].text) {
			return i // the other one was the way to the page, with the headline at its end
		}
		deck := s[i][partStandfirst]
		if i == at+1 {
			deck *= overDeck
		}
		if again && p >= most && p > max(deck, s[i][partCaption]) {
			later, most = i, max(most, nearerShare*p)
		}
	}
	return later
}

// asHeadline gives the score of a line as the headline, lowered by what it says: what is
// surely a caption may stand where headlines do, and look like one where it has no full stop.
func asHeadline(lines []line, s []scores, i int) float32 {
	return s[i][partHeadline] * lines[i].fitsHeadline() * (1 - s[i][partCaption])
}

// endsSentence says whether a full stop ends the line.
func (l *line) endsSentence() bool { return l.m[mEndStop] > l.m[mQuestion] && l.m[mEllipsis] == 0 }

// nearText lowers the score of a line by how many others stand between it and
// the text: a headline may have a menu or a list of buttons below it, but of two
// likely lines the one hundreds of lines above is a teaser in the page's head.
func nearText(between int) float32 {
	n := float32(max(0, between))
	return 1 / (1 + n/200 + n*n*n/(1200*1200*1200))
}

// quarter gives the line of the stretch before which a quarter of its body
// stands: what comes later is no headline of this text, however it looks.
func quarter(lines []line, s []scores, from, to int) int {
	var all, sum float32
	for i := from; i <= to; i++ {
		all += s[i][partBody] * float32(len(lines[i].text))
	}
	for i := from; i <= to; i++ {
		if sum += s[i][partBody] * float32(len(lines[i].text)); sum > all/4 {
			return i
		}
	}
	return to
}

// fitsHeadline lowers the score of lines that ask the reader to do something:
// they can be as long as a headline, and stand at the same place.
func (l *line) fitsHeadline() float32 {
	var asks float32
	for _, c := range [...]cue{cueFollow, cueNewsletter, cueSubscribe, cueCookie, cueShare} {
		asks += l.m[mCueFirst+int(c)]
	}
	if asks >= 0.25 || l.m[mStops] > 0 && l.hits.last[cueRelated] || l.m[mStops] > 1 && (l.m[mEndStop] > 0 || l.m[mTokens] > logOf(14)) {
		return 0.1
	}
	return 1
}
