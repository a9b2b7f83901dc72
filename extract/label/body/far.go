package body

import "copydesk/extract/label"

// farBlocks is how many blocks that are no body make a gap that an article has not.
const farBlocks = 8

// stretch is a run of blocks that are body, with no gap in it.
type stretch struct {
	from, to, chars int
	score           float32
}

// refuseFar refuses what stands behind the body past a gap of many blocks, in other
// elements than those that the text so far is made of, and is not surely body:
// comments, teasers, what the house says of itself. The body is the longest stretch
// without such a gap; what stands before it is left alone, for the head of a page
// is full of blocks that part an opening from its article.
func refuseFar(in *label.Input) {
	all := stretches(in)
	if len(all) < 2 {
		return
	}
	best, chars := 0, 0
	for k := range all {
		chars += all[k].chars
		if all[k].chars > all[best].chars {
			best = k
		}
	}
	makes := map[string]bool{} // of the text so far
	for k := range all {
		s := &all[k]
		if k > best && s.score < s.sureLine(chars)*float32(s.chars) && !s.madeLike(in, makes) {
			for i := s.from; i < s.to; i++ {
				if taken(in, i) {
					refuse(in, i, "stands far behind the body")
				}
			}
			continue
		}
		for i := s.from; i < s.to; i++ {
			if taken(in, i) && len(in.Blocks[i].Text) > 60 {
				makes[makeOf(in, i)] = true
			}
		}
	}
}

func stretches(in *label.Input) []stretch {
	var all []stretch
	gap := farBlocks
	for i := range in.Blocks {
		b := &in.Blocks[i]
		if !taken(in, i) {
			if !b.Hidden {
				gap++
			}
			continue
		}
		if gap >= farBlocks {
			all = append(all, stretch{from: i})
		}
		s := &all[len(all)-1]
		s.to, s.chars, s.score, gap = i+1, s.chars+len(b.Text), s.score+float32(len(b.Text))*b.Scores.Body, 0
	}
	return all
}

// sureLine is the score that a stretch must have on average: less where it is a
// good part of all the text that would be taken, for there a mistake costs more.
func (s *stretch) sureLine(chars int) float32 {
	if 4*s.chars > chars {
		return 0.65
	}
	return 0.75
}

// madeLike says whether a block of the stretch stands in elements of one of these makes.
func (s *stretch) madeLike(in *label.Input, makes map[string]bool) bool {
	for i := s.from; i < s.to; i++ {
		if taken(in, i) && makes[makeOf(in, i)] {
			return true
		}
	}
	return false
}

// makeOf gives the tags and classes of the three elements around a block's own.
func makeOf(in *label.Input, i int) string {
	nodes := in.Doc.Nodes
	make := ""
	for at, k := nodes[in.Blocks[i].Node].Parent, 0; at > 0 && k < 3; at, k = nodes[at].Parent, k+1 {
		make += "<" + nodes[at].Data + " " + nodes[at].Attribute("class")
	}
	return make
}
