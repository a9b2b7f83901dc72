package body

import (
	"strings"
	"testing"

	"copydesk/article"
	"copydesk/extract/block"
	"copydesk/extract/label"
)

// The items of a list are its items; of a list that holds whole paragraphs, several
// an item, none is joined with another, the last ones as little as the first.
func TestListsOfParagraphs(t *testing.T) {
	for _, c := range []struct {
		name, src  string
		paragraphs int
		items      []string
	}{
		{"of items", "<ul><li>North pier<li>South pier</ul>", 0, []string{"North pier", "South pier"}},
		{"of items with a heading each", "<ul><li><p>North</p><p>8.10</p><li><p>South</p><p>8.55</p></ul>", 0, []string{"North 8.10", "South 8.55"}},
		{"one item of three paragraphs", "<ul><li><p>One.</p><p>Two.</p><p>Three.</p></ul>", 3, nil},
		{"two of three paragraphs", "<ol><li><p>One.</p><p>Two.</p><p>Three.</p><li><p>Four.</p><p>Five.</p><p>Six.</p></ol>", 6, nil},
	} {
		in := read(t, "<article>"+c.src)
		Take(in, func(int, *block.Block) bool { return true })
		paragraphs, items := 0, []string(nil)
		for _, b := range Build(in) {
			if b.Type == article.Paragraph {
				paragraphs++
			}
			items = append(items, b.Items...)
		}
		if paragraphs != c.paragraphs || len(items) != len(c.items) {
			t.Errorf("%s: %d paragraphs and the items %q, want %d and %q", c.name, paragraphs, items, c.paragraphs, c.items)
			continue
		}
		for i := range items {
			if items[i] != c.items[i] {
				t.Errorf("%s: item %q, want %q", c.name, items[i], c.items[i])
			}
		}
	}
}

// A list or a table of which most is body is taken whole; of one that is mostly
// something else only what scores.
func TestTakenWhole(t *testing.T) {
	for _, c := range []struct {
		src  string
		want string
	}{
		{"<ul><li>Rope<li>Tar<li class=low>Oil</ul>", "Rope Tar Oil"},
		{"<ul><li>Rope<li class=low>Tar<li class=low>Oil</ul>", "Rope"},
		{"<ul><li>Rope<li>Tar<li class=low><a href=/oil>Oil</a></ul>", "Rope Tar"},
		{"<table><tr><td>Rope<td>12<tr><td>Tar<td class=low>n/a</table>", "Rope 12 Tar n/a"},
		{"<table><tr><td>Rope<td class=low>12<tr><td class=low>Tar<td class=low>n/a</table>", "Rope"},
	} {
		in := read(t, "<article>"+c.src)
		Take(in, func(_ int, b *block.Block) bool { return in.Doc.Nodes[b.Node].Attribute("class") != "low" })
		var got []string
		for i := range in.Blocks {
			if in.Roles[i] == label.Body {
				got = append(got, in.Blocks[i].Text)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q, want %q", c.src, s, c.want)
		}
	}
}
