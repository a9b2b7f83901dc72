package dump

import (
	"math"
	"strings"
)

// survey gives the place of every line of a prepared dump.
func survey(lines []line) []places {
	out := make([]places, len(lines))
	if len(lines) == 0 {
		return out
	}
	var whole places
	chars, proseChars, prose, blanks := 0, 0, 0, 0
	for i := range lines {
		l := &lines[i]
		chars += len(l.text)
		blanks += min(l.blanks, 1)
		whole[pBullets] += l.m[mBullet]
		whole[pSpaceless] += l.m[mSpaceless]
		if l.m[mProse] > 0 {
			prose++
			proseChars += len(l.text)
		}
	}
	n := float32(len(lines))
	whole[pLines], whole[pStyle] = logOf(len(lines)), float32(blanks)/n
	whole[pBullets] /= n
	whole[pSpaceless] /= n
	from, to := densest(lines)
	inProse := proseWords(lines)
	s := sweep{lastProse: -20, lastBullet: -20}
	for i := range lines {
		p := &out[i]
		*p = whole
		p[pAt] = float32(i) / n
		p[pBefore], p[pBehind] = logOf(i), logOf(len(lines)-1-i)
		p[pTextBefore] = float32(s.chars) / float32(max(1, chars))
		p[pProseBefore] = logOf(s.prose)
		p[pProseShare] = float32(s.proseChars) / float32(max(1, proseChars))
		p[pFromProse], p[pSinceBullet] = float32(min(i-s.lastProse, 20)), float32(min(i-s.lastBullet, 20))
		p[pLongestBefore], p[pSections] = s.longest, float32(min(s.sections, 10))
		p[pCoreStart], p[pCoreEnd], p[pCore] = signedLog(i-from), signedLog(to-i), bit(i >= from && i <= to)
		p[pShared] = known(lines[i].words, inProse, lines[i].m[mProse] > 0)
		s.step(i, &lines[i])
		p[pProseBehind] = logOf(prose - s.prose)
	}
	back(lines, out)
	around(lines, out)
	for i := range lines {
		out[i].doublets(lines, i)
	}
	runs(lines, out)
	return out
}

// sweep is what was seen of the lines before the one at hand.
type sweep struct {
	chars, proseChars, prose int
	lastProse, lastBullet    int
	longest                  float32
	sections                 int
}

func (s *sweep) step(i int, l *line) {
	s.chars += len(l.text)
	if l.bullet {
		s.lastBullet = i
	}
	if l.m[mProse] > 0 {
		s.prose++
		s.proseChars += len(l.text)
		s.lastProse = i
		return
	}
	if i-s.lastProse == 5 {
		s.sections++
	}
	if !l.bullet {
		s.longest = max(s.longest, l.m[mLen])
	}
}

// back fills in what is known only of lines behind.
func back(lines []line, out []places) {
	prose, bullet := len(lines)+20, len(lines)+20
	var next, second []uint32
	for i := len(lines) - 1; i >= 0; i-- {
		p, l := &out[i], &lines[i]
		p[pToProse], p[pToBullet] = float32(min(prose-i, 20)), float32(min(bullet-i, 20))
		p[pSharedFirst] = max(shared(l.words, next), shared(l.words, second))
		if prose < len(lines) {
			p[pLenNext] = l.m[mLen] - lines[prose].m[mLen]
		}
		if l.m[mProse] > 0 {
			prose = i
			next, second = l.words, next
		}
		if l.bullet {
			bullet = i
		}
		if i > 0 {
			p[pSharedPrev], p[pPrevShared] = shared(l.words, lines[i-1].words), shared(lines[i-1].words, l.words)
		}
		if i+1 < len(lines) {
			p[pSharedNext], p[pNextShared] = shared(l.words, lines[i+1].words), shared(lines[i+1].words, l.words)
		}
	}
}

