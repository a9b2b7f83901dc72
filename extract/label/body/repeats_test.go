package body

import (
	"strings"
	"testing"

	"copydesk/article"
	"copydesk/extract/block"
)

// TestRepeats holds what is taken once: a text printed again, not the next of a series.
func TestRepeats(t *testing.T) {
	const (
		terms = "Take a fifth off when you buy any two jars of our %s between the first and the last day of May, while the jars last. The offer holds in our shops and by post, once a customer, and not together with another. "
		story = "The ferry left the pier at noon with nobody aboard but the cook, who says that he was peeling potatoes and heard no bell."
	)
	plum, pear := strings.ReplaceAll(terms+terms, "%s", "plum jam"), strings.ReplaceAll(terms+terms, "%s", "pear jam")
	for _, c := range []struct {
		name, html string
		want       int
	}{
		{"the same story in another element", "<div><p>" + story + "</p></div><section><p>" + story + "</p></section>", 1},
		{"the same paragraph beside itself", "<div><p>" + story + "</p><p>" + story + "</p></div>", 1},
		{"a part of it beside it", "<div><p>" + plum + "</p><p>" + plum[:200] + "</p></div>", 1},
		{"an answer that comes again among others", "<div><p>" + story + "</p><p>" + plum + "</p><p>" + story + "</p><p>" + pear + story + "</p></div>", 4},
		{"the same in a box of its own", "<div><p>" + story + "</p><p>" + plum + "</p><blockquote>" + story + "</blockquote><p>" + pear + story + "</p></div>", 3},
		{"a second print with its heading", "<div><h2>Noon</h2><p>" + story + "</p><h2>May</h2><p>" + plum + "</p></div><div><h2>Noon</h2><p>" + story + "</p><h2>May</h2><p>" + plum + "</p></div>", 4},
		{"a heading of its own between repeated terms", "<div><h2>Plums</h2><p>" + plum + "</p><p>" + story + "</p><h2>Prunes</h2><p>" + plum + "</p><h2>Ferry</h2><p>" + story + "</p></div>", 5},
		{"like offers", "<div><p>" + plum + story + story + plum + "</p><p>" + plum + story + story + pear + "</p></div>", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := read(t, c.html)
			Take(in, func(int, *block.Block) bool { return true })
			if got := len(Build(in)); got != c.want {
				t.Errorf("%d blocks of body, want %d: %q", got, c.want, article.PlainText(Build(in)))
			}
		})
	}
}
