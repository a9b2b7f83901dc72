package headline_test

import (
	"testing"

	"copydesk/extract/label/labeltest"
)

func TestHeadline(t *testing.T) {
	const og = `<meta property="og:title" content="Ferry returns after nine months">`
	for _, c := range []struct{ name, page, headline, kicker string }{
		{"what h1 shows, not what is declared for search",
			`<title>Ferry back: timetable, fares, all you need to know</title><meta property="og:title" content="Ferry returns: all you need to know"><h1>The ferry is back, and so is the tuba</h1>` + labeltest.Prose,
			"The ferry is back, and so is the tuba", ""},
		{"the site's name in h1",
			og + `<meta property="og:site_name" content="The Shore Post"><title>Ferry returns after nine months - The Shore Post</title><header><h1>The Shore Post</h1></header><h2>Ferry returns after nine months</h2>` + labeltest.Prose,
			"Ferry returns after nine months", ""},
		{"several h1: the one that is declared",
			og + `<h1>Local</h1><h1>Ferry returns after nine months</h1>` + labeltest.Prose + `<h1>More stories</h1>`,
			"Ferry returns after nine months", ""},
		{"the spelling of the page",
			og + `<h1>Ferry “returns” after nine months</h1>` + labeltest.Prose,
			"Ferry “returns” after nine months", ""},
		{"a kicker in the same h1",
			og + `<h1><span class="kicker">Shipping</span> <span>Ferry returns after nine months</span></h1>` + labeltest.Prose,
			"Ferry returns after nine months", "Shipping"},
		{"a kicker in the same heading, which is no h1",
			og + `<h3><span class="roofline">Opening of the season at Strandby</span><span> - </span><span>Ferry returns after nine months</span></h3>` + labeltest.Prose,
			"Ferry returns after nine months", "Opening of the season at Strandby"},
		{"the number of a series in the same heading is none",
			og + `<h3><span>Part 4</span> <span>Ferry returns after nine months</span></h3>` + labeltest.Prose,
			"Ferry returns after nine months", ""},
		{"a date in the same h1 is no kicker",
			og + `<h1><small>Dec 18 2025</small> <a href="/f">Ferry returns after nine months</a></h1>` + labeltest.Prose,
			"Ferry returns after nine months", ""},
		{"what the article is, behind a bar",
			`<html lang=en><meta property="og:title" content="Let the old ferry sail | Opinion"><h1>Let the old ferry sail | Opinion</h1>` + labeltest.Prose,
			"Let the old ferry sail", "Opinion"},
		{"a subtitle behind a bar stays",
			`<html lang=en><meta property="og:title" content="Let the old ferry sail | Nine opinions"><h1>Let the old ferry sail | Nine opinions</h1>` + labeltest.Prose,
			"Let the old ferry sail | Nine opinions", ""},
		{"what the article is, before a bar",
			`<meta property="og:title" content="Opinion | Let the old ferry sail"><h1>Opinion | Let the old ferry sail</h1>` + labeltest.Prose,
			"Let the old ferry sail", "Opinion"},
		{"what the article is, before a bar, only in h1",
			`<title>Let the old ferry sail | Shore Post</title><meta property="og:site_name" content="Shore Post"><h1>Opinion | Let the old ferry sail</h1>` + labeltest.Prose,
			"Let the old ferry sail", "Opinion"},
		{"what the article is, before a bar, without an h1",
			`<title>Opinion | Let the old ferry sail</title><div>` + labeltest.Prose + `</div>`,
			"Let the old ferry sail", "Opinion"},
		{"a place before a bar stays",
			`<meta property="og:title" content="Strandby | Let the old ferry sail"><h1>Strandby | Let the old ferry sail</h1>` + labeltest.Prose,
			"Strandby | Let the old ferry sail", ""},
		{"a word for what it is before too short a rest stays",
			`<meta property="og:title" content="Review | Ferry"><h1>Review | Ferry</h1>` + labeltest.Prose,
			"Review | Ferry", ""},
		{"a kicker for what the article is in the same h1, which the titles run together",
			`<title>Opinion Let the old ferry sail</title><h1><span class="kicker">Opinion</span> Let the old ferry sail</h1>` + labeltest.Prose,
			"Let the old ferry sail", "Opinion"},
		{"a kicker in elements of its own in the same h1",
			`<h1><span class="kicker"><a href="/opinion">Opinion</a></span> Let the old ferry sail</h1>` + labeltest.Prose,
			"Let the old ferry sail", "Opinion"},
		{"a date in a kicker's element in the same h1 is none",
			`<title>Let the old ferry sail</title><h1><span class="kicker"><time datetime="2022-02-01">1 February 2022</time></span> Let the old ferry sail</h1>` + labeltest.Prose,
			"Let the old ferry sail", ""},
		{"half of the headline in a kicker's element, which the titles confirm",
			`<title>Old boats: Let the old ferry sail</title><h1><span class="kicker">Old boats:</span> Let the old ferry sail</h1>` + labeltest.Prose,
			"Old boats: Let the old ferry sail", ""},
		{"a word in italics that opens the headline",
			`<h1><em>Opinion</em> of the harbour court is delayed</h1>` + labeltest.Prose,
			"Opinion of the harbour court is delayed", ""},
		{"a colon without markup stays",
			og + `<h1>Shipping: Ferry returns after nine months</h1>` + labeltest.Prose,
			"Shipping: Ferry returns after nine months", ""},
		{"a colon that one declares and h1 shows",
			og + `<title>Ferry returns after nine months - Shore Post</title><meta property="og:site_name" content="Shore Post"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Old boats, new engines: Ferry returns after nine months"}</script><h1>Old boats, new engines: Ferry returns after nine months</h1>` + labeltest.Prose,
			"Old boats, new engines: Ferry returns after nine months", ""},
		{"an id is no title",
			`<script type="application/ld+json">{"@type":"NewsArticle","name":"a-4711-23","headline":"48213377"}</script><title>Ferry returns after nine months | Shore Post</title><meta property="og:site_name" content="Shore Post"><div>` + labeltest.Prose + `</div>`,
			"Ferry returns after nine months", ""},
		{"no h1: the words before the site's name",
			`<title>Ferry returns after nine months | Shore Post</title><link rel=canonical href="https://www.shorepost.example/a/ferry"><p class="title">Ferry returns after nine months</p>` + labeltest.Prose,
			"Ferry returns after nine months", ""},
		{"a line that stands loose with the rest of the page",
			`<title>Ferry returns after nine months</title><div>Ferry returns after nine months<div>Tuesday, 12 March</div><div>Welcome, guest</div><div>Home | Blog | Register | Login</div>` + labeltest.Prose + `</div>`,
			"Ferry returns after nine months", ""},
		{"an h1 for search engines in the breadcrumb",
			og + `<title>Shipping in the north: Ferry returns after nine months</title><nav><h1>Shipping in the north: Ferry returns after nine months</h1></nav><h2 class="title">Ferry returns after nine months</h2>` + labeltest.Prose,
			"Ferry returns after nine months", ""},
		{"microdata that has the line below the headline",
			og + `<title>Ferry returns after nine months</title><div itemscope itemtype="https://schema.org/Article"><meta itemprop="headline" content="… the tuba stays ashore this time"><h1>Ferry returns after nine months</h1><h1>… the tuba stays ashore this time</h1>` + labeltest.Prose + `</div>`,
			"Ferry returns after nine months", ""},
		{"a line of its own above h1 is the kicker",
			og + `<article><p>Shipping</p><h1>Ferry returns after nine months</h1>` + labeltest.Prose + `</article>`,
			"Ferry returns after nine months", "Shipping"},
		{"the label of a banner is none",
			og + `<div id=banner><a href="/live"><div class="label-kicker">Live</div><p class="banner-headline">Watch Bay TV Live</p></a></div><article><h1>Ferry returns after nine months</h1>` + labeltest.Prose + `</article>`,
			"Ferry returns after nine months", ""},
		{"the way to the page, with the headline at its end, is none",
			og + `<article><p class="kicker">Reading: Ferry returns after nine months</p><h1>Ferry returns after nine months</h1>` + labeltest.Prose + `</article>`,
			"Ferry returns after nine months", ""},
		{"a mark of who read it is none",
			`<html lang=en>` + og + `<article><p>proofread</p><h1>Ferry returns after nine months</h1>` + labeltest.Prose + `</article>`,
			"Ferry returns after nine months", ""},
		{"the state of an event is none",
			`<html lang=en>` + og + `<article><p class="kicker">EVENT ENDED</p><h1>Ferry returns after nine months</h1>` + labeltest.Prose + `</article>`,
			"Ferry returns after nine months", ""},
		{"what happened is one",
			`<html lang=en>` + og + `<article><p class="kicker">Strike ended</p><h1>Ferry returns after nine months</h1>` + labeltest.Prose + `</article>`,
			"Ferry returns after nine months", "Strike ended"},
		{"a linked kicker is one",
			og + `<article><a href="/shipping" class="kicker">Shipping</a><h1>Ferry returns after nine months</h1>` + labeltest.Prose + `</article>`,
			"Ferry returns after nine months", "Shipping"},
		{"a date, a breadcrumb and a control are none",
			og + `<article><p>Home &gt; News</p><p>12 March 2024</p><h1>Ferry returns after nine months</h1>` + labeltest.Prose + `</article>`,
			"Ferry returns after nine months", ""},
	} {
		_, headline, kicker := labeltest.Read(t, `<html lang=en>`+c.page, "")
		if headline != c.headline || kicker != c.kicker {
			t.Errorf("%s: got %q under %q, want %q under %q", c.name, headline, kicker, c.headline, c.kicker)
		}
	}
}

