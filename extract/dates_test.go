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

// A sentence that ends in a date is a paragraph, wherever it stands, and a date
// between the paragraphs is a subhead or an entry: neither is the page's date.
func TestDatesOfOtherThings(t *testing.T) {
	paragraphs := []string{
		"The council voted on Monday to keep the night ferry running across the bay for another three years after a long and lively debate.",
		"Forty people had waited in the gallery of the town hall, and most of them clapped when the last hand finally went up again.",
		"The harbour master said the engine had been rebuilt twice and that the crew had painted the rail in green over the quiet winter.",
	}
	post := `<blockquote class="twitter-tweet"><p>The boat is back</p>&mdash; Reg Dunmore (@reg) <a href="https://twitter.com/reg/status/12">May 1, 2024</a></blockquote>`
	list := "<ul>"
	for _, year := range []string{"1931", "1940", "1952", "1960", "1971", "1999"} {
		list += "<li>4 May " + year + ": another boat</li>"
	}
	list += "</ul>"
	standfirst := `<div class="standfirst">Passengers will pay more from 1 July 2024, the council says</div>`
	for _, c := range []struct{ name, lang, above, among, published, kept string }{
		{"a founding", "en", "", "<p>The ferry was founded on May 1, 1926.</p>", "", "founded on May 1, 1926."},
		{"a founding, and a date line", "en", "<p>17 May 2024</p>", "<p>The ferry was founded on May 1, 1926.</p>", "2024-05-17", "founded on May 1, 1926."},
		{"a birth", "en", "", "<p>He was born on 3 March 1981.</p>", "", "born on 3 March 1981."},
		{"a trial", "en", "", "<p>The trial opens on 12 June 2025.</p>", "", "opens on 12 June 2025."},
		{"a day without its year", "en", "", "<p>He died on May 1.</p>", "", "died on May 1."},
		{"the date first", "en", "", "<p>On May 1, 1926, it sailed.</p>", "", "it sailed."},
		{"German", "de", "", "<p>Die Fähre fährt seit dem 4. Mai 1926.</p>", "", "seit dem 4. Mai 1926."},
		{"French", "fr", "", "<p>Le bac circule depuis le 4 mai 1926.</p>", "", "depuis le 4 mai 1926."},
		{"a book's publication", "en", "", "<p>The book was published on May 1, 1926.</p>", "", "was published on May 1, 1926."},
		{"over the body", "en", "<p>The ferry was founded on May 1, 1926.</p>", "", "", "founded on May 1, 1926."},
		{"a list of years", "en", "", list, "", "4 May 1931: another boat"},
		{"a subhead", "en", "", "<h3>3 June 2019</h3><p>The second boat was bought from the island and has been on the line ever since that day.</p>", "", "3 June 2019"},
		{"a bold line", "en", "", "<p><b>4 May 1931</b></p>", "", "4 May 1931"},
		{"a post", "en", "", post, "", ""},
		{"a post, and a date line", "en", "<p>17 May 2024</p>", post, "2024-05-17", ""},
		{"a standfirst", "en", standfirst, "", "", ""},
		{"a standfirst, and a date line", "en", standfirst + "<p>17 May 2024</p>", "", "2024-05-17", ""},

		{"a date line with a place and a stop", "fr", "<p>Fait à Rocheville, le 17 mai 2024.</p>", "", "2024-05-17", ""},
		{"a date line with a label and a stop", "en", "<p>Published on 17 May 2024.</p>", "", "2024-05-17", ""},
		{"a date line with a reading time", "en", "<p>17 May 2024 | read it with your friends</p>", "", "2024-05-17", ""},
		{"a date line with a label behind the text", "en", "", "<p>Published 17 May 2024</p>", "2024-05-17", ""},
		{"a date line that only its markup names, behind the text", "en", "", `<div><span>rodenau</span> <span class="publishedAt">17 May 2024, 12:30 P. M.</span></div>`, "2024-05-17T12:30", ""},
		{"a date line that opens with two labels, behind the text", "en", "", "<p>First published on 17 May 2024.</p>", "2024-05-17", ""},
		{"a date line of a class behind the text", "en", "", `<div class="date">17 May 2024</div>`, "2024-05-17", ""},
	} {
		p := fmt.Sprintf(`<!DOCTYPE html><html lang="%s"><head><meta charset="utf-8"><title>Harbour council keeps night ferry</title></head><article><h1>Harbour council keeps night ferry</h1>
<p>By Kim Aldous</p>%s<p>%s</p>%s<p>Anyone who wishes to travel at night should book a place at the quay, the harbour master said, because the boat is small.</p></article></html>`,
			c.lang, c.above, strings.Join(paragraphs, "</p><p>"), c.among)
		a, err := Page(context.Background(), ingest.Page{Name: "page.html", Bytes: []byte(p)}, Config{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if a.Published != c.published || !strings.Contains(a.Text, c.kept) {
			t.Errorf("%s: published %q, text %q; want %q, %q", c.name, a.Published, a.Text, c.published, c.kept)
		}
		if c.published == "" && a.DateText != "" {
			t.Errorf("%s: date text %q", c.name, a.DateText)
		}
	}
}
