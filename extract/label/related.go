package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"copydesk/article"
	"copydesk/extract/block"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// mostRelated is how many related links a record has.
const mostRelated = 24

var (
	relatedClass = page.ClassGroup("related")
	kickerClass  = page.ClassGroup("kicker")
	// notRelated marks links that are of the site, not of the article.
	notRelated = page.ClassGroup("nav") | page.ClassGroup("share") | page.ClassGroup("tags") | page.ClassGroup("byline") |
		page.ClassGroup("comment") | page.ClassGroup("newsletter") | page.ClassGroup("ad")
)

// FindRelated finds the links to other articles that stand in this article's
// text, between its headline and its end, and gives their blocks the role
// Related, so that the body does not take them. A link counts where words such
// as "Read also" open it, where its box is named for it, or where a list of
// links stands over the text. A paragraph that is one link, a list of sources
// in the prose and the lists behind the article (most read, latest) are left alone.
func FindRelated(in *Input) []article.Related {
	if len(in.Doc.Nodes) == 0 {
		return nil
	}
	r := &relater{in: in, body: in.Scope(), seen: map[string]bool{}, cue: -1}
	headline, first, last := r.bounds()
	if first < 0 {
		return nil
	}
	last = r.closing(last)
	cue := -1 // the block whose "Read also" holds for those behind it
	for i := max(headline+1, 0); i <= last; i++ {
		b := &in.Blocks[i]
		if in.Roles[i] != None || in.Doc.Nodes[b.First].Flags&(page.Hidden|page.InNav|page.InFooter|page.NoScript) != 0 {
			continue
		}
		opens, alone := r.opens(b)
		if alone {
			cue = i
			r.mark(i, b)
			continue
		}
		switch {
		case !r.linked(b, opens) || r.named(b, notRelated):
			if cue >= 0 && !r.near(cue, i) {
				cue = -1
			}
		case opens > 0, cue >= 0 && r.near(cue, i), r.named(b, relatedClass) && b.Scores.Body < 0.9, i < first && r.linkList(b):
			r.take(i, b, opens)
		}
		if len(r.out) == mostRelated {
			break
		}
	}
	return r.out
}

type relater struct {
	in   *Input
	body Scope
	out  []article.Related
	seen map[string]bool
	cue  int // the line before the links that close the text, where there is one
}

