package label

import (
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"copydesk/article"
)

// FindParts names the page before and the page after in an article of several
// parts, as rel=next and rel=prev give them; nil when the article has one page.
//
// The same words lead from a post to its neighbour on many blogs, so a link
// counts only where its address is this page's own but for a page number.
func FindParts(in *Input) *article.Parts {
	own := in.Declared.Canonical
	if own == nil {
		return nil
	}
	var parts article.Parts
	take := func(rel, href string) {
		var field *string
		switch {
		case hasWord(rel, "next"):
			field = &parts.Next
		case hasWord(rel, "prev") || hasWord(rel, "previous"):
			field = &parts.Prev
		}
		if field == nil || *field != "" {
			return
		}
		u, err := own.Parse(strings.TrimSpace(href))
		if err == nil && u.Host == own.Host && samePiece(own, u) {
			u.Fragment = ""
			*field = u.String()
		}
	}
	for _, l := range in.Doc.Facts.Links {
		take(l.Rel, l.Href)
	}
	for i := range in.Doc.Nodes {
		if n := &in.Doc.Nodes[i]; n.Atom == atom.A {
			var rel, href string
			for _, a := range n.Attr {
				switch a.Key {
				case "rel":
					rel = strings.ToLower(a.Val)
				case "href":
					href = a.Val
				}
			}
			if rel != "" {
				take(rel, href)
			}
		}
	}
	if parts.Next == "" && parts.Prev == "" {
		return nil
	}
	in.Trace.Add(Choice{Field: "parts", Value: strings.TrimSpace(parts.Prev + " " + parts.Next), Source: "dom", Why: "rel=next or rel=prev to the same address but for a page number"})
	return &parts
}

func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if w == word {
			return true
		}
	}
	return false
}

// mostParts bounds what passes for a page number; beyond it a number is an id.
const mostParts = 50

// samePiece says whether two addresses are pages of one piece: the same but for
// a page number that one of them has, or both in neighbouring values.
func samePiece(own, other *url.URL) bool {
	a, n := numbered(own)
	b, m := numbered(other)
	switch {
	case m == 0 && n == 0 || a != b && n > 0 && m > 0:
		return false
	case a == b && n > 0 && m > 0:
		return n-m == 1 || m-n == 1
	case m > 0: // this page has no number, or one that belongs to its name
		return b == a || b == whole(own)
	}
	return a == b || a == whole(other)
}

// whole is an address without what servers do not tell pages apart by.
func whole(u *url.URL) string {
	path := strings.TrimSuffix(u.Path, "/")
	if dot := strings.LastIndexByte(path, '.'); dot > strings.LastIndexByte(path, '/') {
		path = path[:dot]
	}
	return path
}

// pageKeys are the query keys, and the words before a number in a path, that number pages.
var pageKeys = []string{"page", "p", "pg", "seite", "pagina", "pag", "part", "teil", "sivu", "sida", "side", "strana", "strona", "hal", "halaman", "start_page", "s"}

// numbered parts an address into what names the piece and the page number, 0 when there is none.
func numbered(u *url.URL) (string, int) {
	q := u.Query()
	for _, k := range pageKeys {
		if n := pageNumber(q.Get(k)); n > 0 {
			return whole(u), n
		}
	}
	path := whole(u)
	name := strings.TrimRight(path, "0123456789")
	n := pageNumber(path[len(name):])
	cut := strings.TrimRight(name, "-_,/=.")
	if n == 0 || cut == name {
		return path, 0
	}
	for _, k := range pageKeys {
		if before, ok := strings.CutSuffix(cut, k); ok && strings.TrimRight(before, "-_,/=.") != before {
			return strings.TrimRight(before, "-_,/=."), n
		}
	}
	return cut, n
}

func pageNumber(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > mostParts {
		return 0
	}
	return n
}
