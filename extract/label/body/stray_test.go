package body

import (
	"strings"
	"testing"

	"copydesk/article"
	"copydesk/extract/block"
	"copydesk/extract/label"
)

// What stands apart from the body is refused for how and where it stands; the same
// words among the body's own are not.
func TestRefuseStray(t *testing.T) {
	const line = "<p>The ferry sails four times a day, and nobody on the island has ever seen it sail a fifth time.</p>"
	text := "<div class=story>" + strings.Repeat(line, 6)
	head := "<h1>Ferry back in service</h1>"
	menu := strings.Repeat("<div><a href=/x>Boats</a></div>", 10)
	later := "<p>LATER on the crew of the ferry tells how they spent the winter on the mainland.</p>"
	doubtful := strings.ReplaceAll(later, "<p>", "<p title=doubtful>")
	authors := []article.Author{{Name: "Ida Moen"}, {Name: "The Shore Press"}}
	for _, c := range []struct {
		name, src string
		refused   bool
	}{
		{"in the page's footer", head + text + "</div><footer>" + later + "</footer>", true},
		{"in the footer of the article", "<article>" + head + text + "</div><footer>" + later + "</footer></article>", false},
		{"on a page that is all header", "<header>" + head + text + later + "</div></header><p>The other ferry sails on Sundays.</p>", false},
		{"other stories over the headline", "<ul><li><a href=/1>Tram will not stop</a> The tram has no brakes.<li><a href=/2>Bus sold to museum</a> It was the last one.<li><a href=/3>Canal drained again</a> LATER</ul>" + head + text, true},
		{"points over the headline", "<ul><li>The ferry is back.<li>It sails <a href=/2>four times a day</a>.<li>LATER</ul>" + head + text, false},
		{"over the menu, doubtful", doubtful + "<nav>" + menu + "</nav>" + head + text, true},
		{"over the menu, sure", later + "<nav>" + menu + "</nav>" + head + text, false},
		{"over the headline, with no menu", doubtful + head + text, false},
		{"over the headline of no body", doubtful + "<nav>" + menu + "</nav>" + head, false},
		{"far behind, doubtful", head + text + "</div>" + menu + "<section>" + doubtful + "</section>", true},
		{"far behind, sure", head + text + "</div>" + menu + "<section>" + later + "</section>", false},
		{"far behind, made like the text", head + text + "</div>" + menu + "<div class=story>" + doubtful + "</div>", false},
		{"close behind, doubtful", head + text + "</div><section>" + doubtful + "</section>", false},
		{"comments", head + text + "</div><div class=comment>" + later + "</div>", true},
		{"a discussion", head + line + "<div class=comment>" + strings.Repeat(line, 5) + later + "</div>", false},
		{"a feed", head + text + "</div><div><article><a href=/1>Tram will not stop</a>" + later + "</article><article><a href=/2>Bus sold to museum</a>" + line + "</article></div>", true},
		{"a feed of one", head + text + "</div><div><article><a href=/1>Tram will not stop</a>" + later + "</article></div>", false},
		{"an article in parts", head + line + "<div><article><a href=/1>Tram will not stop</a>" + later + "</article><article><a href=/2>Bus sold to museum</a>" + line + "</article></div>", false},
		{"stories cut off", head + text + "</div><div><p>LATER on the tram that will not stop was stopped by a cow on the way to …</p></div><div><p>The canal was drained again last night, and what was found in it is …</p></div>", true},
		{"stories cut off, with titles", head + text + "</div><div><p><a href=/1>Tram will not stop</a></p><p>LATER on the tram that will not stop was stopped by a cow on the way to …</p></div><div><p><a href=/2>Canal drained again</a></p><p>The canal was drained again last night, and what was found in it is …</p></div>", true},
		{"a text that trails off", head + text + "<p>LATER on the tram that will not stop was stopped by a cow on the way to …</p><p>The canal was drained again last night, and what was found in it is …</p></div>", false},
		{"the author's life", head + text + "<p>Ida Moen, LATER a captain herself, writes about ships and harbours for this paper.</p></div>", true},
		{"the author in a sentence", head + text + "<p>It was LATER that the captain told Ida Moen of it, who writes about ships and harbours.</p></div>", false},
		{"where to write to the author", head + text + "<p>LATER on, staff writer Ida Moen can be reached at ida.moen@shore.example.</p></div>", true},
		{"where to write to somebody else", head + text + "<p>LATER on, for tickets, write to Jon Falk at jon.falk@ferry.example.</p></div>", false},
		{"the author at the beginning", head + "<p>Ida Moen LATER went to the harbour and asked the crew what they had done all winter.</p>" + text + "</div>", false},
		{"an author that is a house", head + text + "<p>The Shore Press LATER asked the crew what they had done all winter, and got no answer.</p></div>", false},
		{"a post in the text", head + text + "<blockquote class=twitter-tweet><p>LATER boats for all</p><a href=https://twitter.com/ferry/status/1>May 1</a></blockquote>" + line + "</div>", true},
		{"a post behind the text", head + text + "<blockquote class=twitter-tweet><p>LATER boats for all</p><a href=https://twitter.com/ferry/status/1>May 1</a></blockquote></div>", false},
		{"a quotation in the text", head + text + "<blockquote><p>LATER boats for all, says <a href=https://twitter.com/ferry>the crew</a></p></blockquote>" + line + "</div>", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := read(t, c.src)
			for i := range in.Blocks {
				b := &in.Blocks[i]
				switch {
				case b.Level == 1:
					in.Roles[i], in.HeadlineShown, in.HeadlineNode = label.Headline, true, b.Node
				case in.Doc.Nodes[b.Node].Attribute("title") == "doubtful":
					b.Scores.Body = 0.6
				case b.Kind == block.Paragraph || b.Kind == block.ListItem:
					b.Scores.Body = 0.95
				}
			}
			RefuseStray(in, authors)
			seen := false
			for i := range in.Blocks {
				if strings.Contains(in.Blocks[i].Text, "LATER") {
					seen = true
					if (in.Roles[i] == label.Other) != c.refused {
						t.Errorf("refused: %t, want %t", !c.refused, c.refused)
					}
				}
			}
			if !seen {
				t.Error("the text is not on the page")
			}
		})
	}
}
