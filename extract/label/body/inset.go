package body

import (
	_ "embed"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/extract/label/captions"
	"copydesk/extract/page"
)

//go:embed embeds.tsv
var embedsTSV string

// providers names where embedded things come from, by host.
var providers = func() map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(embedsTSV) {
		if host, name, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && host[0] != '#' {
			m[host] = name
		}
	}
	return m
}()

// inset is a figure or an embed with its place among the nodes.
type inset struct {
	node  int32
	block article.Block
}

// PlaceInsets puts figures and embeds into the body that Build made of
// blocks, where the page shows them. Only what stands between the body's first
// and last words counts: a picture over the headline is in the captions, a film
// below the text belongs to another story as a rule.
//
// An embed is a frame or a quoted post of a known provider; frames of others
// are mostly advertising, so they are left out.
func PlaceInsets(in *label.Input, body []article.Block, placed []captions.Placed) []article.Block {
	if len(in.BodyStarts) != len(body) || len(body) < 2 {
		return body
	}
	first, last := in.BodyStarts[0], in.BodyStarts[len(body)-1]
	var insets []inset
	for i := range placed {
		if n := placed[i].Node; n > first && n < last {
			insets = append(insets, inset{n, article.Block{Type: article.Figure, Caption: &i}})
		}
	}
	insets = embeds(in, insets, first, last)
	if len(insets) == 0 {
		return body
	}
	slices.SortStableFunc(insets, func(a, b inset) int { return int(a.node) - int(b.node) })
	out := make([]article.Block, 0, len(body)+len(insets))
	for i, b := range body {
		for len(insets) > 0 && insets[0].node < in.BodyStarts[i] {
			out = append(out, insets[0].block)
			insets = insets[1:]
		}
		out = append(out, b)
	}
	return out
}

// embeds finds the embedded things between two nodes, each address once.
func embeds(in *label.Input, out []inset, from, to int32) []inset {
	const apart = page.InNav | page.InFooter | page.InAside | page.InForm | page.NoScript
	seen := map[string]bool{}
	for i := from; i < to; i++ {
		n := &in.Doc.Nodes[i]
		if n.Flags&apart != 0 {
			continue
		}
		ref, words := "", ""
		switch n.Atom {
		case atom.Iframe:
			ref = firstAddress(n.Attribute("src"), n.Attribute("data-src"), n.Attribute("data-lazy-src"))
		case atom.Blockquote:
			ref, words = postAddress(in, i), postWords(in, i)
		}
		if ref == "" {
			continue
		}
		address := in.Resolve(ref)
		if name := provider(address); name != "" && !seen[address] {
			seen[address] = true
			out = append(out, inset{i, article.Block{Type: article.Embed, Text: words, Provider: name, URL: address}})
		}
	}
	return out
}

// postAddress gives the address of a post that a blockquote stands for until a
// script replaces it: the one it is permanently at, else its last link. A
// blockquote of a class of its own only; a quotation that links is none.
func postAddress(in *label.Input, i int32) string {
	n := &in.Doc.Nodes[i]
	if p := firstAddress(n.Attribute("data-instgrm-permalink"), n.Attribute("cite")); p != "" && n.Attribute("class") != "" {
		return p
	}
	class := n.Attribute("class")
	if !strings.Contains(class, "-tweet") && !strings.Contains(class, "-video") && !strings.Contains(class, "-post") &&
		!strings.Contains(class, "-embed") && !strings.Contains(class, "-media") {
		return ""
	}
	for k := n.End - 1; k > i; k-- {
		if a := &in.Doc.Nodes[k]; a.Atom == atom.A {
			return a.Attribute("href")
		}
	}
	return ""
}

func firstAddress(values ...string) string {
	for _, v := range values {
		if v != "" && v != "about:blank" {
			return v
		}
	}
	return ""
}

// provider names where an address leads, "" for an unknown host.
func provider(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	for host != "" {
		if name := providers[host]; name != "" {
			return name
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return ""
}
