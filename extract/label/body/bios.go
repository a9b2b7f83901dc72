package body

import (
	"strings"

	"copydesk/article"
	"copydesk/extract/block"
	"copydesk/extract/label"
)

// closingBlocks is among how many blocks at the body's end a note on its author is looked for.
const closingBlocks = 4

// refuseBios refuses the closing paragraphs that tell who wrote the article: each
// opens with the name of an author, or says where to write to one. An author who is named within the text, or whose
// name stands further on in a sentence, is part of the story.
func refuseBios(in *label.Input, authors []article.Author) {
	closing, words := closingBlocks, 0
	for i := range in.Blocks {
		if taken(in, i) {
			words += len(in.Blocks[i].Text) / 6
		}
	}
	for i := len(in.Blocks) - 1; i >= 0 && closing > 0; i-- {
		if !taken(in, i) {
			continue
		}
		closing--
		if words -= len(in.Blocks[i].Text) / 6; words < enoughBody {
			return
		}
		b := &in.Blocks[i]
		switch {
		case b.Kind != block.Paragraph && b.Kind != block.Loose:
		case reachesAuthor(b.Text, authors):
			refuse(in, i, "tells where the author is reached")
		case opensWithAuthor(b.Text, authors):
			parent := in.Doc.Nodes[b.Node].Parent
			for k := i; k < len(in.Blocks); k++ { // more of them may follow, in an element of their own
				if taken(in, k) && in.Doc.Nodes[in.Blocks[k].Node].Parent == parent {
					refuse(in, k, "tells of the author")
				}
			}
		}
	}
}

// opensWithAuthor says whether a text begins with the full name of a person among the authors.
func opensWithAuthor(text string, authors []article.Author) bool {
	text = strings.TrimLeft(text, "*†—–- ")
	for _, a := range authors {
		if !strings.HasPrefix(a.Name, "The ") && len(text) > len(a.Name)+20 && strings.IndexByte(a.Name, ' ') > 0 && strings.HasPrefix(text, a.Name) && !wordByte(text[len(a.Name)]) {
			return true
		}
	}
	return false
}

// reachesAuthor says whether a text tells where a person among the authors is to be
// written to: it is short and has the full name and an address with an @.
func reachesAuthor(text string, authors []article.Author) bool {
	const longest = 250
	if len(text) > longest || strings.IndexByte(text, '@') < 0 {
		return false
	}
	for _, a := range authors {
		if strings.IndexByte(a.Name, ' ') > 0 && strings.Contains(text, a.Name) {
			return true
		}
	}
	return false
}

func wordByte(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= 0x80 }
