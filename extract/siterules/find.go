package siterules

import (
	"bytes"
	"strings"

	"github.com/antchfx/htmlquery"
	"github.com/antchfx/xpath"
	"golang.org/x/net/html"

	"copydesk/extract/page"
)

// Found is what a site's rules point to on one page. Nodes are indices in
// Document.Nodes.
type Found struct {
	Title, Date  string
	Authors      []string
	Body         []int32 // elements that hold the body
	Out          []int32 // elements that are left out
	Next, Single string  // addresses as written
}

// Rewrite makes the replacements in a page's bytes; the same slice comes back
// where there are none.
func (r *Rules) Rewrite(b []byte) []byte {
	for _, p := range r.Replace {
		if find := []byte(p[0]); bytes.Contains(b, find) {
			b = bytes.ReplaceAll(b, find, []byte(p[1]))
		}
	}
	return b
}

// Find asks the rules of one page.
func (r *Rules) Find(doc *page.Document) *Found {
	if len(doc.Nodes) == 0 {
		return &Found{}
	}
	q := query{root: doc.Nodes[0].Node, index: make(map[*html.Node]int32, len(doc.Nodes))}
	for i := range doc.Nodes {
		q.index[doc.Nodes[i].Node] = int32(i)
	}
	f := &Found{Title: q.text(r.Title), Date: q.text(r.Date), Next: q.text(r.Next), Single: q.text(r.Single)}
	for _, p := range r.Author {
		if f.Authors = q.texts(p); len(f.Authors) > 0 {
			break
		}
	}
	for _, p := range r.Body {
		if f.Body = q.nodes(p); len(f.Body) > 0 {
			break
		}
	}
	for _, p := range r.Strip {
		f.Out = append(f.Out, q.nodes(p)...)
	}
	f.Out = r.byAttribute(doc, f.Out)
	return f
}

// byAttribute finds what is stripped by id, class or a picture's address.
func (r *Rules) byAttribute(doc *page.Document, out []int32) []int32 {
	if len(r.StripClasses) == 0 && len(r.StripImages) == 0 {
		return out
	}
	for i := range doc.Nodes {
		for _, a := range doc.Nodes[i].Attr {
			var parts []string
			switch a.Key {
			case "id", "class":
				parts = r.StripClasses
			case "src":
				parts = r.StripImages
			}
			for _, p := range parts {
				if strings.Contains(a.Val, p) {
					out = append(out, int32(i))
				}
			}
		}
	}
	return out
}

type query struct {
	root  *html.Node
	index map[*html.Node]int32
}

// evaluate runs one path. Paths were compiled before, when they were read, but
// an expression keeps state and is not shared. One that fails gives nothing.
func (q *query) evaluate(path string) (v any) {
	defer func() {
		if recover() != nil {
			v = nil
		}
	}()
	e, err := compile(path)
	if err != nil {
		return nil
	}
	return e.Evaluate(htmlquery.CreateXPathNavigator(q.root))
}

// text gives the text of the first path that gives one.
func (q *query) text(paths []string) string {
	for _, p := range paths {
		if t := q.texts(p); len(t) > 0 {
			return t[0]
		}
	}
	return ""
}

// texts gives the texts that a path gives, white space folded.
func (q *query) texts(path string) (out []string) {
	switch v := q.evaluate(path).(type) {
	case string:
		return appendText(nil, strings.Join(strings.Fields(v), " "))
	case *xpath.NodeIterator:
		for v.MoveNext() {
			out = appendText(out, strings.Join(strings.Fields(v.Current().Value()), " "))
		}
	}
	return out
}

// nodes gives the elements that a path gives.
func (q *query) nodes(path string) (out []int32) {
	it, ok := q.evaluate(path).(*xpath.NodeIterator)
	if !ok {
		return nil
	}
	for it.MoveNext() {
		if nav, ok := it.Current().(*htmlquery.NodeNavigator); ok {
			if i, known := q.index[nav.Current()]; known {
				out = append(out, i)
			}
		}
	}
	return out
}
