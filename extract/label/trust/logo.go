package trust

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"copydesk/extract/block"
	"copydesk/extract/page"
)

// trustProject is the name of the indicator that many boxes show as a logo only.
const trustProject = "The Trust Project"

// withLogo gives the words of The Trust Project's box as the reader sees them:
// where its name is a picture, the picture's alternative text stands in its
// place ("According to the criteria of [logo] Know more"). What follows the
// name, a link to read on, is left out.
func (t *truster) withLogo(b *block.Block) string {
	nodes := t.in.Doc.Nodes
	var out strings.Builder
	for at := b.Node; at < nodes[b.Node].End && out.Len() < longestNote; at++ {
		n := &nodes[at]
		switch {
		case n.Flags&page.Hidden != 0:
		case n.Atom == atom.Img:
			if alt := n.Attribute("alt"); strings.Contains(strings.ToLower(alt), "trust project") {
				out.WriteString(" " + trustProject + " ")
			}
		case n.Type == html.TextNode:
			out.WriteString(n.Data)
		}
	}
	words := strings.Join(strings.Fields(out.String()), " ")
	if i := strings.Index(words, trustProject); i >= 0 && opensAlike(words, b.Text) {
		return words[:i+len(trustProject)]
	}
	return b.Text
}

// opensAlike says whether the box's words and the block's are of one text: they open alike.
func opensAlike(words, text string) bool {
	n := min(len(words), len(text), 12)
	return n > 0 && words[:n] == text[:n]
}
