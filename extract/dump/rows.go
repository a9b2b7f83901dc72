package dump

import "fmt"

// firstWidth and secondWidth are the numbers of features of the first glance and of the second.
const (
	firstWidth  = measureCount + 2*reach*len(near) + placeCount
	secondWidth = firstWidth + int(parts)*(2*reach+1) + againCount
)

// part is a sort of line that has a model of its own.
type part uint8

const (
	partBody part = iota
	partHeadline
	partStandfirst
	partCaption
	partSubhead
	partCredit
	parts
)

var partNames = [parts]string{"body", "headline", "standfirst", "caption", "subhead", "credit"}

// The facts that the first glance's scores add.
const (
	aBodyBefore      = iota // log of the sum of body scores before
	aBodyBehind             // … behind
	aSinceBody              // lines since the last likely body, 20 at most
	aToBody                 // lines to the next likely body, 20 at most
	aHeadline               // the line is the likeliest headline
	aFromHeadline           // lines behind the likeliest headline, log with sign
	aTitleShared            // share of its longer words that the likeliest headline has
	aSharedTitle            // share of the likeliest headline's longer words that it has
	aBestHeadline           // the best headline score of the dump
	aBestBefore             // the best headline score before the line
	aBestBehind             // … behind
	aStandfirst             // the line is the likeliest standfirst
	aBestStandfirst         // the best standfirst score of the dump
	aBody5                  // mean body score of the 5 to either side
	aCaptions               // sum of caption scores of the dump, 10 at most
	aSubheads               // sum of subhead scores of the dump, 10 at most
	aProseSince             // lines of prose since the likeliest headline, 10 at most; -1 before it
	aDatesSince             // lines with a date since the likeliest headline, 5 at most
	aBylinesSince           // lines with a byline since the likeliest headline, 5 at most
	aCaptionsSince          // sum of caption scores since the likeliest headline, 10 at most
	aSubheadUpper           // capitals among its letters beside those of the dump's other likely subheads; -1 where there are none
	aSubheadWords           // log of its words beside theirs; likewise
	aCaptionCredit          // share of the dump's other likely captions that a credit ends; likewise
	aOtherHeadline          // the best headline score of the lines of other words
	aFromOther              // lines behind that one, log with sign
	aOtherShared            // share of its longer words that that one has
	aOtherStandfirst        // the best standfirst score of the other lines
	aFromBody               // lines behind the first likely body after the likeliest headline, log with sign
	aBodyShared             // share of its longer words that other likely lines of the body have
	aBodyRecur              // log of how many of those lines each of them stands in, on the mean
	aLedeShared             // share of its longer words that the first likely line of the body has
	againCount
)

var againNames = [againCount]string{"body_before", "body_behind", "since_body", "to_body", "best_headline", "from_headline",
	"title_shared", "shared_title", "headline_max", "headline_before", "headline_behind", "best_standfirst", "standfirst_max",
	"body_5", "captions", "subheads", "prose_since", "dates_since", "bylines_since", "captions_since",
	"subhead_upper", "subhead_words", "caption_credit", "headline_other", "from_other", "other_shared", "standfirst_other",
	"from_body", "body_shared", "body_recur", "lede_shared"}

// featureNames gives the names of the features of the second glance; the first glance's come first.
func featureNames() []string {
	names := append([]string{}, measureNames[:]...)
	for _, at := range offsets() {
		for _, m := range near {
			names = append(names, fmt.Sprintf("%s%+d", measureNames[m], at))
		}
	}
	names = append(names, placeNames[:]...)
	for p := range parts {
		for at := -reach; at <= reach; at++ {
			names = append(names, fmt.Sprintf("is_%s%+d", partNames[p], at))
		}
	}
	return append(names, againNames[:]...)
}

func offsets() []int {
	var out []int
	for at := -reach; at <= reach; at++ {
		if at != 0 {
			out = append(out, at)
		}
	}
	return out
}

// firstRows lays out the features of the first glance, one row of width values a line.
func firstRows(lines []line, where []places, width int) []float32 {
	out := make([]float32, len(lines)*width)
	for i := range lines {
		row := out[i*width : (i+1)*width]
		k := copy(row, lines[i].m[:])
		for at := -reach; at <= reach; at++ {
			if at == 0 {
				continue
			}
			if j := i + at; j >= 0 && j < len(lines) {
				for o, m := range near {
					row[k+o] = lines[j].m[m]
				}
			} else {
				row[k] = -1
			}
			k += len(near)
		}
		copy(row[k:], where[i][:])
	}
	return out
}

// scores are the probabilities of one line, by part.
type scores [parts]float32

