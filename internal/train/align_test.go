package main

import (
	"context"
	"strings"
	"testing"

	"copydesk/extract/block"
	"copydesk/extract/page"
)

// answers gives what is made of the blocks of a page: "in", "out" or "?", by their text.
func answers(t *testing.T, html string, align func(*page.Document, []block.Block) []answer) map[string]string {
	t.Helper()
	doc, err := page.Parse(context.Background(), page.Source{Bytes: []byte(html)})
	if err != nil {
		t.Fatal(err)
	}
	blocks := block.Segment(doc)
	got := map[string]string{}
	for i, a := range align(doc, blocks) {
		name, _, _ := strings.Cut(blocks[i].Text, " ")
		switch {
		case a.w == 0:
			got[name] = "?"
		case a.y == 1:
			got[name] = "in"
		default:
			got[name] = "out"
		}
	}
	return got
}

func byBody(g *gold) func(*page.Document, []block.Block) []answer {
	return func(doc *page.Document, blocks []block.Block) []answer { return alignBody(g, doc.Nodes, blocks) }
}

func expect(t *testing.T, got, want map[string]string) {
	t.Helper()
	for name, w := range want {
		if got[name] != w {
			t.Errorf("%s: %q, want %q", name, got[name], w)
		}
	}
}

// Cells are told by the row that gold writes on one line; a menu's words are not.
func TestShortBlocksRunOn(t *testing.T) {
	got := answers(t, `<ul><li>Mills<li>Rivers<li>Contact</ul>
		<p>The weavers of Ostrel counted their looms again this week, village by village.</p>
		<table><tr><td>Ostrel<td>1,204<td>looms<tr><td>Vint<td>88<td>spindles</table>`,
		byBody(&gold{Body: "The weavers of Ostrel counted their looms again this week, village by village.\nOstrel | 1,204 | looms\nVint | 88 | spindles"}))
	expect(t, got, map[string]string{"The": "in", "1,204": "in", "spindles": "in", "Rivers": "out", "Contact": "out"})
}

// prose is a paragraph that shares no words with that of another name.
func prose(name string) string {
	return "<p>" + name + strings.Repeat(" and the "+name+"ers of "+name+"ham, who "+name+"ed all day,", 5) + " came home.</p>"
}

// Where gold stops in the middle of an article nothing is learned of the rest;
// the one note below an article is no rest.
func TestGoldThatStopsEarly(t *testing.T) {
	text := func(names ...string) (s string) {
		for _, n := range names {
			s += strings.TrimSuffix(strings.TrimPrefix(prose(n), "<p>"), "</p>") + "\n"
		}
		return s
	}
	all := "<div>" + prose("Alda") + prose("Berit") + prose("Cosmin") + prose("Doris") + prose("Ebbe") + "</div><div>" + prose("Foreign") + "</div>"
	got := answers(t, all, byBody(&gold{Body: text("Alda", "Berit")}))
	expect(t, got, map[string]string{"Alda": "in", "Berit": "in", "Cosmin": "?", "Ebbe": "?", "Foreign": "out"})
	got = answers(t, all, byBody(&gold{Body: text("Alda", "Berit", "Cosmin", "Doris")}))
	expect(t, got, map[string]string{"Doris": "in", "Ebbe": "out", "Foreign": "out"})
}

// Of a golden page only what the editor wrote down is learned.
func TestExpectedPieces(t *testing.T) {
	x := &expected{Starts: "Alda and", Has: []string{"the Cosminers of Cosminham"}, Lacks: []string{"Subscribe now"}, Headings: &[]string{"Later"}}
	got := answers(t, "<p>Menu of the day</p>"+prose("Alda")+prose("Berit")+"<h2>Later</h2>"+prose("Cosmin")+"<h2>Related tales</h2><p>Subscribe now!</p>",
		func(doc *page.Document, blocks []block.Block) []answer { return x.align(doc.Nodes, blocks) })
	expect(t, got, map[string]string{"Menu": "out", "Alda": "in", "Berit": "?", "Later": "in", "Cosmin": "in", "Related": "out", "Subscribe": "out"})
}
