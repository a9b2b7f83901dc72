package dump

// bodyLevel lowers the score asked of the body where even the page's best lines
// score low: the article is there, but in unusual company.
func bodyLevel(s []scores) float32 {
	var top [8]float32
	for i := range s {
		v := s[i][partBody]
		for k := range top {
			if v > top[k] {
				v, top[k] = top[k], v
			}
		}
	}
	var sum float32
	for _, v := range top {
		sum += v
	}
	return min(leastBody, max(floorBody, 0.6*sum/float32(len(top))))
}

// stretch finds the article's first and last line: the stretch whose lines are
// likelier body than not, each counted by its length. Lines between two
// paragraphs cost little, so that advertisements do not cut an article in two.
func stretch(lines []line, s []scores, least float32) (from, to int) {
	var sum, best float32
	start := 0
	for i := range lines {
		if sum <= 0 {
			sum, start = 0, i
		}
		long := float32(min(len(lines[i].text), 400))/100 + 0.3
		if v := s[i][partBody] - least; v > 0 {
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

// The gap between two articles on one page, and the share of longer words that
// the second has in common with the first at most.
const (
	leastGap  = 8
	mostAlike = 0.2
)

// endBeforeNext ends the article where, behind a gap, text on another subject
// begins: the next article that some sites append. A gap alone does not end it,
// since advertisements and teasers stand in the midst of long articles.
func endBeforeNext(lines []line, s []scores, from, to int, least float32) int {
	seen := map[uint32]int{}
	last := from
	for i := from; i <= to; i++ {
		if s[i][partBody] < least {
			continue
		}
		if i-last > leastGap && opensArticle(lines[last+1:i]) {
			n, common := 0, 0
			for j := i; j <= to && n < 60; j++ {
				if s[j][partBody] < least {
					continue
				}
				for _, w := range lines[j].words {
					n++
					if seen[w] > 0 {
						common++
					}
				}
			}
			if n >= 30 && float32(common) < mostAlike*float32(n) {
				return last
			}
		}
		for _, w := range lines[i].words {
			seen[w]++
		}
		last = i
	}
	return to
}

// opensArticle says whether lines hold what stands at the head of an article: a date or a byline.
func opensArticle(lines []line) bool {
	for i := range lines {
		l := &lines[i]
		if l.bullet {
			continue
		}
		published := l.hits.first[cuePublished] && isDate(l) && l.m[mTokens] <= logOf(12)
		byline := l.hits.first[cueByline] && l.m[mTokens] <= logOf(8) && l.m[mTitle] >= 0.6 && l.m[mEndStop] == 0
		if published || byline {
			return true
		}
	}
	return false
}
