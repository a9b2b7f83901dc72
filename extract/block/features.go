package block

import (
	"math"
	"math/bits"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"copydesk/extract/page"
)

// The features of a block, in the order of its row. Each is a plain number:
// lengths are log2(1+n), shares lie between 0 and 1, facts are 0 or 1.
//
// Class words count by distance: "own" is the block's element and its parent,
// "near" the two elements around these, "far" everything further out.
var featureNames = makeNames()

// glanceNames are the features that a first glance needs: those of the block's
// own text, kind and place, which cost next to nothing.
var glanceNames = featureNames[:slices.Index(featureNames, "depth")]

// GlanceNames gives the names of the features of the glance: the first of a row.
func GlanceNames() []string { return glanceNames }

// FeatureNames gives the names of the features in the order of a row.
func FeatureNames() []string { return featureNames }

func makeNames() []string {
	names := strings.Fields(`
		chars words word_length link_share bold_share commas stops digits upper quotes breaks
		ends_stop ends_colon starts_upper cjk copies before_h1 after_h1
		paragraph heading list_item quote cell code caption loose level in_list in_table in_quote in_figure
		position text_before text_after prose_before prose_after
		flag_link flag_nav flag_header flag_footer flag_aside flag_form flag_article flag_main flag_figure
		depth depth_from_top inside_top top_share
		parent_score parent_rank container_score container_rank
		parent_chars parent_link parent_prose container_chars container_link container_prose container_share container_blocks
		outer_chars outer_link outer_prose outer_share
		path_share path_count path_link path_prose path_words
		design_share design_count design_link design_prose design_words
		prev_chars prev_link prev_heading prev_same_parent prev_prose next_chars next_link next_heading next_same_parent next_prose
		next2_prose prev2_prose prev_same_design next_same_design prev_same_place next_same_place
		page_blocks page_chars page_link page_prose
		in_description in_title in_declared_body has_declared_body
		hidden has_anchor before_anchor after_anchor branch_share branch_down branch_up same_article any_article heads_since text_since
		holder_furniture outer_furniture topic holder_topic outer_topic near_topic`)
	for _, kind := range furnitureKinds {
		names = append(names, "says_"+kind)
	}
	for _, place := range []string{"own", "near", "far"} {
		for _, g := range page.ClassGroups() {
			names = append(names, place+"_"+g)
		}
	}
	return names
}

// features writes the row of every block, one behind the other.
func (l *layout) features() []float32 {
	rows := make([]float32, 0, len(featureNames)*len(l.blocks))
	for i := range l.blocks {
		rows = l.rest(l.glance(rows, i), i)
	}
	return rows
}

// lg is log2(1+x). Lengths are whole and mostly small, so most are read off a table.
func lg(x float32) float32 {
	if i := int(x); x >= 0 && i < len(logs) && float32(i) == x {
		return logs[i]
	}
	return float32(math.Log2(float64(1 + max(x, 0))))
}

var logs = func() (t [4096]float32) {
	for i := range t {
		t[i] = float32(math.Log2(float64(1 + i)))
	}
	return t
}()

func share(a, b float32) float32 {
	if b <= 0 {
		return 0
	}
	return a / b
}

