// Package page turns the bytes of a page into a Document: decoded, bounded and
// laid flat, with the facts the page declares about itself.
//
// The tree of an HTML page is parsed once and walked once. The walk leaves a
// flat list of nodes in document order; every later room reads that list, and
// nothing ever edits the tree.
package page

import (
	"net/url"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Media says what sort of content a page has.
type Media string

// The sorts of content that are read.
const (
	HTML Media = "text/html"
	Text Media = "text/plain" // a page saved as text, one line a block
)

// Document is a page ready to be read.
type Document struct {
	Media   Media
	Charset Charset
	URL     *url.URL // where the page came from or says it belongs; nil when unknown. Base for links
	Lang    string   // BCP 47 tag as declared, or as the user gave it; empty when unknown
	Nodes   []Node   // HTML: elements and texts in document order; Nodes[0] is the root
	Lines   []string // text: the lines, without their ends
	Facts   Facts    // what the page declares in data
	// Warnings says what was done to be able to read the page, for quality.warnings.
	Warnings []string
}

// Charset says how the bytes were decoded and why.
type Charset struct {
	Name string // as IANA names it, in lower case: utf-8, windows-1252, …
	How  string // bom, header, meta, valid, detected, user; with "mixed" where runs differ
}

// Node is one element or text of the tree, in its place in document order.
// The descendants of node i are the nodes i+1 to End-1.
type Node struct {
	*html.Node
	Class  ClassWords // groups of words found in class, id, itemprop and data-testid, -component, -type, -qa
	Parent int32      // index of the parent; -1 for the root
	End    int32      // index behind the last descendant
	Atom   atom.Atom  // of an element; 0 for text and for unknown elements
	Depth  uint16
	Flags  Flags
}

// Flags are facts about one node that many readers ask for.
type Flags uint16

// Hidden and the other flags hold for a node's descendants too.
const (
	Hidden     Flags = 1 << iota // not shown: hidden, display:none, template, dialog
	InLink                       // inside <a href>
	InFigure                     // inside <figure> or what serves as one
	InNav                        // inside nav, menu or a role like it
	InHeader                     // inside a header of the page, not of the article
	InFooter                     // inside a footer of the page, not of the article
	InAside                      // inside <aside>
	InForm                       // inside form, button, select
	InArticle                    // inside <article> or role=article
	InMain                       // inside <main> or role=main
	Unfoldable                   // hidden until the reader unfolds it (details, aria-expanded)
	NoScript                     // inside <noscript>
)

// ClassWords is a set of groups of words, as found by the class vocabulary.
type ClassWords uint64

// Attribute gives the value of an attribute, "" where the element has none of that name.
func (n *Node) Attribute(key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}
