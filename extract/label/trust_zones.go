package label

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"copydesk/article"
	"copydesk/extract/block"
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
			continue
		}
		switch {
		case i == headline:
			t.marks(b)
		case first < 0 || i < first:
			t.above(b, i, headline)
		case i <= last:
			t.within(b, i, first, last)
		default: // behind the text
			if behind++; behind <= 16 {
				t.behind(b, i, last)
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
		case Headline:
			if headline < 0 {
				headline = i
			}
		case Body:
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
	if t.in.Roles[i] == Caption || t.in.Roles[i] == Related || len(b.Text) > longestNote {
		return false
	}
	if i < headline-14 {
		return false
	}
	for at := n.Parent; at > 0; at = nodes[at].Parent {
		if headline >= 0 && t.body.inside(nodes, t.in.Blocks[headline].First, at) || first >= 0 && t.body.inside(nodes, t.in.Blocks[first].First, at) && at <= t.body.text {
			return true
		}
		el := &nodes[at]
		switch {
		case el.Atom == atom.Nav, el.Flags&page.InNav != 0 && at == n.Parent:
			return false
		case el.Class.Has(aboveOther) && !el.Class.Has(noteClass|lineClass):
			return false
		case el.Atom == atom.Article && i > last && first >= 0: // the next article
			return false
		}
	}
	return true
}

// above reads a block between the page's top and the article's text.
func (t *truster) above(b *block.Block, i, headline int) {
	if len(b.Text) <= longestBadge && (i > headline-7 || t.in.Roles[i] == Kicker) {
		t.badge(b, i)
	}
	if len(b.Text) <= longestLine {
		t.line(b, i, true)
	}
	if i > headline-10 || t.named(b, noteClass) {
		t.note(b)
	}
}

// within reads a block in the midst of the text: prose says nothing about
// itself, but a note set apart does, and the first and last lines may.
func (t *truster) within(b *block.Block, i, first, last int) {
	apart := t.in.Roles[i] != Body || t.named(b, noteClass) || t.italic(b)
	if t.in.Roles[i] != Body && len(b.Text) <= longestLine && i-first < 12 {
		t.line(b, i, true)
	}
	switch {
	case apart, i == first, i >= last-3:
		t.note(b)
		if i >= last-3 && len(b.Text) <= longestLine {
			t.line(b, i, false)
		}
	default:
		t.signOff(b)
	}
}

// behind reads a block after the article's text.
func (t *truster) behind(b *block.Block, i, last int) {
	if len(b.Text) <= longestLine {
		t.line(b, i, false)
	}
	t.note(b)
}

// footer reads the lines at the page's end for press councils and marks of trust.
func (t *truster) footer(from int) {
	for i := max(from, 0); i < len(t.in.Blocks); i++ {
		b := &t.in.Blocks[i]
		if len(b.Text) > longestNote || len(b.Text) < 4 || !t.shown(&t.in.Doc.Nodes[b.First]) {
			continue
		}
		if i < len(t.in.Blocks)-80 && t.in.Doc.Nodes[b.First].Flags&page.InFooter == 0 {
			continue
		}
		var room [8]vocab.Hit
		for _, h := range t.in.Words.Find(room[:0], t.spaced(b), vocab.Note|vocab.Footer) {
			switch h.Kind {
			case vocab.PressCouncil, vocab.TrustProject, vocab.JTI:
				if !t.has(h.Kind) {
					t.add(article.TrustLabel{Kind: string(h.Kind), Label: b.Text, Source: "dom", URL: t.linkIn(b)}, "a line at the page's end")
				}
			}
		}
	}
}

// named says whether an element close around a block is of a group.
func (t *truster) named(b *block.Block, group page.ClassWords) bool {
	nodes := t.in.Doc.Nodes
	for at, up := nodes[b.First].Parent, 0; at > t.body.text && up < 4; up++ {
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

// badgeKinds are the kinds that a kicker or badge can say.
func badgeKind(k vocab.Kind) bool {
	switch k {
	case vocab.Updated, vocab.Correction, vocab.Policy, vocab.Agency, vocab.Affiliate:
		return false
	}
	return k.Trust()
}

// badge reads a kicker or badge, each part between dividing signs by itself.
func (t *truster) badge(b *block.Block, i int) {
	link := 2*int(b.LinkChars) > len(b.Text)
	nodes := t.in.Doc.Nodes
	if n := &nodes[b.First]; n.Flags&(page.InForm|page.InNav) != 0 && t.in.Roles[i] != Kicker {
		return
	}
	var room [8]vocab.Hit
	for _, h := range t.in.Words.Find(room[:0], b.Text, vocab.Kicker|vocab.Badge) {
		if !badgeKind(h.Kind) {
			continue
		}
		words := b.Text[h.Start:h.End]
		if h.Kind == vocab.Live && !t.named(b, liveClass) && t.in.Roles[i] != Kicker {
			t.refuse(h.Kind, words, "dom", "the word alone may lead to the live programme")
			continue
		}
		if link && h.Kind == vocab.Paywall {
			t.refuse(h.Kind, words, "dom", "a link that sells")
			continue
		}
		t.add(article.TrustLabel{Kind: string(h.Kind), Label: b.Text, Source: "dom"}, "a kicker or badge with the article")
	}
}

// line reads a byline, a date line or a credit line.
func (t *truster) line(b *block.Block, i int, above bool) {
	text := t.spaced(b)
	if t.pictureCredit(b, text) {
		return
	}
	var room [16]vocab.Hit
	for _, h := range t.in.Words.Find(room[:0], text, vocab.Byline|vocab.Date) {
		words := text[h.Start:h.End]
		switch h.Kind {
		case vocab.Updated:
			if t.dateLine(b, i, h) {
				t.add(article.TrustLabel{Kind: string(h.Kind), Label: text, Source: "dom"}, "a date line says so")
			}
		case vocab.Agency:
			if t.in.Declared.isSite(words) {
				t.refuse(h.Kind, words, "dom", "the agency's own site")
				continue
			}
			if t.creditsAgency(b, i, h, above) {
				t.add(article.TrustLabel{Kind: string(h.Kind), Label: text, Source: "dom"}, "named in a byline or credit line")
			}
		case vocab.Translated, vocab.AI, vocab.Interview, vocab.PressRelease:
			if h.From <= 2 || h.Words <= 14 {
				t.add(article.TrustLabel{Kind: string(h.Kind), Label: text, Source: "dom"}, "a credit line says so")
			}
		}
	}
}

// spaced gives a block's text with a space wherever an element begins or ends:
// lines of names and dates are set in elements side by side, with no space in
// the source between them.
func (t *truster) spaced(b *block.Block) string {
	nodes := t.in.Doc.Nodes
	if b.Last-b.First <= 1 {
		return b.Text
	}
	var out strings.Builder
	for at := b.First; at < b.Last; at++ {
		if n := &nodes[at]; n.Type == html.TextNode && n.Flags&page.Hidden == 0 {
			out.WriteString(n.Data)
			out.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

// pictureCredit says whether a line names who made a picture: it stands in a
// figure, or a word for pictures or rights opens it.
func (t *truster) pictureCredit(b *block.Block, text string) bool {
	return b.Figure >= 0 || opensCredit(t.in.Words, text) && !strings.HasPrefix(text, "Source") || strings.Contains(text, "©") || strings.Contains(text, "opyright")
}

// dateLine says whether a word for updating stands in a line about the article's
// date: the line is short, or named as a date, and holds a number.
func (t *truster) dateLine(b *block.Block, i int, h vocab.Hit) bool {
	if t.in.Roles[i] == Body && h.From > 0 {
		return false
	}
	if t.in.Roles[i] == Byline || t.in.Roles[i] == Date || t.named(b, lineClass) {
		return hasDigit(b.Text) || h.Words <= 8 || len(b.Text) < 60
	}
	return (hasDigit(b.Text) || h.Words <= 6) && h.Words <= 30 && 2*int(b.LinkChars) <= len(b.Text)
}

// creditsAgency says whether an agency is named as the text's source.
func (t *truster) creditsAgency(b *block.Block, i int, h vocab.Hit, above bool) bool {
	if t.in.Roles[i] == Byline {
		return true
	}
	if h.Words > 24 || 2*int(b.LinkChars) > len(b.Text) && h.Words > 6 {
		return false
	}
	short := h.Words-(h.To-h.From) <= 5
	if above {
		return (t.named(b, lineClass) || h.From == 0 && short && t.in.Roles[i] != Standfirst && t.in.Roles[i] != Kicker) && h.Words <= 16
	}
	return h.Words-(h.To-h.From) <= 3 || t.named(b, page.ClassGroup("credit")) && h.Words <= 12
}

// signOff reads the end of a paragraph in the text: "(dpa)" closes an agency's text.
func (t *truster) signOff(*block.Block) {}

// note reads a note, a disclosure or a notice.
func (t *truster) note(b *block.Block) {
	var room [16]vocab.Hit
	for _, h := range t.in.Words.Find(room[:0], b.Text, vocab.Note) {
		if h.Kind == vocab.Policy || h.Kind == vocab.Live || !h.Kind.Trust() {
			continue
		}
		words := b.Text[h.Start:h.End]
		if !weighty(h, words) {
			t.refuse(h.Kind, words, "dom", "a word in a sentence, not a note that says so")
			continue
		}
		if 2*int(b.LinkChars) > len(b.Text) && h.Kind != vocab.TrustProject && h.Kind != vocab.PressCouncil && h.Kind != vocab.JTI && !strings.HasPrefix(h.Phrase, "^") {
			t.refuse(h.Kind, words, "dom", "a link to something else")
			continue
		}
		if h.Kind == vocab.AI && t.in.Words.Has(b.Text, vocab.Note, vocab.Voice) {
			t.refuse(h.Kind, words, "dom", "a voice that reads aloud")
			continue
		}
		if h.Kind == vocab.Agency && (t.in.Declared.isSite(words) || h.Words > 40) {
			continue
		}
		if h.Kind == vocab.Updated && h.Words > 60 {
			continue
		}
		t.add(article.TrustLabel{Kind: string(h.Kind), Label: b.Text, Source: "dom", URL: t.linkIn(b)}, "a note says so: "+words)
	}
}

// weighty says whether a hit in a note is a phrase or opens the note: one word
// somewhere in a sentence says nothing.
func weighty(h vocab.Hit, words string) bool {
	if strings.HasPrefix(h.Phrase, "^") || h.Kind == vocab.TrustProject || h.Kind == vocab.JTI {
		return true
	}
	if h.To-h.From == 1 || len(words) < 9 {
		return false
	}
	return h.To-h.From >= 3 || len(words) >= 12
}

// marks reads badges inside the headline's own block.
func (t *truster) marks(b *block.Block) {}

// linkIn gives the address of the first link in a block, or "".
func (t *truster) linkIn(b *block.Block) string {
	if b.LinkChars == 0 {
		return ""
	}
	nodes := t.in.Doc.Nodes
	for at := b.First; at < b.Last; at++ {
		for up := nodes[at].Parent; up > b.Node; up = nodes[up].Parent {
			if nodes[up].Atom == atom.A {
				return t.in.resolve(attr(&nodes[up], "href"))
			}
		}
	}
	return ""
}