// One title for all pages of a site, or none that names the article.
func TestSiteWideTitle(t *testing.T) {
	const h1 = "Harbour council keeps night ferry"
	heads := []string{
		`<article><h1>` + h1 + `</h1>`,
		`<article><header><h1 class="entry-title">` + h1 + `</h1><p>By Ann Poe</p><time>12 March 2024</time></header>`,
		`<header><a href="/">The Post</a></header><div><h1>` + h1 + `</h1>`,
	}
	for _, title := range []string{"The Post", "Home", "News", "My Blog", "Untitled Document", "article.html", "Saltmarsh Courier | News", "saltmarshcourier.example"} {
		for _, head := range heads {
			for _, site := range []string{"", `<meta property="og:site_name" content="` + title + `">`, `<meta property="og:title" content="` + title + `">`} {
				page := `<html lang=en><title>` + title + `</title>` + site + head + labeltest.Prose
				if _, got, _ := labeltest.Read(t, page, "https://www.shore.example/news/ferry"); got != h1 {
					t.Errorf("title %q, %s%s: got %q", title, site, head, got)
				}
			}
		}
	}
	const story = "Ferry returns"
	for _, c := range []struct{ name, page, want string }{
		{"a long title that names the article, and the site's name in h1",
			`<title>Ferry returns after nine months</title><article><h1>Saltmarsh Courier and Weekly Mail</h1>` + labeltest.Prose, "Ferry returns after nine months"},
		{"a short title, and an h1 in the page's header",
			`<title>` + story + `</title><header><h1>Saltmarsh Courier and Mail</h1></header>` + labeltest.Prose, story},
		{"a short title, and an h1 that links home",
			`<title>` + story + `</title><div><h1><a href="/">Saltmarsh Courier and Mail</a></h1>` + labeltest.Prose + `</div>`, story},
		{"a short title, and an h1 in a link home",
			`<title>` + story + `</title><div><a href="https://www.shore.example"><h1>Saltmarsh Courier and Mail</h1></a>` + labeltest.Prose + `</div>`, story},
		{"a short title that a heading shows",
			`<title>` + story + `</title><div><h1>Saltmarsh Courier and Mail</h1><h2>` + story + `</h2>` + labeltest.Prose + `</div>`, story},
		{"an h1 in the footer",
			`<title>` + story + `</title><div>` + labeltest.Prose + `</div><footer><h1>Read us every Sunday</h1></footer>`, story},
		{"an h1 that says no more than the title",
			`<title>` + story + `</title><div><h1>Courier</h1>` + labeltest.Prose + `</div>`, story},
		{"a short title that the address has",
			`<title>Night ferry</title><link rel=canonical href="https://www.shore.example/night-ferry/"><div><h1>Saltmarsh Courier and Mail</h1>` + labeltest.Prose + `</div>`, "Night ferry"},
		{"an h1 behind some of the text",
			`<title>` + story + `</title><div>` + labeltest.Prose + `<h1>Some rights reserved here</h1>` + labeltest.Prose + `</div>`, story},
		{"two h1, of which none is declared",
			`<title>` + story + `</title><div><h1>Saltmarsh Courier and Mail</h1><h1>Today by the sea</h1>` + labeltest.Prose + `</div>`, story},
	} {
		if _, got, _ := labeltest.Read(t, `<html lang=en>`+c.page, "https://www.shore.example/news/ferry"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestHeadlineGivesReasons(t *testing.T) {
	in, _, _ := labeltest.Read(t, `<meta property="og:site_name" content="Shore Post"><h1>Shore Post</h1><h1>Ferry returns after nine months</h1>`+labeltest.Prose, "")
	for _, c := range in.Trace.Choices {
		if c.Field == "headline" {
			if c.Source != "dom" || len(c.Refused) != 1 || c.Refused[0].Value != "Shore Post" {
				t.Errorf("reasons: %+v", c)
			}
			return
		}
	}
	t.Error("no reasons for the headline")
}