// runs measures list items that follow each other: those of an article are
// longer than a menu's, and often sentences.
func runs(lines []line, out []places) {
	for i := 0; i < len(lines); i++ {
		if !lines[i].bullet {
			continue
		}
		end := i
		var length, stops float32
		for ; end < len(lines) && lines[end].bullet; end++ {
			length, stops = length+lines[end].m[mLen], stops+lines[end].m[mEndStop]
		}
		n := float32(end - i)
		for ; i < end; i++ {
			out[i][pRun], out[i][pRunLen], out[i][pRunStop] = logOf(int(n)), length/n, stops/n
		}
	}
}

// doublets compares a line with those near it: headlines come again in
// breadcrumbs, captions after the words that stand for their picture.
func (p *places) doublets(lines []line, i int) {
	text := lines[i].text
	if len(text) < 12 {
		return
	}
	if i > 0 && len(lines[i-1].text) >= 12 && strings.HasPrefix(text, lines[i-1].text) {
		p[pStartsPrev] = 1
	}
	if i+1 < len(lines) && strings.HasPrefix(lines[i+1].text, text) {
		p[pStartsNext] = 1
	}
	for j := max(0, i-8); j <= min(len(lines)-1, i+8); j++ {
		other := lines[j].text
		switch {
		case j == i || len(other) < 12:
		case other == text:
			p[pEqualNear] = 1
			if j < i {
				p[pEqualNear] = -1
			}
		case strings.HasSuffix(text, other):
			p[pEndsNear] = 1
		case strings.HasSuffix(other, text):
			p[pEndOfNear] = 1
		}
	}
}

// around fills in the means over windows.
func around(lines []line, out []places) {
	sums := make([][5]float32, len(lines)+1)
	for i := range lines {
		m := &lines[i].m
		sums[i+1] = sums[i]
		for k, v := range [...]float32{m[mProse], m[mBullet], m[mStopWords], m[mLen], 1} {
			sums[i+1][k] += v
		}
	}
	for i := range lines {
		a, b := max(0, i-4), min(len(lines), i+5)
		n := float32(b - a)
		p := &out[i]
		p[pProse4] = sums[b][0] - sums[a][0] - lines[i].m[mProse]
		p[pBullets4] = sums[b][1] - sums[a][1]
		p[pStop4] = (sums[b][2] - sums[a][2]) / n
		p[pLen4] = (sums[b][3] - sums[a][3]) / n
		a, b = max(0, i-10), min(len(lines), i+11)
		p[pProse10] = sums[b][0] - sums[a][0] - lines[i].m[mProse]
	}
}

// densest finds the stretch of lines that is richest in prose: each line of
// prose counts for it, each other line a little against it.
func densest(lines []line) (from, to int) {
	var sum, best float32
	start := 0
	for i := range lines {
		if sum <= 0 {
			sum, start = 0, i
		}
		if lines[i].m[mProse] > 0 {
			sum += float32(min(len(lines[i].text), 600)) / 100
		} else {
			sum -= 0.7
		}
		if sum > best {
			best, from, to = sum, start, i
		}
	}
	return from, to
}

// proseWords counts the lines of prose that each longer word stands in.
func proseWords(lines []line) map[uint32]int {
	in := map[uint32]int{}
	for i := range lines {
		if lines[i].m[mProse] > 0 {
			for _, w := range lines[i].words {
				in[w]++
			}
		}
	}
	return in
}

// known gives the share of words that the prose has; a line of prose itself needs each word twice.
func known(words []uint32, in map[uint32]int, itself bool) float32 {
	least, n := 1, 0
	if itself {
		least = 2
	}
	for _, w := range words {
		if in[w] >= least {
			n++
		}
	}
	return float32(n) / float32(max(1, len(words)))
}

func log1p(v float32) float32 { return float32(math.Log1p(float64(v))) }

func signedLog(n int) float32 {
	if n < 0 {
		return -float32(math.Log1p(float64(-n)))
	}
	return float32(math.Log1p(float64(n)))
}
