package label

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"copydesk/extract/page"
)

// Texts gives the texts between two nodes, one an element: "Ida Moen" and
// "Reporter" glued together by the page stay two.
func (in *Input) Texts(first, last int32) []string {
	var out []string
	nodes, veil := in.Doc.Nodes, in.Veil()
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

// Elsewhere says whether a node stands outside the article: a menu, the footer,
// an aside that is not the article's own.
func (in *Input) Elsewhere(i int32) bool {
	f := in.Doc.Nodes[i].Flags &^ in.Veil()
	return f&(page.Hidden|page.InNav|page.InFooter|page.InForm) != 0 || f&page.InAside != 0 && f&(page.InArticle|page.InMain) == 0
}

// Within says whether an element close around a node, and not around the headline,
// is named by one of the groups.
func (in *Input) Within(i int32, groups page.ClassWords) bool {
	nodes := in.Doc.Nodes
	for k := 0; i > 0 && k < 5 && !(in.HeadlineShown && i <= in.HeadlineNode && nodes[i].End > in.HeadlineNode); k++ {
		if nodes[i].Class.Has(groups) {
			return true
		}
		i = nodes[i].Parent
	}
	return false
}

// Veil gives the flag Hidden where the headline itself has it: such a page is
// hidden as a whole until its scripts have run, and the flag tells nothing.
func (in *Input) Veil() page.Flags {
	if in.HeadlineShown {
		return in.Doc.Nodes[in.HeadlineNode].Flags & page.Hidden
	}
	return 0
}

// Around gives the nearest element that holds both nodes.
func (in *Input) Around(node, other int32) int32 {
	at := node
	for at > 0 && other >= in.Doc.Nodes[at].End {
		at = in.Doc.Nodes[at].Parent
	}
	return at
}

// ArticleAround gives the nearest <article> around a node, or -1.
func (in *Input) ArticleAround(node int32) int32 {
	for at := node; at > 0; at = in.Doc.Nodes[at].Parent {
		if in.Doc.Nodes[at].Atom == atom.Article {
			return at
		}
	}
	return -1
}

// Inside says whether block k stands in the element of a node.
func (in *Input) Inside(k int, node int32) bool {
	at := in.Blocks[k].Node
	return at >= node && at < in.Doc.Nodes[node].End
}
