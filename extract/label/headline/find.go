package headline

import (
	"strings"

	"golang.org/x/net/html"

	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/page"
)

// shownElsewhere looks for a heading that has the words of a declared title
// where no h1 does. An h1 that is only for search engines stands in a menu or hidden.
func (r *headlineReader) shownElsewhere(best *shownTitle) (shownTitle, *title) {
	for i := range r.declared {
		t := &r.declared[i]
		if t.weight < 0.7 || best != nil && best.fold == t.fold || len(label.Terms(t.fold)) < 3 {
			continue
		}
		if h := r.find(t); h.text != "" {
			return h, t
		}
	}
	return shownTitle{}, nil
}

// find looks for a shown heading that has the words of a declared title, or of
// its part before a separator. On pages without headings of any sort a line of
// its own will do.
func (r *headlineReader) find(t *title) shownTitle {
	nodes := r.in.Doc.Nodes
	line, shown := int32(-1), ""
	for i := range r.in.Blocks {
		b := &r.in.Blocks[i]
		if len(r.shown) == 0 && strings.IndexByte(b.Text, '\n') > 0 && nodes[b.First].Flags&(page.Hidden|page.InNav|page.InFooter) == 0 {
			if text := r.lineOf(b.Text, t); text != "" {
				return shownTitle{node: -1, text: text}
			}
		}
		longest := len(t.text) + 24
		if b.Kind == block.Heading {
			longest = len(t.text) + longestKicker
		}
		if len(b.Text) > longest || 3*len(b.Text) < len(t.text) || nodes[b.First].Flags&(page.Hidden|page.InNav|page.InFooter|page.InAside|page.InLink) != 0 {
			continue
		}
		text := strings.Join(strings.Fields(b.Text), " ")
		f := label.Folded(text)
		if f != t.fold && (len(label.Terms(f)) < 3 || !strings.HasPrefix(t.fold, f) || !r.beforeSeparator(t.text, len(text))) {
			// A kicker may stand in the same heading, in an element of its own.
			if b.Kind == block.Heading && strings.HasSuffix(f, " "+t.fold) {
				if node, text := r.inside(b, t); node >= 0 {
					return shownTitle{node: b.Node, text: text, kicker: r.kickerBefore(b, node)}
				}
			}
			continue
		}
		if b.Kind == block.Heading || nodes[b.Node].Class.Has(headlineWords) || nodes[nodes[b.First].Parent].Class.Has(headlineWords) {
			return shownTitle{node: b.Node, text: text}
		}
		if line < 0 && b.Node > 0 {
			line, shown = b.Node, text
		}
	}
	if line >= 0 && len(r.shown) == 0 {
		if len(r.in.Doc.Words(line, 600)) > len(shown)+24 {
			line = -1 // the line stands loose in an element that holds much of the page
		}
		return shownTitle{node: line, text: shown}
	}
	return shownTitle{}
}

// kickerBefore gives what stands in a heading before the element that has the
// headline, but for a date and a number of the series.
func (r *headlineReader) kickerBefore(b *block.Block, headline int32) string {
	all := r.pieces(b.Node)
	k := 0
	for k < len(all) && all[k].node < headline {
		k++
	}
	kicker := strings.TrimRight(joined(all[:k]), " :|–—-/")
	if label.HasDigit(kicker) {
		return ""
	}
	return kicker
}

// lineOf gives the line of a text that has the words of a title: pages laid out
// by tables and <br> have no element for it.
func (r *headlineReader) lineOf(text string, t *title) string {
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.Join(strings.Fields(line), " ")
		if f := label.Folded(line); f != "" && (f == t.fold || len(label.Terms(f)) >= 4 && strings.HasPrefix(t.fold, f) && r.beforeSeparator(t.text, len(line))) {
			return line
		}
	}
	return ""
}

// inside finds the element in a block that holds just the words of a title.
func (r *headlineReader) inside(b *block.Block, t *title) (int32, string) {
	for i := b.First; i > b.Node; i-- { // the first text's own elements
		if text := r.in.Doc.Words(i, 600); label.Folded(text) == t.fold {
			return i, text
		}
	}
	for i := b.First; i < b.Last; i++ {
		if n := &r.in.Doc.Nodes[i]; n.Type == html.ElementNode {
			if text := r.in.Doc.Words(i, 600); label.Folded(text) == t.fold {
				return i, text
			}
		}
	}
	return -1, ""
}

var headlineWords = page.ClassGroup("headline")

// beforeSeparator says whether a separator stands in a title close behind its first n bytes.
func (r *headlineReader) beforeSeparator(s string, n int) bool {
	from := max(0, min(n-4, len(s)))
	return strings.ContainsAny(s[from:min(len(s), n+6)], "|-–—·•:»/｜ㅣ：_~>")
}
