package captions

import (
	"sort"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/page"
)

// candidate is a stretch of the page that may be a caption.
type candidate struct {
	first, last int32  // nodes of its words
	node        int32  // where the picture stands
	media       int32  // the picture or film; -1 for none
	holder      int32  // the element that holds picture and words
	data        string // the words, where they stand in an attribute
	extra       []part // words that share the figure with the caption and may be its credit
	credit      int    // the block that is known to be its credit, counted from 1; 0 for none
	alt         bool   // they repeat the picture's alternative text
	why         string
}

// captionFinder holds what is asked of one page again and again.
type captionFinder struct {
	in    *label.Input
	nodes []page.Node
	media []int32          // pictures and films, in order
	alts  map[string]int32 // what they say of themselves -> which
	body  label.Scope
}

var (
	classCaption = page.ClassGroup("caption")
	classCredit  = page.ClassGroup("credit")
	classMedia   = page.ClassGroup("media")
	classGallery = page.ClassGroup("gallery")
)

// longestCaption is the most bytes a caption has.
const longestCaption = 1500

func newCaptionFinder(in *label.Input) *captionFinder {
	f := &captionFinder{in: in, nodes: in.Doc.Nodes, body: in.Scope()}
	for i := int32(1); i < int32(len(f.nodes)); i++ {
		n := &f.nodes[i]
		switch n.Atom {
		case atom.Head, atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Svg:
			i = n.End - 1
		case atom.Img, atom.Video:
			if f.alts == nil {
				f.alts = make(map[string]int32, 16)
			}
			f.media = append(f.media, i)
			for _, key := range [...]string{"alt", "title", "data-caption"} {
				if k := beginning(n.Attribute(key)); k != "" {
					if _, ok := f.alts[k]; !ok {
						f.alts[k] = i
					}
				}
			}
		case 0: // custom elements of AMP and of players
			if n.Type == html.ElementNode && (n.Data == "amp-img" || n.Data == "amp-video") {
				f.media = append(f.media, i)
			}
		}
	}
	return f
}

// beginning is the beginning of a text by which two copies of it are known, "" for short ones.
func beginning(s string) string {
	s = strings.TrimSpace(s)
	if len(s) < 12 {
		return ""
	}
	return s[:min(len(s), 28)]
}

// mediaIn gives the pictures and films inside an element.
func (f *captionFinder) mediaIn(node int32) []int32 {
	end := f.nodes[node].End
	from := sort.Search(len(f.media), func(i int) bool { return f.media[i] > node })
	to := from
	for to < len(f.media) && f.media[to] < end {
		to++
	}
	return f.media[from:to]
}

// blockFrom gives the first block that begins at node or behind it.
func (f *captionFinder) blockFrom(node int32) int {
	return sort.Search(len(f.in.Blocks), func(i int) bool { return f.in.Blocks[i].First >= node })
}

// candidates goes through the blocks once and then through the pictures whose
// caption stands in an attribute only. Found are figcaption, elements named as
// captions, texts that repeat a picture's alternative text, and words that
// share a small container with one picture.
func (f *captionFinder) candidates() []candidate {
	var out []candidate
	taken := make(map[int32]bool)
	end := int32(0) // behind the last candidate: blocks before it are its own
	for i := range f.in.Blocks {
		b := &f.in.Blocks[i]
		if b.First < end || len(b.Text) > longestCaption || b.Quote >= 0 || f.in.Roles[i] == label.Other || f.nodes[b.First].Flags&(page.InNav|page.InFooter) != 0 {
			continue
		}
		c, ok := f.named(b)
		if !ok {
			c, ok = f.repeatsAlt(b)
		}
		if !ok {
			c, ok = f.beside(b)
		}
		if !ok {
			c, ok = f.inPlayer(b)
		}
		if !ok {
			continue
		}
		end = max(c.last, f.takeExtra(&c))
		out = append(out, c)
		if c.media >= 0 {
			taken[c.media] = true
		}
	}
	return f.fromAttributes(out, taken)
}

// named finds the outermost figcaption or element named as a caption around a
// block, short of one that holds the picture itself.
func (f *captionFinder) named(b *block.Block) (candidate, bool) {
	root, why := int32(-1), ""
	at := f.nodes[b.First].Parent
	for up := 0; at > 0 && up < 6; up++ {
		n := &f.nodes[at]
		if n.Atom == atom.Figure || n.Atom == atom.Article || n.Atom == atom.Body || len(f.mediaIn(at)) > 0 {
			break
		}
		if n.Atom == atom.Figcaption {
			root, why = at, "figcaption"
		} else if n.Class.Has(classCaption) && n.Atom != atom.A && why != "figcaption" {
			root, why = at, "an element named as a caption"
		}
		at = n.Parent
	}
	if root < 0 {
		return candidate{}, false
	}
	if why != "figcaption" { // "text-caption" is a size of type to some
		for i := f.blockFrom(root); i < len(f.in.Blocks) && f.in.Blocks[i].First < f.nodes[root].End; i++ {
			if aboutArticle(f.in, f.in.Blocks[i].Text) {
				return candidate{}, false
			}
		}
	}
	c := candidate{first: min(root, b.First), last: max(f.nodes[root].End, b.Last), media: -1, node: root, holder: -1, why: why}
	f.hold(&c, 4)
	if why != "figcaption" && b.Scores.Body > 0.7 && b.Figure < 0 && f.nodes[root].Parent != c.holder {
		return candidate{}, false // far from any picture, and it reads like the text
	}
	return c, c.media >= 0 || c.holder >= 0
}

