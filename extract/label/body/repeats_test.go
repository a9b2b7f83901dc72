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
