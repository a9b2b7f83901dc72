package label

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"copydesk/article"
	"copydesk/extract/block"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// Amounts of running text, in code points, that tell the kinds apart.
const (
	fullText = 1200 // with this much an error message or a consent box is part of the page, not all of it
	someText = 250  // with less nothing is an article unless the page says so
)

// FindKind says what sort of page it is. A page is an article unless there is
// strong evidence of another kind: what the page declares, its headings' words
// and a lack of text, together. It is asked when the body and the captions are
// known.
func FindKind(in *Input, a *article.Article) article.PageKind {
	k := kindReader{in: in, a: a}
	k.measure()
	kind, why := k.decide()
	in.Trace.Add(Choice{Field: "page_kind", Value: string(kind), Why: why})
	return kind
}

type kindReader struct {
	in *Input
	a  *article.Article

	text     int // code points of the body's running text
	captions int // code points of the captions
	figures  int // blocks beside pictures …
	beside   int // … and their code points, where they were taken for body
	teasers  int // headings that are links, outside of menus
	links    int // lines that are links, outside of menus
	linked   int // share of the page's text that stands in links, in hundredths
}

// measure counts the running text and the marks of a list of teasers.
func (k *kindReader) measure() {
	for _, b := range k.a.Body {
		switch b.Type {
		case article.Paragraph, article.Quote, article.List:
			k.text += utf8.RuneCountInString(b.PlainText())
		}
	}
	for _, c := range k.a.Captions {
		k.captions += utf8.RuneCountInString(c.Text)
	}
	chars, links := 0, 0
	for i := range k.in.Blocks {
		b := &k.in.Blocks[i]
		chars += len(b.Text)
		if r := k.in.Roles[i]; (r == Body || r == Caption) && k.in.Doc.Nodes[b.First].Flags&page.InFigure != 0 {
			k.figures++
			if r == Body {
				k.beside += utf8.RuneCountInString(b.Text)
			}
		}
		links += int(b.LinkChars)
		if b.Kind == block.Heading && int(b.LinkChars)*10 >= len(b.Text)*9 && len(b.Text) > 15 &&
			k.in.Doc.Nodes[b.First].Flags&(page.InNav|page.InFooter|page.InAside|page.Hidden) == 0 && k.in.Roles[i] != Headline {
			k.teasers++
		}
		if len(b.Text) > 25 && len(b.Text) < 400 && int(b.LinkChars)*10 >= len(b.Text)*7 &&
			k.in.Doc.Nodes[b.First].Flags&(page.InNav|page.InFooter|page.InAside|page.Hidden) == 0 {
			k.links++
		}
	}
	if chars > 0 {
		k.linked = 100 * links / chars
	}
}

func (k *kindReader) decide() (article.PageKind, string) {
	// What stands instead of an article says so in its headings and has little else.
	if k.text < fullText {
		if kind, why := k.notice(); kind != "" {
			return kind, why
		}
	}
	declared := k.declaredArticle()
	switch {
	case k.video() && k.text < 2*someText:
		return article.KindVideo, "declared as a film, with little text"
	case k.gallery():
		return article.KindGallery, "pictures with captions, and little text beside them"
	case !declared && k.index():
		return article.KindIndex, "a list of teasers, declared as no article"
	case declared && (k.text > 0 || k.a.Headline != ""):
		return article.KindArticle, "declared as one"
	case k.text >= someText:
		return article.KindArticle, "has a body of running text"
	case k.text >= someText/3 && k.a.Headline != "" && (k.a.Published != "" || len(k.a.Authors) > 0):
		return article.KindArticle, "a short text with headline and date or author"
	}
	return article.KindOther, "too little text"
}

// notice finds the words of an error page, a robot check or a wall in the title
// and the headings.
func (k *kindReader) notice() (article.PageKind, string) {
	heads := []string{mainPart(k.in.Doc.Facts.Title), k.a.Headline}
	sure := k.in.Declared.Article != nil && IsArticle(k.in.Declared.Article) && k.text >= someText
	for i := range k.in.Blocks {
		b := &k.in.Blocks[i]
		if sure {
			break // only the title and the headline could still say otherwise
		}
		if b.Kind == block.Heading && b.Level <= 2 && k.in.Doc.Nodes[b.First].Flags&(page.InNav|page.InFooter|page.InAside) == 0 && len(heads) < 8 {
			heads = append(heads, b.Text)
		}
	}
	if k.text < someText { // a robot check may have no heading at all
		for i := range k.in.Blocks {
			if len(heads) < 14 && utf8.RuneCountInString(k.in.Blocks[i].Text) < 140 {
				heads = append(heads, k.in.Blocks[i].Text)
			}
		}
	}
	var room [8]vocab.Hit
	for n, s := range heads {
		for _, h := range k.in.Words.Find(room[:0], s, vocab.Kicker) {
			if !strings.Contains(h.Phrase, "…") && 2*(h.To-h.From) < h.Words {
				continue // the words are a small part of a longer heading: a story about such pages
			}
			if kind := k.kindOf(h.Kind, n); kind != "" {
				return kind, "says " + s
			}
		}
	}
	return "", ""
}

