package extract

import (
	"context"
	"fmt"
	"strings"

	"copydesk/article"
	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/label/body"
	"copydesk/extract/page"
)

// A body of fewer words than weakWords is one to doubt: the article may stand
// in hidden blocks, in the declared data or in a script.
const weakWords = 60

// weakLine is the score from which a block counts as body on a page where next to
// nothing reaches label.BodyLine; teasers of a page without a body score up to 0.4.
const weakLine = 0.4

// candidate is one reading of where the body is.
type candidate struct {
	method string
	pick   func(i int, b *block.Block) bool // by blocks …
	body   []article.Block                  // … or as it stands in data
}

// chooseBody compares the candidates, takes the best and says which it was.
// The blocks' own scores decide wherever they find a body; the others are asked
// only where that is weak, in the order of their cost.
func chooseBody(ctx context.Context, in *label.Input) (blocks []article.Block, method string) {
	own := candidate{method: "dom", pick: func(_ int, b *block.Block) bool { return !b.Hidden && b.Scores.Body >= label.BodyLine }}
	hidden := candidate{method: "dom", pick: func(_ int, b *block.Block) bool { return b.Scores.Body >= label.BodyLine }}
	weak := candidate{method: "dom, weak", pick: func(_ int, b *block.Block) bool {
		return b.Scores.Body >= weakLine && 2*int(b.LinkChars) <= len(b.Text)
	}}
	best, words := own, countWords(in, &own)
	consider := func(c candidate, factor int) {
		n := countWords(in, &c)
		taken := n >= factor*words && n >= weakWords/2
		in.Trace.Add(label.Choice{Field: "body", Source: c.method, Why: fmt.Sprintf("%d words against %d; taken: %t", n, words, taken)})
		if taken {
			best, words = c, n
		}
	}
	// What a page hides is its article only where it shows next to none of it.
	if hidesBody(in) {
		consider(hidden, 2*hiddenBehind(in))
	}
	if words < weakWords {
		consider(weak, 2)
	}
	if words < weakWords {
		kept := askReadability(in.Doc, in.Blocks)
		consider(candidate{method: "readability", pick: func(i int, b *block.Block) bool { return kept[i] && b.Scores.Body >= 0.1 }}, 2)
	}
	if words < weakWords {
		for _, c := range fromData(in.Doc) {
			consider(c, 3)
		}
	}
	if words < weakWords {
		for _, c := range fromScripts(ctx, in.Doc) {
			consider(c, 3)
		}
	}
	if best.body != nil {
		return best.body, best.method
	}
	body.Take(in, best.pick)
	return body.Build(in), best.method
}

// hidesBody says whether a block that the page hides, and nothing else has taken,
// scores as body.
func hidesBody(in *label.Input) bool {
	for i := range in.Blocks {
		if b := &in.Blocks[i]; b.Hidden && b.Scores.Body >= label.BodyLine && in.Roles[i] == label.None {
			return true
		}
	}
	return false
}

// hiddenBehind is 2 where all that the page hides of what scores as body stands
// behind what it shows: an appeal to readers, unfolded one time in many, is as long
// as a short article. An article that is hidden in part begins or goes on among
// what is shown.
func hiddenBehind(in *label.Input) int {
	hidden := false
	for i := range in.Blocks {
		if b := &in.Blocks[i]; b.Scores.Body >= label.BodyLine && in.Roles[i] == label.None {
			if b.Hidden {
				hidden = true
			} else if hidden {
				return 1
			}
		}
	}
	return 2
}

func countWords(in *label.Input, c *candidate) (n int) {
	for i := range c.body {
		n += len(strings.Fields(c.body[i].PlainText()))
	}
	if c.body != nil {
		return n
	}
	for i := range in.Blocks {
		if in.Roles[i] == label.None && c.pick(i, &in.Blocks[i]) {
			n += wordCount(in.Blocks[i].Text)
		}
	}
	return n
}

// wordCount counts words; of scripts without spaces, every six bytes.
func wordCount(s string) int {
	n := 0
	before := uint8(1)
	for i := range len(s) { // without jumps, for where a word ends is no pattern
		parts := partsWords[s[i]]
		n += int(before &^ parts)
		before = parts
	}
	return max(n, len(s)/16)
}

// partsWords is 1 for the bytes that part words.
var partsWords = [256]uint8{' ': 1, '\n': 1, '\t': 1}

// fromData reads bodies that stand only in declared data. They are a last
// resort, for data lies.
func fromData(doc *page.Document) []candidate {
	var out []candidate
	for _, things := range [][]*page.Thing{doc.Facts.LD, doc.Facts.Items} {
		for _, t := range things {
			if s := t.Text("articleBody"); len(s) > 400 {
				out = append(out, candidate{method: "structured", body: textParagraphs(s)})
			}
		}
	}
	return out
}

// textParagraphs parts a text at its line breaks.
func textParagraphs(s string) []article.Block {
	out := []article.Block{}
	for line := range strings.Lines(s) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			out = append(out, article.Block{Type: article.Paragraph, Text: line})
		}
	}
	return out
}
