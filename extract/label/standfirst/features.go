package standfirst

import (
	"math"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/page"
)

// standfirstNames are the features of a block that may be the standfirst, in the
// order of its row. Lengths are log2(1+n), shares lie between 0 and 1, facts are
// 0 or 1. Distances count blocks from the headline's.
var standfirstNames = append(strings.Fields(`
	chars words links bold stops ends_stop ends_colon breaks starts_upper
	paragraph heading list_item loose caption level in_list in_figure in_quote hidden
	flag_header flag_aside flag_article flag_main
	before behind free_between chars_between body_before rank has_headline same_parent same_grandparent head_up own_down
	byline_between date_between byline_after date_after caption_between caption_after picture_between picture_after
	score score_prev score_next
	next_gap next_same_parent next_same_kind next_same_design next_deeper next_length next_bold alike among prev_alike
	bodies bodies_chars parent_blocks parent_share
	declared declared_same declared_holds declared_opens declared_elsewhere declared_same_elsewhere
	data_body data_opens data_holds
	headline_words copies`), standfirstPlaces()...)

// Groups of class words that tell a standfirst from its neighbours, on the
// block's own element and on the two around it.
var standfirstClasses = []string{"standfirst", "body", "headline", "kicker", "byline", "date", "caption", "related", "teaser", "newsletter", "ad", "bio", "quote", "box", "header", "note", "live", "media"}

var standfirstGroups = func() (sets []page.ClassWords) {
	for _, g := range standfirstClasses {
		sets = append(sets, page.ClassGroup(g))
	}
	return sets
}()

func standfirstPlaces() (names []string) {
	for _, g := range standfirstClasses {
		names = append(names, "own_"+g, "near_"+g)
	}
	return names
}

// Names gives the names of the features in the order of a row.
func Names() []string { return standfirstNames }

// standfirstPage is what the rows of one page share.
type standfirstPage struct {
	in           *label.Input
	head         int
	headline     map[string]bool // its words
	descriptions []string        // squeezed, each once
	data         string          // the beginning of the declared body, squeezed
	opens        []string        // beginnings of all candidates, squeezed
	candidates   []int
	all          float32 // text of the page
}

// Rows gives the features of the candidates, one row behind the other.
func Rows(in *label.Input, candidates []int) []float32 {
	p := &standfirstPage{in: in, head: headBlock(in), candidates: candidates}
	p.readDeclared()
	p.headline = map[string]bool{}
	for w := range strings.FieldsSeq(in.Headline) {
		p.headline[w] = true
	}
	for i := range in.Blocks {
		p.all += float32(len(in.Blocks[i].Text))
	}
	for _, i := range candidates {
		p.opens = append(p.opens, openingLetters(in.Blocks[i].Text))
	}
	rows := make([]float32, 0, len(candidates)*len(standfirstNames))
	for k := range candidates {
		rows = p.row(rows, k)
	}
	return rows
}

func lg(n int) float32 { return float32(math.Log2(float64(1 + max(n, 0)))) }

