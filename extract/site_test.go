package extract

import (
	"strings"
	"testing"
	"testing/fstest"

	"copydesk/extract/siterules"
	"copydesk/ingest"
)

const pinned = `<!doctype html><html lang="en"><head><title>The Pier</title><link rel="canonical" href="https://www.pier.example/7"></head><body>
<h1>The Pier, a paper</h1><h4 class="t">Ferry leaves <i>early</i></h4><span id="who">Ada Weber</span><span class="when">7 May 2031, 9:15</span>
<div id="odd"><p>Short.</p><p class="share-box">Share this story with your friends today</p><p>Also short.</p><XX>Glued on.</XX></div>
<div><p>The ferry left the pier at noon, two hours before its time, and nobody on board could say why it was in such a hurry that day.</p></div>
<a class="more" href="/7/2">Next page</a></body></html>`

// Rules of a site come before what the page itself suggests, and the record says so.
func TestSiteRules(t *testing.T) {
	rules := fstest.MapFS{"pier.example.txt": {Data: []byte("title: //h4[@class='t']\nbody: //div[@id='odd']\nauthor: //*[@id='who']\n" +
		"date: substring-before(//span[@class='when'], ',')\nstrip_id_or_class: share-box\nnext_page_link: //a[@class='more']/@href\n" +
		"find_string: XX>\nreplace_string: p>\nbody: //[\n")}}
	page := ingest.Page{Name: "p", Bytes: []byte(pinned)}
	a, err := Page(t.Context(), page, Config{Sites: siterules.Open(rules)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if a.Headline != "Ferry leaves early" || a.Text != "Short.\n\nAlso short.\n\nGlued on." || len(a.Authors) != 1 || a.Authors[0].Name != "Ada Weber" ||
		a.Published != "2031-05-07" || a.Parts == nil || a.Parts.Next != "https://www.pier.example/7/2" {
		t.Errorf("%+v", a)
	}
	if !strings.Contains(a.Quality.Method, siteMethod) || !strings.Contains(strings.Join(a.Quality.Warnings, "\n"), "site rules pier.example.txt: line 9") {
		t.Errorf("quality %+v", a.Quality)
	}
	elsewhere := page
	elsewhere.URL = "https://coast.example/7"
	if a, err = Page(t.Context(), elsewhere, Config{Sites: siterules.Open(rules)}, nil); err != nil || strings.Contains(a.Quality.Method, siteMethod) {
		t.Errorf("rules of another site are used: %+v, %v", a.Quality, err)
	}
}
