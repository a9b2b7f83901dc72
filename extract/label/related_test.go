package label_test

import (
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