// mainPart gives a title without what stands behind its last separator, the site.
func mainPart(title string) string {
	for _, sep := range [...]string{" | ", " - ", " – ", " — ", " · ", " « "} {
		if i := strings.LastIndex(title, sep); i > 0 {
			return title[:i]
		}
	}
	return title
}

// kindOf gives the kind that a notice makes the page. n is the heading's place:
// title and headline come first and say more.
func (k *kindReader) kindOf(kind vocab.Kind, n int) article.PageKind {
	article1 := k.in.Declared.Article != nil && IsArticle(k.in.Declared.Article)
	switch kind {
	case vocab.Missing:
		if n < 2 || k.text < someText && !article1 {
			return article.KindError
		}
	case vocab.Robot:
		if n < 2 && !article1 || k.text < someText && !article1 {
			return article.KindBlocked
		}
	case vocab.Consent:
		if !article1 && (n < 2 || k.text < someText) || k.text < someText/2 && k.a.Headline == "" {
			return article.KindWall
		}
	case vocab.Login:
		if !article1 && (n < 2 && k.text < 2*someText || k.text < someText && k.passwordForm()) {
			return article.KindWall
		}
	}
	return ""
}

func (k *kindReader) passwordForm() bool {
	nodes := k.in.Doc.Nodes
	for i := range nodes {
		if nodes[i].Atom == atom.Input && nodes[i].Attribute("type") == "password" {
			return true
		}
	}
	return false
}

func (k *kindReader) declaredArticle() bool {
	if t := k.in.Declared.Article; t != nil && IsArticle(t) {
		return true
	}
	if t := k.in.Declared.Item; t != nil && IsArticle(t) && k.in.AboutThis(t) {
		return true
	}
	og := strings.ToLower(k.in.Doc.Facts.MetaContent("og:type"))
	return strings.HasPrefix(og, "article") || k.in.Doc.Facts.MetaContent("article:published_time") != ""
}

// index says whether the page lists other articles rather than being one.
func (k *kindReader) index() bool {
	listed := false
	for _, t := range k.in.Doc.Facts.LD {
		if t.Held == "" && t.Is("CollectionPage", "ItemList", "SearchResultsPage", "Blog") {
			listed = true
		}
	}
	if !listed && len(Terms(k.in.Headline)) >= 5 && k.in.HeadlineShown {
		return false // a headline of a story, whatever is listed below it
	}
	website := strings.EqualFold(k.in.Doc.Facts.MetaContent("og:type"), "website")
	switch {
	case listed && k.teasers >= 3:
		return true
	case k.teasers >= 6 && k.longest() < 4*someText && (website || k.linked > 35 || k.text < k.teasers*400):
		return true
	case k.links >= 8 && k.longestParagraph() < 350 && len(Terms(k.in.Headline)) <= 3 && k.a.Published == "" && len(k.a.Authors) == 0:
		return true // a section's name over short entries, each a link
	case k.linked > 70 && k.text < someText && k.teasers >= 3:
		return true
	}
	return false
}

// longest gives the length of the longest run of the body without a heading: a
// list of teasers has a heading every few lines.
func (k *kindReader) longest() int {
	run, best := 0, 0
	for _, b := range k.a.Body {
		if b.Type == article.Heading {
			run = 0
			continue
		}
		run += utf8.RuneCountInString(b.PlainText())
		best = max(best, run)
	}
	return best
}

func (k *kindReader) longestParagraph() (best int) {
	for _, b := range k.a.Body {
		if b.Type == article.Paragraph {
			best = max(best, utf8.RuneCountInString(b.Text))
		}
	}
	return best
}

func (k *kindReader) video() bool {
	if og := strings.ToLower(k.in.Doc.Facts.MetaContent("og:type")); strings.HasPrefix(og, "video") {
		return true
	}
	if t := k.in.Declared.Article; t != nil {
		return t.Is("VideoObject") && t.Held == ""
	}
	return false
}

func (k *kindReader) gallery() bool {
	for _, t := range k.in.Doc.Facts.LD {
		if t.Held == "" && t.Is("ImageGallery", "MediaGallery") && k.text < 4*someText {
			return true
		}
	}
	prose, captions := k.text-k.beside, k.captions+k.beside
	return max(len(k.a.Captions), k.figures) >= 4 && captions > prose && prose < someText+someText/2
}
