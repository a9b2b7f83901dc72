package headline

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"copydesk/extract/label"
	"copydesk/extract/label/dates"
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
// titles confirm what is left, or its element is named as a kicker. Titles that have
// the kicker's words before the headline's speak against it, as houses whose roof
// line is half of the headline declare both; a word for what the article is ("Opinion")
// is none of the headline even so.
func (r *headlineReader) part(h *shownTitle) {
	pieces := r.pieces(h.node)
	if len(pieces) < 2 {
		return
	}
	whole := r.isDeclared(h.fold)
	opens := r.opensAsKicker(h.node, pieces)
	for k := 1; k < len(pieces); k++ {
		head, tail := joined(pieces[:k]), joined(pieces[k:])
		hf, tf := label.Folded(head), label.Folded(tail)
		named := k == opens
		switch {
		case tf != "" && hf != "" && (r.isDeclared(tf) || named && (!whole || r.in.BadgeKind(strings.TrimRight(head, " :|–—-/")) != "") && len(label.Terms(tf)) >= 3):
			if h.kicker = strings.TrimRight(head, " :|–—-/"); !named && strings.ContainsAny(h.kicker, "0123456789") || len(dates.In(r.in, h.kicker)) > 0 {
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

// opensAsKicker gives how many of the texts of an h1 stand in an element named as a
// kicker that opens it, 0 for none.
func (r *headlineReader) opensAsKicker(h1 int32, pieces []piece) (k int) {
	nodes := r.in.Doc.Nodes
	end := int32(0)
	for i := nodes[pieces[0].node].Parent; i > h1; i = nodes[i].Parent {
		if nodes[i].Class.Has(kickerWords) {
			end = nodes[i].End
		}
	}
	for k < len(pieces) && pieces[k].node < end {
		k++
	}
	return k
}

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
