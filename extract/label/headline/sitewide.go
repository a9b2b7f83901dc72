package headline

import (
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html/atom"

	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/page"
)

// onlyNamesSite says whether all that is declared is a title that the whole site
// shares ("The Post", "Home", "Courier | News", "article.html"), so that an h1 is right
// although it shares no word with it. Seen on small sites whose pages all have one
// title. It is safe where the h1 is the only one, heads the running text and says more
// than the title does. A title that is as long as the h1, or has its words in the page's
// address or in another heading, may name the article, and an h1 in the page's header
// or with a link home the site: they are left alone.
func (r *headlineReader) onlyNamesSite(h *shownTitle) bool {
	nodes := r.in.Doc.Nodes
	if h.out || nodes[h.node].Flags&(page.InHeader|page.InAside) != 0 || r.linksHome(h.node) || !r.headsBody(h.node) {
		return false
	}
	const frame = page.Hidden | page.InNav | page.InHeader | page.InFooter | page.InForm
	for i := range r.shown {
		if o := &r.shown[i]; o != h && nodes[o.node].Flags&frame == 0 {
			return false // the h1 of one part of several
		}
	}
	n := len(label.Terms(h.fold))
	for i := range r.declared {
		t := &r.declared[i]
		k := len(label.Terms(t.whole))
		if k >= n || k > longestSite || label.Likeness(t.whole, h.fold) > 0 || r.inAddress(t) || r.heads(t) {
			return false
		}
	}
	return n >= 2 && len(r.declared) > 0
}

// A site's name, with a section's beside it, has no more words.
const longestSite = 4

// inAddress says whether a title's words, two or more, are the last part of the page's
// address: addresses are made from the article's own title.
func (r *headlineReader) inAddress(t *title) bool {
	u := r.in.Declared.Canonical
	if u == nil || len(label.Terms(t.whole)) < 2 {
		return false
	}
	last := path.Base(u.Path)
	return label.Squeezed(strings.TrimSuffix(last, path.Ext(last))) == label.Squeezed(t.whole)
}

// heads says whether a heading of the page, which is none of its frame, has a title's words.
func (r *headlineReader) heads(t *title) bool {
	for i := range r.in.Blocks {
		b := &r.in.Blocks[i]
		if b.Kind == block.Heading && r.in.Doc.Nodes[b.First].Flags&(page.InHeader|page.InNav|page.InFooter|page.InAside|page.InLink) == 0 && label.Folded(b.Text) == t.whole {
			return true
		}
	}
	return false
}

// headsBody says whether running text stands right below an h1: a standfirst, a
// byline, a date, a picture with its caption and a few buttons may stand between.
func (r *headlineReader) headsBody(h1 int32) bool {
	n := 0
	for i := range r.in.Blocks {
		b := &r.in.Blocks[i]
		switch {
		case b.Scores.Body >= 0.5 && len(b.Text) > 80:
			return b.First > h1 // what stands before it is headed by something else
		case b.First < r.in.Doc.Nodes[h1].End:
			continue
		case n > 10 || b.Kind == block.Heading && n > 2:
			return false
		}
		n++
	}
	return false
}

// linksHome says whether an h1 holds, or stands in, a link to the site's front page.
func (r *headlineReader) linksHome(h1 int32) bool {
	nodes := r.in.Doc.Nodes
	for i := h1; i < nodes[h1].End; i++ {
		if nodes[i].Atom == atom.A && r.isHome(nodes[i].Attribute("href")) {
			return true
		}
	}
	for i := nodes[h1].Parent; i > 0; i = nodes[i].Parent {
		if nodes[i].Atom == atom.A && r.isHome(nodes[i].Attribute("href")) {
			return true
		}
	}
	return false
}

func (r *headlineReader) isHome(href string) bool {
	to := r.in.Resolve(href) // "" for mail and scripts
	u, err := url.Parse(to)
	if err != nil || to == "" || strings.HasPrefix(href, "#") || u.RawQuery != "" {
		return false
	}
	p := strings.Trim(u.Path, "/.")
	return p == "" || p == "index.html" || p == "index.php"
}