// addScores fills in the part of the second glance's rows that rests on the first glance's scores.
func addScores(rows []float32, lines []line, first []scores) {
	if len(lines) == 0 {
		return
	}
	head, stand := best(first, partHeadline), best(first, partStandfirst)
	var all againSums
	for i := range first {
		all.add(&first[i])
	}
	var before againSums
	since := -20
	for i := range lines {
		row := rows[i*secondWidth+firstWidth : (i+1)*secondWidth]
		for p := range parts {
			for at := -reach; at <= reach; at++ {
				if j := i + at; j >= 0 && j < len(lines) {
					row[int(p)*(2*reach+1)+at+reach] = first[j][p]
				}
			}
		}
		again := row[int(parts)*(2*reach+1):]
		again[aBodyBefore] = log1p(before.body)
		again[aSinceBody] = float32(min(i-since, 20))
		again[aHeadline], again[aFromHeadline] = bit(i == head), signedLog(i-head)
		again[aTitleShared] = shared(lines[i].words, lines[head].words)
		again[aSharedTitle] = shared(lines[head].words, lines[i].words)
		again[aBestHeadline], again[aBestBefore] = first[head][partHeadline], before.headline
		again[aStandfirst], again[aBestStandfirst] = bit(i == stand), first[stand][partStandfirst]
		again[aCaptions], again[aSubheads] = min(all.caption, 10), min(all.subhead, 10)
		before.add(&first[i])
		again[aBodyBehind] = log1p(max(0, all.body-before.body))
		if first[i][partBody] > 0.5 {
			since = i
		}
		var sum, n float32
		for j := max(0, i-5); j <= min(len(lines)-1, i+5); j++ {
			sum, n = sum+first[j][partBody], n+1
		}
		again[aBody5] = sum / n
	}
	addBehind(rows, first)
	addSince(rows, lines, first, head)
	addAlike(rows, lines, first)
	addRivals(rows, lines, first, head, stand)
	addSubject(rows, lines, first, head)
}

// addSince counts what stands between the likeliest headline and each line: a
// standfirst stands before the byline, a body behind it.
func addSince(rows []float32, lines []line, first []scores, head int) {
	var prose, dates, bylines, captions float32
	for i := range lines {
		again := rows[(i+1)*secondWidth-againCount : (i+1)*secondWidth]
		if i <= head {
			again[aProseSince] = -1
			continue
		}
		again[aProseSince], again[aDatesSince] = min(prose, 10), min(dates, 5)
		again[aBylinesSince], again[aCaptionsSince] = min(bylines, 5), min(captions, 10)
		m := &lines[i].m
		prose += m[mProse]
		if short := m[mProse] == 0; short {
			dates += bit(m[mYear]+m[mClock] >= 1 || m[mDate] == 1)
			bylines += bit(lines[i].hits.first[cueByline])
		}
		captions += first[i][partCaption]
	}
}

// likely is the first glance's score from which a line is what others are compared with.
const likely = 0.3

// addAlike compares each line with the dump's other likely subheads and
// captions: a site sets all of its own alike.
func addAlike(rows []float32, lines []line, first []scores) {
	var subheads, upper, words, captions, credits float32
	for i := range lines {
		m := &lines[i].m
		if first[i][partSubhead] >= likely {
			subheads, upper, words = subheads+1, upper+m[mUpper], words+m[mTokens]
		}
		if first[i][partCaption] >= likely {
			captions, credits = captions+1, credits+m[mCreditEnd]
		}
	}
	for i := range lines {
		again, m := rows[(i+1)*secondWidth-againCount:(i+1)*secondWidth], &lines[i].m
		again[aSubheadUpper], again[aSubheadWords], again[aCaptionCredit] = -1, -1, -1
		n, u, w := subheads, upper, words
		if first[i][partSubhead] >= likely {
			n, u, w = n-1, u-m[mUpper], w-m[mTokens]
		}
		if n > 0 {
			again[aSubheadUpper], again[aSubheadWords] = abs(m[mUpper]-u/n), abs(m[mTokens]-w/n)
		}
		c, e := captions, credits
		if first[i][partCaption] >= likely {
			c, e = c-1, e-m[mCreditEnd]
		}
		if c > 0 {
			again[aCaptionCredit] = e / c
		}
	}
}

func abs(v float32) float32 { return max(v, -v) }

func addBehind(rows []float32, first []scores) {
	next, most := len(first)+20, float32(0)
	for i := len(first) - 1; i >= 0; i-- {
		again := rows[(i+1)*secondWidth-againCount : (i+1)*secondWidth]
		again[aToBody], again[aBestBehind] = float32(min(next-i, 20)), most
		most = max(most, first[i][partHeadline])
		if first[i][partBody] > 0.5 {
			next = i
		}
	}
}

type againSums struct{ body, caption, subhead, headline float32 }

func (a *againSums) add(s *scores) {
	a.body += s[partBody]
	a.caption += s[partCaption]
	a.subhead += s[partSubhead]
	a.headline = max(a.headline, s[partHeadline])
}

func best(s []scores, p part) int {
	at := 0
	for i := range s {
		if s[i][p] > s[at][p] {
			at = i
		}
	}
	return at
}
