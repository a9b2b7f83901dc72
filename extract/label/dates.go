package label

import (
	"net/url"
	"strings"

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

// FindDates decides when the article was published and modified. The order of
// belief is that of the authors: JSON-LD, meta, microdata, <time>, the words
// shown near the headline, and last of all the page's address.
func FindDates(in *Input) Dates {
	shown, text := in.shownDates()
	pub := in.first(append(in.declaredDates("datePublished", publishedMetas),
		in.timeElement(false), in.shownMoment(shown, false), in.dateInAddress())...)
	if pub.year == 0 {
		pub = in.first(in.thingDate(in.Declared.Article, "dateCreated"), in.thingDate(in.Declared.Page, "dateCreated"))
	}
	mod := in.first(append(in.declaredDates("dateModified", modifiedMetas), in.timeElement(true), in.shownMoment(shown, true))...)
	if pub.year == 0 {
		// The page shows one date alone, as that of an update: then this edition of
		// the article was published on it. A time of modification in data alone is
		// the database's, and no such date.
		if c := in.shownMoment(shown, true); c.year != 0 {
			pub, pub.why = c, "the only date that the page shows is that of its update"
		}
	}
	pub.moment, mod.moment = in.inLocalTime(pub.moment, shown), in.inLocalTime(mod.moment, shown)
	if mod.year != 0 && pub.year != 0 && mod.days() < pub.days() {
		in.refuseDate("modified", mod, "before the day of publication")
		mod = dateClaim{}
	}
	d := Dates{Published: pub.String(), Modified: mod.String(), Text: text}
	if in.Trace.On() {
		in.Trace.Add(Choice{Field: "published", Value: d.Published, Source: pub.source, Why: pub.why})
		in.Trace.Add(Choice{Field: "modified", Value: d.Modified, Source: mod.source, Why: mod.why})
	}
	return d
}

// first gives the first dateClaim that is a date.
func (in *Input) first(list ...dateClaim) dateClaim {
	for _, c := range list {
		if c.year != 0 {
			return c
		}
	}
	return dateClaim{}
}

func (in *Input) refuseDate(field string, c dateClaim, why string) {
	if in.Trace.On() {
		in.Trace.Add(Choice{Field: field, Refused: []Refusal{{c.String(), c.source, why}}})
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
func (in *Input) declaredDates(prop string, metas []string) []dateClaim {
	out := []dateClaim{in.thingDate(in.Declared.Article, prop)}
	out = append(out, in.metaDate(metas), in.thingDate(in.Declared.Page, prop))
	if t := in.Declared.Item; t != nil && in.aboutThis(t) {
		c := in.thingDate(t, prop)
		c.source = "microdata"
		out = append(out, c)
	}
	return out
}

func (in *Input) thingDate(t *page.Thing, prop string) dateClaim {
	if t != nil {
		for _, v := range t.All(prop) {
			if m, ok := parseMoment(v.Text); ok {
				return dateClaim{m, "jsonld", prop}
			}
		}
	}
	return dateClaim{}
}

func (in *Input) metaDate(names []string) dateClaim {
	for _, name := range names {
		for _, m := range in.Doc.Facts.Meta {
			if m.Name == name {
				if d, ok := parseMoment(m.Content); ok {
					return dateClaim{d, "meta", name}
				}
			}
		}
	}
	return dateClaim{}
}

// dateInAddress reads /2023/12/21/ or 2023-12-21 or 20231221 from the page's address.
func (in *Input) dateInAddress() dateClaim {
	for _, u := range []*url.URL{in.Declared.Canonical, in.Doc.URL} {
		if u == nil {
			continue
		}
		nums := numbers(u.Path)
		for k := 0; k+2 < len(nums); k++ {
			a, b, c := nums[k], nums[k+1], nums[k+2]
			if !isYear(a) || b.start-a.end != 1 || c.start-b.end != 1 || c.end-c.start > 2 || strings.Trim(u.Path[a.end:b.start]+u.Path[b.end:c.start], "/-_") != "" {
				continue
			}
			if m := (moment{year: a.n, month: b.n, day: c.n}); m.valid() && m.day > 0 && a.n >= 1995 {
				return dateClaim{m, "url", "in the page's address"}
			}
		}
	}
	return dateClaim{}
}
