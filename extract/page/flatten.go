package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// flatten lays the tree out in document order. Comments and doctypes are left
// out; elements get back what was set aside of them.
func flatten(root *html.Node, away *aside, hint int) []Node {
	nodes := make([]Node, 0, hint)
	memo := make(map[string]classRead, 256)
	nodes = append(nodes, Node{Node: root, Parent: -1})
	parent := int32(0)
	for n := root.FirstChild; n != nil; {
		descend := false
		if n.Type == html.ElementNode || n.Type == html.TextNode {
			i := int32(len(nodes))
			up := &nodes[parent]
			nodes = append(nodes, Node{Node: n, Parent: parent, End: i + 1, Depth: up.Depth + 1, Flags: up.Flags & inherited})
			if n.Type == html.ElementNode {
				away.putBack(n)
				mark(&nodes[i], memo)
				if n.FirstChild != nil {
					parent, descend = i, true
				}
			}
		}
		if descend {
			n = n.FirstChild
			continue
		}
		for n.NextSibling == nil && parent > 0 {
			nodes[parent].End = int32(len(nodes))
			n, parent = nodes[parent].Node, nodes[parent].Parent
		}
		n = n.NextSibling
	}
	nodes[0].End = int32(len(nodes))
	return nodes
}

// inherited flags hold for what is inside the element that has them.
const inherited = ^Flags(0)

// mark sets an element's flags and class words.
func mark(n *Node, memo map[string]classRead) {
	n.Atom = n.DataAtom
	switch n.Atom {
	case atom.Nav, atom.Menu:
		n.Flags |= InNav
	case atom.Header:
		if n.Flags&(InArticle|InMain) == 0 {
			n.Flags |= InHeader
		}
	case atom.Footer:
		if n.Flags&InArticle == 0 {
			n.Flags |= InFooter
		}
	case atom.Aside:
		n.Flags |= InAside
	case atom.Form, atom.Button, atom.Select, atom.Textarea, atom.Label, atom.Option:
		n.Flags |= InForm
	case atom.Article:
		n.Flags |= InArticle
	case atom.Main:
		n.Flags |= InMain
	case atom.Figure, atom.Picture:
		n.Flags |= InFigure
	case atom.Template, atom.Dialog:
		n.Flags |= Hidden
	case atom.Noscript:
		n.Flags |= NoScript
	case atom.Details:
		n.Flags |= Unfoldable
	}
	for i := range n.Attr {
		markAttr(n, &n.Attr[i], memo)
	}
}

func markAttr(n *Node, a *html.Attribute, memo map[string]classRead) {
	switch a.Key {
	case "class", "id", "itemprop", "data-testid", "data-component", "data-type", "data-qa":
		w, known := memo[a.Val]
		if !known {
			w = classRead{classWords(a.Val), hidesClass(a.Val)}
			memo[a.Val] = w
		}
		n.Class |= w.set
		if w.hides && a.Key == "class" && n.Atom != atom.Body && n.Atom != atom.Html {
			n.Flags |= Hidden
		}
	case "href":
		if n.Atom == atom.A {
			n.Flags |= InLink
		}
	case "hidden":
		if a.Val != "until-found" && !streamed(n) && n.Atom != atom.Body && n.Atom != atom.Html {
			n.Flags |= Hidden
		}
	case "style":
		// Sites hide the whole body until their scripts or consent boxes have run.
		if n.Atom != atom.Body && n.Atom != atom.Html && hidesStyle(a.Val) {
			n.Flags |= Hidden
		}
	case "role":
		markRole(n, a.Val)
	case "aria-expanded", "data-toggle", "data-bs-toggle":
		n.Flags |= Unfoldable
	}
}

func markRole(n *Node, role string) {
	switch role {
	case "navigation", "menu", "menubar", "menuitem":
		n.Flags |= InNav
	case "banner":
		n.Flags |= InHeader
	case "contentinfo":
		n.Flags |= InFooter
	case "complementary":
		n.Flags |= InAside
	case "article":
		n.Flags |= InArticle
	case "main":
		n.Flags |= InMain
	case "search", "form", "button":
		n.Flags |= InForm
	case "dialog", "alertdialog":
		n.Flags |= InAside
	case "figure":
		n.Flags |= InFigure
	}
}

// classRead is what was read of one value of an attribute.
type classRead struct {
	set   ClassWords
	hides bool
}

// hidesClass finds the class "hidden", under which nearly all style sheets show
// nothing, where no other class of the element shows it again on some screens
// ("hidden md:block").
func hidesClass(value string) bool {
	if !hasWord(value, "hidden") {
		return false
	}
	return !strings.Contains(value, ":")
}

// streamed says whether a hidden element holds what React sends late: its scripts
// put the content where it belongs as soon as it is there, whatever the reader does.
func streamed(n *Node) bool { return n.Atom == atom.Div && strings.HasPrefix(n.Attribute("id"), "S:") }

// hidesStyle finds display:none in a style attribute. visibility:hidden is left
// out: sites use it to avoid a flash of unstyled text and lift it by script.
func hidesStyle(style string) bool {
	_, rest, found := strings.Cut(style, "display")
	if !found {
		return false
	}
	rest = strings.TrimLeft(rest, " ")
	return strings.HasPrefix(rest, ":") && strings.HasPrefix(strings.TrimLeft(rest[1:], " "), "none")
}
