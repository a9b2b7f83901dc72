package label

import (
	"net/url"
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

// byline is what one source says about the authors.
type byline struct {
	source string
	names  []named
	urls   map[string]string // by folded name
	sure   bool              // names that are marked as authors, not only placed like them
}

// persons gives how many of its names are people.
func (b *byline) count(sort nameSort) (n int) {
	for i := range b.names {
		if b.names[i].sort == sort {
			n++
		}
	}
	return n
}

// FindAuthors decides who wrote the article. One source is believed as a whole,
// the first in a fixed order that names people: JSON-LD, microdata, meta,
// the byline that the page shows. Pooling the sources would collect every
// author's errors instead. The site itself, a newsroom or an agency is the
// author only where no source names a person.
func FindAuthors(in *Input) []article.Author {
	shown := in.shownByline()
	sources := []*byline{in.declaredAuthors(), in.itemAuthors(), in.metaAuthors(), shown}
	var best *byline
	for _, b := range sources {
		switch {
		case b == nil:
		case best == nil, best.count(person) == 0 && b.count(person) > 0:
			best = b
		case b != shown && best.count(person) == 0 && best.count(agency) == 0 && b.count(agency) > 0:
			best = b
		}
	}
	if best == nil {
		return nil
	}
	why := "the first source that names somebody"
	if best != shown && shown != nil && shown.sure && shown.holds(best) {
		best, why = shown, "the shown byline names these and more"
	}
	return in.authors(best, shown, why)
}

// holds says whether a byline names all people of another one, and somebody more.
func (b *byline) holds(o *byline) bool {
	for _, n := range o.names {
		if n.sort == person && !b.has(n.text) {
			return false
		}
	}
	for _, n := range b.names {
		if !looksLikeName(n.text) {
			return false
		}
	}
	return b.count(person) > o.count(person) && o.count(person) > 0
}

func (b *byline) has(name string) bool {
	f := folded(name)
	for i := range b.names {
		if folded(b.names[i].text) == f {
			return true
		}
	}
	return false
}

// authors gives the names of a source in the spelling that the page shows, with their addresses.
func (in *Input) authors(b, shown *byline, why string) []article.Author {
	var out []article.Author
	people := b.count(person)
	for _, n := range b.names {
		if n.sort == institution && people > 0 && in.Declared.isSite(n.text) {
			continue // the site beside its people
		}
		f := folded(n.text)
		a := article.Author{Name: n.text, URL: b.urls[f]}
		if shown != nil && shown != b {
			for _, s := range shown.names {
				if folded(s.text) == f {
					a.Name = s.text
				}
			}
			if a.URL == "" {
				a.URL = shown.urls[f]
			}
		}
		out = append(out, a)
	}
	if in.Trace.On() {
		names := make([]string, len(out))
		for i := range out {
			names[i] = out[i].Name
		}
		in.Trace.Add(Choice{Field: "authors", Value: strings.Join(names, "; "), Source: b.source, Why: why})
	}
	return out
}

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

// address gives a link's absolute form; "" for what is no address of a page.
func (in *Input) address(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if s == "" || err != nil {
		return ""
	}
	if base := in.base(); base != nil {
		u = base.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

// base is the address that links are relative to.
func (in *Input) base() *url.URL {
	if in.Doc.URL != nil {
		return in.Doc.URL
	}
	return in.Declared.Canonical
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
			b.names = append(b.names, in.parseNames(content, false)...)
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
		if names := in.parseNames(f.MetaContent("twitter:data1"), false); len(names) > 0 {
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

// shownByline reads the byline that the page shows near the headline, else
// behind the body. nil when it shows none.
func (in *Input) shownByline() *byline {
	head, from, to, end := in.bylineWindow()
	if b := in.bylineIn(from, to, head); b != nil {
		return b
	}
	if b := in.bylineIn(end, min(end+6, len(in.Blocks)), -1); b != nil {
		return b
	}
	return in.signedByMail(max(end-1, 0), min(end+3, len(in.Blocks)))
}

// signedByMail reads a line at the end that is a name with a mail address.
func (in *Input) signedByMail(from, to int) *byline {
	for i := from; i < to; i++ {
		text := in.Blocks[i].Text
		if j := strings.LastIndexByte(text, '\n'); j >= 0 {
			text = text[j+1:]
		}
		words := strings.Fields(text)
		if len(words) < 2 || len(words) > 7 || in.elsewhere(in.Blocks[i].First) {
			continue
		}
		last := words[len(words)-1]
		if at := strings.IndexByte(last, '@'); at < 1 || !strings.Contains(last[at:], ".") {
			continue
		}
		if names := onlyPeople(in.parseNames(strings.Join(words[:len(words)-1], " "), true)); names != nil {
			return &byline{source: "dom", names: names}
		}
	}
	return nil
}

// bylineWindow gives the blocks among which a byline may stand: around the
// headline up to the first paragraphs of the body, and the block behind its last.
func (in *Input) bylineWindow() (head, from, to, end int) {
	head = -1
	body, last := -1, -1
	for i := range in.Blocks {
		if in.Roles[i] == Headline && head < 0 {
			head = i
		}
		if in.Blocks[i].Scores.Body >= bodyLine && in.Roles[i] == None {
			if body < 0 && i > head {
				body = i
			}
			last = i
		}
	}
	from = max(0, head-8)
	to = max(head+16, body+3)
	return head, from, min(to, len(in.Blocks), max(head, 0)+80), min(max(last, 0), len(in.Blocks))
}

// bylineIn looks through a run of blocks: links to authors first, then a line that
// opens as a byline does, then elements that are named as one.
func (in *Input) bylineIn(from, to, head int) *byline {
	var opened, called *byline
	for i := from; i < to; i++ {
		b := &in.Blocks[i]
		if in.Roles[i] == Headline || utf8.RuneCountInString(b.Text) > 250 || in.Doc.Nodes[b.First].Flags&(page.Hidden|page.InNav|page.InFooter|page.InForm|page.InFigure) != 0 {
			continue
		}
		inByline, refused := in.bylineClass(b.First)
		near := i > head && i <= head+4 && head >= 0
		if refused && !near {
			continue
		}
		if !refused && b.LinkChars > 0 {
			if by := in.linkedAuthors(b.First, b.Last); by != nil && in.writes(i) {
				in.Roles[i] = Byline
				return in.extend(by, i, to)
			}
		}
		if opened == nil && b.Kind != block.Heading {
			if names := in.openedByline(b.Text, b.First, b.Last, near); names != nil {
				opened = &byline{source: "dom", names: names, sure: true}
				in.Roles[i] = Byline
			}
		}
		if called == nil && opened == nil && (inByline && !refused && i < head+12 || near && in.Roles[i] == None && in.nameAndDate(b)) {
			if names := in.calledByline(b.First, b.Last); names != nil {
				called = &byline{source: "dom", names: names}
			}
		}
	}
	if opened != nil {
		return opened
	}
	return called
}

// nameAndDate says whether a block close under the headline is nothing but a
// name and a date, each a text of its own.
func (in *Input) nameAndDate(b *block.Block) bool {
	texts := in.texts(b.First, b.Last)
	return len(texts) >= 2 && len(texts) <= 4 && looksLikeName(texts[0]) && b.Kind != block.Heading && len(in.findDates(texts[len(texts)-1])) > 0
}

// writes says whether the people that block i names are its writers: neither the
// block itself nor the short one before it says that they only helped.
func (in *Input) writes(i int) bool {
	for k := i; k >= max(0, i-1); k-- {
		text := in.Blocks[k].Text
		if k < i && (utf8.RuneCountInString(text) > 40 || in.Roles[k] == Byline) {
			break
		}
		var room [8]vocab.Hit
		helped, wrote := false, false
		for _, h := range in.Words.Find(room[:0], text, vocab.Byline) {
			helped = helped || h.Kind == vocab.Helper && h.From == 0
			wrote = wrote || h.Kind == vocab.By && h.From == 0 && h.Words > 0 && !helped
		}
		if helped {
			return false
		}
		if wrote {
			return true
		}
	}
	return true
}

// extend adds the links to authors of the next blocks: a list of names, one a block.
func (in *Input) extend(by *byline, i, to int) *byline {
	for i++; i < to && i < len(in.Blocks); i++ {
		b := &in.Blocks[i]
		if utf8.RuneCountInString(b.Text) > 80 {
			break
		}
		more := in.linkedAuthors(b.First, b.Last)
		if more == nil || !in.writes(i) {
			break
		}
		in.Roles[i] = Byline
		for f, u := range more.urls {
			by.urls[f] = u
		}
		by.names = append(by.names, more.names...)
	}
	by.names = unique(by.names)
	return by
}

var (
	bylineWords = page.ClassGroup("byline")
	others      = page.ClassGroup("comment") | page.ClassGroup("related")
	notByline   = others | page.ClassGroup("caption") | page.ClassGroup("gallery") |
		page.ClassGroup("credit") | page.ClassGroup("newsletter") | page.ClassGroup("share")
)

// bylineClass says whether an element around a node is named as a byline, and
// whether one is named as something whose names are not this article's authors.
// Elements that hold the headline, too, say nothing about either.
func (in *Input) bylineClass(i int32) (byline, refused bool) {
	nodes := in.Doc.Nodes
	for k := 0; i > 0 && k < 5 && !(in.shown && i <= in.at && nodes[i].End > in.at); k++ {
		c := nodes[i].Class
		if c.Has(bylineWords) || nodes[i].Atom == atom.Address {
			byline = true
		}
		// What is a byline may stand in a box for credits, but not in a comment.
		refused = refused || !byline && c.Has(notByline) || c.Has(others)
		i = nodes[i].Parent
	}
	return byline, refused
}

// linkedAuthors reads links that lead to an author: rel=author, or an address that says so.
func (in *Input) linkedAuthors(first, last int32) *byline {
	nodes := in.Doc.Nodes
	b := &byline{source: "dom", urls: map[string]string{}, sure: true}
	from := first
	for from > 0 && nodes[from].Flags&page.InLink != 0 && nodes[from].Atom != atom.A { // the block may stand inside the link
		from = nodes[from].Parent
	}
	for i := from; i < last; i++ {
		n := &nodes[i]
		if n.Atom != atom.A {
			continue
		}
		href, rel := attribute(n.Node, "href"), attribute(n.Node, "rel")
		if href == "" || !strings.Contains(" "+rel+" ", " author ") && !leadsToAuthor(href) && !n.Class.Has(bylineWords) {
			continue
		}
		strict := !strings.Contains(" "+rel+" ", " author ")
		for _, name := range in.linkNames(i, strict) {
			b.names = append(b.names, name)
			if u := in.address(href); u != "" {
				b.urls[folded(name.text)] = u
			}
		}
	}
	b.names = namesFirst(b.names)
	if b.names = unique(b.names); len(b.names) == 0 {
		return nil
	}
	return b
}

// linkNames reads the names inside a link: all of its text where that is one
// name, else the first of its texts that is; a role or a follow button may come behind.
func (in *Input) linkNames(i int32, strict bool) []named {
	whole := in.Doc.Words(i, 200)
	if once, twice := strings.CutSuffix(whole, whole[:len(whole)/2]); twice && len(whole)%2 == 1 {
		whole = strings.TrimSpace(once) // the name is there twice, for two widths of screen
	}
	if names := in.parseNames(whole, true); len(names) > 0 && names[0].sort == person {
		return names
	}
	for _, text := range in.texts(i, in.Doc.Nodes[i].End) {
		if names := in.parseNames(text, strict); len(names) > 0 {
			return names
		}
	}
	return nil
}

// namesFirst drops what does not look like a name where something else does:
// "archive page" beside "Ida Moen".
func namesFirst(names []named) []named {
	any := false
	for _, n := range names {
		any = any || looksLikeName(n.text)
	}
	if !any {
		return names
	}
	out := names[:0]
	for _, n := range names {
		if looksLikeName(n.text) || n.sort == agency {
			out = append(out, n)
		}
	}
	return out
}

// authorPaths are the parts of an address under which sites keep their authors.
var authorPaths = []string{
	"/author", "/autor", "/auteur", "/journalist", "/staff/", "/writer", "/people/", "/person/", "/profile", "/contributor",
	"/columnist", "/reporter", "/byline", "/by/", "/team/", "/redaktion/", "/redakteur", "/skribent", "/yazar", "/medarbejder",
	"/autoren/", "/autore", "/redattor", "/firma/", "/firmas/", "/redacteur", "/korrespondent", "/szerzo", "/penulis", "/autorka", "/autorzy", "/forfatter", "/avtor", "/tacgia", "/tac-gia", "/reporters", "/tekijat/", "/kirjoittaja",
}

func leadsToAuthor(href string) bool {
	for _, p := range authorPaths {
		if strings.Contains(href, p) {
			return true
		}
	}
	return false
}

// longestOpening is how many bytes of a line are read to see whether it opens a byline.
const longestOpening = 48

// openedByline reads a line that opens as a byline does: "By Ida Moen".
// Near the headline a single word or a newsroom will do.
func (in *Input) openedByline(text string, first, last int32, near bool) []named {
	var room [8]vocab.Hit
	open, line := false, text
	if !near && len(line) > longestOpening { // what opens a byline stands first
		line = line[:longestOpening]
		for !utf8.ValidString(line) {
			line = line[:len(line)-1]
		}
	}
	for _, h := range in.Words.Find(room[:0], line, vocab.Byline) {
		if h.Kind == vocab.By && h.From == 0 && h.To < h.Words {
			open = true
		}
		// "Source: Harbour Post  Author: Ida Moen": a label with a colon opens anywhere.
		if rest := text[h.End:]; h.Kind == vocab.By && h.From > 0 && near && (strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：")) {
			rest = strings.TrimLeft(rest, ":： ")
			if i := strings.IndexFunc(rest, unicode.IsSpace); i > 0 && alone(rest) {
				rest = rest[:i]
			}
			if names := in.parseNames(rest, true); len(names) > 0 {
				return names[:1]
			}
		}
	}
	if !open {
		return nil
	}
	// The line may go on in other elements: a role, a date. Names are read up to the first text that holds none.
	var names []named
	for k, p := range in.texts(first, last) {
		part := in.parseNames(p, true)
		if len(part) == 0 && (k > 0 && len(names) > 0) && !in.joins(p) {
			break
		}
		names = append(names, part...)
	}
	if names = onlyPeople(names); names == nil && near {
		return in.shortByline(text)
	}
	return names
}

// shortByline reads an opened line whose author has no name of the usual form: a
// handle, a first name, a team. It must end where a date, a comma or the line does.
func (in *Input) shortByline(text string) []named {
	var room [8]vocab.Hit
	end := 0
	for _, h := range in.Words.Find(room[:0], text, vocab.Byline) {
		if h.Kind == vocab.By && h.From == 0 {
			end = max(end, h.End)
		}
	}
	rest := strings.TrimLeft(text[end:], " :")
	if dates := in.findDates(rest); len(dates) > 0 { // "by BoDahl on Friday, 12 March"
		words := strings.Fields(rest[:dates[0].start])
		if n := len(words); n > 1 && len(words[n-1]) <= 3 && words[n-1] == strings.ToLower(words[n-1]) {
			words = words[:n-1]
		}
		rest = strings.Join(words, " ")
	}
	if i := strings.IndexAny(rest, ",|•·\n0123456789("); i >= 0 {
		rest = rest[:i]
	}
	if n := len(strings.Fields(rest)); n == 0 || n > 3 {
		return nil
	}
	n := in.judgeName(rest, false, true)
	if n.sort == noName {
		return nil
	}
	return []named{n}
}

// joins says whether a text between two names is only a joiner or what opens a byline.
func (in *Input) joins(s string) bool {
	s = strings.Trim(s, " ,&:")
	if s == "" {
		return true
	}
	var room [4]vocab.Hit
	for _, h := range in.Words.Find(room[:0], s, vocab.Byline) {
		if h.Whole() && (h.Kind == vocab.And || h.Kind == vocab.By) {
			return true
		}
	}
	return false
}

// calledByline reads an element that is named as a byline; its texts must look like names.
func (in *Input) calledByline(first, last int32) []named {
	var names []named
	parts := in.texts(first, last)
	if whole := strings.Join(parts, " "); looksLikeName(whole) {
		parts = []string{whole}
	}
	for _, p := range parts {
		names = append(names, in.parseNames(p, true)...)
	}
	if len(names) > 6 {
		return nil // a list of people, not a byline
	}
	return onlyPeople(names)
}

// onlyPeople drops institutions, and agencies beside people; nil where nobody is left.
func onlyPeople(names []named) []named {
	people := false
	for _, n := range names {
		people = people || n.sort == person
	}
	out := names[:0]
	for _, n := range names {
		if n.sort == person || n.sort == agency && !people {
			out = append(out, n)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return unique(out)
}

// texts gives the texts between two nodes, one an element: "Ida Moen" and
// "Reporter" glued together by the page stay two.
func (in *Input) texts(first, last int32) []string {
	var out []string
	nodes := in.Doc.Nodes
	for i := first; i < last && int(i) < len(nodes); i++ {
		n := &nodes[i]
		if n.Type == html.TextNode && n.Flags&page.Hidden == 0 {
			if s := strings.TrimSpace(n.Data); s != "" && len(s) < 300 {
				out = append(out, s)
			}
		}
	}
	return out
}

func attribute(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}
