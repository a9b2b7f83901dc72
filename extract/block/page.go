package block

import (
	"golang.org/x/net/html/atom"

	"copydesk/extract/page"
)

// layout is what the features of all blocks of one page are read from: counts
// a block, and sums over blocks so that any element's counts are two look-ups.
type layout struct {
	doc    *page.Document
	blocks []Block
	stats  []stats

	// sums[i] are the totals of the blocks before i.
	sums []sums
	// from[n] is the first block at or behind node n; the blocks of element n
	// are those from from[n] to from[n.End]. Blocks that began before n but
	// took in texts behind it count where they began.
	from []int32

	score  []float32 // by node: worth as a container, after the manner of Readability
	top    int32     // the node with the best score
	path   []uint32  // by block: tags from the root, numbered
	design []uint32  // by block: tags and class words from the root, numbered
	paths  []group
	kinds  []group
	h1     int32   // the first block that is an h1, -1 for none
	anchor int32   // the block that shows the headline, as far as can be told before anything is judged; -1 for none
	heads  []int32 // how many headings of level 1 or 2 stand before each block
	ctx    pageContext
	copies []int32 // by block: how often its text stands on the page
	words  []wordSums
	says   []float32 // by block and kind: words of furniture
}

type sums struct{ chars, link, words, stops, long float32 }

// group sums the blocks that share a path.
type group struct{ chars, link, words, count, stops, long float32 }

func layOut(doc *page.Document, blocks []Block) *layout {
	l := &layout{doc: doc, blocks: blocks, stats: make([]stats, len(blocks)), h1: firstH1(blocks)}
	l.sums = make([]sums, len(blocks)+1)
	for i := range blocks {
		st := measure(blocks[i].Text)
		l.stats[i] = st
		s := l.sums[i]
		s.chars += st.chars
		s.words += st.words
		s.stops += st.stops
		s.link += float32(blocks[i].LinkChars) * st.chars / float32(max(1, len(blocks[i].Text)))
		if l.prose(i) {
			s.long += st.chars
		}
		l.sums[i+1] = s
	}
	l.countCopies()
	l.index()
	l.ctx = l.context()
	l.findAnchor()
	l.scoreContainers()
	l.groupPaths()
	l.readWords()
	return l
}

// prose says whether a block reads like a paragraph: long, ended, hardly linked.
func (l *layout) prose(i int) bool {
	b, st := &l.blocks[i], &l.stats[i]
	return st.words >= 12 && (st.stops > 0 || st.commas > 1) && 2*int(b.LinkChars) < len(b.Text)
}

func (l *layout) countCopies() {
	first := make(map[string]int32, len(l.blocks)) // the first block of a text, which keeps the count
	l.copies = make([]int32, len(l.blocks))
	for i := range l.blocks {
		k, again := first[l.blocks[i].Text]
		if !again {
			k = int32(i)
			first[l.blocks[i].Text] = k
		}
		l.copies[k]++
	}
	for i := range l.blocks {
		l.copies[i] = l.copies[first[l.blocks[i].Text]]
	}
}

func (l *layout) index() {
	nodes := l.doc.Nodes
	l.from = make([]int32, len(nodes)+1)
	b := 0
	for n := range l.from {
		for b < len(l.blocks) && int(l.blocks[b].First) < n {
			b++
		}
		l.from[n] = int32(b)
	}
}

// span gives the blocks inside an element.
func (l *layout) span(node int32) (from, to int32) {
	return l.from[node], l.from[l.doc.Nodes[node].End]
}

// inside sums the blocks inside an element.
func (l *layout) inside(node int32) sums {
	from, to := l.span(node)
	a, b := l.sums[from], l.sums[to]
	return sums{b.chars - a.chars, b.link - a.link, b.words - a.words, b.stops - a.stops, b.long - a.long}
}

