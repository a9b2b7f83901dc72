package label

import (
	"net/url"
	"slices"
	"strings"

	"copydesk/extract/page"
)

// Declared is what the page's data says about itself as a whole: which node
// describes this article, and the names that its site goes by.
type Declared struct {
	Article *page.Thing // the JSON-LD node of this page's article; nil when there is none
	Item    *page.Thing // its counterpart in microdata; nil when there is none
	Page    *page.Thing // the JSON-LD node of the page itself (WebPage and kin); nil when there is none

	Site      string   // the site's name as it writes it; empty when it declares none
	Canonical *url.URL // absolute; nil when the page names no address of its own
	sites     []string // squeezed forms of all names that the site goes by
	host      string   // its main label, without dots and hyphens: "harbourpost"
}

// Declare reads the declared facts once, for all fields.
func Declare(doc *page.Document) *Declared {
	d := &Declared{Canonical: canonical(doc)}
	d.Article = d.pick(doc.Facts.LD)
	d.Item = d.pick(doc.Facts.Items)
	for _, t := range doc.Facts.LD {
		if t.Is("WebPage", "ItemPage", "AboutPage", "MedicalWebPage") && t.Held != "itemListElement" {
			d.Page = t
			break
		}
	}
	d.names(doc)
	return d
}

// articleTypes are the schema.org types of things that are articles, by how
// much they say so.
var articleTypes = map[string]int{
	"NewsArticle": 5, "ReportageNewsArticle": 5, "AnalysisNewsArticle": 5, "BackgroundNewsArticle": 5,
	"OpinionNewsArticle": 5, "ReviewNewsArticle": 5, "AskPublicNewsArticle": 5, "AdvertiserContentArticle": 5,
	"SatiricalArticle": 5, "LiveBlogPosting": 5, "Article": 5, "BlogPosting": 5, "ScholarlyArticle": 5,
	"MedicalScholarlyArticle": 5, "TechArticle": 5, "APIReference": 4, "Report": 4, "Recipe": 4, "HowTo": 3,
	"SocialMediaPosting": 3, "DiscussionForumPosting": 4, "QAPage": 2, "FAQPage": 1, "Review": 2, "CreativeWork": 2,
	"ClaimReview": 2, "VideoObject": 1, "Product": 1, "Event": 1, "PodcastEpisode": 2,
}

// IsArticle says whether a thing is an article by its type.
func IsArticle(t *page.Thing) bool {
	for _, typ := range t.Types {
		if articleTypes[typ] >= 4 {
			return true
		}
	}
	return false
}

// pick finds the thing that describes this page's article. Teasers, comments
// and list entries are articles too by their type: what tells ours is its
// address, that it stands on its own, and how much it says.
func (d *Declared) pick(things []*page.Thing) *page.Thing {
	var best *page.Thing
	top := 0
	for _, t := range things {
		score := 0
		for _, typ := range t.Types {
			score = max(score, 4*articleTypes[typ])
		}
		if score == 0 {
			continue
		}
		switch t.Held {
		case "", "mainEntity":
			score += 4
		default: // a part of something else
			score -= 6
		case "itemListElement", "review", "reviews", "hasPart", "citation", "isPartOf", "mentions", "relatedLink", "comment", "item", "isRelatedTo", "image", "video", "subjectOf", "isBasedOn", "liveBlogUpdate":
			score -= 12
		}
		for _, p := range [...]string{"headline", "datePublished", "author", "articleBody"} {
			if t.Has(p) {
				score += 2
			}
		}
		if d.Canonical != nil {
			for _, p := range [...]string{"url", "mainEntityOfPage", "@id"} {
				u := t.URL(p)
				if p == "@id" {
					u = t.ID
				}
				if u != "" && samePage(u, d.Canonical) {
					score += 6
					break
				}
			}
		}
		if score > top {
			best, top = t, score
		}
	}
	return best
}

// samePage compares an address as declared with the page's own, on path alone:
// scheme, host and query differ between a page and its data too often.
func samePage(s string, own *url.URL) bool {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil {
		return false
	}
	path := strings.TrimRight(own.Path, "/")
	return path != "" && strings.TrimRight(u.Path, "/") == path
}

