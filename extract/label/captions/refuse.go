package captions

import (
	"golang.org/x/net/html/atom"

	"copydesk/extract/label"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// Groups of class words that mark what is not this article's own. Those of consent
// boxes are left out: no picture stands there, and "cmp-" opens the names of all
// components of a system that many sites are built with.
var (
	foreignClass = page.ClassGroup("related") | page.ClassGroup("comment") | page.ClassGroup("newsletter") |
		page.ClassGroup("bio") | page.ClassGroup("share") | page.ClassGroup("ad")
	teaserClass  = page.ClassGroup("teaser") | page.ClassGroup("sidebar") | page.ClassGroup("byline") | page.ClassGroup("nav")
	galleryClass = classGallery
)

// refuse says why a candidate is no caption of this article, or "".
func (f *captionFinder) refuse(c candidate) string {
	n := &f.nodes[c.first]
	switch {
	case n.Flags&page.Hidden != 0 && n.Flags&page.Unfoldable == 0 && !f.folded(c):
		return "the reader never sees it"
	case n.Flags&(page.InNav|page.InFooter) != 0:
		return "it stands in the page's menu or footer"
	case n.Flags&page.InHeader != 0 && f.body.Headline >= 0 && f.nodes[f.body.Headline].Flags&page.InHeader == 0:
		return "it stands in the page's header"
	}
	if why := f.foreign(c); why != "" {
		return why
	}
	if f.playlist(c) {
		return "it names a film in a player that offers others"
	}
	if f.linked(c) {
		return "it belongs to a link to another page"
	}
	return f.outside(c)
}

// folded says whether hidden words are a picture's, which says the same in its
// alternative text, and a button stands with it that brings them up.
func (f *captionFinder) folded(c candidate) bool {
	if !c.alt || c.holder < 0 {
		return false
	}
	for i := c.holder; i < f.nodes[c.holder].End; i++ {
		if f.nodes[i].Atom == atom.Button {
			return true
		}
	}
	return false
}

// foreign looks at the elements around a candidate, up to the article's own.
func (f *captionFinder) foreign(c candidate) string {
	for at := f.nodes[c.first].Parent; at > 0; at = f.nodes[at].Parent {
		if f.body.Headline >= 0 && f.body.Inside(f.nodes, f.body.Headline, at) || f.holdsBody(at) { // holds some of the article's text: what names it names the article
			return ""
		}
		n := &f.nodes[at]
		switch {
		case n.Class.Has(foreignClass) && !n.Class.Has(classMedia|classCaption|galleryClass):
			return "it stands in a box of other content"
		case (n.Class.Has(teaserClass) || n.Atom == atom.Aside) && f.teaser(at):
			return "it stands in a teaser"
		}
	}
	return ""
}

// holdsBody says whether text of the body stands in an element beside its figures.
func (f *captionFinder) holdsBody(at int32) bool {
	for i := f.blockFrom(at); i < len(f.in.Blocks) && f.in.Blocks[i].First < f.nodes[at].End; i++ {
		b := &f.in.Blocks[i]
		if b.Scores.Body >= 0.5 && b.Figure < 0 && len(b.Text) > 80 && !f.nodes[b.Node].Class.Has(classCaption) && 2*int(b.LinkChars) < len(b.Text) {
			return true
		}
	}
	return false
}

// playlist says whether a figure without a picture heads a list of further films:
// a player that a site sets into its articles, about something else.
func (f *captionFinder) playlist(c candidate) bool {
	if c.media >= 0 || c.holder < 0 {
		return false
	}
	var room [8]vocab.Hit
	for i := f.blockFrom(c.last); i < len(f.in.Blocks) && f.in.Blocks[i].First < f.nodes[c.holder].End; i++ {
		if t := f.in.Blocks[i].Text; len(t) < 40 {
			for _, h := range f.in.Words.Find(room[:0], t, vocab.Line) {
				if h.Kind == vocab.More && h.Whole() {
					return true
				}
			}
		}
	}
	return false
}

// teaser says whether an element offers another article: a heading with a link.
func (f *captionFinder) teaser(at int32) bool {
	for i := f.blockFrom(at); i < len(f.in.Blocks) && f.in.Blocks[i].First < f.nodes[at].End; i++ {
		b := &f.in.Blocks[i]
		if b.Figure >= 0 && b.Level == 0 {
			continue
		}
		if 2*int(b.LinkChars) > len(b.Text) && len(b.Text) > 15 {
			return true
		}
	}
	return false
}

// linked says whether a candidate is part of a link that leads to a page, not to the picture itself.
func (f *captionFinder) linked(c candidate) bool {
	for at, up := c.first, 0; at > 0 && up < 6; up++ {
		n := &f.nodes[at]
		if n.Atom == atom.A {
			return label.LeadsAway(n.Attribute("href"))
		}
		at = n.Parent
	}
	own, link, heading := 0, 0, false
	for i := f.blockFrom(c.first); i < len(f.in.Blocks) && f.in.Blocks[i].First < c.last; i++ {
		b := &f.in.Blocks[i]
		own += len(b.Text)
		link += int(b.LinkChars)
		heading = heading || b.Level > 0 && b.Level < 5 && b.LinkChars > 0
	}
	return heading || 3*link > 2*own
}

// outside says why a candidate's place is not this article's, or "".
func (f *captionFinder) outside(c candidate) string {
	s := &f.body
	switch {
	case s.Inside(f.nodes, c.first, s.Text):
		return ""
	case c.first > s.Last && s.Inside(f.nodes, c.first, s.Article) && (f.inGallery(c) || live(f.in) && f.nodes[c.first].Flags&page.InAside == 0):
		return ""
	case c.first > s.Last:
		return "it stands behind the article's text"
	case s.Inside(f.nodes, c.first, s.Article):
		return ""
	case s.Headline >= 0 && c.first > s.Headline:
		return ""
	case s.Headline >= 0 && f.nodes[c.first].Flags&(page.InArticle|page.InMain) != 0:
		return "" // the lead picture over the headline
	case s.Headline < 0:
		return ""
	}
	return "it stands before the article"
}

// live says whether the page declares a live blog: its entries follow the text
// and may be weak as text, but their pictures are the article's own.
func live(in *label.Input) bool {
	return in.Declared != nil && in.Declared.Article != nil && in.Declared.Article.Is("LiveBlogPosting")
}

// inGallery says whether a candidate stands in a gallery, which sites set behind the text as well.
func (f *captionFinder) inGallery(c candidate) bool {
	for at, up := f.nodes[c.first].Parent, 0; at > f.body.Article && up < 6; up++ {
		if f.nodes[at].Class.Has(galleryClass) {
			return true
		}
		at = f.nodes[at].Parent
	}
	return false
}
