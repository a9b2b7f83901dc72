package page

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readFacts collects, in one pass over the nodes, what the page declares.
func (d *Document) readFacts() {
	r := factReader{doc: d, f: &d.Facts}
	for i := range d.Nodes {
		n := &d.Nodes[i]
		if n.Type != html.ElementNode || len(n.Attr) == 0 && n.Atom != atom.Title && n.Atom != atom.Time {
			continue
		}
		at := int32(i)
		for len(r.open) > 0 && d.Nodes[r.open[len(r.open)-1].Node].End <= at {
			r.open = r.open[:len(r.open)-1]
		}
		switch n.Atom {
		case atom.Meta:
			r.meta(at, n)
		case atom.Link:
			r.link(n)
		case atom.Title:
			if d.Facts.Title == "" && n.Namespace == "" {
				d.Facts.Title = d.readTitle(at)
			}
		case atom.Script:
			if n.FirstChild != nil && isLD(attr(n.Node, "type")) {
				d.Facts.readLD(n.FirstChild.Data, at)
			}
			continue
		}
		r.attributes(at, n)
	}
	d.Facts.resolveRefs()
}

// factReader is the state of one pass: the microdata items that are open at the node.
type factReader struct {
	doc  *Document
	f    *Facts
	open []*Thing
}

// attributes reads what any element may carry: microdata and a machine-readable time.
func (r *factReader) attributes(at int32, n *Node) {
	scope, prop, dated := false, "", n.Atom == atom.Time
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "itemscope":
			scope = true
		case "itemprop":
			prop = a.Val
		case "datetime":
			dated = dated || n.Atom != atom.Del && n.Atom != atom.Ins
		}
	}
	if dated {
		r.f.Time = append(r.f.Time, Time{at, strings.TrimSpace(attr(n.Node, "datetime")), r.doc.Words(at, 200)})
	}
	if scope {
		r.item(at, n, prop)
	} else if prop != "" && len(r.open) > 0 {
		r.hold(r.open[len(r.open)-1], prop, r.value(at, n, prop))
	}
}

// item opens a microdata item, held by the one around it where it is a property.
func (r *factReader) item(at int32, n *Node, prop string) {
	t := &Thing{Node: at, ID: attr(n.Node, "itemid")}
	for typ := range strings.FieldsSeq(attr(n.Node, "itemtype")) {
		t.Types = append(t.Types, schemaName(typ))
	}
	if len(r.open) > 0 && prop != "" {
		t.Held = prop
		r.hold(r.open[len(r.open)-1], prop, Value{Thing: t, Node: at})
	}
	r.f.Items = append(r.f.Items, t)
	r.open = append(r.open, t)
}

func (r *factReader) hold(t *Thing, props string, v Value) {
	for name := range strings.FieldsSeq(props) {
		t.Props = append(t.Props, Prop{schemaName(name), v})
	}
}

// value gives a property's text by the rules of microdata. Text that is a
// whole article is not copied: readers find it at the node.
func (r *factReader) value(at int32, n *Node, prop string) Value {
	v := Value{Node: at}
	switch n.Atom {
	case atom.Meta:
		v.Text = attr(n.Node, "content")
	case atom.A, atom.Link, atom.Area:
		// Strictly the address, but sites mean the words where they mark a name.
		if v.Text = attr(n.Node, "href"); prop == "name" || prop == "author" || prop == "headline" {
			v.Text = r.doc.Words(at, 300)
		}
	case atom.Img, atom.Source, atom.Video, atom.Audio, atom.Iframe, atom.Embed:
		v.Text = attr(n.Node, "src")
	case atom.Time:
		v.Text = attr(n.Node, "datetime")
	case atom.Data:
		v.Text = attr(n.Node, "value")
	default:
		v.Text = attr(n.Node, "content")
	}
	if v.Text == "" && prop != "articleBody" && prop != "text" && prop != "reviewBody" {
		v.Text = r.doc.Words(at, 1<<10)
	}
	return v
}

