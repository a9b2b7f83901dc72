// Package dates reads dates, as data declares them and as a text words them in
// any language of the vocabulary, and decides which are the article's.
package dates

import (
	"net/url"
	"strconv"
	"strings"

	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/extract/page"
)

// Dates are an article's dates in the record's forms, and as the page words them.
type Dates struct {
	Published, Modified string
	Text                string // the words on the page, empty where it shows none
}

// dateClaim is a date with the place that gives it.
type dateClaim struct {
	moment
	source string
	why    string
}

// Find decides when the article was published and modified. The order of
// belief is that of the authors: JSON-LD, meta, microdata, <time>, the words
// shown near the headline, and last of all the page's address.
func Find(in *label.Input) Dates {
	shown, text := shownDates(in)
	pub := first(append(declaredDates(in, "datePublished", publishedMetas),
		timeElement(in, false), shownMoment(shown, false), dateInAddress(in))...)
	if pub.year == 0 {
		pub = first(thingDate(in, in.Declared.Article, "dateCreated"), thingDate(in, in.Declared.Page, "dateCreated"))
	}
	mod := first(append(declaredDates(in, "dateModified", modifiedMetas), timeElement(in, true), shownMoment(shown, true))...)
	if pub.year == 0 {
		pub = farDate(in, false, false)
	}
	if pub.year != 0 && pub.moment == mod.moment {
		// Data that gives one moment for both may know only when the page was last
		// written; a day that is more than a zone's hours earlier is shown for a reason.
		if c := first(shownMoment(shown, false), farDate(in, false, true)); c.year != 0 && c.days() < pub.days()-1 {
			refuseDate(in, "published", pub, "the same as that of the update, and the page shows an earlier day")
			pub = c
		}
	}
	if pub.year == 0 {
		// The page shows one date alone, as that of an update: then this edition of
		// the article was published on it. A time of modification in data alone is
		// the database's, and no such date.
		if c := first(shownMoment(shown, true), farDate(in, true, true)); c.year != 0 {
			if mod.year == 0 {
				mod = c
			}
			pub, pub.why = c, "the only date that the page shows is that of its update"
		}
	}
	if c := editionShown(pub, mod, shown); c.year != 0 {
		refuseDate(in, "published", pub, "the page shows its readers the day of the last edition, as the article's own")
		pub = c
	}
	pub, mod = inLocalTime(in, pub, shown, false), inLocalTime(in, mod, shown, true)
	if mod.year != 0 && pub.year != 0 && mod.days() < pub.days() {
		refuseDate(in, "modified", mod, "before the day of publication")
		mod = dateClaim{}
	}
	d := Dates{Published: pub.String(), Modified: mod.String(), Text: text}
	in.DateShown = pub.source == "dom"
	if in.Trace.On() {
		in.Trace.Add(label.Choice{Field: "published", Value: d.Published, Source: pub.source, Why: pub.why})
		in.Trace.Add(label.Choice{Field: "modified", Value: d.Modified, Source: mod.source, Why: mod.why})
	}
	return d
}

// UndateIndex takes the dates from a page that turned out to be an index and only
// shows them: they are a teaser's, for an index has none of its own.
func UndateIndex(in *label.Input, a *article.Article) {
	if a.PageKind != article.KindIndex || !in.DateShown {
		return
	}
	in.Trace.Add(label.Choice{Field: "published", Refused: []label.Refusal{{Value: a.Published, Source: "dom", Why: "on an index it is a teaser's"}}})
	a.Published, a.Modified, a.DateText = "", "", ""
}

// first gives the first dateClaim that is a date.
func first(list ...dateClaim) dateClaim {
	for _, c := range list {
		if c.year != 0 {
			return c
		}
	}
	return dateClaim{}
}

func refuseDate(in *label.Input, field string, c dateClaim, why string) {
	if in.Trace.On() {
		in.Trace.Add(label.Choice{Field: field, Refused: []label.Refusal{{Value: c.String(), Source: c.source, Why: why}}})
	}
}