func fact(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

func share(a, b int) float32 {
	if b <= 0 {
		return 0
	}
	return float32(a) / float32(b)
}

// row appends the features of candidate k.
func (p *standfirstPage) row(f []float32, k int) []float32 {
	f = p.text(f, k)
	f = p.place(f, k)
	f = p.parts(f, k)
	f = p.company(f, k)
	f = p.agreement(f, k)
	return p.classes(f, k)
}

// text describes the block by itself.
func (p *standfirstPage) text(f []float32, k int) []float32 {
	b := &p.in.Blocks[p.candidates[k]]
	s := b.Text
	flags := p.in.Doc.Nodes[b.First].Flags
	stops := strings.Count(s, ". ") + strings.Count(s, "。") + strings.Count(s, "? ") + strings.Count(s, "! ")
	last := strings.TrimRight(s, "\"'”’»）) ")
	ends := strings.HasSuffix(last, ".") || strings.HasSuffix(last, "。") || strings.HasSuffix(last, "?") || strings.HasSuffix(last, "!") || strings.HasSuffix(last, "…") || strings.HasSuffix(last, "।")
	f = append(f, lg(len(s)), lg(strings.Count(s, " ")+1), share(int(b.LinkChars), len(s)), share(int(b.BoldChars), len(s)), float32(stops),
		fact(ends), fact(strings.HasSuffix(last, ":")), float32(strings.Count(s, "\n")), fact(s[0] >= 'A' && s[0] <= 'Z'))
	return append(f, fact(b.Kind == block.Paragraph), fact(b.Kind == block.Heading), fact(b.Kind == block.ListItem), fact(b.Kind == block.Loose), fact(b.Kind == block.Caption),
		float32(b.Level), fact(b.List >= 0), fact(b.Figure >= 0), fact(b.Quote >= 0), fact(b.Hidden),
		fact(flags&page.InHeader != 0), fact(flags&page.InAside != 0), fact(flags&page.InArticle != 0), fact(flags&page.InMain != 0))
}

// place tells how the block stands to the headline.
func (p *standfirstPage) place(f []float32, k int) []float32 {
	in, i := p.in, p.candidates[k]
	if p.head < 0 {
		return append(f, 0, lg(i), 0, 0, 0, float32(k), 0, 0, 0, 0, 0)
	}
	free, chars, body := 0, 0, 0
	for j := p.head + 1; j < i; j++ {
		if in.Roles[j] == label.None {
			free++
			chars += len(in.Blocks[j].Text)
			if in.Blocks[j].Scores.Body >= label.BodyLine {
				body += len(in.Blocks[j].Text)
			}
		}
	}
	rank := 0
	for _, j := range p.candidates[:k] {
		if j > p.head {
			rank++
		}
	}
	nodes := in.Doc.Nodes
	own, head := in.Blocks[i].Node, in.Blocks[p.head].Node
	common := in.Around(own, head)
	up := func(n int32) int32 { return max(nodes[n].Parent, 0) }
	return append(f, fact(i < p.head)*lg(p.head-i), fact(i > p.head)*lg(i-p.head), float32(free), lg(chars), lg(body), float32(rank), 1,
		fact(up(own) == up(head)), fact(up(up(own)) == up(up(head))),
		float32(nodes[head].Depth)-float32(nodes[common].Depth), float32(nodes[own].Depth)-float32(nodes[common].Depth))
}

// parts tells which parts of the article's head stand between it and the
// headline, and which follow.
func (p *standfirstPage) parts(f []float32, k int) []float32 {
	in, i := p.in, p.candidates[k]
	between := func(role label.Role, from, to int) bool {
		for j := max(from, 0); j < min(to, len(in.Roles)); j++ {
			if in.Roles[j] == role {
				return true
			}
		}
		return false
	}
	from := p.head + 1
	next := i + 1
	for next < len(in.Blocks)-1 && next < i+8 && !(in.Roles[next] == label.None && len(in.Blocks[next].Text) >= 40) {
		next++
	}
	f = append(f, fact(between(label.Byline, from, i)), fact(between(label.Date, from, i)),
		fact(between(label.Byline, i+1, next)), fact(between(label.Date, i+1, next)), fact(between(label.Caption, from, i)), fact(between(label.Caption, i+1, next)))
	b := &in.Blocks[i]
	start := int32(-1)
	if p.head >= 0 {
		start = in.Blocks[p.head].Last
	}
	f = append(f, fact(start >= 0 && p.picture(start, b.First)))
	if next < len(in.Blocks) {
		f = append(f, fact(p.picture(b.Last, in.Blocks[next].First)))
	} else {
		f = append(f, 0)
	}
	score := func(j int) float32 {
		if j < 0 || j >= len(in.Blocks) {
			return 0
		}
		return in.Blocks[j].Scores.Body
	}
	return append(f, b.Scores.Body, score(i-1), score(i+1))
}

// picture says whether a picture or a film stands between two nodes.
func (p *standfirstPage) picture(from, to int32) bool {
	for n := from; n < min(to, from+400); n++ {
		switch p.in.Doc.Nodes[n].Atom {
		case atom.Img, atom.Picture, atom.Figure, atom.Video, atom.Iframe:
			return true
		}
	}
	return false
}

// classes tells by what groups of class words the block and its surroundings are named.
func (p *standfirstPage) classes(f []float32, k int) []float32 {
	b := &p.in.Blocks[p.candidates[k]]
	nodes := p.in.Doc.Nodes
	own := nodes[b.Node].Class
	for i := b.First - 1; i > b.Node; i-- { // inline elements that hold all of the text speak for the block
		if nodes[i].Type == html.ElementNode && nodes[i].End >= b.Last {
			own |= nodes[i].Class
		}
	}
	near, at := page.ClassWords(0), nodes[b.Node].Parent
	for range 2 {
		if at <= 0 || nodes[at].Atom == atom.Body {
			break
		}
		near |= nodes[at].Class
		at = nodes[at].Parent
	}
	for _, g := range standfirstGroups {
		f = append(f, fact(own.Has(g)), fact(near.Has(g)))
	}
	return f
}
