package block

import (
	"fmt"
	"strings"

	"copydesk/extract/page"
)

var kindNames = [...]string{"paragraph", "heading", "list item", "quote", "cell", "code", "caption", "line", "loose text"}

// Describe says of every block, in words, what its score was made from.
func Describe(doc *page.Document, blocks []Block) []string {
	out := make([]string, len(blocks))
	if len(blocks) == 0 || doc.Nodes == nil {
		return out
	}
	l := layOut(doc, blocks)
	for i := range blocks {
		out[i] = l.describe(i)
	}
	return out
}

func (l *layout) describe(i int) string {
	b, st := &l.blocks[i], &l.stats[i]
	holder := l.container(i)
	in := l.inside(holder)
	parts := []string{kindNames[b.Kind], fmt.Sprintf("%.0f words", st.words)}
	add := func(form string, values ...any) { parts = append(parts, fmt.Sprintf(form, values...)) }
	if b.LinkChars > 0 {
		add("%.0f%% links", 100*float32(b.LinkChars)/float32(max(1, len(b.Text))))
	}
	add("<%s> around it holds %.0f%% of the page's text, %.0f%% of that prose", l.doc.Nodes[holder].Data,
		100*share(in.chars, l.sums[len(l.blocks)].chars), 100*share(in.long, in.chars))
	switch d := int32(i) - l.anchor; {
	case l.anchor < 0:
		add("no headline to measure from")
	case d < 0:
		add("%d blocks before the headline", -d)
	case d > 0:
		add("%d blocks behind the headline", d)
	}
	if words := l.classWords(b.Node); words != "" {
		add("class words: %s", words)
	}
	if b.Hidden {
		add("hidden")
	}
	if l.ctx.described(b, st) {
		add("stands in the declared description")
	}
	if l.ctx.declared(b, st) {
		add("stands in the declared body")
	}
	return strings.Join(parts, "; ")
}

// classWords names the groups of class words on an element and the two around it.
func (l *layout) classWords(node int32) string {
	var set page.ClassWords
	for k := 0; node > 0 && k < 3; k++ {
		set |= l.doc.Nodes[node].Class
		node = l.doc.Nodes[node].Parent
	}
	var words []string
	for i, g := range page.ClassGroups() {
		if set>>i&1 == 1 {
			words = append(words, g)
		}
	}
	return strings.Join(words, " ")
}
