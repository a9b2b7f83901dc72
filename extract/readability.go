package extract

import (
	"strings"

	readability "github.com/go-shiori/go-readability"

	"copydesk/extract/block"
	"copydesk/extract/page"
)

// mostElements bounds what go-readability is asked to read: its time grows
// faster than the page.
const mostElements = 20000

// askReadability says which blocks go-readability would keep. It works on a
// clone of the tree, costs several times the parse, and is asked only where
// the page's own candidates are weak.
func askReadability(doc *page.Document, blocks []block.Block) []bool {
	keep := make([]bool, len(blocks))
	parser := readability.NewParser()
	parser.MaxElemsToParse = mostElements
	found, err := parser.ParseDocument(doc.Nodes[0].Node, doc.URL)
	if err != nil {
		return keep // too large, or nothing found: no candidate
	}
	text := fold(found.TextContent)
	for i := range blocks {
		if t := fold(blocks[i].Text); len(t) >= 20 {
			keep[i] = strings.Contains(text, t)
		}
	}
	return keep
}

// fold takes out white space, by which two renderings of one text differ.
func fold(s string) string { return strings.Join(strings.Fields(s), "") }
