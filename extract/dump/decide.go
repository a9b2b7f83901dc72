package dump

import "copydesk/extract/label"

// The scores from which a line is taken for a part. They were chosen on the
// cross-validated scores, where missing and false parts cost the same.
const (
	leastHeadline   = 0.03
	leastBody       = 0.45
	floorBody       = 0.12 // … where the page's best lines score low
	leastStandfirst = 0.25
	leastOverBody   = 0.4 // … where the line is likelier the body's, and stands where its first paragraph does
	leastJoined     = 0.4
	leastCaption    = 0.2
	leastSubhead    = 0.45
	leastCredit     = 0.3
)

// decide gives each line its role. The headline comes first; everything else is
// looked for from it on, since an article is one stretch of its page and what
// stands above its headline is the page's furniture.
func decide(lines []line, s []scores) (roles []label.Role, headline int) {
	roles = make([]label.Role, len(lines))
	if len(lines) == 0 {
		return roles, -1
	}
	least := bodyLevel(s)
	from, to := stretch(lines, s, least)
	to = endBeforeNext(lines, s, from, to, least)
	headline = chooseHeadline(lines, s, from, to)
	start := from
	if headline >= 0 {
		roles[headline] = label.Headline
		start = headline + 1
	}
	for i := start; i <= to; i++ {
		switch p := &s[i]; {
		case i == headline:
		case lines[i].opensDated() || lines[i].marksAdverts():
		case p[partCaption] >= leastCaption && p[partCaption] > p[partBody] || p[partBody] < least && beforeCredit(lines, i):
			roles[i] = label.Caption
		case lines[i].m[mTokens] <= logOf(8) && lines[i].isFurniture() && p[partSubhead] < 0.6:
		case p[partBody] >= least || p[partSubhead] >= leastSubhead:
			roles[i] = label.Body
		}
	}
	for i := start; i < to; i++ {
		if roles[i] == label.None && roles[i+1] == label.Caption && standsFor(&lines[i], &lines[i+1]) {
			roles[i] = label.Caption
		}
	}
	evenLists(lines, roles)
	chooseStandfirst(lines, s, roles, headline)
	return roles, headline
}

// opensDated says whether a line opens as a byline does and names a day: it may stand
// over a picture's credit, as captions do.
func (l *line) opensDated() bool {
	return l.hits.first[cueByline] && l.m[mTokens] <= logOf(longestByline) && isDate(l)
}

// chooseStandfirst takes the likeliest line near the headline, and those beside
// it that are as likely. A standfirst stands before the body: behind two
// paragraphs, what looks like one is the lede of something else.
func chooseStandfirst(lines []line, s []scores, roles []label.Role, headline int) {
	at := -1
	prose := 0
	for i := max(0, headline-headBefore); i < len(s) && prose < 2; i++ {
		bonus := deckBonus(lines, i, headline)
		p := s[i][partStandfirst] + bonus
		s[i][partStandfirst] = p
		taken := roles[i] == label.Caption && s[i][partCaption] >= p
		least := float32(leastStandfirst)
		if bonus <= 0 && s[i][partBody] > p {
			least = leastOverBody
		}
		if i != headline && !taken && fitsStandfirst(lines, s, i, headline) && p >= least && (at < 0 || p > s[at][partStandfirst]) {
			at = i
		}
		if i > headline && roles[i] == label.Body && lines[i].m[mProse] > 0 {
			prose++
		}
	}
	if at < 0 {
		return
	}
	roles[at] = label.Standfirst
	joins := func(i int) bool {
		return i >= 0 && i < len(s) && i != headline && roles[i] != label.Caption && s[i][partStandfirst] >= leastJoined
	}
	for i := at + 1; joins(i); i++ {
		roles[i] = label.Standfirst
	}
	for i := at - 1; joins(i); i-- {
		roles[i] = label.Standfirst
	}
}

// evenLists decides a run of list items as one: an article's list is in the
// body with all its items or not at all.
func evenLists(lines []line, roles []label.Role) {
	for i := 0; i < len(lines); i++ {
		if !lines[i].bullet {
			continue
		}
		end, in := i, 0
		for ; end < len(lines) && lines[end].bullet; end++ {
			if roles[end] == label.Body {
				in++
			}
		}
		n := end - i
		for ; i < end; i++ {
			switch {
			case in > 0 && in*2 >= n && roles[i] == label.None:
				roles[i] = label.Body
			case in*2 < n && roles[i] == label.Body:
				roles[i] = label.None
			}
		}
	}
}
