package dates_test

import (
	"strings"
	"testing"

	"copydesk/extract/label/byline"
	"copydesk/extract/label/dates"
	"copydesk/extract/label/labeltest"
)

func TestDateline(t *testing.T) {
	in, _, _ := labeltest.Read(t, `<html lang=en><p>x`, "")
	for text, want := range map[string]string{
		"KYIV (AP) — Boats are back.":                         "KYIV",
		"HOLLIS CREEK, Neb. (AP) — The fair will go without.": "HOLLIS CREEK, Neb.",
		"PARIS, March 3 – Boats are back.":                    "PARIS",
		"Wittlohe (dpa). Die Fähre bleibt.":                   "Wittlohe",
		"Kiel (dpa) - Die Fähre bleibt.":                      "Kiel",
		"The boat — a wreck, really — is back.":               "",
		"Ida Moen – who else? – came first.":                  "",
		"US – it was a good year.":                            "",
		"He said: “No” (laughs). Then he left.":               "",
		"A long sentence that has nothing of the sort.":       "",
	} {
		if got := dates.FindDateline(in, text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	const head = `<html lang=en><title>Ferry returns after nine months</title>`
	const h1 = `<article><h1>Ferry returns after nine months</h1>`
	long := strings.Repeat(labeltest.Prose, 6)
	for _, c := range []struct{ name, page, published, modified, text string }{
		{"declared", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-12T18:02:00+01:00","dateModified":"2024-03-13"}</script>` + h1 + labeltest.Prose,
			"2024-03-12T18:02:00+01:00", "2024-03-13", ""},
		{"in the words of its language", `<meta name="date" content="12. März 2024"><script type="application/ld+json">{"@type":"NewsArticle","inLanguage":"de","dateModified":"13.03.2024 18:02"}</script>` + h1 + labeltest.Prose, "2024-03-12", "2024-03-13T18:02", ""},
		{"words beside the date are no such form", `<script type="application/ld+json">{"@type":"NewsArticle","inLanguage":"de"}</script><meta name="date" content="Am 12. März 2024 oder am 13. März">` + h1 + labeltest.Prose, "", "", ""},
		{"meta", `<meta property="article:published_time" content="2024-03-12T18:02:00+01:00">` + h1 + labeltest.Prose, "2024-03-12T18:02:00+01:00", "", ""},
		{"shown, both apart", h1 + `<p class=date>Published 09:15, 17 May 2023 | Updated 11:02, 18 May 2023</p>` + labeltest.Prose, "2023-05-17T09:15", "2023-05-18T11:02", "09:15, 17 May 2023"},
		{"no year is not given one", h1 + `<p>Thursday, August 5</p>` + labeltest.Prose, "", "", "Thursday, August 5"},
		{"the newsroom's day, not UTC's", `<meta property="article:published_time" content="2024-03-13T01:02:00Z">` + h1 + `<time datetime="2024-03-12T20:02:00-05:00">March 12, 2024</time>` + labeltest.Prose,
			"2024-03-12T20:02:00-05:00", "", "March 12, 2024"},
		{"the same day stays as declared", `<meta property="article:published_time" content="2024-03-12T15:02:00Z">` + h1 + `<time datetime="2024-03-12T10:02:00-05:00">March 12, 2024</time>` + labeltest.Prose,
			"2024-03-12T15:02:00Z", "", "March 12, 2024"},
		{"the day that is shown and in the address, where data has UTC's", `<link rel=canonical href="https://shorepost.example/2024/03/12/ferry"><meta property="article:published_time" content="2024-03-13T01:02:00+00:00">` + h1 + `<p class=date>March 12, 2024</p>` + labeltest.Prose,
			"2024-03-12", "", "March 12, 2024"},
		{"a day that is only shown: the instant stays", `<meta property="article:published_time" content="2024-03-13T01:02:00+00:00">` + h1 + `<p class=date>March 12, 2024</p>` + labeltest.Prose,
			"2024-03-13T01:02:00+00:00", "", "March 12, 2024"},
		{"a day that no zone makes of it", `<link rel=canonical href="https://shorepost.example/2024/03/12/ferry"><meta property="article:published_time" content="2024-03-13T21:02:00+00:00">` + h1 + `<p class=date>March 12, 2024</p>` + labeltest.Prose,
			"2024-03-13T21:02:00+00:00", "", "March 12, 2024"},
		{"a zone that data has is the newsroom's", `<meta property="article:published_time" content="2024-03-13T01:02:00+01:00">` + h1 + `<p class=date>March 12, 2024</p>` + labeltest.Prose,
			"2024-03-13T01:02:00+01:00", "", "March 12, 2024"},
		{"the one day that the page shows is the last edition's", `<meta property="article:published_time" content="2019-03-12T18:02:00Z"><meta property="article:modified_time" content="2024-03-15T09:00:00Z">` + h1 + `<p class=date>March 15, 2024</p>` + labeltest.Prose,
			"2024-03-15", "2024-03-15T09:00:00Z", "March 15, 2024"},
		{"a day that is shown as an update's stays one", `<meta property="article:published_time" content="2019-03-12T18:02:00Z"><meta property="article:modified_time" content="2024-03-15T09:00:00Z">` + h1 + `<p class=date>Updated March 15, 2024</p>` + labeltest.Prose,
			"2019-03-12T18:02:00Z", "2024-03-15T09:00:00Z", "March 15, 2024"},
		{"both days are shown", `<meta property="article:published_time" content="2019-03-12T18:02:00Z"><meta property="article:modified_time" content="2024-03-15T09:00:00Z">` + h1 + `<p class=date>March 12, 2019</p><p class=date>March 15, 2024</p>` + labeltest.Prose,
			"2019-03-12T18:02:00Z", "2024-03-15T09:00:00Z", "March 12, 2019"},
		{"the day of publication in another zone, on which it was modified, too", `<meta property="article:published_time" content="2024-03-12T20:02:00Z"><meta property="article:modified_time" content="2024-03-13T02:00:00Z">` + h1 + `<p class=date>March 13, 2024</p>` + labeltest.Prose,
			"2024-03-12T20:02:00Z", "2024-03-13T02:00:00Z", "March 13, 2024"},
		{"modified before it was published", `<meta property="article:published_time" content="2024-03-12"><meta property="article:modified_time" content="2023-03-12">` + h1 + labeltest.Prose, "2024-03-12", "", ""},
		{"the zero of a clock", `<meta property="article:published_time" content="1970-01-01T00:00:00Z">` + h1 + `<p>12 March 2024</p>` + labeltest.Prose, "2024-03-12", "", "12 March 2024"},
		{"the page's address", `<link rel=canonical href="https://shorepost.example/2024/03/12/ferry">` + h1 + labeltest.Prose, "2024-03-12", "", ""},
		{"at the end, by whoever posted it", h1 + long + `<div>Posted on the 14/11/2023 at 18:30 by <a href="/">@ida</a></div>`, "2023-11-14T18:30", "", ""},
		{"those of comments are not", h1 + long + `<div>Posted on the 14/11/2023 at 18:30 by <a href="/1">@ida</a></div><p>Quite so.</p><div>Posted on the 15/11/2023 at 8:00 by <a href="/2">@per</a></div>`, "", "", ""},
		{"under its label, in a box", h1 + long + `<div class=collection-view><div class=dateline><p>Published</p><p class=date>Feb 2, 2023</p></div></div>`, "2023-02-02", "", ""},
		{"under the byline at the end, whatever its box is called", h1 + long + `<div class=items-center><p>Written by <a href="/author/ida-moen">Ida Moen</a></p><p>May 9, 2023</p></div>`, "2023-05-09", "", ""},
		{"those of teasers are not", h1 + long + `<div class=card-list><div class=card><p>Published</p><p class=date>Feb 2, 2023</p></div><div class=card><p>Published</p><p class=date>Feb 4, 2023</p></div></div>`, "", "", ""},
		{"a number in the address is no date", `<link rel=canonical href="https://shorepost.example/20/03/1224/ferry">` + h1 + labeltest.Prose, "", "", ""},
		{"a page hidden until its scripts have run", `<div style="display:none">` + h1 + `<time datetime="2024-03-12T10:00:00Z">12 March 2024</time>` + labeltest.Prose + `</div>`, "2024-03-12T10:00:00Z", "", "12 March 2024"},
		{"a hidden time on a shown page", h1 + `<div hidden><time datetime="2020-03-12T10:00:00Z">12 March 2020</time></div>` + labeltest.Prose, "", "", ""},
		{"a comment's date", h1 + labeltest.Prose + `<div class=comments><div class=comment><time datetime="2024-03-19T10:00Z">19 March</time><p>Well.</p></div></div>`, "", "", ""},
		{"a date in the text", h1 + labeltest.Prose + `<p>The old boat was built on 3 May 1961 in a yard that has long been a car park, and nobody has the plans.</p>`, "", "", ""},
		{"a teaser that is marked up as an article", h1 + labeltest.Prose + `<aside><div itemscope itemtype="http://schema.org/NewsArticle"><h3 itemprop=headline>Bakery closes after ninety years</h3><meta itemprop=datePublished content="2020-01-02"></div></aside>`, "", "", ""},
	} {
		in, _, _ := labeltest.Read(t, head+c.page, "")
		byline.Find(in)
		d := dates.Find(in)
		if d.Published != c.published || d.Modified != c.modified || d.Text != c.text {
			t.Errorf("%s: got %q, %q, %q, want %q, %q, %q", c.name, d.Published, d.Modified, d.Text, c.published, c.modified, c.text)
		}
	}
}

// Where the day of the record is not the one that data declares, the reasons say so.
func TestLocalTimeGivesReasons(t *testing.T) {
	in, _, _ := labeltest.Read(t, `<html lang=en><link rel=canonical href="https://shorepost.example/2024/03/12/ferry"><meta property="article:published_time" content="2024-03-13T01:02:00Z"><article><h1>Ferry returns after nine months</h1><p class=date>March 12, 2024</p>`+labeltest.Prose, "")
	dates.Find(in)
	for _, c := range in.Trace.Choices {
		if c.Field == "published" && (c.Value != "2024-03-12" || !strings.Contains(c.Why, "newsroom's time")) {
			t.Errorf("published %q: %s", c.Value, c.Why)
		}
	}
}