// bounds gives the blocks of the headline and of the first and last text.
func (r *relater) bounds() (headline, first, last int) {
	headline, first, last = -1, -1, -1
	for i := range r.in.Blocks {
		b := &r.in.Blocks[i]
		if r.in.Roles[i] == Headline && headline < 0 || b.First == r.body.Headline {
			headline = i
		}
		if b.Scores.Body >= 0.5 && b.Figure < 0 && 2*int(b.LinkChars) < len(b.Text) && len(b.Text) > 60 {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return headline, first, last
}

// closing gives the last of the links that close a text: paragraphs that are links
// whole, in the element of the last paragraph, right behind it and a line that says
// so ("You may also like"). A list of its own behind the text is left alone.
func (r *relater) closing(last int) int {
	nodes, blocks := r.in.Doc.Nodes, r.in.Blocks
	beside := func(i int) bool {
		return i < len(blocks) && nodes[blocks[i].Node].Parent == nodes[blocks[last].Node].Parent && blocks[i].Level == 0
	}
	cue := last + 1
	if !beside(cue) {
		return last
	}
	if _, alone := r.opens(&blocks[cue]); !alone {
		return last
	}
	end := last
	for i := cue + 1; beside(i) && r.linked(&blocks[i], 0); i++ {
		end, r.cue = i, cue
	}
	return end
}

// opens says how many bytes of a block are words such as "Read also:", and
// whether they are all there is.
func (r *relater) opens(b *block.Block) (n int, alone bool) {
	if len(b.Text) > 300 || !r.in.Words.Opens(b.Text, vocab.Line) {
		return 0, false
	}
	var room [12]vocab.Hit
	for _, h := range r.in.Words.Find(room[:0], b.Text, vocab.Line) {
		if h.Kind != vocab.More || h.From != 0 {
			continue
		}
		if h.Whole() {
			return len(b.Text), b.Level > 0 || 2*int(b.LinkChars) < len(b.Text)
		}
		if h.To-h.From == 1 && !strings.HasPrefix(strings.TrimLeft(b.Text[h.End:], " "), ":") {
			continue // one word opens a sentence as well
		}
		rest := strings.TrimLeft(b.Text[h.End:], " ")
		if r, _ := utf8.DecodeRuneInString(rest); unicode.IsLower(r) {
			continue // the sentence goes on: "More on the cycle paths" names no article
		}
		n = max(n, h.End)
	}
	return n, false
}

// linked says whether a block, its opening words apart, is a link to a page with a title's length.
func (r *relater) linked(b *block.Block, opens int) bool {
	title := strings.TrimLeft(b.Text[opens:], " :–—-•")
	return 10*int(b.LinkChars) >= 7*len(title) && utf8.RuneCountInString(title) >= 8 && len(title) < 260 && b.LinkChars > 0
}

// near says whether two blocks share a small container.
func (r *relater) near(cue, i int) bool {
	nodes := r.in.Doc.Nodes
	for at, up := nodes[r.in.Blocks[i].First].Parent, 0; at > 0 && up < 6 && !(at < r.body.First && r.body.Last < nodes[at].End); up++ {
		if r.body.Inside(nodes, r.in.Blocks[cue].First, at) {
			return true
		}
		at = nodes[at].Parent
	}
	return i-cue == 1 || cue == r.cue
}

func (r *relater) named(b *block.Block, group page.ClassWords) bool {
	nodes := r.in.Doc.Nodes
	for at, up := nodes[b.First].Parent, 0; at > 0 && up < 5 && !(at < r.body.First && r.body.Last < nodes[at].End); up++ {
		if nodes[at].Class.Has(group) {
			return true
		}
		at = nodes[at].Parent
	}
	return false
}

// linkList says whether a block is an item of a list whose items are all links.
func (r *relater) linkList(b *block.Block) bool {
	if b.List < 0 || b.Scores.Body >= 0.5 {
		return false
	}
	items, size, link := 0, 0, 0
	for i := range r.in.Blocks {
		o := &r.in.Blocks[i]
		if o.List == b.List {
			items++
			size += len(o.Text)
			link += int(o.LinkChars)
		}
	}
	return items >= 2 && items <= 8 && 10*link >= 9*size && size >= 30*items
}

func (r *relater) mark(i int, b *block.Block) {
	if b.Scores.Body < 0.7 || b.Level > 0 || i == r.cue {
		r.in.Roles[i] = Related
	}
}

// take adds the links of a block.
func (r *relater) take(i int, b *block.Block, opens int) {
	nodes := r.in.Doc.Nodes
	took := false
	for at := b.First; at < b.Last; at++ {
		if nodes[at].Type != html.TextNode || nodes[at].Flags&page.InLink == 0 {
			continue
		}
		a := at
		for a > 0 && nodes[a].Atom != atom.A {
			a = nodes[a].Parent
		}
		if a == 0 {
			continue
		}
		if r.link(a, opens) {
			took = true
		}
		at = max(at, nodes[a].End-1)
	}
	if took {
		r.in.Roles[i] = Related
	}
}

// link reads one link: its kicker, where an element sets it apart, and its title.
func (r *relater) link(a int32, opens int) bool {
	nodes := r.in.Doc.Nodes
	href := nodes[a].Attribute("href")
	if !LeadsAway(href) || r.in.leadsBack(href) {
		return false
	}
	kicker := ""
	var title strings.Builder
	for at := a + 1; at < nodes[a].End; at++ {
		n := &nodes[at]
		if n.Type != html.TextNode {
			if n.Class.Has(kickerClass) && !n.Class.Has(classHeadline) && kicker == "" && n.End-at < 8 {
				kicker = r.in.Doc.Words(at, 80)
				at = n.End - 1
			}
			continue
		}
		title.WriteString(n.Data)
		title.WriteByte(' ')
	}
	text := strings.Join(strings.Fields(title.String()), " ")
	var room [8]vocab.Hit
	for _, h := range r.in.Words.Find(room[:0], text, vocab.Line) {
		if h.Kind != vocab.More || h.From > 0 || h.To == h.Words {
			continue
		}
		rest := strings.TrimLeft(text[h.End:], " :–—-•|")
		if opens > 0 || h.To-h.From > 1 && StartsUpper(rest) { // "Read more" inside the link itself
			text = rest
			break
		}
	}
	if length, rest, ok := strings.Cut(text, " "); ok && IsCounter(length) && HasClock(length) {
		text = rest // a film's length stands before its title
	}
	if utf8.RuneCountInString(text) < 6 || r.seen[href] || r.seen[text] {
		return r.seen[href] || r.seen[text]
	}
	r.seen[href], r.seen[text] = true, true
	r.out = append(r.out, article.Related{Kicker: kicker, Title: text, URL: r.in.Resolve(href)})
	r.in.Trace.Add(Choice{Field: "related", Value: text, Source: "dom", Why: "a link to another article, set apart in the text"})
	return true
}

var classHeadline = page.ClassGroup("headline")