var (
	publishedMetas = []string{
		"article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished", "date_published", "citation_publication_date", "citation_online_date",
		"parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date.published", "dcterms.created", "dc.date.created",
		"pubdate", "pub_date", "publish_date", "publish-date", "publishdate", "publication_date", "published_at", "published", "published_time",
		"article.published", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "date.available", "date.created", "article_date_original", "article:date", "originalpublicationdate", "dc.date", "dcterms.date", "date", "release_date", "displaydate",
	}
	modifiedMetas = []string{
		"article:modified_time", "article:modified", "og:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "date_modified", "dcterms.modified", "dc.date.modified",
		"article.updated", "date.modified", "date.updated", "lastmod", "last-updated", "modified_at", "updated_time", "lastpublisheddate", "revised",
	}
)

// declaredDates gives what data declares: JSON-LD of the article and the page, metas, microdata.
func declaredDates(in *label.Input, prop string, metas []string) []dateClaim {
	out := []dateClaim{thingDate(in, in.Declared.Article, prop)}
	out = append(out, metaDate(in, metas), thingDate(in, in.Declared.Page, prop))
	if t := in.Declared.Item; t != nil && in.AboutThis(t) {
		c := thingDate(in, t, prop)
		c.source = "microdata"
		out = append(out, c)
	}
	return out
}

func thingDate(in *label.Input, t *page.Thing, prop string) dateClaim {
	if t != nil {
		for _, v := range t.All(prop) {
			if m, ok := declaredMoment(in, v.Text); ok {
				return dateClaim{m, "jsonld", prop}
			}
		}
	}
	return dateClaim{}
}

// declaredMoment reads a date that data declares: in a form made for it, else as
// the page's language words it, where there are no other words.
func declaredMoment(in *label.Input, s string) (moment, bool) {
	if m, ok := parseMoment(s); ok {
		return m, true
	}
	if s = strings.TrimSpace(s); len(s) < 60 {
		if found := In(in, s); len(found) == 1 && found[0].year != 0 && len(s)-(found[0].End-found[0].Start) <= 4 {
			return found[0].moment, true
		}
	}
	return moment{}, false
}

func metaDate(in *label.Input, names []string) dateClaim {
	for _, name := range names {
		for _, m := range in.Doc.Facts.Meta {
			if m.Name == name {
				if d, ok := declaredMoment(in, m.Content); ok {
					return dateClaim{d, "meta", name}
				}
			}
		}
	}
	return dateClaim{}
}

// dateInAddress reads /2023/12/21/ or 2023-12-21 or 20231221 from the page's address.
func dateInAddress(in *label.Input) dateClaim {
	for _, u := range []*url.URL{in.Declared.Canonical, in.Doc.URL} {
		if u == nil {
			continue
		}
		nums := numbers(u.Path)
		for k := 0; k+2 < len(nums); k++ {
			a, b, c := nums[k], nums[k+1], nums[k+2]
			if !isYear(a) || b.start-a.end != 1 || c.start-b.end != 1 || c.width > 2 || strings.Trim(u.Path[a.end:b.start]+u.Path[b.end:c.start], "/-_") != "" {
				continue
			}
			if m := (moment{year: a.n, month: b.n, day: c.n}); m.valid() && m.day > 0 && a.n >= 1995 {
				return dateClaim{m, "url", "in the page's address"}
			}
		}
		if m, ok := dayOfNumber(u.Path); ok {
			return dateClaim{m, "url", "the number in the page's address opens with it"}
		}
	}
	return dateClaim{}
}

// dayOfNumber reads the day from an article's number that opens with it, as many
// systems number: 20231221, A2023122114320005196. One number of that length in
// some thousands looks so by chance.
func dayOfNumber(path string) (m moment, ok bool) {
	for i := 0; i+8 <= len(path); i++ {
		if path[i] < '0' || path[i] > '9' {
			continue
		}
		end := i
		for end < len(path) && path[end] >= '0' && path[end] <= '9' {
			end++
		}
		if n, err := strconv.Atoi(path[i:min(i+8, end)]); err == nil && end-i >= 8 {
			m = moment{year: n / 10000, month: n / 100 % 100, day: n % 100}
			if m.year >= 1995 && m.year <= 2040 && m.day > 0 && m.valid() {
				return m, true
			}
		}
		i = end
	}
	return moment{}, false
}
