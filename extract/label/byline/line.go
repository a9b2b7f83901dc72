package byline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"copydesk/extract/label"
	"copydesk/extract/label/dates"
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

// helps says whether the last words that open a list of people say that they only helped.
func helps(in *label.Input, s string) bool {
	var room [8]vocab.Hit
	helped, opened := 0, 0 // where the last of each ends
	for _, h := range in.Words.Find(room[:0], s, vocab.Byline) {
		switch h.Kind {
		case vocab.Helper, vocab.Translated:
			helped = max(helped, h.End)
		case vocab.By:
			opened = max(opened, h.End)
		}
	}
	return helped > 0 && helped >= opened
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
func openedByline(in *label.Input, text string, first, last int32, near bool) []named {
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
		if rest := text[h.End:]; h.Kind == vocab.By && h.From > 0 && near && (strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：")) && !helps(in, text[:h.End]) {
			rest = strings.TrimLeft(rest, ":： ")
			if i := strings.IndexFunc(rest, unicode.IsSpace); i > 0 && alone(rest) {
				rest = rest[:i]
			}
			if names := parseNames(in, rest, true); len(names) > 0 {
				return names[:1]
			}
		}
	}
	if !open {
		return nil
	}
	// The line may go on in other elements: a role, a date. Names are read up to the first text that holds none.
	var names []named
	for k, p := range in.Texts(first, last) {
		part := parseNames(in, p, true)
		if len(part) == 0 && (k > 0 && len(names) > 0) && !joins(in, p) {
			break
		}
		names = append(names, part...)
	}
	if names = onlyPeople(names); names == nil && near {
		return shortByline(in, text)
	}
	return names
}

// behindDate reads a line in which a date stands before what opens a byline:
// "posted on 12 March 2024 by Ida Moen".
func behindDate(in *label.Input, text string) []named {
	var room [8]vocab.Hit
	for _, h := range in.Words.Find(room[:0], text, vocab.Byline) {
		if h.Kind == vocab.By && h.From > 0 && onlyDate(in, text[:h.Start]) {
			rest := text[h.End:]
			if i := strings.Index(strings.ToLower(rest), " in "); i > 0 && len(strings.ToLower(rest)) == len(rest) {
				rest = rest[:i] // "… by Ida Moen in Shipping": the section
			}
			if names := parseNames(in, rest, true); len(names) > 0 {
				return names
			}
		}
	}
	return nil
}

// onlyDate says whether a text is a date and a few words that belong to it.
func onlyDate(in *label.Input, s string) bool {
	rest := len(strings.TrimSpace(s))
	for _, d := range dates.In(in, s) {
		rest -= d.End - d.Start
	}
	return rest < len(strings.TrimSpace(s)) && rest <= 16
}

// shortByline reads an opened line whose author has no name of the usual form: a
// handle, a first name, a team. It must end where a date, a comma or the line does.
func shortByline(in *label.Input, text string) []named {
	var room [8]vocab.Hit
	end := 0
	for _, h := range in.Words.Find(room[:0], text, vocab.Byline) {
		if h.Kind == vocab.By && h.From == 0 {
			end = max(end, h.End)
		}
	}
	rest := strings.TrimLeft(text[end:], " :")
	if dates := dates.In(in, rest); len(dates) > 0 { // "by BoDahl on Friday, 12 March"
		words := strings.Fields(rest[:dates[0].Start])
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
	n := judgeName(in, rest, false, true)
	if n.sort == noName {
		return nil
	}
	return []named{n}
}

// joins says whether a text between two names is only a joiner or what opens a byline.
func joins(in *label.Input, s string) bool {
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
func calledByline(in *label.Input, first, last int32) []named {
	var names []named
	parts := in.Texts(first, last)
	if whole := strings.Join(parts, " "); looksLikeName(whole) && !(looksLikeName(parts[0]) && len(strings.Fields(whole)) > len(strings.Fields(parts[0]))+1) {
		parts = []string{whole} // "Ida" and "Moen", each in an element of its own
	}
	helped := false
	for _, p := range parts {
		if list := parseNames(in, p, true); !helped {
			names = append(names, list...)
		}
		if helps(in, p) {
			helped = true // who comes next, and what they are
		} else if opens(in, p) {
			helped = false
		}
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
