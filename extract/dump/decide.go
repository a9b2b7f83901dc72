package dump

import "copydesk/extract/label"

// The scores from which a line is taken for a part. They were chosen on the
// cross-validated scores, where missing and false parts cost the same.
const (
	leastHeadline   = 0.03
	leastBody       = 0.45
	leastStandfirst = 0.25
	leastCaption    = 0.15
	leastSubhead    = 0.4
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
	from, to := stretch(lines, s)
	headline = chooseHeadline(lines, s, to)
	start := from
	if headline >= 0 {
		roles[headline] = label.Headline
		start = headline + 1
	}
	for i := start; i <= to; i++ {
		switch p := &s[i]; {
		case i == headline:
		case p[partCaption] >= leastCaption && p[partCaption] > p[partBody]:
			roles[i] = label.Caption
		case p[partBody] >= leastBody || p[partSubhead] >= leastSubhead:
			roles[i] = label.Body
		}
	}
	chooseStandfirst(lines, s, roles, headline)
	return roles, headline
}

// stretch finds the article's first and last line: the stretch whose lines are
// likelier body than not, each counted by its length. Lines between two
// paragraphs cost little, so that advertisements do not cut an article in two.
func stretch(lines []line, s []scores) (from, to int) {
	var sum, best float32
	start := 0
	for i := range lines {
		if sum <= 0 {
			sum, start = 0, i
		}
		long := float32(min(len(lines[i].text), 400))/100 + 0.3
		if v := s[i][partBody] - leastBody; v > 0 {
			sum += v * long
		} else {
			sum += v * min(long, 0.6)
		}
		if sum > best {
			best, from, to = sum, start, i
		}
	}
	return from, to
}

func chooseHeadline(lines []line, s []scores, to int) int {
	at, top := -1, float32(leastHeadline)
	for i := 0; i < len(lines) && (i <= to || at < 0); i++ {
		if p := s[i][partHeadline]; p > top {
			at, top = i, p
		}
	}
	return at
}

// chooseStandfirst takes the likeliest line, and its neighbours that are nearly as likely.
func chooseStandfirst(lines []line, s []scores, roles []label.Role, headline int) {
	at := -1
	for i := range s {
		if i != headline && s[i][partStandfirst] >= leastStandfirst && (at < 0 || s[i][partStandfirst] > s[at][partStandfirst]) {
			at = i
		}
	}
	if at < 0 {
		return
	}
	roles[at] = label.Standfirst
	for i := at + 1; i < len(s) && i != headline && s[i][partStandfirst] >= leastStandfirst; i++ {
		roles[i] = label.Standfirst
	}
	for i := at - 1; i >= 0 && i != headline && s[i][partStandfirst] >= leastStandfirst; i-- {
		roles[i] = label.Standfirst
	}
}
