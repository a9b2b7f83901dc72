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
	part   part
	bullet string  // before a list item
	alt    float64 // share of pictures' alternative texts that are kept
	spaced spaced
}

// spaced is the share of lines with an empty line behind them, by the sort of line.
type spaced struct{ paragraph, item, other float64 }

// part is what of a page was saved.
type part uint8

const (
	whole   part = iota
	element      // the smallest element around the article
	excerpt      // the article with a few lines around it, as someone marks it with the mouse
)

// styles are imitated: the saved page without empty lines, the article cut out
// with some, browsers' and terminals' ways of saving a page.
var styles = []style{
	{part: whole, bullet: "  • ", alt: 0.5},
	{part: excerpt, bullet: "  • ", alt: 0.5, spaced: spaced{0.97, 0.4, 0.6}},
	{part: whole, bullet: "  * ", alt: 0.2, spaced: spaced{0.95, 0.9, 0.9}},
	{part: element, bullet: "- ", alt: 0, spaced: spaced{0.95, 0.2, 0.2}},
}

// inTurn is which styles pages are rendered in that teach little more than the
// headline, one each; inFull those of pages of which every part is known: the
// excerpts differ in where they begin and end and in what pictures say.
var (
	inTurn = [...][]int{{1, 0}, {1, 2}, {0}, {1}, {1, 3}}
	inFull = [...][]int{{0, 1, 1, 1, 3}, {2, 1, 1, 1, 3}}
)

// rendered is one line with where it came from.
type rendered struct {
	text      string
	node      int
	paragraph bool
	item      bool
}

// renderings saves a page as text; full says whether every part of it is known.
func renderings(doc *page.Document, g *gold, n int, full bool) [][]string {
	random := rand.New(rand.NewPCG(uint64(n), 7))
	in := inTurn[n%len(inTurn)]
	if full {
		in = inFull[n%len(inFull)]
	}
	var out [][]string
	for _, k := range in {
		r := &renderer{doc: doc, style: styles[k], random: random}
		r.walk()
		out = append(out, r.print(r.cut(g)))
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
			r.text(" ", i)
		case n.Atom == atom.Img:
			r.picture(n.Node, i)
		case isBlock(n.Atom):
			r.end()
			ends = append(ends, int(n.End))
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
	text := squeeze(r.open.String())
	r.open.Reset()
	if text == "" {
		return
	}
	parent := int(r.doc.Nodes[r.node].Parent)
	for parent > 0 && !isBlock(r.doc.Nodes[parent].Atom) {
		parent = int(r.doc.Nodes[parent].Parent)
	}
	in := atom.Body
	if parent >= 0 {
		in = r.doc.Nodes[parent].Atom
	}
	r.lines = append(r.lines, rendered{text: text, node: r.node, item: in == atom.Li && !r.holdsBlock(parent), paragraph: in == atom.P})
}

func (r *renderer) print(lines []rendered) []string {
	var out []string
	for _, l := range lines {
		text, blank := l.text, r.style.spaced.other
		switch {
		case l.item:
			text, blank = r.style.bullet+text, r.style.spaced.item
		case l.paragraph || len(text) > 200:
			blank = r.style.spaced.paragraph
		}
		out = append(out, text)
		if r.random.Float64() < blank {
			out = append(out, "")
		}
	}
	return out
}

// squeeze makes one space of each run of white space, as browsers show it: no-break and wide spaces stay.
func squeeze(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' }), " ")
}

// holdsBlock says whether an element holds block elements: an item that does is laid out like any other box.
func (r *renderer) holdsBlock(at int) bool {
	for i := at + 1; i < int(r.doc.Nodes[at].End); i++ {
		if isBlock(r.doc.Nodes[i].Atom) {
			return true
		}
	}
	return false
}
