package label

import (
	"strings"

	"golang.org/x/net/html"

	"copydesk/extract/page"
)

// texts gives the texts between two nodes, one an element: "Ida Moen" and
// "Reporter" glued together by the page stay two.
func (in *Input) texts(first, last int32) []string {
	var out []string
	nodes, veil := in.Doc.Nodes, in.veil()
	for i := first; i < last && int(i) < len(nodes); i++ {
		n := &nodes[i]
		if n.Type == html.TextNode && n.Flags&page.Hidden&^veil == 0 {
			if s := strings.TrimSpace(n.Data); s != "" && len(s) < 300 {
				out = append(out, s)
			}
		}
	}
	return out
}

// attribute gives an attribute of an element, "" where it has none of that name.
func attribute(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

// elsewhere says whether a node stands outside the article: a menu, the footer,
// an aside that is not the article's own.
func (in *Input) elsewhere(i int32) bool {
	f := in.Doc.Nodes[i].Flags &^ in.veil()
	return f&(page.Hidden|page.InNav|page.InFooter|page.InForm) != 0 || f&page.InAside != 0 && f&(page.InArticle|page.InMain) == 0
}

// within says whether an element close around a node, and not around the headline,
// is named by one of the groups.
func (in *Input) within(i int32, groups page.ClassWords) bool {
	nodes := in.Doc.Nodes
	for k := 0; i > 0 && k < 5 && !(in.shown && i <= in.at && nodes[i].End > in.at); k++ {
		if nodes[i].Class.Has(groups) {
			return true
		}
		i = nodes[i].Parent
	}
	return false
}

// veil gives the flag Hidden where the headline itself has it: such a page is
// hidden as a whole until its scripts have run, and the flag tells nothing.
func (in *Input) veil() page.Flags {
	if in.shown {
		return in.Doc.Nodes[in.at].Flags & page.Hidden
	}
	return 0
}
