package main

import (
	"math/rand/v2"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"copydesk/extract/page"
)

// style is one way in which a page is saved as text.
type style struct {
	region bool    // only the part around the article, not the whole page
	bullet string  // before a list item
	alt    float64 // share of pictures' alternative texts that are kept
	blank  float64 // share of empty lines behind what is no paragraph
	always bool    // an empty line behind each paragraph
}

// styles are imitated in turn: the saved page without empty lines, the article
// cut out with some, browsers' and terminals' ways of saving a page.
var styles = []style{
	{bullet: "  • ", alt: 0.5},
	{region: true, bullet: "  • ", alt: 0.5, blank: 0.5, always: true},
	{bullet: "  * ", alt: 0.2, blank: 0.9, always: true},
	{region: true, bullet: "- ", alt: 0, blank: 0.2, always: true},
}

// rendered is one line with where it came from.
type rendered struct {
	text      string
	node      int
	paragraph bool
	item      bool
}

// renderings saves a page as text in some of the styles: pages that teach more
// than body and headline in all of them, others in one.
func renderings(doc *page.Document, g *gold, n int, whole bool) [][]string {
	random := rand.New(rand.NewPCG(uint64(n), 7))
	var out [][]string
	for k, s := range styles {
		if !whole && k != n%5%len(styles) {
			continue
		}
		r := &renderer{doc: doc, style: s, random: random}
		r.walk()
		lines := r.lines
		if s.region {
			lines = articleRegion(doc, lines, g)
		}
		out = append(out, r.print(lines))
	}
	return out
}

type renderer struct {
	doc    *page.Document
	style  style
	random *rand.Rand
	lines  []rendered
	open   strings.Builder
	node   int // of the open line
	inItem bool
}

func (r *renderer) walk() {
	nodes := r.doc.Nodes
	var ends []int // block elements that are still open, by the node behind their last
	for i := 0; i < len(nodes); i++ {
		n := &nodes[i]
		for len(ends) > 0 && i >= ends[len(ends)-1] {
			r.end()
			ends = ends[:len(ends)-1]
		}
		if n.Flags&(page.Hidden|page.NoScript) != 0 && n.Parent >= 0 || skipped(n.Atom) {
			i = int(n.End) - 1
			continue
		}
		switch {
		case n.Type == html.TextNode:
			r.text(n.Data, i)
		case n.Atom == atom.Br:
			r.end()
		case n.Atom == atom.Img:
			r.picture(n.Node, i)
		case isBlock(n.Atom):
			r.end()
			ends = append(ends, int(n.End))
			if n.Atom == atom.Li {
				r.inItem = true
			}
		}
	}
	r.end()
}

func skipped(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Noscript, atom.Head, atom.Svg, atom.Button, atom.Select, atom.Textarea, atom.Template,
		atom.Iframe, atom.Object, atom.Canvas, atom.Math:
		return true
	}
	return false
}

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Section,
		atom.Article, atom.Header, atom.Footer, atom.Nav, atom.Aside, atom.Figure, atom.Figcaption, atom.Blockquote, atom.Table,
		atom.Tr, atom.Td, atom.Th, atom.Form, atom.Main, atom.Dl, atom.Dt, atom.Dd, atom.Address, atom.Pre, atom.Hr, atom.Body,
		atom.Details, atom.Summary, atom.Fieldset, atom.Picture, atom.Time:
		return a != atom.Time && a != atom.Picture
	}
	return false
}

func (r *renderer) text(s string, at int) {
	if strings.TrimSpace(s) == "" {
		if r.open.Len() > 0 {
			r.open.WriteByte(' ')
		}
		return
	}
	if r.open.Len() == 0 {
		r.node = at
	}
	r.open.WriteString(s)
}

func (r *renderer) picture(n *html.Node, at int) {
	for _, a := range n.Attr {
		if a.Key == "alt" && len(a.Val) > 3 && r.random.Float64() < r.style.alt {
			r.end()
			r.text(a.Val, at)
			r.end()
		}
	}
}

// end ends the open line.
func (r *renderer) end() {
	text := strings.Join(strings.Fields(r.open.String()), " ")
	r.open.Reset()
	if text == "" {
		return
	}
	parent := int(r.doc.Nodes[r.node].Parent)
	for parent > 0 && !isBlock(r.doc.Nodes[parent].Atom) {
		parent = int(r.doc.Nodes[parent].Parent)
	}
	r.lines = append(r.lines, rendered{text: text, node: r.node, item: r.inItem,
		paragraph: parent >= 0 && r.doc.Nodes[parent].Atom == atom.P})
	r.inItem = false
}

func (r *renderer) print(lines []rendered) []string {
	var out []string
	for _, l := range lines {
		text := l.text
		if l.item {
			text = r.style.bullet + text
		}
		out = append(out, text)
		long := len(text) > 200 || l.paragraph
		if r.style.always && long && r.random.Float64() < 0.95 || !long && r.random.Float64() < r.style.blank {
			out = append(out, "")
		}
	}
	return out
}

// articleRegion keeps the lines of the smallest element that holds headline and body, as the answers know them.
func articleRegion(doc *page.Document, lines []rendered, g *gold) []rendered {
	in, title := shingles(units(g.Gold.Body)), folded(g.Gold.Headline)
	first, last, head := -1, -1, -1
	for i, l := range lines {
		if t := units(l.text); len(t) >= 12 && share(t, in) > 0.6 {
			if first < 0 {
				first = l.node
			}
			last = l.node
		}
		if title != "" && folded(l.text) == title && (first < 0 || head < 0) {
			head = i
		}
	}
	if first < 0 {
		return lines
	}
	if head >= 0 {
		first, last = min(first, lines[head].node), max(last, lines[head].node)
	}
	top := first
	for top > 0 && (doc.Nodes[top].End <= int32(last) || top > first || !isBlock(doc.Nodes[top].Atom)) {
		top = int(doc.Nodes[top].Parent)
	}
	var out []rendered
	for _, l := range lines {
		if l.node >= top && l.node < int(doc.Nodes[top].End) {
			out = append(out, l)
		}
	}
	return out
}
