package captions

import (
	"strings"

	"golang.org/x/net/html/atom"

	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// mostBeside is how many blocks a small container holds.
const mostBeside = 12

// beside finds a block that shares a small container with one picture. The
// container is looked for first: most blocks have none.
func (f *captionFinder) beside(b *block.Block) (candidate, bool) {
	if len(f.media) == 0 || len(b.Text) > 700 || 2*int(b.LinkChars) > len(b.Text) || b.Quote >= 0 {
		return candidate{}, false
	}
	at, up, named := f.nodes[b.First].Parent, 0, false
	var pics []int32
	for ; at > 0 && up < 5; up++ {
		n := &f.nodes[at]
		switch n.Atom {
		case atom.Article, atom.Main, atom.Body, atom.Section:
			return candidate{}, false
		}
		if n.Class.Has(notBeside) && !n.Class.Has(classCaption|classCredit) {
			return candidate{}, false
		}
		named = named || n.Atom == atom.Figure || n.Class.Has(classMedia|classGallery|classCaption|classCredit)
		if pics = f.mediaIn(at); len(pics) > 0 {
			break
		}
		at = n.Parent
	}
	if len(pics) == 0 || len(pics) > 2 {
		return candidate{}, false
	}
	from, to := f.blockFrom(at), f.blockFrom(f.nodes[at].End)
	if to-from > mostBeside {
		return candidate{}, false
	}
	text := func() bool { return f.surelyText(b) && !f.nodes[at].Class.Has(classCaption|classCredit) }
	if c, ok := f.credited(b, at, from, to); ok && pics[0] < b.First {
		c.media = pics[0]
		return c, !text()
	}
	if b.Level > 0 || to-from > 4 || !f.words(from, to) || len(b.Text) < 12 && to-from == 1 || aboutArticle(f.in, b.Text) || !f.captions(b, at, up, from, to, named) || text() {
		return candidate{}, false
	}
	return candidate{first: b.First, last: max(b.Last, f.in.Blocks[f.upToText(b, to)-1].Last), media: pics[0], node: at, holder: at,
		why: "it shares a small container with one picture"}, true
}

// upToText gives one behind the last of the blocks from b to to that no paragraph
// of the text parts from b.
func (f *captionFinder) upToText(b *block.Block, to int) int {
	k := f.blockFrom(b.First) + 1
	for k < to && !f.surelyText(&f.in.Blocks[k]) {
		k++
	}
	return min(k, to)
}

// surelyText says whether a block is a paragraph of the text whatever stands beside
// it: it scores high, is in no figure, and ends in no credit. One with a credit at
// its end is a caption that an editor wrote among the paragraphs.
func (f *captionFinder) surelyText(b *block.Block) bool {
	if b.Scores.Body < 0.8 || b.Figure >= 0 || b.Level > 0 {
		return false
	}
	_, credit, ok := PartCredit(f.in.Words, b.Text)
	return !ok || !label.StartsUpper(strings.TrimLeft(credit, "'\"‘“„«(© "))
}

// inPlayer finds the line that stands in an element whose markup says that it
// holds a film, with little else: players often have no <video> before they start.
func (f *captionFinder) inPlayer(b *block.Block) (candidate, bool) {
	for _, t := range f.in.Doc.Facts.Items {
		at := t.Node
		if b.First < at || b.First >= f.nodes[at].End || !t.Is("VideoObject") {
			continue
		}
		from, to := f.blockFrom(at), f.blockFrom(f.nodes[at].End)
		if to-from > 3 || b.Level > 0 || len(b.Text) < 12 || len(b.Text) > 400 || b.LinkChars > 0 || aboutArticle(f.in, b.Text) || f.furniture(b.Text) {
			return candidate{}, false
		}
		return candidate{first: b.First, last: b.Last, node: at, holder: at, media: -1, why: "the line of a film, as the markup says"}, true
	}
	return candidate{}, false
}

// credited finds a short line that stands next to a credit in a box with one
// picture, whatever else the box offers: the product's name over links to shops,
// a caption that a site sets as a heading. The page's headline is none.
func (f *captionFinder) credited(b *block.Block, at int32, from, to int) (candidate, bool) {
	if b.LinkChars > 0 || b.First == f.body.Headline || len(f.mediaIn(at)) > 1 {
		return candidate{}, false
	}
	if b.Level > 0 {
		if to-from > 2 || len(b.Text) < 80 { // a subhead with a picture below it
			return candidate{}, false
		}
	} else if to-from <= 4 && f.words(from, to) || len(b.Text) < 12 || len(b.Text) > 160 { // the plain case, or a counter
		return candidate{}, false
	}
	j := f.blockFrom(b.First) - 1 // the name follows the credit, the heading opens it
	if b.Level > 0 {
		j += 2
	}
	if j < from || j >= to || len(f.in.Blocks[j].Text) > longestCredit || !OpensCredit(f.in.Words, f.in.Blocks[j].Text) || aboutArticle(f.in, b.Text) {
		return candidate{}, false
	}
	by := &f.in.Blocks[j]
	c := candidate{first: b.First, last: b.Last, node: at, holder: at, extra: f.parts(by.First, by.Last), credit: j + 1, why: "it stands by a credit in a box with one picture"}
	for k := range c.extra {
		c.extra[k].credit = true
	}
	return c, true
}

// captions says whether the words beside a picture are a caption: they part
// into text and credit, a credit stands with them, the container is named for
// pictures, or in the text itself the picture has one line beside it.
func (f *captionFinder) captions(b *block.Block, at int32, up, from, to int, named bool) bool {
	if _, _, ok := PartCredit(f.in.Words, b.Text); ok {
		return true
	}
	for i := from; i < to && up < 4; i++ { // a credit of its own beside the words
		if looksLikeCredit(f.in.Words, f.in.Blocks[i].Text) {
			return true
		}
	}
	if to-from == 2 && up < 4 && len(f.mediaIn(at)) == 1 { // a line and a name under it
		one, two := &f.in.Blocks[from], &f.in.Blocks[from+1]
		if one.Level == 0 && len(one.Text) > len(two.Text) && len(one.Text) < 160 && len(two.Text) <= 40 && nameShaped(two.Text) {
			return true
		}
	}
	if b.Scores.Body > 0.6 && b.Figure < 0 || strings.Contains(b.Text, "@") {
		return false
	}
	if named {
		return true
	}
	return len(f.mediaIn(at)) == 1 && to-from <= 2 && len(b.Text) >= 12 && len(b.Text) < 250 && b.Scores.Body < 0.5 &&
		at > f.body.Text && f.nodes[at].End <= f.nodes[f.body.Text].End
}

// notBeside names containers whose picture is a face, a logo or a product, and whose words are no caption.
var notBeside = page.ClassGroup("byline") | page.ClassGroup("bio") | page.ClassGroup("date") | page.ClassGroup("share") | page.ClassGroup("button") | page.ClassGroup("newsletter")

// aboutArticle says whether a short text is a byline, a date line or furniture.
func aboutArticle(in *label.Input, text string) bool {
	if len(text) > 160 {
		return false
	}
	var room [12]vocab.Hit
	for _, h := range in.Words.Find(room[:0], text, vocab.Line|vocab.Date|vocab.Byline) {
		switch h.Kind {
		case vocab.By, vocab.Updated, vocab.Published:
			if h.From == 0 && h.Words > 1 {
				return true
			}
		case vocab.Month, vocab.Weekday:
			if h.Words <= 8 && label.HasDigit(text) {
				return true
			}
		case vocab.Share, vocab.Newsletter, vocab.Subscribe, vocab.More, vocab.Advert, vocab.Tool, vocab.Comments:
			if h.Words <= 12 {
				return true
			}
		}
	}
	return label.HasClock(text)
}

// words says whether the blocks from … to are few words without heading or links: no teaser.
func (f *captionFinder) words(from, to int) bool {
	size, link := 0, 0
	for i := from; i < to; i++ {
		b := &f.in.Blocks[i]
		if b.Level > 0 {
			return false
		}
		size += len(b.Text)
		link += int(b.LinkChars)
	}
	return size <= 900 && 2*link <= size
}
