package label

import (
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"copydesk/article"
	"copydesk/extract/page"
)

// FindParts names the page before and the page after in an article of several
// parts, as rel=next and rel=prev give them, else the row of page numbers under
// the text; nil when the article has one page.
//
// The same words lead from a post to its neighbour on many blogs, so a link
// counts only where its address is this page's own but for a page number. Of
// the numbers, too, and those of the reader comments are none.
func FindParts(in *Input) *article.Parts {
	own := in.Declared.Canonical
	if own == nil {
		return nil
	}
	f := partFinder{own: own}
	_, f.number = numbered(own)
	for _, l := range in.Doc.Facts.Links {
		f.rel(l.Rel, l.Href)
	}
	nodes := in.Doc.Nodes
	for i := range nodes {
		if n := &nodes[i]; n.Atom == atom.A {
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
				f.rel(rel, href)
			}
			if href != "" && n.Flags&page.Hidden == 0 {
				if k := pageNumber(soleText(nodes, i)); k > 0 && !amongComments(nodes, i) {
					f.numeral(k, href)
				}
			}
		}
	}
	parts, why := f.parts, "rel=next or rel=prev to the same address but for a page number"
	if parts.Next == "" && parts.Prev == "" {
		parts, why = f.numerals, "page numbers that lead to the same address but for that number"
	}
	if parts.Next == "" && parts.Prev == "" {
		return nil
	}
	in.Trace.Add(Choice{Field: "parts", Value: strings.TrimSpace(parts.Prev + " " + parts.Next), Source: "dom", Why: why})
	return &parts
}

// partFinder gathers what links say of the parts before and after a page.
type partFinder struct {
	own      *url.URL
	number   int           // of this page, 0 where its address has none
	parts    article.Parts // by rel
	numerals article.Parts // by page numbers
}

func (f *partFinder) rel(rel, href string) {
	switch {
	case hasWord(rel, "next"):
		f.take(&f.parts.Next, href)
	case hasWord(rel, "prev") || hasWord(rel, "previous"):
		f.take(&f.parts.Prev, href)
	}
}

// numeral takes a link that is nothing but a number, where its address has that
// number and it is the one before or after this page's.
func (f *partFinder) numeral(k int, href string) {
	u, err := f.own.Parse(strings.TrimSpace(href))
	if err != nil {
		return
	}
	if _, n := numbered(u); max(1, n) != k {
		return
	}
	switch k - max(1, f.number) {
	case 1:
		f.take(&f.numerals.Next, href)
	case -1:
		f.take(&f.numerals.Prev, href)
	}
}

func (f *partFinder) take(field *string, href string) {
	if *field != "" {
		return
	}
	u, err := f.own.Parse(strings.TrimSpace(href))
	if err == nil && u.Host == f.own.Host && samePiece(f.own, u) {
		u.Fragment = ""
		*field = u.String()
	}
}

// soleText gives what stands in a link of one short text, "" for any other.
func soleText(nodes []page.Node, at int) (text string) {
	for i := at + 1; i < int(nodes[at].End); i++ {
		if nodes[i].Type != html.TextNode {
			continue
		}
		if s := strings.TrimSpace(nodes[i].Data); s != "" {
			if text != "" || len(s) > 2 {
				return ""
			}
			text = s
		}
	}
	return text
}

var commentClass = page.ClassGroup("comment")

// amongComments says whether a node stands in what its site calls comments.
func amongComments(nodes []page.Node, at int) bool {
	for i := at; i > 0 && nodes[i].Atom != atom.Body; i = int(nodes[i].Parent) {
		if nodes[i].Class.Has(commentClass) {
			return true
		}
	}
	return false
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
	case furtherQuery(own) != furtherQuery(other):
		return false // pages of something else on the page: a box of teasers, a search
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

// furtherQuery is what an address asks besides for a page number.
func furtherQuery(u *url.URL) string {
	if u.RawQuery == "" {
		return ""
	}
	q := u.Query()
	for _, k := range pageKeys {
		if pageNumber(q.Get(k)) > 0 {
			delete(q, k)
		}
	}
	return q.Encode()
}

func pageNumber(s string) int {
	if s == "" || s[0] > '9' {
		return 0 // most, and an error costs more than the number
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > mostParts {
		return 0
	}
	return n
}

// PartKeys gives what an address is known by among the parts of articles; two
// addresses of one page have a key in common. Scheme, a slash at the end and a
// fragment tell no pages apart, and the first part is often addressed both with
// its number and without.
func PartKeys(address string) []string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return nil
	}
	host := strings.TrimPrefix(strings.ToLower(u.Host), "www.")
	key := host + strings.TrimSuffix(u.Path, "/")
	if u.RawQuery != "" {
		key += "?" + u.Query().Encode()
	}
	keys := []string{key}
	if piece, n := numbered(u); n == 1 {
		keys = append(keys, host+piece)
	} else if plain := host + whole(u); u.RawQuery == "" && plain != key {
		keys = append(keys, plain)
	}
	return keys
}
