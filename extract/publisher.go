package extract

import (
	"net/url"
	"strings"

	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/extract/page"
	"copydesk/extract/trusttxt"
)

// addTrustTxt puts what the publisher's trust.txt says, where the user gave a
// copy of it, with the publisher: it holds for the site and makes no label of
// the article. The copy is found by the page's address, else by the one it declares.
func addTrustTxt(a *article.Article, doc *page.Document, copies *trusttxt.Set, trace *label.Trace) {
	if copies == nil {
		return
	}
	u := doc.URL
	if u == nil {
		u, _ = url.Parse(a.Source.CanonicalURL)
	}
	host := ""
	if u != nil {
		host = u.Hostname()
	}
	c, err := copies.For(host)
	if err != nil {
		a.Quality.Warnings = append(a.Quality.Warnings, err.Error())
		return
	}
	if c == nil {
		return
	}
	for _, w := range c.Warnings {
		a.Quality.Warnings = append(a.Quality.Warnings, "trust.txt "+c.File+": "+w)
	}
	if c.Empty() {
		return // a file of another sort, or nothing but comments: what it lacks is said above
	}
	if a.Publisher == nil {
		a.Publisher = &article.Publisher{}
	}
	said := c.TrustTxt // records do not share what they may change
	a.Publisher.TrustTxt = &said
	trace.Add(label.Choice{Field: "publisher.trust_txt", Value: strings.Join(said.BelongTo, "; "), Source: "trust.txt", Why: "the copy in " + c.File + " says what the publisher belongs to; it is not verified"})
}
