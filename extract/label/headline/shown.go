package headline

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"copydesk/extract/label"
	"copydesk/extract/page"
)

func (r *headlineReader) readShown() {
	nodes := r.in.Doc.Nodes
	for i := range nodes {
		n := &nodes[i]
		if n.Atom != atom.H1 {
			continue
		}
		text := r.in.Doc.Words(int32(i), 600)
		f := label.Folded(text)
		if f == "" || strings.Contains(text, "{{") || len(r.shown) >= 20 {
			continue
		}
		h := shownTitle{node: int32(i), text: text, fold: f}
		h.out = n.Flags&(page.Hidden|page.InNav|page.InFooter|page.InForm) != 0 || r.behindBody(int32(i))
		if r.in.Declared.IsSite(text) {
			r.refuse(text, "h1", "the site's name")
			continue
		}
		r.part(&h)
		h.agrees = r.agreement(h.fold)
		r.shown = append(r.shown, h)
	}
}

// behindBody says whether a good part of the body stands before a node: then it
// heads something else.
func (r *headlineReader) behindBody(node int32) bool {
	n := 0
	for i := range r.in.Blocks {
		b := &r.in.Blocks[i]
		if b.First >= node {
			break
		}
		if b.Scores.Body >= 0.8 && len(b.Text) > 80 {
			n++
		}
	}
	return n >= 5
}

// agreement is the likeness of a shown title with the declared ones. A title
// may carry a section or a site behind a separator that is not known as such,
// so its beginning counts as well as its whole.
func (r *headlineReader) agreement(f string) float64 {
	sum, all := 0.0, 0.0
	for _, t := range r.declared {
		best := label.Likeness(f, t.fold)
		if best < 1 && (strings.HasPrefix(t.fold, f+" ") || strings.HasSuffix(t.fold, " "+f)) {
			best = max(best, 0.9)
		}
		sum += t.weight * best
		all += t.weight
	}
	if all == 0 {
		return 0.5 // nothing to compare with
	}
	return sum / all
}

// part cuts off what an h1 holds beside the headline: a kicker, a date, a count
// of comments. It must stand in texts of its own, and either the declared
// titles confirm what is left, or its element is named as a kicker.
func (r *headlineReader) part(h *shownTitle) {
	nodes := r.in.Doc.Nodes
	pieces := r.pieces(h.node)
	if len(pieces) < 2 {
		return
	}
	whole := r.isDeclared(h.fold)
	for k := 1; k < len(pieces); k++ {
		head, tail := joined(pieces[:k]), joined(pieces[k:])
		hf, tf := label.Folded(head), label.Folded(tail)
		named := k == 1 && nodes[nodes[pieces[0].node].Parent].Class.Has(kickerWords)
		switch {
		case tf != "" && hf != "" && (r.isDeclared(tf) || named && !whole && len(label.Terms(tf)) >= 3):
			if h.kicker = strings.TrimRight(head, " :|–—-/"); !named && strings.ContainsAny(h.kicker, "0123456789") {
				h.kicker = "" // a date, a number of the series
			}
			h.text, h.fold = strings.TrimLeft(tail, " :|–—-/"), tf
			return
		case !whole && hf != "" && r.isDeclared(hf):
			h.text, h.fold = head, hf
			return
		}
	}
}

var kickerWords = page.ClassGroup("kicker")

type piece struct {
	node int32
	text string
}

// pieces gives the texts inside an element, each with its node.
func (r *headlineReader) pieces(i int32) []piece {
	var out []piece
	nodes := r.in.Doc.Nodes
	for j := i + 1; j < nodes[i].End; j++ {
		if nodes[j].Type == html.TextNode && strings.TrimSpace(nodes[j].Data) != "" && len(out) < 16 {
			out = append(out, piece{j, nodes[j].Data})
		}
	}
	return out
}

func joined(p []piece) string {
	var b strings.Builder
	for _, x := range p {
		b.WriteString(x.text)
		b.WriteByte(' ')
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// isDeclared says whether a declared title has exactly these words.
func (r *headlineReader) isDeclared(f string) bool {
	for i := range r.declared {
		if r.declared[i].fold == f {
			return true
		}
	}
	return false
}
