package block

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"copydesk/extract/page"
)

const textNode = html.TextNode

// unread says whether an element holds no text of the page's own, or none that
// belongs in its lines: rt says how the word under it is read.
func unread(a atom.Atom) bool {
	switch a {
	case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Iframe, atom.Object,
		atom.Embed, atom.Canvas, atom.Audio, atom.Video, atom.Select, atom.Textarea, atom.Map, atom.Datalist, atom.Applet,
		atom.Rt, atom.Rp:
		return true
	}
	return false
}

func blockElement(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Button, atom.Caption, atom.Center,
		atom.Dd, atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption,
		atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header,
		atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Listing, atom.Main, atom.Menu, atom.Nav, atom.Ol,
		atom.Optgroup, atom.Option, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td,
		atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Xmp, atom.Plaintext:
		return true
	}
	return false
}

// blockLevel says whether an element begins a block of its own. Custom
// elements count, for they hold components, but not inside a paragraph or a
// heading: there they mark up words of the line.
func blockLevel(n *page.Node, holder atom.Atom) bool {
	if n.Atom == 0 {
		return strings.IndexByte(n.Data, '-') > 0 && !lineHolder(holder)
	}
	return blockElement(n.Atom)
}

// lineHolder says whether an element holds one line of text and nothing of block level.
func lineHolder(a atom.Atom) bool {
	switch a {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Figcaption:
		return true
	}
	return false
}
