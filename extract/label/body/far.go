package body

import "copydesk/extract/label"

// farBlocks is how many blocks that are no body make a gap that an article has not.
const farBlocks = 8

// sureLine is the score that what stands behind such a gap must have on average.
const sureLine = 0.75

// stretch is a run of blocks that are body, with no gap in it.
type stretch struct {
	from, to, chars int
	score           float32
}

// refuseFar refuses what stands behind the body past a gap of many blocks, in other
// elements than those that the body is made of, and is not surely body: comments,
// teasers, what the house says of itself. The body is the longest stretch without
// such a gap; what stands before it is left alone, for the head of a page is full
// of blocks that part an opening from its article.
func refuseFar(in *label.Input) {
	all := stretches(in)
	best := 0
	for k := range all {
		if all[k].chars > all[best].chars {
			best = k
		}
	}
	for k := best + 1; k < len(all); k++ {
		if s := &all[k]; s.score < sureLine*float32(s.chars) && !sameMake(in, &all[best], s) {
			for i := s.from; i < s.to; i++ {
				if taken(in, i) {
					refuse(in, i, "stands far behind the body")
				}
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

// sameMake says whether a paragraph of the stretch s stands in elements made like
// those around a paragraph of the body.
func sameMake(in *label.Input, body, s *stretch) bool {
	makes := map[string]bool{}
	for i := body.from; i < body.to; i++ {
		if taken(in, i) && len(in.Blocks[i].Text) > 60 {
			makes[makeOf(in, i)] = true
		}
	}
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
