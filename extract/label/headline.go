package label

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"copydesk/extract/block"
	"copydesk/extract/page"
)

// title is one place where the page gives its headline.
type title struct {
	text   string
	fold   string
	source string
	weight float64 // how far the place is to be believed when h1 elements are compared with it
}

// headlineReader weighs the headlines that a page shows against those that it declares.
type headlineReader struct {
	in       *Input
	declared []title
	shown    []shownTitle
	refused  []Refusal
}

// shownTitle is one h1 of the page.
type shownTitle struct {
	node   int32
	text   string
	fold   string
	kicker string  // the words that stood before it in an element of their own
	agrees float64 // likeness with the declared titles, 0 to 1
	out    bool    // in the page's header, a menu, the footer, or hidden
}

// FindHeadline decides the headline and the kicker that is set in the same element.
// Of the h1 elements that one counts which the declared titles agree with: it
// holds the words that the reader sees. Where none does, the page's name stands in
// h1, or there is none, and the declared titles vote.
// The blocks that show it get the role.
func FindHeadline(in *Input) (headline, kicker string) {
	r := &headlineReader{in: in}
	r.readDeclared()
	r.untail()
	r.readShown()
	headline, kicker, node := r.decide()
	in.headline = folded(headline)
	if in.shown = node >= 0; in.shown {
		in.at = node
		in.give(Headline, node)
		if kicker == "" {
			kicker = in.kickerOver(node)
		}
	}
	return headline, kicker
}

// give gives a role to all blocks inside an element that have none.
func (in *Input) give(role Role, node int32) {
	end := in.Doc.Nodes[node].End
	for i := range in.Blocks {
		if b := &in.Blocks[i]; b.Node >= node && b.Node < end || b.First >= node && b.First < end {
			if in.Roles[i] == None {
				in.Roles[i] = role
			}
		}
	}
}

func (r *headlineReader) readDeclared() {
	f := &r.in.Doc.Facts
	r.declare(f.MetaContent("og:title"), "meta og:title", 1)
	if t := r.in.Declared.Article; t != nil {
		r.declare(t.Text("headline"), "jsonld headline", 1)
	}
	if t := r.in.Declared.Item; t != nil {
		r.declare(t.Text("headline"), "microdata headline", 1)
	}
	r.declare(f.Title, "title", 1)
	r.declare(f.MetaContent("twitter:title"), "meta twitter:title", 0.5)
	r.declare(f.MetaContent("parsely-title", "sailthru.title", "citation_title", "cxenseparse:title", "headline", "article:title"), "meta title", 0.7)
	r.declare(f.MetaContent("dc.title", "dcterms.title", "title"), "meta dc.title", 0.5)
	if t := r.in.Declared.Article; t != nil {
		r.declare(t.Text("name"), "jsonld name", 0.5)
	}
}

func (r *headlineReader) declare(s, source string, weight float64) {
	s = strings.Join(strings.Fields(s), " ")
	if s == "" {
		return
	}
	s = r.in.Declared.withoutSite(s)
	f := folded(s)
	if f == "" || isID(f) || r.in.Declared.isSite(s) {
		return
	}
	r.declared = append(r.declared, title{s, f, source, weight})
}

// untail cuts off what only some of the declared titles carry behind or before
// a separator: where the page declares both "Ferry runs again" and "Ferry runs
// again | Local news", the rest is no part of the headline. The rest is then
// taken for a name of the site or section when h1 elements are judged.
func (r *headlineReader) untail() {
	for i := range r.declared {
		long := &r.declared[i]
		for j := range r.declared {
			short := &r.declared[j]
			if short.weight < 0.7 || len(short.text) < 12 || len(long.text) < len(short.text)+3 {
				continue
			}
			rest, ok := restOf(long.text, short.text)
			if !ok {
				continue
			}
			if q := squeezed(rest); len(terms(folded(rest))) <= 6 && long.source == "title" && q != "" {
				r.in.Declared.sites = append(r.in.Declared.sites, q)
			}
			long.text, long.fold = short.text, short.fold
			break
		}
	}
}

// restOf gives what a title has beside another one, before or behind a separator.
func restOf(long, short string) (string, bool) {
	for _, sep := range separators {
		if rest, ok := strings.CutPrefix(long, short+sep); ok && !strings.Contains(sep, ":") {
			return rest, true
		}
		if rest, ok := strings.CutSuffix(long, sep+short); ok {
			return rest, true
		}
	}
	return "", false
}

// isID says whether a folded text is a number or a key rather than words.
func isID(f string) bool {
	digits := 0
	for i := 0; i < len(f); i++ {
		if f[i] == ' ' || f[i] >= utf8.RuneSelf {
			return false
		}
		if f[i] >= '0' && f[i] <= '9' {
			digits++
		}
	}
	return 2*digits >= len(f) && len(f) > 4
}