// takeExtra notes the short texts that share a figure, or a small container with
// one picture, with a caption: its credit may be one of them. It gives the end
// of the last that was noted.
func (f *captionFinder) takeExtra(c *candidate) (end int32) {
	if c.holder < 0 || c.data != "" || c.credit > 0 {
		return 0
	}
	figure := f.nodes[c.holder].Atom == atom.Figure
	from, to := f.blockFrom(c.holder), f.blockFrom(f.nodes[c.holder].End)
	if to-from > 6 || !figure && (to-from > 4 || len(f.mediaIn(c.holder)) > 2) {
		return 0
	}
	for i := from; i < to; i++ {
		b := &f.in.Blocks[i]
		if b.First >= c.first && b.First < c.last || len(b.Text) > 140 || b.Level > 0 || b.Kind == block.Caption {
			continue
		}
		for _, p := range f.parts(b.First, b.Last) {
			p.credit = p.credit || f.creditElement(b.Node, c.holder)
			c.extra = append(c.extra, p)
		}
		end = max(end, b.Last)
	}
	return end
}

// hold finds the picture that a candidate stands with, looking a few elements up.
func (f *captionFinder) hold(c *candidate, levels int) {
	at := f.nodes[c.first].Parent
	for up := 0; at > 0 && up < levels; up++ {
		n := &f.nodes[at]
		if n.Atom == atom.Body {
			return
		}
		if pics := f.mediaIn(at); len(pics) > 0 {
			c.holder, c.node = at, at
			c.media = pics[0]
			for _, p := range pics {
				if p < c.first {
					c.media = p
				}
			}
			if n.Atom != atom.Figure && len(pics) > 1 {
				c.node = c.media
			}
			return
		}
		if n.Atom == atom.Figure { // a player, a map: a figure without a picture
			for i := f.blockFrom(at); i < len(f.in.Blocks) && f.in.Blocks[i].First < n.End; i++ {
				if q := f.in.Blocks[i].Quote; q >= at {
					return // what stands under a quotation says whose it is
				}
			}
			c.holder, c.node = at, at
			return
		}
		at = n.Parent
	}
}

// repeatsAlt finds a block that says the same as a picture's alternative text near by.
func (f *captionFinder) repeatsAlt(b *block.Block) (candidate, bool) {
	if f.alts == nil || b.Level > 0 || b.Scores.Body > 0.6 || 2*int(b.LinkChars) > len(b.Text) {
		return candidate{}, false
	}
	k := beginning(b.Text)
	if k == "" {
		return candidate{}, false
	}
	pic, ok := f.alts[k]
	if !ok {
		return candidate{}, false
	}
	c := candidate{first: b.First, last: b.Last, node: pic, media: pic, holder: -1, alt: true, why: "it repeats the picture's alternative text"}
	for at, up := f.nodes[b.First].Parent, 0; at > 0 && up < 6; up++ {
		if at < pic && pic < f.nodes[at].End {
			own, near := f.blockFrom(b.First), f.blockFrom(pic)
			if own-near > 2 || near-own > 2 {
				return candidate{}, false
			}
			c.holder = at
			if up > 0 { // take in the credit that stands in a block of its own
				c.first, c.last = f.around(b, at, pic)
			}
			return c, true
		}
		at = f.nodes[at].Parent
	}
	return candidate{}, false
}

// around widens a block to the element that holds it and its credit but not the
// picture. What also holds a longer text than a credit, as a standfirst below the
// caption, is wider than the two.
func (f *captionFinder) around(b *block.Block, holder, pic int32) (first, last int32) {
	first, last = b.First, b.Last
	for at := f.nodes[b.First].Parent; at > holder; at = f.nodes[at].Parent {
		if at < pic && pic < f.nodes[at].End || f.moreThanCredit(b, at) {
			break
		}
		first, last = at, f.nodes[at].End
	}
	return first, last
}

// moreThanCredit says whether an element holds a text beside the block that is too long for its credit.
func (f *captionFinder) moreThanCredit(b *block.Block, at int32) bool {
	for i := f.blockFrom(at); i < len(f.in.Blocks) && f.in.Blocks[i].First < f.nodes[at].End; i++ {
		if o := &f.in.Blocks[i]; o.First != b.First && len(o.Text) > longestCredit {
			return true
		}
	}
	return false
}

// fromAttributes adds the captions that pictures of the article carry in an
// attribute and the page shows nowhere else.
func (f *captionFinder) fromAttributes(out []candidate, taken map[int32]bool) []candidate {
	added := false
	for _, m := range f.media {
		if taken[m] {
			continue
		}
		s := strings.TrimSpace(f.nodes[m].Attribute("data-caption"))
		if len(s) < 12 || len(s) > longestCaption || strings.ContainsAny(s, "<{") {
			continue
		}
		out = append(out, candidate{first: m, last: m + 1, node: m, media: m, holder: f.nodes[m].Parent, data: s, why: "data-caption"})
		added = true
	}
	if added {
		sort.SliceStable(out, func(i, j int) bool { return out[i].first < out[j].first })
	}
	return out
}
