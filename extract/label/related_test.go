package label_test

import (
	"strings"
	"testing"

	"copydesk/extract/label"
	"copydesk/extract/label/labeltest"
)

// A table of contents that names the whole address leads to places on this page;
// the same box with another article's address is related.
func TestRelatedLeadsElsewhere(t *testing.T) {
	const page = `<link rel=canonical href="https://shorepost.example/ferry"><h1>Ferry returns after nine months</h1>
	<ul class="related-links"><li><a href="https://shorepost.example/ferry/#crew">What the crew did ashore</a></li>
	<li><a href="https://shorepost.example/bridge">The bridge that nobody wanted</a></li></ul>` + labeltest.Prose
	in, _, _ := labeltest.Read(t, page, "https://shorepost.example/ferry?ref=home")
	related := label.FindRelated(in)
	if len(related) != 1 || related[0].URL != "https://shorepost.example/bridge" {
		t.Errorf("related: %+v", related)
	}
}

// Links that close a text under a line that says so are other articles; without
// the line, or in a list of their own behind the text, they are left alone.
func TestRelatedClosesText(t *testing.T) {
	const links = `<p><a href="/tram">Tram will not stop for anyone</a></p><p><a href="/bus">Bus sold to a museum</a></p>`
	for markup, want := range map[string]int{
		`<p>You may also like...</p>` + links: 2,
		links:                                 0,
		`</article><h2>You may also like</h2>` + links:    0,
		`<p>You may also like the new ferry.</p>` + links: 0,
	} {
		in, _, _ := labeltest.Read(t, "<article><h1>Ferry returns after nine months</h1>"+strings.TrimSuffix(labeltest.Prose, "</article>")+markup, "https://shorepost.example/ferry")
		if got := label.FindRelated(in); len(got) != want {
			t.Errorf("%s: %+v", markup, got)
		}
	}
}
