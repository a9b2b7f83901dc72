package extract

import (
	"fmt"
	"strings"
	"testing"

	"copydesk/ingest"
)

// Figures and embeds stand in the body where the page shows them.
func TestInsets(t *testing.T) {
	texts := []string{
		"left the pier at noon, two hours before its time, and nobody on board could say why it was in such a hurry that day.",
		"tells what the passengers had to say, who had come for the two o’clock boat and were given tea and an apology.",
		"quotes the harbour master, a man of few words, according to whom the tide table was read on the wrong page again.",
		"looks ahead: the council meets on Monday, and it will talk about clocks, as it has done every spring since the war.",
	}
	para := func(n int) string { return fmt.Sprintf("<p>Paragraph %d %s</p>\n", n, texts[n-1]) }
	page := `<!doctype html><html lang="en"><title>Ferry leaves</title><body><article><h1>Ferry leaves</h1><p class="standfirst">Two hours early, and without its passengers</p>` + para(1) +
		`<figure><img src="/pier.jpg" alt="The pier"><figcaption>The empty pier on Friday. <span class="credit">Photo: Ada Weber</span></figcaption></figure>` + para(2) +
		`<iframe src="https://www.youtube-nocookie.com/embed/abc"></iframe><iframe src="https://ads.example/frame"></iframe>` + para(3) +
		`<blockquote class="twitter-tweet"><p>It just left</p>— Ada (@ada) <a href="https://twitter.com/ada/status/12">June 1</a></blockquote>` + para(4) +
		`</article><iframe src="https://www.youtube.com/embed/next"></iframe></body></html>`
	a, err := Page(t.Context(), ingest.Page{Name: "p", URL: "https://pier.example/ferry", Bytes: []byte(page)}, Config{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range a.Body {
		switch {
		case strings.HasPrefix(b.Text, "Paragraph"):
			got = append(got, b.Text[:11])
		case b.Caption != nil:
			got = append(got, "figure: "+a.Captions[*b.Caption].Text)
		case b.URL != "":
			got = append(got, strings.TrimSpace(b.Provider+": "+b.URL+" "+b.Text))
		}
	}
	want := []string{
		"Paragraph 1", "figure: The empty pier on Friday.", "Paragraph 2", "youtube.com: https://www.youtube-nocookie.com/embed/abc",
		"Paragraph 3", "x.com: https://twitter.com/ada/status/12 It just left\n— Ada (@ada) June 1", "Paragraph 4",
	}
	if strings.Contains(a.Text, "It just left") {
		t.Error("the words of a post are none of the article's")
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