// separators part a page's title from the site's name, by how surely they do.
var separators = []string{" | ", "|", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " / ", "｜", "ㅣ", " ~ ", " > ", ": ", "：", "_", "--"}

// withoutSite cuts the site's name, and what stands behind or before it, off a title.
func (d *Declared) withoutSite(s string) string {
	for range 3 {
		cut := false
		for _, sep := range separators {
			if i := strings.LastIndex(s, sep); i > 0 && d.isSite(s[i+len(sep):]) {
				s, cut = strings.TrimSpace(s[:i]), true
				break
			}
			if i := strings.Index(s, sep); i > 0 && i+len(sep) < len(s) && d.isSite(s[:i]) {
				s, cut = strings.TrimSpace(s[i+len(sep):]), true
				break
			}
		}
		if !cut {
			break
		}
	}
	return s
}

func (r *headlineReader) readShown() {
	nodes := r.in.Doc.Nodes
	for i := range nodes {
		n := &nodes[i]
		if n.Atom != atom.H1 {
			continue
		}
		text := r.in.Doc.Words(int32(i), 600)
		f := folded(text)
		if f == "" || strings.Contains(text, "{{") || len(r.shown) >= 20 {
			continue
		}
		h := shownTitle{node: int32(i), text: text, fold: f}
		h.out = n.Flags&(page.Hidden|page.InNav|page.InFooter|page.InForm) != 0 || r.behindBody(int32(i))
		if r.in.Declared.isSite(text) {
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

func (r *headlineReader) refuse(text, source, why string) {
	if r.in.Trace.On() {
		r.refused = append(r.refused, Refusal{text, source, why})
	}
}

// agreement is the likeness of a shown title with the declared ones. A title
// may carry a section or a site behind a separator that is not known as such,
// so its beginning counts as well as its whole.
func (r *headlineReader) agreement(f string) float64 {
	sum, all := 0.0, 0.0
	for _, t := range r.declared {
		best := likeness(f, t.fold)
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
		hf, tf := folded(head), folded(tail)
		named := k == 1 && nodes[nodes[pieces[0].node].Parent].Class.Has(kickerWords)
		switch {
		case tf != "" && hf != "" && (r.isDeclared(tf) || named && !whole && len(terms(tf)) >= 3):
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

func (r *headlineReader) decide() (headline, kicker string, node int32) {
	best := r.bestShown()
	if best == nil || best.out || best.agrees < 0.7 {
		if text, node, t := r.shownElsewhere(best); t != nil {
			return r.take(text, "", node, "dom", "a heading shows what is declared as "+t.source)
		}
	}
	if best != nil {
		if t := r.against(best); t != nil {
			r.refuse(best.text, "h1", "all that the page declares says otherwise")
			return r.take(t.text, "", -1, t.source, "the declared titles agree against h1")
		}
		return r.take(best.text, best.kicker, best.node, "dom", "h1")
	}
	if t := r.vote(); t != nil {
		if len(r.declared) == 1 && t.source == "title" { // nothing to tell the site's name by but its length
			for _, sep := range separators[:7] {
				if i := strings.LastIndex(t.text, sep); i > 0 && len(terms(folded(t.text[i+len(sep):]))) <= 3 && len(terms(folded(t.text[:i]))) >= 3 {
					t.text = strings.TrimSpace(t.text[:i])
					break
				}
			}
		}
		return r.take(t.text, "", -1, t.source, "no h1 shows a headline")
	}
	if len(r.shown) > 0 {
		return r.take(r.shown[0].text, r.shown[0].kicker, r.shown[0].node, "dom", "h1, nothing else")
	}
	return "", "", -1
}

func (r *headlineReader) take(text, kicker string, node int32, source, why string) (string, string, int32) {
	if r.in.Trace.On() {
		r.in.Trace.Add(Choice{Field: "headline", Value: text, Source: source, Why: why, Refused: r.refused})
	}
	return text, kicker, node
}

// bestShown gives the h1 that is the headline, or nil.
func (r *headlineReader) bestShown() *shownTitle {
	var best *shownTitle
	top := 0.0
	for i := range r.shown {
		h := &r.shown[i]
		score := h.agrees
		if h.out {
			score -= 0.3
		}
		if best == nil || score > top {
			best, top = h, score
		}
	}
	if best == nil || top >= 0.45 {
		return best
	}
	// An only h1 outside the page's header may word the story otherwise than the
	// titles for search engines do; a word or two is a section's name.
	if n := len(terms(best.fold)); n >= 4 && top > 0.1 || n >= 6 && top >= 0 && len(r.shown) == 1 {
		return best
	}
	r.refuse(best.text, "h1", "no declared title agrees")
	return nil
}

// against gives the title that three independent places declare word for word
// where h1 has other words.
func (r *headlineReader) against(h *shownTitle) *title {
	var votes [4]int
	for i := range r.declared {
		t := &r.declared[i]
		if t.weight < 1 || t.fold == h.fold {
			continue
		}
		if l := likeness(t.fold, h.fold); l < 0.75 && (l > 0 || len(terms(h.fold)) > 3) {
			continue // another wording, which is what the reader sees
		}
		for j := range r.declared {
			if r.declared[j].weight == 1 && r.declared[j].fold == t.fold {
				votes[min(i, 3)]++
			}
		}
		if votes[min(i, 3)] >= 3 {
			return t
		}
	}
	return nil
}

// shownElsewhere looks for a heading that has the words of a declared title
// where no h1 does. An h1 that is only for search engines stands in a menu or hidden.
func (r *headlineReader) shownElsewhere(best *shownTitle) (string, int32, *title) {
	for i := range r.declared {
		t := &r.declared[i]
		if t.weight < 0.7 || best != nil && best.fold == t.fold || len(terms(t.fold)) < 3 {
			continue
		}
		if node, text := r.find(t); text != "" {
			return text, node, t
		}
	}
	return "", -1, nil
}

// vote gives the declared title that most places agree on.
func (r *headlineReader) vote() *title {
	var best *title
	top := 0.0
	for i := range r.declared {
		t := &r.declared[i]
		score := 0.0
		for j := range r.declared {
			o := &r.declared[j]
			switch {
			case o.fold == t.fold:
				score += o.weight
			}
		}
		if score > top {
			best, top = t, score
		}
	}
	return best
}

// find looks for a shown heading that has the words of a declared title, or of
// its part before a separator. On pages without headings of any sort a line of
// its own will do.
func (r *headlineReader) find(t *title) (int32, string) {
	nodes := r.in.Doc.Nodes
	line := int32(-1)
	for i := range r.in.Blocks {
		b := &r.in.Blocks[i]
		if len(r.shown) == 0 && strings.IndexByte(b.Text, '\n') > 0 && nodes[b.First].Flags&(page.Hidden|page.InNav|page.InFooter) == 0 {
			if text := r.lineOf(b.Text, t); text != "" {
				return -1, text
			}
		}
		if len(b.Text) > len(t.text)+24 || 3*len(b.Text) < len(t.text) || nodes[b.First].Flags&(page.Hidden|page.InNav|page.InFooter|page.InAside|page.InLink) != 0 {
			continue
		}
		text := strings.Join(strings.Fields(b.Text), " ")
		f := folded(text)
		if f != t.fold && (len(terms(f)) < 3 || !strings.HasPrefix(t.fold, f) || !r.beforeSeparator(t.text, len(text))) {
			// A kicker may stand in the same heading, in an element of its own.
			if b.Kind == block.Heading && strings.HasSuffix(f, " "+t.fold) {
				if node, text := r.inside(b, t); node >= 0 {
					return node, text
				}
			}
			continue
		}
		if b.Kind == block.Heading || nodes[b.Node].Class.Has(headlineWords) || nodes[nodes[b.First].Parent].Class.Has(headlineWords) {
			return b.Node, text
		}
		if line < 0 && b.Node > 0 {
			line = b.Node
		}
	}
	if line >= 0 && len(r.shown) == 0 {
		return line, r.in.Doc.Words(line, 600)
	}
	return -1, ""
}

// lineOf gives the line of a text that has the words of a title: pages laid out
// by tables and <br> have no element for it.
func (r *headlineReader) lineOf(text string, t *title) string {
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.Join(strings.Fields(line), " ")
		if f := folded(line); f != "" && (f == t.fold || len(terms(f)) >= 4 && strings.HasPrefix(t.fold, f) && r.beforeSeparator(t.text, len(line))) {
			return line
		}
	}
	return ""
}

// inside finds the element in a block that holds just the words of a title.
func (r *headlineReader) inside(b *block.Block, t *title) (int32, string) {
	for i := b.First; i > b.Node; i-- { // the first text's own elements
		if text := r.in.Doc.Words(i, 600); folded(text) == t.fold {
			return i, text
		}
	}
	for i := b.First; i < b.Last; i++ {
		if n := &r.in.Doc.Nodes[i]; n.Type == html.ElementNode {
			if text := r.in.Doc.Words(i, 600); folded(text) == t.fold {
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