func fact(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

// glance appends the features of block i that the glance reads.
func (l *layout) glance(f []float32, i int) []float32 {
	b, st := &l.blocks[i], &l.stats[i]
	nodes := l.doc.Nodes
	all := l.sums[len(l.blocks)]
	text := float32(max(1, len(b.Text)))
	h1 := float32(int32(i) - l.h1)
	f = append(f, lg(st.chars), lg(st.words), share(st.chars, st.words), float32(b.LinkChars)/text, float32(b.BoldChars)/text,
		lg(st.commas), lg(st.stops), share(st.digits, st.chars), share(st.upper, st.chars), lg(st.quotes), lg(st.breaks),
		fact(st.endsStop), fact(st.endsColon), fact(st.startUpper), fact(st.cjk), float32(l.copies[i]),
		fact(l.h1 >= 0 && h1 < 0)*lg(-h1), fact(l.h1 >= 0 && h1 > 0)*lg(h1))
	for k := Paragraph; k < kinds; k++ {
		if k != Line {
			f = append(f, fact(b.Kind == k))
		}
	}
	f = append(f, float32(b.Level), fact(b.List >= 0), fact(b.Table >= 0), fact(b.Quote >= 0), fact(b.Figure >= 0),
		float32(i)/float32(len(l.blocks)), share(l.sums[i].chars, all.chars), share(all.chars-l.sums[i+1].chars, all.chars),
		share(l.sums[i].long, all.long), share(all.long-l.sums[i+1].long, all.long))
	flags := nodes[b.First].Flags
	for _, m := range [...]page.Flags{page.InLink, page.InNav, page.InHeader, page.InFooter, page.InAside, page.InForm, page.InArticle, page.InMain, page.InFigure} {
		f = append(f, fact(flags&m != 0))
	}
	return f
}

// rest appends the other features of block i. What lies behind the row must be
// zeros: of facts that seldom hold only those that do are written.
func (l *layout) rest(f []float32, i int) []float32 {
	b, st := &l.blocks[i], &l.stats[i]
	all := l.sums[len(l.blocks)]
	f = l.containers(f, i)
	f = l.company(f, i)
	f = append(f, lg(float32(len(l.blocks))), lg(all.chars), share(all.link, all.chars), lg(all.long),
		fact(l.ctx.described(b, st)), fact(l.ctx.titled(b)), fact(l.ctx.declared(b, st)), fact(len(l.ctx.body) > 0))
	f = l.towardsAnchor(f, i)
	f = l.wordsAround(f, i)
	return l.classes(f, b)
}

// towardsAnchor tells how the block stands to the one that shows the headline:
// how far, in which common element, in the same <article>, past how many headings.
func (l *layout) towardsAnchor(f []float32, i int) []float32 {
	b := &l.blocks[i]
	own := l.articleOf(b.Node)
	if l.anchor < 0 {
		return append(f, fact(b.Hidden), 0, 0, 0, 0, 0, 0, 0, fact(own >= 0), 0, 0)
	}
	nodes := l.doc.Nodes
	head := l.blocks[l.anchor].Node
	common := l.branch(b.Node, head)
	d := float32(int32(i) - l.anchor)
	var heads, text float32
	if d > 0 {
		heads = float32(l.heads[i] - l.heads[l.anchor+1])
		text = l.sums[i].chars - l.sums[l.anchor+1].chars
	}
	return append(f, fact(b.Hidden), 1, fact(d < 0)*lg(-d), fact(d > 0)*lg(d),
		share(l.inside(common).chars, l.sums[len(l.blocks)].chars),
		float32(nodes[b.Node].Depth-nodes[common].Depth), float32(nodes[head].Depth-nodes[common].Depth),
		fact(own >= 0 && own == l.articleOf(head)), fact(own >= 0), heads, lg(text))
}

// containers describes the elements around the block.
func (l *layout) containers(f []float32, i int) []float32 {
	b := &l.blocks[i]
	nodes := l.doc.Nodes
	parent := max(nodes[b.Node].Parent, 0)
	holder := l.container(i)
	outer := max(nodes[holder].Parent, 0)
	top := &nodes[l.top]
	inTop := b.Node >= l.top && b.Node < top.End
	depth := float32(nodes[b.Node].Depth)
	best := l.score[l.top]
	all := l.sums[len(l.blocks)]
	p, h, o := l.inside(parent), l.inside(holder), l.inside(outer)
	from, to := l.span(holder)
	return append(f,
		depth, fact(inTop)*(depth-float32(top.Depth)), fact(inTop), share(l.inside(l.top).chars, all.chars),
		lg(l.score[parent]), share(l.score[parent], best), lg(l.score[holder]), share(l.score[holder], best),
		lg(p.chars), share(p.link, p.chars), share(p.long, p.chars),
		lg(h.chars), share(h.link, h.chars), share(h.long, h.chars), share(h.chars, all.chars), lg(float32(to-from)),
		lg(o.chars), share(o.link, o.chars), share(o.long, o.chars), share(o.chars, all.chars))
}

// company describes the blocks beside it and those on the same path.
func (l *layout) company(f []float32, i int) []float32 {
	all := l.sums[len(l.blocks)]
	for _, g := range []group{l.paths[l.path[i]], l.kinds[l.design[i]]} {
		f = append(f, share(g.chars, all.chars), lg(g.count), share(g.link, g.chars), share(g.long, g.chars), lg(share(g.words, g.count)))
	}
	for _, k := range [...]int{i - 1, i + 1} {
		if k < 0 || k >= len(l.blocks) {
			f = append(f, 0, 0, 0, 0, 0)
			continue
		}
		b := &l.blocks[k]
		f = append(f, lg(l.stats[k].chars), float32(b.LinkChars)/float32(max(1, len(b.Text))), fact(b.Kind == Heading),
			fact(l.doc.Nodes[b.Node].Parent == l.doc.Nodes[l.blocks[i].Node].Parent), fact(l.prose(k)))
	}
	f = append(f, fact(i+2 < len(l.blocks) && l.prose(i+2)), fact(i >= 2 && l.prose(i-2)))
	prev, next := max(i-1, 0), min(i+1, len(l.blocks)-1)
	own := l.container(i)
	return append(f, fact(l.design[prev] == l.design[i]), fact(l.design[next] == l.design[i]),
		fact(l.container(prev) == own), fact(l.container(next) == own))
}

// classes writes the groups of class words by distance.
func (l *layout) classes(f []float32, b *Block) []float32 {
	nodes := l.doc.Nodes
	var sets [3]page.ClassWords
	at := b.Node
	for k := 0; at > 0; k++ {
		if a := nodes[at].Atom; a != atom.Body && a != atom.Html {
			sets[min(k/2, 2)] |= nodes[at].Class
		}
		at = nodes[at].Parent
	}
	for i := b.First; i < b.Last; i++ { // inline elements that hold all of the text speak for the block
		if n := &nodes[i]; n.Type != textNode && n.End >= b.Last && n.Parent >= 0 {
			sets[0] |= n.Class
		}
	}
	groups, at0 := len(page.ClassGroups()), len(f)
	f = f[:at0+len(sets)*groups] // rows are made of zeros: only what is there is written
	for k, set := range sets {
		for ; set != 0; set &= set - 1 {
			f[at0+k*groups+bits.TrailingZeros64(uint64(set))] = 1
		}
	}
	return f
}