func (r *factReader) meta(at int32, n *Node) {
	content, names := "", [4]string{}
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "content", "value":
			if content == "" {
				content = strings.TrimSpace(a.Val)
			}
		case "property":
			names[0] = a.Val
		case "name":
			names[1] = a.Val
		case "itemprop":
			if len(r.open) == 0 {
				names[2] = a.Val
			}
		case "http-equiv":
			names[3] = a.Val
		}
	}
	if content == "" {
		return
	}
	for i, name := range names {
		if name = strings.ToLower(strings.TrimSpace(name)); name != "" && (i == 0 || name != strings.ToLower(names[0])) {
			if strings.HasSuffix(name, "ld+json") { // a framework that has no script to offer: name="script:ld+json"
				r.f.readLD(content, at)
				continue
			}
			r.f.Meta = append(r.f.Meta, Meta{name, content})
		}
	}
}

func (r *factReader) link(n *Node) {
	l := Link{}
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "rel":
			l.Rel = strings.ToLower(strings.TrimSpace(a.Val))
		case "href":
			l.Href = strings.TrimSpace(a.Val)
		case "type":
			l.Type = strings.ToLower(a.Val)
		case "hreflang":
			l.Lang = a.Val
		}
	}
	switch l.Rel {
	case "", "stylesheet", "preload", "prefetch", "dns-prefetch", "preconnect", "modulepreload":
		return
	}
	if l.Href != "" {
		r.f.Links = append(r.f.Links, l)
	}
}

// Words gives the text inside node i with its white space folded, cut behind
// about limit bytes. Scripts and styles are left out.
func (d *Document) Words(i int32, limit int) string {
	end := d.Nodes[i].End
	if end == i+2 && d.Nodes[i+1].Type == html.TextNode { // one text, the usual case: often nothing to copy
		if s := strings.TrimSpace(d.Nodes[i+1].Data); len(s) <= limit && folded(s) {
			return s
		}
	}
	var room [256]byte
	b := room[:0]
	for j := i; j < end && len(b) < limit; j++ {
		n := &d.Nodes[j]
		switch {
		case n.Type == html.TextNode:
			b = appendFolded(b, n.Data)
		case n.Atom == atom.Script || n.Atom == atom.Style:
			j = n.End - 1
		case n.Atom == atom.Br || breaksLine(n.Atom):
			b = appendFolded(b, " ")
		}
	}
	return string(bytes.TrimSpace(b))
}

// breaksLine says whether an element parts the words before it from its own.
func breaksLine(a atom.Atom) bool {
	switch a {
	case atom.Div, atom.P, atom.Li, atom.Ul, atom.Section, atom.H1, atom.H2, atom.H3, atom.Td, atom.Tr, atom.Dd, atom.Dt:
		return true
	}
	return false
}

// folded says whether a text has neither two spaces in a row nor other white space than spaces.
func folded(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == ' ' && i+1 < len(s) && s[i+1] == ' ' || c == 0xC2 && i+1 < len(s) && s[i+1] == 0xA0 {
			return false
		}
	}
	return true
}

func appendFolded(b []byte, s string) []byte {
	space := len(b) == 0 || b[len(b)-1] == ' '
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c > ' ' && c != 0xC2:
			b, space = append(b, c), false
			continue
		case c == 0xC2 && i+1 < len(s) && s[i+1] == 0xA0:
			i++
		case c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f':
			b, space = append(b, c), false
			continue
		}
		if !space {
			b = append(b, ' ')
		}
		space = true
	}
	return b
}

func isLD(typ string) bool {
	const ld = "application/ld+json"
	typ = strings.TrimSpace(typ)
	return len(typ) >= len(ld) && strings.EqualFold(typ[:len(ld)], ld)
}

func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key && n.Attr[i].Namespace == "" {
			return n.Attr[i].Val
		}
	}
	return ""
}
