package byline

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"copydesk/extract/label"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// linkedAuthors reads links that lead to an author: rel=author, or an address that says so.
func linkedAuthors(in *label.Input, first, last int32) *byline {
	nodes := in.Doc.Nodes
	b := &byline{source: "dom", urls: map[string]string{}, sure: true}
	from := first
	for from > 0 && nodes[from].Flags&page.InLink != 0 && nodes[from].Atom != atom.A { // the block may stand inside the link
		from = nodes[from].Parent
	}
	before := "" // the words since the block began or the last author was named …
	line := 0    // … and where in them the line begins
	ends := endsSentence(in.Doc, first, last)
	for i := from; i < last; i++ {
		n := &nodes[i]
		if n.Type == html.TextNode && n.Flags&page.InLink == 0 && len(before) < 8*longestOpening {
			before += " " + n.Data
		}
		if n.Atom == atom.Br {
			line = len(before)
		}
		if n.Atom != atom.A {
			continue
		}
		href, rel := n.Attribute("href"), n.Attribute("rel")
		if href == "" || !strings.Contains(" "+rel+" ", " author ") && !leadsToAuthor(href) && !n.Class.Has(bylineWords) {
			continue
		}
		if len(before)-line > longestOpening && strings.Contains(strings.TrimSpace(before[line:]), ". ") {
			break // who is named behind a sentence, as under a picture
		}
		if helps(in, before) || ends && inSentence(in, before[line:]) {
			continue
		}
		before, line = "", 0
		strict := !strings.Contains(" "+rel+" ", " author ")
		for _, name := range linkNames(in, i, strict) {
			b.names = append(b.names, name)
			if u := in.Address(href); u != "" {
				b.urls[label.Folded(name.text)] = u
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
func linkNames(in *label.Input, i int32, strict bool) []named {
	whole := in.Doc.Words(i, 200)
	if once, twice := strings.CutSuffix(whole, whole[:len(whole)/2]); twice && len(whole)%2 == 1 {
		whole = strings.TrimSpace(once) // the name is there twice, for two widths of screen
	}
	if names := parseNames(in, whole, true); len(names) > 0 && names[0].sort == person {
		return names
	}
	for _, text := range in.Texts(i, in.Doc.Nodes[i].End) {
		if names := parseNames(in, text, strict); len(names) > 0 {
			return names
		}
	}
	if isHandle(whole, in.Doc.Nodes[i].Attribute("href")) {
		if n := judgeName(in, whole, false, true); n.sort == person {
			return []named{n}
		}
	}
	return nil
}

// isHandle says whether the words of a link are what the page of an author is
// named for: "Idamo" in a link to /author/idamo/. What a link does ("Follow",
// "More") names no page.
func isHandle(words, href string) bool {
	path, _, _ := strings.Cut(strings.TrimRight(href, "/"), "?")
	i := strings.LastIndexByte(path, '/')
	return i > 0 && len(words) > 2 && label.Squeezed(words) == label.Squeezed(path[i:]) &&
		(strings.HasSuffix(path[:i], "/author") || strings.HasSuffix(path[:i], "/authors") || strings.HasSuffix(path[:i], "/autor") || strings.HasSuffix(path[:i], "/auteur"))
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

// inSentence says whether words before a link to a person's page begin a sentence
// about that person ("Nobody knows what Ida Moen will sing?"): none of them opens
// a byline or is a role. Who writes is named first: "Ida Moen covers the harbour."
func inSentence(in *label.Input, before string) bool {
	var room [8]vocab.Hit
	return strings.TrimSpace(before) != "" && len(in.Words.Find(room[:0], before, vocab.Byline)) == 0
}

// endsSentence says whether the last words between two nodes end as a sentence does.
func endsSentence(doc *page.Document, first, last int32) bool {
	for i := last - 1; i >= first; i-- {
		if s := strings.TrimRight(doc.Nodes[i].Data, " \t\n\r”\"»“"); doc.Nodes[i].Type == html.TextNode && s != "" {
			return strings.ContainsAny(s[len(s)-1:], ".!?")
		}
	}
	return false
}
