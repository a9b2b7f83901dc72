package trust

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"copydesk/article"
	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// badgeKind says whether a kicker or badge can say the kind.
func badgeKind(k vocab.Kind) bool {
	switch k {
	case vocab.Updated, vocab.Correction, vocab.Policy, vocab.Agency, vocab.Affiliate:
		return false
	}
	return k.Trust()
}

// badge reads a kicker or badge, each part between dividing signs by itself.
func (t *truster) badge(b *block.Block, i, headline int) {
	link := 2*int(b.LinkChars) > len(b.Text)
	nodes := t.in.Doc.Nodes
	if n := &nodes[b.First]; n.Flags&(page.InForm|page.InNav) != 0 && t.in.Roles[i] != label.Kicker {
		return
	}
	text := b.Text
	if !link || t.in.Roles[i] == label.Kicker || t.named(b, kickerMarks) {
		text = t.parted(b)
	}
	var room [8]vocab.Hit
	for _, h := range t.in.Words.Find(room[:0], text, vocab.Kicker|vocab.Badge) {
		if !badgeKind(h.Kind) {
			continue
		}
		words := text[h.Start:h.End]
		if t.in.Roles[i] != label.Kicker && i > headline && headline >= 0 && strings.HasSuffix(text, ":") {
			t.refuse(h.Kind, words, "dom", "it leads to what stands below it")
			continue
		}
		if h.Kind == vocab.Live && t.in.Roles[i] != label.Kicker && b.Level > 0 && i < headline-1 {
			t.refuse(h.Kind, words, "dom", "it heads a box of its own above the article")
			continue
		}
		if h.Kind == vocab.Sponsored && h.Whole() && t.in.Roles[i] != label.Kicker && !t.named(b, kickerMarks) && t.in.Words.Has(b.Text, vocab.Line, vocab.Advert) {
			t.refuse(h.Kind, words, "dom", "it marks an advertisement's place")
			continue
		}
		if h.Kind == vocab.Live && (link || !t.named(b, liveClass)) && t.in.Roles[i] != label.Kicker {
			t.refuse(h.Kind, words, "dom", "the word alone may lead to the live programme")
			continue
		}
		if h.Kind == vocab.Opinion && t.in.Roles[i] != label.Kicker && !t.named(b, kickerMarks) && t.in.Words.Has(b.Text, vocab.Line, vocab.Comments) {
			t.refuse(h.Kind, words, "dom", "it leads to the readers' comments")
			continue
		}
		if link && h.Kind == vocab.Paywall {
			t.refuse(h.Kind, words, "dom", "a link that sells")
			continue
		}
		if link && t.inMenu(i) {
			t.refuse(h.Kind, words, "dom", "one link in a row of links")
			continue
		}
		t.add(article.TrustLabel{Kind: string(h.Kind), Label: b.Text, Source: "dom"}, "a kicker or badge with the article")
	}
}

// parted gives a block's text with a bar between its elements, up to three of
// them: a kicker and a section set side by side read as one line, but are two.
func (t *truster) parted(b *block.Block) string {
	if b.Last-b.First <= 1 {
		return b.Text
	}
	nodes := t.in.Doc.Nodes
	var parts [3]string
	n, last := 0, int32(-1)
	for at := b.First; at < b.Last; at++ {
		x := &nodes[at]
		if x.Type != html.TextNode || x.Flags&page.Hidden != 0 || strings.TrimSpace(x.Data) == "" || x.Parent == last {
			continue
		}
		if n == len(parts) || label.IsCounter(strings.TrimSpace(x.Data)) { // "1,693 views" are one
			return b.Text
		}
		if n > 0 && oneWord(parts[n-1], x.Data) {
			return b.Text
		}
		parts[n], last = x.Data, x.Parent
		n++
	}
	if n < 2 {
		return b.Text
	}
	return strings.Join(strings.Fields(strings.Join(parts[:n], " | ")), " ")
}

