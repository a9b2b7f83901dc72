package body

import (
	"strings"
	"testing"

	"copydesk/extract/label"
	"copydesk/extract/vocab"
)

func TestRefuseFurniture(t *testing.T) {
	body := strings.Repeat("<p>The ferry sails four times a day, and nobody on the island has ever seen it sail a fifth time.</p>", 5)
	for _, c := range []struct {
		name, src string
		refused   bool
	}{
		{"a newsletter is offered", "<p>Sign up for our newsletter. You can unsubscribe at any time.</p>", true},
		{"an advertisement is marked", "<p>Advertisement</p>", true},
		{"a call to share", "<p>Share this article</p>", true},
		{"comments behind their heading", "<h3>Leave a comment</h3><p>Never on time anyway, says my aunt, and she should know, for she has missed it twice.</p>", true},
		{"a line over links that are refused", "<p>Read more:</p>", true},
		{"a line in which it is said", "<p>Read more: the harbour office keeps a library of nineteen books, and lends them to whoever misses the ferry.</p>", false},
		{"filler that was left", "<h3>Why</h3><p>Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.</p>", true},
		{"filler that is quoted", "<blockquote>Lorem ipsum dolor sit amet, consectetur adipiscing elit.</blockquote>", false},
		{"prose on filler", "<p>Printers have set “Lorem ipsum” since the ferry had sails, and nobody on the island has read it.</p>", false},
		{"a form asks for a mail address", "<div><span>Il mattino in breve</span><form><input type=email></form><p>Le notizie prima del caffè.</p></div>", true},
		{"prose beside such a form", "<article><p>The form was found on the pier on Tuesday.</p><form><input type=email></form><p>The fifth boat was never ordered, the harbour office says, because nobody had filled in the form for it.</p></article>", false},
		{"prose that shares a word", "<p>The brothers share this article of faith with everybody they have met on the ferry, whether asked or not.</p>", false},
		{"prose on advertising", "<p>The advertisement that he placed in the island’s paper ran for nineteen years without one reply.</p>", false},
		{"a heading that speaks of comments", "<h3>No comments from the harbour office</h3><p>The harbour office would not say whether the fourth boat counts as a boat.</p>", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := read(t, body+c.src)
			in.Words = vocab.Builtin().For("en")
			for i := range in.Blocks {
				in.Blocks[i].Scores.Body = 0.9
			}
			RefuseFurniture(in)
			last := len(in.Blocks) - 1
			if refused := in.Roles[last] == label.Other; refused != c.refused {
				t.Errorf("%q refused: %t, want %t", in.Blocks[last].Text, refused, c.refused)
			}
		})
	}
}
