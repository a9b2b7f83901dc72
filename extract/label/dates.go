package label

import (
	"net/url"
	"strings"
	"unicode/utf8"

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

// timeElement gives the machine-readable time nearest to the headline that says
// (modified) or does not say (published) that it is of an update.
func (in *Input) timeElement(modified bool) dateClaim {
	head, end := in.headNodes()
	best, distance := dateClaim{}, int32(1<<30)
	for _, t := range in.Doc.Facts.Time {
		n := &in.Doc.Nodes[t.Node]
		if in.elsewhere(t.Node) || in.updatedElement(t) != modified {
			continue
		}
		if in.within(t.Node, notDated) {
			continue // a comment's, a related story's
		}
		m, ok := parseMoment(t.Datetime)
		if !ok || t.Node > end {
			continue
		}
		away := t.Node - head
		if away < 0 {
			away = -4 * away // what stands over the headline is more often another story's
		}
		if prop := attribute(n.Node, "itemprop"); prop == "datePublished" && !modified || prop == "dateModified" && modified {
			away /= 4
		}
		if away < distance {
			best, distance = dateClaim{m, "dom", "time element near the headline"}, away
		}
	}
	return best
}

// elsewhere says whether a node stands outside the article: a menu, the footer,
// an aside that is not the article's own.
func (in *Input) elsewhere(i int32) bool {
	f := in.Doc.Nodes[i].Flags
	return f&(page.Hidden|page.InNav|page.InFooter|page.InForm) != 0 || f&page.InAside != 0 && f&(page.InArticle|page.InMain) == 0
}

// headNodes gives the node of the headline and the last one at which the dates of
// the same article may stand: behind the body come comments and other stories.
func (in *Input) headNodes() (head, end int32) {
	end = int32(len(in.Doc.Nodes))
	if !in.shown {
		return 0, end
	}
	end = min(end, in.at+600)
	if _, _, _, last := in.bylineWindow(); last > 0 && last < len(in.Blocks) && in.Blocks[last].Last > in.at {
		end = min(end, in.Blocks[last].Last+40)
	}
	return in.at, end
}

// updatedElement says whether a time stands for an update: by its own name or by the words before it.
func (in *Input) updatedElement(t page.Time) bool {
	n := &in.Doc.Nodes[t.Node]
	class, prop := attribute(n.Node, "class"), attribute(n.Node, "itemprop")
	if prop == "datePublished" || strings.Contains(class, "published") && !strings.Contains(class, "updated") {
		return false
	}
	if prop == "dateModified" || strings.Contains(class, "updated") || strings.Contains(class, "modified") {
		return true
	}
	for _, d := range in.findDates(t.Text) {
		if d.updated {
			return true
		}
	}
	return false
}

// shownDates finds the dates in the short texts around the headline, and the
// words of the first that is of the publication.
func (in *Input) shownDates() (dates []shownDate, text string) {
	head, from, to, _ := in.bylineWindow()
	order := make([]int, 0, to-from)
	for i := head + 1; i < to; i++ {
		order = append(order, i)
	}
	for i := head; i >= max(from, head-4); i-- {
		order = append(order, i)
	}
	best, prose := "", false
	for _, i := range order {
		if i < 0 || i >= len(in.Blocks) {
			continue
		}
		if i <= head && best != "" {
			break // what stands over the headline counts only where nothing stands under it
		}
		b := &in.Blocks[i]
		if i > head {
			if prose = prose || b.Scores.Body >= 0.9 && len(b.Text) > 250; prose && !in.dateClass(b.First) {
				continue // dates behind the first paragraphs are of other things
			}
		}
		if in.Roles[i] == Headline || utf8.RuneCountInString(b.Text) > 200 || in.elsewhere(b.First) {
			continue
		}
		// A sentence of the text may hold a date, too: what is a date line has little else.
		found := in.findDates(b.Text)
		rest := len(b.Text)
		for _, d := range found {
			rest -= d.end - d.start
		}
		if len(found) == 0 || in.within(b.First, notDated) || rest > 90 && !in.dateClass(b.First) || b.Scores.Body >= bodyLine && rest > 30 && in.Roles[i] != Byline {
			continue
		}
		for _, d := range found {
			words := strings.TrimSpace(b.Text[d.start:d.end])
			if best == "" || text == "" && !d.updated {
				best = words
				if !d.updated {
					text = words
				}
			}
			dates = append(dates, d)
		}
		if in.Roles[i] == None && rest < 40 {
			in.Roles[i] = Date
		}
		if len(dates) >= 4 {
			break
		}
	}
	return dates, best
}

var (
	dateWords = page.ClassGroup("date")
	notDated  = page.ClassGroup("comment") | page.ClassGroup("related") | page.ClassGroup("newsletter") | page.ClassGroup("gallery")
)

// within says whether an element close around a node, and not around the headline,
// is named by one of the groups.
func (in *Input) within(i int32, groups page.ClassWords) bool {
	nodes := in.Doc.Nodes
	for k := 0; i > 0 && k < 5 && !(in.shown && i <= in.at && nodes[i].End > in.at); k++ {
		if nodes[i].Class.Has(groups) {
			return true
		}
		i = nodes[i].Parent
	}
	return false
}

func (in *Input) dateClass(i int32) bool {
	nodes := in.Doc.Nodes
	for k := 0; i > 0 && k < 4; k++ {
		if nodes[i].Class.Has(dateWords) {
			return true
		}
		i = nodes[i].Parent
	}
	return false
}

// shownMoment gives the first shown date that has a year.
func (in *Input) shownMoment(shown []shownDate, modified bool) dateClaim {
	for _, d := range shown {
		if d.year != 0 && d.updated == modified {
			return dateClaim{d.moment, "dom", "shown near the headline"}
		}
	}
	return dateClaim{}
}

// inLocalTime writes an instant that is declared in UTC in the newsroom's own
// time, where the page says that, too, and it is another day: a <time> or shown
// time of the same instant with its zone, or a wall clock that differs by whole
// quarters of an hour. The day that readers were shown is the day of the record.
func (in *Input) inLocalTime(m moment, shown []shownDate) moment {
	if !m.timed || !m.utc() {
		return m
	}
	at, _ := m.instant()
	head, _ := in.headNodes()
	for _, t := range in.Doc.Facts.Time {
		// A time without its zone could be any other's: it must stand by the headline.
		if l, ok := parseMoment(t.Datetime); ok && (l.zone != "" || t.Node > head-100 && t.Node < head+200) {
			if l, ok := sameInstant(m, l, at); ok && l.days() != m.days() {
				return l
			}
		}
	}
	if t := in.Declared.Item; t != nil {
		for _, p := range t.Props {
			if l, ok := parseMoment(p.Text); ok && p.Name == "datePublished" {
				if l, ok := sameInstant(m, l, at); ok && l.days() != m.days() {
					return l
				}
			}
		}
	}
	for _, d := range shown {
		if d.year != 0 && d.timed {
			if l, ok := sameInstant(m, d.moment, at); ok && l.days() != m.days() {
				return l
			}
		}
	}
	return m
}

// sameInstant gives l as the local form of the instant m, or not.
func sameInstant(m, l moment, at int) (moment, bool) {
	if !l.timed || l.utc() {
		return m, false
	}
	if other, ok := l.instant(); ok {
		return l, other-at <= 1 && at-other <= 1
	}
	off := l.local() - at
	if off%30 != 0 || off < -12*60 || off > 14*60 || off == 0 {
		return m, false
	}
	sign := byte('+')
	if off < 0 {
		sign, off = '-', -off
	}
	b := pad([]byte{sign}, off/60, 2)
	l.zone = string(pad(append(b, ':'), off%60, 2))
	l.sec = m.sec
	return l, true
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