// canonical gives the page's own address: the canonical link, else og:url,
// else where the page came from. Relative addresses are resolved; an address
// that is only the site's front page, declared on a page that came from
// elsewhere on it, is a known mistake and not taken.
func canonical(doc *page.Document) *url.URL {
	for _, s := range [...]string{doc.Facts.Link("canonical"), doc.Facts.MetaContent("og:url", "twitter:url")} {
		u, err := url.Parse(s)
		if s == "" || err != nil {
			continue
		}
		if doc.URL != nil {
			u = doc.URL.ResolveReference(u)
		}
		if !u.IsAbs() || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			continue
		}
		if strings.Trim(u.Path, "/") == "" && u.RawQuery == "" && doc.URL != nil && strings.Trim(doc.URL.Path, "/") != "" {
			continue
		}
		u.Fragment = ""
		return u
	}
	return doc.URL
}

// names gathers what the site calls itself.
func (d *Declared) names(doc *page.Document) {
	f := &doc.Facts
	title := f.MetaContent("og:title")
	add := func(s string) {
		s = strings.TrimSpace(s)
		if s == "" || len(s) > 80 || strings.Contains(s, "://") || s == title || s == f.Title {
			return // some sites put every page's title where their name belongs
		}
		if d.Site == "" && !strings.HasPrefix(s, "@") {
			d.Site = s
		}
		name, _, _ := strings.Cut(s, " (") // "Shore Post (www.shorepost.example)"
		for _, s := range [...]string{s, name} {
			if q := Squeezed(s); q != "" && !slices.Contains(d.sites, q) {
				d.sites = append(d.sites, q)
			}
		}
	}
	add(f.MetaContent("og:site_name"))
	for _, t := range [...]*page.Thing{d.Article, d.Item, d.Page} {
		if t != nil {
			add(t.Name("publisher"))
		}
	}
	for _, t := range f.LD {
		if t.Is("WebSite", "NewsMediaOrganization") && t.Held != "author" {
			add(t.Text("name"))
			add(t.Text("alternateName"))
		}
	}
	add(f.MetaContent("application-name"))
	add(f.MetaContent("apple-mobile-web-app-title"))
	add(f.MetaContent("al:android:app_name"))
	add(f.MetaContent("cre", "publisher", "dc.publisher"))
	if s := f.MetaContent("twitter:site"); strings.HasPrefix(s, "@") {
		d.sites = append(d.sites, Squeezed(s))
	}
	if d.Canonical != nil {
		d.host = mainLabel(d.Canonical.Hostname())
	}
}

// mainLabel gives the label of a host name that a site is known by:
// "www.harbour-post.co.uk" is "harbourpost".
func mainLabel(host string) string {
	best := ""
	labels := strings.Split(strings.TrimPrefix(host, "www."), ".")
	for _, l := range labels[:max(0, len(labels)-1)] {
		if len(l) >= len(best) && l != "co" && l != "com" {
			best = l
		}
	}
	return Squeezed(strings.ReplaceAll(best, "-", ""))
}

// AddSite notes one more name that the site goes by, squeezed: one that only the
// headline's reader could tell from a title.
func (d *Declared) AddSite(squeezed string) { d.sites = append(d.sites, squeezed) }

// IsSite says whether a text is a name of the site. The name in the host is
// often cut ("thedailyworld" for "Daily World") or longer by an article or a
// place, so one may hold the other where little is left over.
func (d *Declared) IsSite(s string) bool {
	q := Squeezed(s)
	if q == "" {
		return false
	}
	for _, name := range d.sites {
		if q == name || name+"com" == q || len(name) >= 5 && len(q) >= 5 && (strings.HasPrefix(q, name) || strings.HasPrefix(name, q)) && 3*min(len(q), len(name)) >= 2*max(len(q), len(name)) {
			return true
		}
	}
	if d.host == "" {
		return false
	}
	return q == d.host || len(q) >= 4 && strings.Contains(d.host, q) && 3*len(q) >= 2*len(d.host) ||
		len(d.host) >= 4 && strings.Contains(q, d.host) && 2*len(d.host) >= len(q)
}

// IsSiteName says whether a text is exactly a name of the site.
func (d *Declared) IsSiteName(s string) bool {
	q := Squeezed(s)
	return q == d.host || slices.Contains(d.sites, q)
}

// AboutThis says whether a thing that names a headline names this article's.
// Pages mark up their teasers as articles, too.
func (in *Input) AboutThis(t *page.Thing) bool {
	h := Folded(t.Text("headline"))
	return h == "" || in.Headline == "" || Likeness(h, in.Headline) >= 0.5
}
