package dump

// addRivals compares each line with the best of the others: of two likely
// headlines one is a title for search engines, a teaser, or the standfirst. The
// same words again are no rival.
func addRivals(rows []float32, lines []line, first []scores, head, stand int) {
	second, other := -1, -1
	for i := range lines {
		if lines[i].text != lines[head].text && (second < 0 || first[i][partHeadline] > first[second][partHeadline]) {
			second = i
		}
		if i != stand && (other < 0 || first[i][partStandfirst] > first[other][partStandfirst]) {
			other = i
		}
	}
	for i := range lines {
		again := rows[(i+1)*secondWidth-againCount : (i+1)*secondWidth]
		rival := head
		if lines[i].text == lines[head].text {
			rival = second
		}
		if rival >= 0 {
			again[aOtherHeadline], again[aFromOther] = first[rival][partHeadline], signedLog(i-rival)
			again[aOtherShared] = shared(lines[i].words, lines[rival].words)
		}
		if rival = stand; i == stand {
			rival = other
		}
		if rival >= 0 {
			again[aOtherStandfirst] = first[rival][partStandfirst]
		}
	}
}

// addSubject measures how far a line is about what the likely body is about: a
// headline's words come again in it, a notice's or a section's do not.
func addSubject(rows []float32, lines []line, first []scores, head int) {
	in := map[uint32]int{}
	start := -1
	for i := range lines {
		if first[i][partBody] <= 0.5 {
			continue
		}
		if start < 0 && i > head {
			start = i
		}
		count(in, lines[i].words, 1)
	}
	for i := range lines {
		again := rows[(i+1)*secondWidth-againCount : (i+1)*secondWidth]
		l := &lines[i]
		if start >= 0 {
			again[aFromBody] = signedLog(i - start)
		}
		if start >= 0 && i != start {
			again[aLedeShared] = shared(l.words, lines[start].words)
		}
		own := first[i][partBody] > 0.5
		if own {
			count(in, l.words, -1)
		}
		var known, sum float32
		for _, w := range l.words {
			if n := in[w]; n > 0 {
				known, sum = known+1, sum+logOf(n)
			}
		}
		if n := float32(len(l.words)); n > 0 {
			again[aBodyShared], again[aBodyRecur] = known/n, sum/n
		}
		if own {
			count(in, l.words, 1)
		}
	}
}

// count adds by to each of the words, a word that comes again in them once each time.
func count(in map[uint32]int, words []uint32, by int) {
	for _, w := range words {
		in[w] += by
	}
}
