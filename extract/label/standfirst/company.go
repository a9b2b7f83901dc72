package standfirst

import (
	"copydesk/extract/block"
	"copydesk/extract/label"
)

// company compares the block with the body that follows.
func (p *standfirstPage) company(f []float32, k int) []float32 {
	in, i := p.in, p.candidates[k]
	nodes := in.Doc.Nodes
	b := &in.Blocks[i]
	parent := nodes[b.Node].Parent
	var next *block.Block
	gap, alike, among, bodies, length := 0, 0, 0, 0, 0
	for j := i + 1; j < min(len(in.Blocks), i+16); j++ {
		o := &in.Blocks[j]
		if in.Roles[j] != label.None || o.Scores.Body < label.BodyLine || o.Kind == block.Heading {
			continue
		}
		if next == nil {
			next, gap = o, j-i
		}
		bodies++
		length += len(o.Text)
		if likeBlock(in, b, o) {
			alike++
		}
		if nodes[o.Node].Parent == parent || o.Node == b.Node {
			among++
		}
	}
	if next == nil {
		f = append(f, 0, 0, 0, 0, 0, 0, 0)
	} else {
		f = append(f, lg(gap), fact(nodes[next.Node].Parent == parent || next.Node == b.Node), fact(next.Kind == b.Kind), fact(likeBlock(in, b, next)),
			float32(nodes[next.Node].Depth)-float32(nodes[b.Node].Depth), share(len(b.Text)*bodies, length), share(int(next.BoldChars), len(next.Text)))
	}
	prev := 0
	for _, j := range p.candidates[:k] {
		if likeBlock(in, b, &in.Blocks[j]) {
			prev++
		}
	}
	blocks, chars := 0, 0
	for j := max(0, i-20); j < min(len(in.Blocks), i+40); j++ {
		if parent > 0 && in.Inside(j, parent) {
			blocks++
			chars += len(in.Blocks[j].Text)
		}
	}
	return append(f, share(alike, bodies), share(among, bodies), float32(prev), lg(bodies), lg(length), lg(blocks), float32(chars)/max(p.all, 1))
}

// likeBlock says whether two blocks are made alike: the same element, with the same
// class words, in elements with the same.
func likeBlock(in *label.Input, a, b *block.Block) bool {
	nodes := in.Doc.Nodes
	x, y := &nodes[a.Node], &nodes[b.Node]
	if x.Atom != y.Atom || x.Class != y.Class || x.Depth != y.Depth {
		return false
	}
	if a.Node == b.Node {
		return true
	}
	return nodes[x.Parent].Atom == nodes[y.Parent].Atom && nodes[x.Parent].Class == nodes[y.Parent].Class && x.Attribute("class") == y.Attribute("class")
}