// oneWord says whether two elements' texts are parts of one word, as of a user's
// name in several colours: small letters go on without a space, and one part is
// too short for a section's name.
func oneWord(a, b string) bool {
	before, _ := utf8.DecodeLastRuneInString(a)
	after, _ := utf8.DecodeRuneInString(b)
	return unicode.IsLetter(before) && unicode.IsLower(after) && min(utf8.RuneCountInString(a), utf8.RuneCountInString(b)) < 4
}

// sponsor reads a link that the article's own head marks as paid for: it stands
// right over the headline, or in the kicker. Links to shops further
// down are the affiliate's.
func (t *truster) sponsor(b *block.Block, i, headline int) {
	if b.LinkChars == 0 || headline < 0 || i < headline-3 || t.in.Roles[i] == label.Byline {
		return
	}
	nodes := t.in.Doc.Nodes
	for at := b.First; at < b.Last; at++ {
		a := nodes[at].Parent
		if nodes[at].Type != html.TextNode || a < 0 || nodes[a].Atom != atom.A || !slices.Contains(strings.Fields(strings.ToLower(nodes[a].Attribute("rel"))), "sponsored") {
			continue
		}
		if i > headline && t.in.Roles[i] != label.Kicker && !t.named(b, kickerMarks) {
			t.refuse(vocab.Sponsored, b.Text, "dom", "a paid link in the page, not the article's own label")
			return
		}
		t.add(article.TrustLabel{Kind: string(vocab.Sponsored), Label: b.Text, URL: t.in.Resolve(nodes[a].Attribute("href")), Source: "dom"}, "rel=sponsored in the article's head")
		return
	}
}

// inMenu says whether a short link stands in a row of short links: a menu that
// no markup names as one.
func (t *truster) inMenu(i int) bool {
	links := 0
	nodes := t.in.Doc.Nodes
	menu := nodes[t.in.Blocks[i].First].Flags & page.InNav // the page's own menu may end right above a kicker
	for k := max(i-2, 0); k <= min(i+2, len(t.in.Blocks)-1); k++ {
		b := &t.in.Blocks[k]
		if k != i && nodes[b.First].Flags&page.InNav == menu && len(b.Text) < 40 && 2*int(b.LinkChars) > len(b.Text) && t.in.Roles[k] == label.None {
			links++
		}
	}
	return links >= 2
}

// ownBadge says whether a line next to the headline, in an element named for
// advertising or for membership, is the article's own: it says in two words or
// more that the text is paid for, or it is a badge for subscribers and no link.
func (t *truster) ownBadge(b *block.Block, i, headline int, ad bool) bool {
	if len(b.Text) > longestBadge || i < headline-3 || i > headline+3 || 2*int(b.LinkChars) > len(b.Text) || t.in.Words.Has(b.Text, vocab.Line, vocab.Advert) {
		return false
	}
	var room [8]vocab.Hit
	for _, h := range t.in.Words.Find(room[:0], b.Text, vocab.Kicker|vocab.Badge) {
		if ad && h.Kind == vocab.Sponsored && h.To-h.From >= 2 || !ad && h.Kind == vocab.Paywall && h.Whole() {
			return true
		}
	}
	return false
}

// lookAlike tells, where reasons are wanted, of a kicker or badge that says a
// kind but is another article's or the menu's.
func (t *truster) lookAlike(b *block.Block) {
	if !t.in.Trace.On() || len(b.Text) > longestBadge {
		return
	}
	n := &t.in.Doc.Nodes[b.First]
	why := "it stands in a box of other content"
	switch {
	case n.Flags&page.Hidden != 0:
		why = "the reader never sees it"
	case n.Flags&page.InNav != 0:
		why = "it stands in a menu"
	case n.Flags&page.InFooter != 0:
		why = "it stands in the footer"
	}
	var room [8]vocab.Hit
	for _, h := range t.in.Words.Find(room[:0], b.Text, vocab.Kicker|vocab.Badge) {
		if badgeKind(h.Kind) {
			t.refuse(h.Kind, b.Text[h.Start:h.End], "dom", why)
			return
		}
	}
}