// scoreContainers gives every paragraph's worth to the element around it, half
// to the one around that, and a sixth and an eighth further out.
func (l *layout) scoreContainers() {
	nodes := l.doc.Nodes
	l.score = make([]float32, len(nodes))
	for i := range l.blocks {
		b, st := &l.blocks[i], &l.stats[i]
		if st.chars < 25 {
			continue
		}
		worth := (1 + st.commas + min(st.chars/100, 3)) * (1 - float32(b.LinkChars)/float32(len(b.Text)))
		at := b.Node
		if b.Kind != Loose {
			at = nodes[at].Parent
		}
		for k := 0; at > 0 && k < 4; k++ {
			l.score[at] += worth * [...]float32{1, 0.5, 0.17, 0.12}[k]
			at = nodes[at].Parent
		}
	}
	for n := range l.score {
		if l.score[n] > l.score[l.top] {
			l.top = int32(n)
		}
	}
}

// groupPaths numbers the paths from the root to each block, once by tags alone
// and once with class words, and sums the blocks on each.
func (l *layout) groupPaths() {
	nodes := l.doc.Nodes
	byTag := make([]uint32, len(nodes)) // rolling hash of the path to each node
	byClass := make([]uint32, len(nodes))
	for i := 1; i < len(nodes); i++ {
		n := &nodes[i]
		if n.Type == textNode {
			continue
		}
		p := n.Parent
		byTag[i] = (byTag[p] ^ uint32(n.Atom)) * 16777619
		byClass[i] = (byClass[p] ^ uint32(n.Atom) ^ uint32(n.Class) ^ uint32(n.Class>>32)) * 16777619
	}
	l.path, l.paths = l.number(byTag)
	l.design, l.kinds = l.number(byClass)
}

func (l *layout) number(hashes []uint32) (of []uint32, groups []group) {
	known := make(map[uint32]uint32, 64)
	of = make([]uint32, len(l.blocks))
	for i := range l.blocks {
		h := hashes[l.blocks[i].Node]
		k, ok := known[h]
		if !ok {
			k = uint32(len(groups))
			known[h] = k
			groups = append(groups, group{})
		}
		of[i] = k
		g, st := &groups[k], &l.stats[i]
		g.chars += st.chars
		g.words += st.words
		g.stops += st.stops
		g.count++
		g.link += float32(l.blocks[i].LinkChars) * st.chars / float32(max(1, len(l.blocks[i].Text)))
		if l.prose(i) {
			g.long += st.chars
		}
	}
	return of, groups
}

// container gives the element that holds the block among others: its parent, past list items and cells.
func (l *layout) container(i int) int32 {
	nodes := l.doc.Nodes
	at := l.blocks[i].Node
	if l.blocks[i].Kind != Loose {
		at = nodes[at].Parent
	}
	for at > 0 {
		switch nodes[at].Atom {
		case atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Td, atom.Tr, atom.Tbody, atom.Blockquote, atom.Figure:
			at = nodes[at].Parent
			continue
		}
		break
	}
	return max(at, 0)
}

// findAnchor looks for the block that shows the declared title: an h1 that does,
// else another heading, else any visible block, else the first h1.
func (l *layout) findAnchor() {
	l.anchor = -1
	l.heads = make([]int32, len(l.blocks)+1)
	best := 0
	for i := range l.blocks {
		b := &l.blocks[i]
		l.heads[i+1] = l.heads[i]
		if b.Level == 1 || b.Level == 2 {
			l.heads[i+1]++
		}
		worth := 0
		switch titled := l.ctx.titled(b); {
		case b.Hidden:
		case titled && b.Level == 1:
			worth = 4
		case titled && b.Kind == Heading:
			worth = 3
		case b.Level == 1:
			worth = 2
		case titled && l.doc.Nodes[b.First].Flags&(page.InNav|page.InLink) == 0:
			worth = 1
		}
		if worth > best {
			best, l.anchor = worth, int32(i)
		}
	}
}

// branch gives the nearest element around both blocks' elements.
func (l *layout) branch(a, b int32) int32 {
	nodes := l.doc.Nodes
	for a > 0 && (b < a || b >= nodes[a].End) {
		a = nodes[a].Parent
	}
	return a
}

// articleOf gives the nearest <article> around a node, or -1.
func (l *layout) articleOf(node int32) int32 {
	nodes := l.doc.Nodes
	if nodes[node].Flags&page.InArticle == 0 {
		return -1
	}
	for node > 0 {
		if nodes[node].Atom == atom.Article {
			return node
		}
		node = nodes[node].Parent
	}
	return -1
}
