package trust

import (
	"golang.org/x/net/html/atom"

	"copydesk/article"
	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// How long a text may be to be read as what.
const (
	longestBadge = 80  // a kicker or badge
	longestLine  = 260 // a byline, date or credit line
	longestNote  = 900 // a note, a disclosure
)

var (
	noteClass = page.ClassGroup("note") | page.ClassGroup("trust") | page.ClassGroup("paywall")
	lineClass = page.ClassGroup("byline") | page.ClassGroup("date") | page.ClassGroup("meta") | page.ClassGroup("credit")
	liveClass = page.ClassGroup("live")
	adClass   = page.ClassGroup("ad")
	sellClass = page.ClassGroup("newsletter")
	// kickerMarks and creditMarks name what holds a kicker, a picture's credit.
	kickerMarks = page.ClassGroup("kicker")
	creditMarks = page.ClassGroup("credit")
	// aboveOther marks what stands above a text and is not about it.
	aboveOther = page.ClassGroup("nav") | page.ClassGroup("related") | page.ClassGroup("ad") | page.ClassGroup("newsletter") |
		page.ClassGroup("share") | page.ClassGroup("search") | page.ClassGroup("cookie") | page.ClassGroup("comment")
)

// zones goes through the blocks of the article's own part of the page. What a
// block may say depends on where it stands: above the text (kicker, badge,
// byline, date, note), in it (only notes set apart from the prose), or right
// behind it (credit lines, notes).
func (t *truster) zones() {
	in := t.in
	headline, first, last := t.bounds()
	if first < 0 && headline < 0 {
		return
	}
	behind := 0
	for i := range in.Blocks {
		b := &in.Blocks[i]
		if !t.ours(b, i, headline, first, last) {
			t.lookAlike(b)
			continue
		}
		switch {
		case i == headline:
			if _, badge, kind := in.BadgeBeside(b.Text); kind != "" {
				t.add(article.TrustLabel{Kind: string(kind), Label: badge, Source: "dom"}, "set beside the headline, off by a bar")
			} else if kind := in.BadgeKind(in.KickerInside); kind != "" {
				t.add(article.TrustLabel{Kind: string(kind), Label: in.KickerInside, Source: "dom"}, "the kicker in the headline's element")
			}
		case first < 0 || i < first:
			t.above(b, i, headline)
		case i <= last:
			t.within(b, i, first, last)
		default: // behind the text
			if behind++; behind <= 16 {
				t.behind(b, i, behind)
			}
		}
	}
	t.footer(last + 1)
}

// bounds gives the blocks of the headline and of the first and the last of the body, -1 for none.
func (t *truster) bounds() (headline, first, last int) {
	headline, first, last = -1, -1, -1
	for i, r := range t.in.Roles {
		switch r {
		case label.Headline:
			if headline < 0 {
				headline = i
			}
		case label.Body:
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if headline < 0 {
		for i := range t.in.Blocks {
			if t.in.Blocks[i].Level == 1 && (first < 0 || i < first) {
				headline = i
			}
		}
	}
	return headline, first, last
}

// ours says whether a block can be about this article: shown, and neither in a
// menu nor in a box of other content.
func (t *truster) ours(b *block.Block, i, headline, first, last int) bool {
	nodes := t.in.Doc.Nodes
	n := &nodes[b.First]
	if n.Flags&(page.Hidden|page.NoScript) != 0 && n.Flags&page.Unfoldable == 0 || n.Flags&page.InFooter != 0 && i > last+24 {
		return false
	}
	if t.in.Roles[i] == label.Caption || t.in.Roles[i] == label.Related || len(b.Text) > longestNote {
		return false
	}
	if i < headline-14 {
		return false
	}
	line := t.named(b, lineClass) // "author-and-share": the line of names and dates itself
	for at := n.Parent; at > 0; at = nodes[at].Parent {
		if headline >= 0 && t.body.Inside(nodes, t.in.Blocks[headline].First, at) || first >= 0 && t.body.Inside(nodes, t.in.Blocks[first].First, at) && at <= t.body.Text {
			return true
		}
		el := &nodes[at]
		switch {
		case el.Atom == atom.Nav, el.Flags&page.InNav != 0 && at == n.Parent:
			return false
		case el.Class.Has(aboveOther) && !el.Class.Has(noteClass|lineClass) && !line && !(el.Class.Has(adClass|sellClass) && t.ownBadge(b, i, headline, el.Class.Has(adClass))):
			return false
		case el.Atom == atom.Article && i > last && first >= 0: // the next article
			return false
		}
	}
	return true
}

// above reads a block between the page's top and the article's text.
func (t *truster) above(b *block.Block, i, headline int) {
	if len(b.Text) <= longestBadge && (i > headline-7 || t.in.Roles[i] == label.Kicker) {
		t.badge(b, i, headline)
		t.sponsor(b, i, headline)
	}
	if len(b.Text) <= longestLine {
		t.line(b, i, true)
	}
	if i > headline-10 || t.named(b, noteClass) {
		t.note(b, i, true)
	}
}

// within reads a block in the midst of the text: prose says nothing about
// itself, but a note set apart does, and the first and last lines may.
func (t *truster) within(b *block.Block, i, first, last int) {
	if i == first {
		t.dateline(b)
	}
	apart := t.in.Roles[i] != label.Body || t.named(b, noteClass) || t.italic(b)
	if t.in.Roles[i] != label.Body && len(b.Text) <= longestLine && i-first < 12 {
		t.line(b, i, true)
	}
	switch {
	case apart, i == first, i >= last-3:
		t.note(b, i, apart)
		if i >= last-3 && len(b.Text) <= longestLine {
			t.line(b, i, false)
		}
	}
}

// behind reads a block after the article's text.
func (t *truster) behind(b *block.Block, i, after int) {
	if len(b.Text) <= longestLine {
		t.line(b, i, false)
	}
	if after <= 3 && len(b.Text) <= longestBadge {
		t.wall(b)
	}
	if after > 4 && t.in.Words.Has(b.Text, vocab.Note, vocab.Sponsored) && !t.named(b, noteClass) {
		t.refuse(vocab.Sponsored, b.Text, "dom", "too far behind the text to be about it")
		return
	}
	t.note(b, i, true)
}

// named says whether an element close around a block is of a group.
func (t *truster) named(b *block.Block, group page.ClassWords) bool {
	nodes := t.in.Doc.Nodes
	for at, up := nodes[b.First].Parent, 0; at > 0 && up < 4 && !t.body.Inside(nodes, t.body.First, at); up++ {
		if nodes[at].Class.Has(group) {
			return true
		}
		at = nodes[at].Parent
	}
	return false
}

// italic says whether a block is set in italics as a whole.
func (t *truster) italic(b *block.Block) bool {
	nodes := t.in.Doc.Nodes
	for at := nodes[b.First].Parent; at >= b.Node && at > 0; at = nodes[at].Parent {
		if a := nodes[at].Atom; (a == atom.Em || a == atom.I) && nodes[at].End >= b.Last {
			return true
		}
	}
	return false
}
