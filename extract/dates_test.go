package extract

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"copydesk/ingest"
)

// When a page says that it was published and modified, and who wrote it: what
// stands in its head, around its headline and behind its text gives these.
func TestDatesAndAuthorsOnPages(t *testing.T) {
	for _, c := range []struct{ name, lang, head, above, behind, published, modified, authors string }{
		{"a line with a two-figure year", "de", "", `<div class="zeile">Do 25.04.24 | 14:07 Uhr | Von <span>Jule Wiebe</span></div>`, "", "2024-04-25", "", "Jule Wiebe"},
		{"no date: the day of a picture", "de", "", `<div class="bild"><img src="/a.jpg" alt="x"><p>Die Fähre bei den letzten Arbeiten in der Werft, 24. April 2023</p></div>`, "", "", "", ""},
		{"a date line behind the text", "en", "", "", `<div class="dateline"><p class="label">Published</p><p class="date">Feb 2, 2023</p></div>`, "2023-02-02", "", ""},
		{"an article's number that opens with the day", "ko", `<link rel="canonical" href="https://p.example/news/article/A2026012914320005196">`, "", "", "2026-01-29", "", ""},
		{"no date: another number", "ko", `<link rel="canonical" href="https://p.example/news/article/99120000518">`, "", "", "", "", ""},
		{"data knows only the last writing, the page the first", "en", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-11-29T12:28:31-05:00","dateModified":"2025-11-29T12:28:31-05:00"}</script>`,
			`<p class="date">May 14, 2025</p>`, "", "2025-05-14", "2025-11-29T12:28:31-05:00", ""},
		{"the same evening in two zones", "en", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-12-19T02:41:41+00:00","dateModified":"2025-12-19T02:41:41+00:00"}</script>`,
			`<p class="date">December 18, 2025</p>`, "", "2025-12-19T02:41:41+00:00", "2025-12-19T02:41:41+00:00", ""},
		{"only an update is shown", "en", "", `<p class="date">Updated March 13, 2024</p>`, "", "2024-03-13", "2024-03-13", ""},
		{"data alone knows of an update", "en", `<meta property="article:modified_time" content="2024-03-13T08:00:00Z">`, "", "", "", "2024-03-13T08:00:00Z", ""},
		{"an update is shown in a form", "en", `<meta property="article:modified_time" content="2024-03-13T08:00:00Z">`, `<form><p class="date">Updated March 13, 2024</p></form>`, "", "", "2024-03-13T08:00:00Z", ""},
		{"one time for both", "de", "", `<p class="meta">von <span>Ida Moen</span> am <time class="entry-date published updated" datetime="2020-02-23T10:07:02+01:00">23. Februar 2020</time></p>`, "",
			"2020-02-23T10:07:02+01:00", "", "Ida Moen"},
		{"one time for each", "de", "", `<p class="meta"><time class="entry-date published" datetime="2020-02-23">23. Februar 2020</time> <time class="updated" datetime="2020-03-01">1. März 2020</time></p>`, "",
			"2020-02-23", "2020-03-01", ""},
		{"role in one word before the name", "de", "", `<p class="autor">Von unserem Wirtschaftskorrespondenten Lothar Wiese</p>`, "", "", "", "Lothar Wiese"},
		{"a desk and a name in brackets at the end", "ja", "", "", `<div>（北沢支局・森下あかり）</div>`, "", "", "森下あかり"},
		{"no author: other brackets at the end", "ja", "", "", `<div>（つづく・第二部）</div>`, "", "", ""},
		{"no author: a place", "de", "", `<p>Hofheim am Taunus | Wiesbaden, 11. November 2021</p>`, "", "2021-11-11", "", ""},
		{"no author: the section's name", "de", `<meta name="author" content="Nachrichten"><meta property="article:section" content="Nachrichten"><meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Nachrichten">`, "", "", "", "", ""},
		{"data names the editor", "id", `<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"Heri Adi"}}</script>`,
			`<div class="author">Nova Zuhdi</div>`, `<div class="info">Editor : <a href="/e/1">Heri Adi</a></div>`, "", "", "Nova Zuhdi"},
	} {
		p := fmt.Sprintf(`<!DOCTYPE html><html lang="%s"><head><meta charset="utf-8"><title>Nordkap 7</title>%s</head><body><main><article><h1>Nordkap 7</h1>%s
<div class="body"><p>The old ferry across the bay went back into service on Monday after eleven months in the yard, and forty people stood waiting on the quay.</p>
<p>The engine had been rebuilt twice, the harbour master said, and the crew had painted the rail in the green that the islanders voted for.</p></div>%s</article></main></body></html>`,
			c.lang, c.head, c.above, c.behind)
		a, err := Page(context.Background(), ingest.Page{Name: "page.html", Bytes: []byte(p)}, Config{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, x := range a.Authors {
			names = append(names, x.Name)
		}
		if got := strings.Join(names, "; "); a.Published != c.published || a.Modified != c.modified || got != c.authors {
			t.Errorf("%s: published %q, modified %q, authors %q; want %q, %q, %q", c.name, a.Published, a.Modified, got, c.published, c.modified, c.authors)
		}
	}
}
