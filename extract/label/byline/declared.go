package byline

import (
	"slices"
	"strings"

	"copydesk/extract/label"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// declaredAuthors reads the author of the article's JSON-LD node, else of the page's.
func declaredAuthors(in *label.Input) *byline {
	for _, t := range [...]*page.Thing{in.Declared.Article, in.Declared.Page} {
		if t == nil {
			continue
		}
		for _, prop := range [...]string{"author", "creator"} {
			if b := thingAuthors(in, t, prop, "jsonld"); b != nil {
				return b
			}
		}
	}
	return nil
}

func itemAuthors(in *label.Input) *byline {
	if t := in.Declared.Item; t != nil && in.AboutThis(t) {
		if b := thingAuthors(in, t, "author", "microdata"); b != nil {
			return b
		}
	}
	return nil
}

func thingAuthors(in *label.Input, t *page.Thing, prop, source string) *byline {
	b := &byline{source: source, urls: map[string]string{}, sure: true}
	section := sections{in: in}
	for _, v := range ownValues(in, t.All(prop)) {
		name, link, org := v.Text, "", false
		if v.Node > 0 && in.Doc.Nodes[v.Node].Flags&page.InFigure != 0 {
			continue // who took the picture
		}
		if v.Thing == nil && v.Node > 0 {
			name = strings.Join(in.Texts(v.Node, in.Doc.Nodes[v.Node].End), "|")
		}
		if v.Thing != nil {
			name, link = v.Thing.Text("name"), v.Thing.URL("url")
			org = !v.Thing.Is("Person") && v.Thing.Is("Organization", "NewsMediaOrganization", "Corporation")
			if name == "" {
				name = strings.TrimSpace(v.Thing.Text("givenName") + " " + v.Thing.Text("familyName"))
			}
		}
		names := parseNames(in, name, false)
		if org && len(names) > 0 { // an organisation's name is not taken apart
			if n := judgeName(in, name, false, true); n.sort != agency {
				names = []named{{name, institution}}
			}
		}
		for _, n := range names {
			if section.has(n.text) {
				continue
			}
			b.names = append(b.names, n)
			if u := in.Address(link); u != "" {
				b.urls[label.Folded(n.text)] = u
			}
		}
	}
	if b.names = unique(b.names); len(b.names) == 0 {
		return nil
	}
	return b
}

// ownValues leaves out of the values of microdata those that stand behind the text
// in boxes of other articles, which pages forget to mark as articles of their own;
// and any behind the text where another stands before its end.
func ownValues(in *label.Input, values []page.Value) []page.Value {
	_, _, _, last := in.Window()
	if last >= len(in.Blocks) || len(values) == 0 || values[0].Node == 0 {
		return values
	}
	end := in.Blocks[last].Last
	early := slices.ContainsFunc(values, func(v page.Value) bool { return v.Node > 0 && v.Node < end })
	return slices.DeleteFunc(slices.Clone(values), func(v page.Value) bool {
		return v.Node >= end && (early || in.Within(v.Node, othersBoxes))
	})
}

// othersBoxes names what holds other articles and comments.
var othersBoxes = others | page.ClassGroup("teaser") | page.ClassGroup("sidebar")

// metaNames are the metas that name authors, those first that are made for it.
var metaNames = []string{
	"citation_author", "article:author_name", "article:byline", "author", "parsely-author", "byl", "byline", "dc.creator",
	"dcterms.creator", "dc.author", "article:author", "articleauthor", "article_author", "mrf:authors", "cxenseparse:author",
	"sailthru.byline_name", "sailthru.author", "og:author", "og:article:author", "creator", "dable:author", "shareaholic:article_author_name",
}

// metaAuthors reads the first meta that names a person, else the first that names anybody.
func metaAuthors(in *label.Input) *byline {
	var second *byline
	section := sections{in: in}
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
			for _, n := range parseNames(in, content, false) {
				if !section.has(n.text) {
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
	if f := &in.Doc.Facts; opens(in, f.MetaContent("twitter:label1")) {
		if names := parseNames(in, f.MetaContent("twitter:data1"), false); len(names) > 0 && !section.has(names[0].text) {
			return &byline{source: "meta twitter:data1", names: names}
		}
	}
	return second
}

// opens says whether a text is nothing but what opens a byline.
func opens(in *label.Input, s string) bool {
	var room [4]vocab.Hit
	for _, h := range in.Words.Find(room[:0], s, vocab.Byline) {
		if h.Kind == vocab.By && h.Whole() {
			return true
		}
	}
	return false
}
