package label

import (
	"strings"

	"golang.org/x/net/html/atom"

	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// declaredAuthors reads the author of the article's JSON-LD node, else of the page's.
func (in *Input) declaredAuthors() *byline {
	for _, t := range [...]*page.Thing{in.Declared.Article, in.Declared.Page} {
		if t == nil {
			continue
		}
		for _, prop := range [...]string{"author", "creator"} {
			if b := in.thingAuthors(t, prop, "jsonld"); b != nil {
				return b
			}
		}
	}
	return nil
}

// isSection says whether a text is the name of the section that the article is
// declared for: systems fill in the author's place with it.
func (in *Input) isSection(name string) bool {
	f := folded(name)
	if t := in.Declared.Article; t != nil {
		for _, v := range t.All("articleSection") {
			if v.Text != "" && folded(v.Text) == f {
				return true
			}
		}
	}
	if s := in.Doc.Facts.MetaContent("article:section"); s != "" && folded(s) == f {
		return true
	}
	for i := range in.Doc.Nodes { // <a rel="category tag">News</a>
		n := &in.Doc.Nodes[i]
		if n.Atom == atom.A && strings.Contains(attr(n, "rel"), "category") && folded(in.Doc.Words(int32(i), longestName)) == f {
			return true
		}
	}
	return false
}

func (in *Input) itemAuthors() *byline {
	if t := in.Declared.Item; t != nil && in.aboutThis(t) {
		if b := in.thingAuthors(t, "author", "microdata"); b != nil {
			return b
		}
	}
	return nil
}

// aboutThis says whether a thing that names a headline names this article's.
// Pages mark up their teasers as articles, too.
func (in *Input) aboutThis(t *page.Thing) bool {
	h := folded(t.Text("headline"))
	return h == "" || in.headline == "" || likeness(h, in.headline) >= 0.5
}

func (in *Input) thingAuthors(t *page.Thing, prop, source string) *byline {
	b := &byline{source: source, urls: map[string]string{}, sure: true}
	for _, v := range t.All(prop) {
		name, link, org := v.Text, "", false
		if v.Node > 0 && in.Doc.Nodes[v.Node].Flags&page.InFigure != 0 {
			continue // who took the picture
		}
		if v.Thing == nil && v.Node > 0 {
			name = strings.Join(in.texts(v.Node, in.Doc.Nodes[v.Node].End), "|")
		}
		if v.Thing != nil {
			name, link = v.Thing.Text("name"), v.Thing.URL("url")
			org = !v.Thing.Is("Person") && v.Thing.Is("Organization", "NewsMediaOrganization", "Corporation")
			if name == "" {
				name = strings.TrimSpace(v.Thing.Text("givenName") + " " + v.Thing.Text("familyName"))
			}
		}
		names := in.parseNames(name, false)
		if org && len(names) > 0 { // an organisation's name is not taken apart
			if n := in.judgeName(name, false, true); n.sort != agency {
				names = []named{{name, institution}}
			}
		}
		for _, n := range names {
			if in.isSection(n.text) {
				continue
			}
			b.names = append(b.names, n)
			if u := in.address(link); u != "" {
				b.urls[folded(n.text)] = u
			}
		}
	}
	if b.names = unique(b.names); len(b.names) == 0 {
		return nil
	}
	return b
}

// metaNames are the metas that name authors, those first that are made for it.
var metaNames = []string{
	"citation_author", "article:author_name", "article:byline", "author", "parsely-author", "byl", "byline", "dc.creator",
	"dcterms.creator", "dc.author", "article:author", "articleauthor", "article_author", "mrf:authors", "cxenseparse:author",
	"sailthru.byline_name", "sailthru.author", "og:author", "og:article:author", "creator", "dable:author", "shareaholic:article_author_name",
}

// metaAuthors reads the first meta that names a person, else the first that names anybody.
func (in *Input) metaAuthors() *byline {
	var second *byline
	for _, name := range metaNames {
		b := &byline{source: "meta " + name, sure: true}
		for _, m := range in.Doc.Facts.Meta {
			if m.Name != name {
				continue
			}
			content := m.Content
			if first, last, ok := strings.Cut(content, ", "); ok && name == "citation_author" && !strings.Contains(last, ",") {
				content = last + " " + first // "Moen, Ida"
			}
			for _, n := range in.parseNames(content, false) {
				if !in.isSection(n.text) {
					b.names = append(b.names, n)
				}
			}
		}
		if b.names = unique(b.names); b.count(person) > 0 {
			return b
		}
		if second == nil && len(b.names) > 0 {
			second = b
		}
	}
	// A common plugin shows the author to messengers as a labelled line.
	if f := &in.Doc.Facts; in.opens(f.MetaContent("twitter:label1")) {
		if names := in.parseNames(f.MetaContent("twitter:data1"), false); len(names) > 0 && !in.isSection(names[0].text) {
			return &byline{source: "meta twitter:data1", names: names}
		}
	}
	return second
}

// opens says whether a text is nothing but what opens a byline.
func (in *Input) opens(s string) bool {
	var room [4]vocab.Hit
	for _, h := range in.Words.Find(room[:0], s, vocab.Byline) {
		if h.Kind == vocab.By && h.Whole() {
			return true
		}
	}
	return false
}
