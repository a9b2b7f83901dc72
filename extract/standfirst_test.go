package extract

import (
	"context"
	"fmt"
	"testing"

	"copydesk/ingest"
)

// A notice on where the text comes from stands where a standfirst does, and is none.
func TestStandfirstOnPages(t *testing.T) {
	const deck = "The old boat is back on the bay after eleven months in the yard, with a new engine and a debt that the council has yet to pay."
	const text = `<p>The old ferry across the bay went back into service on Monday after eleven months in the yard, and forty people stood waiting on the quay.</p>
<p>The engine had been rebuilt twice, the harbour master said, and the crew had painted the rail in the green that the islanders voted for.</p>`
	for _, c := range []struct{ name, lang, head, above, want string }{
		{"a standfirst", "en", `<meta name="description" content="` + deck + `">`, `<h1>Ferry sails again</h1><p class="standfirst">` + deck + `</p>`, deck},
		{"a notice on where the text comes from", "de", ``, `<h1>Die Fähre fährt wieder</h1><p class="intro">Der Text ist unverändert von der Deutschen Presse-Agentur (dpa) übernommen.</p>`, ""},
		{"the first paragraph alone in bold, as it is declared", "en", `<meta name="description" content="` + deck + `">`, `<h1>Ferry sails again</h1><p><b>` + deck + `</b></p>`, deck},
		{"the first of several bold questions", "en", ``, `<h1>Ferry sails again</h1><p><b>Why did the boat stay in the yard for so long?</b></p>` + text + `<p><b>And who paid for it all in the end?</b></p>`, ""},
		{"a line of sections, times and writers", "en", ``, `<h1>Ferry sails again</h1><div class="post-intro">Harbour, Boats, Top Story | Published: 5 hours ago | Last Updated: 5 hours ago | Written by Ida Moen</div>`, ""},
		{"a line of a time, a source and controls", "en", ``, `<h1>Ferry sails again</h1><div class="post-intro">28.04.2021 - 07:18 | Source: the harbour office | Reading time about 4 min. | Read aloud Stop Pause</div>`, ""},
		{"an offer of a newsletter", "en", ``, `<h1>Ferry sails again</h1><p class="intro">Sign up for the Quay at Dawn newsletter, which we write for all who sail on weekdays.</p>`, ""},
		{"a notice on paid links", "en", ``, `<h1>Ferry sails again</h1><p class="intro">Buying through links on this page supports the crew and costs you nothing.</p>`, ""},
	} {
		p := fmt.Sprintf(`<!DOCTYPE html><html lang="%s"><head><meta charset="utf-8"><title>Ferry sails again over the whole bay</title>%s</head><body><main><article>%s<div class="body">%s</div></article></main></body></html>`, c.lang, c.head, c.above, text)
		a, err := Page(context.Background(), ingest.Page{Name: "page.html", Bytes: []byte(p)}, Config{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if a.Standfirst != c.want {
			t.Errorf("%s: standfirst %q, want %q", c.name, a.Standfirst, c.want)
		}
	}
}
