package trust

import (
	"strings"

	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// typeKinds are the schema.org types that say what an article is.
var typeKinds = map[string]vocab.Kind{
	"OpinionNewsArticle":       vocab.Opinion,
	"AnalysisNewsArticle":      vocab.Analysis,
	"BackgroundNewsArticle":    vocab.Analysis,
	"ReviewNewsArticle":        vocab.Review,
	"CriticReview":             vocab.Review,
	"SatiricalArticle":         vocab.Satire,
	"AdvertiserContentArticle": vocab.Sponsored,
	"LiveBlogPosting":          vocab.Live,
	"ClaimReview":              vocab.FactCheck,
}

// fromData reads what the page declares.
func (t *truster) fromData() {
	d := t.in.Declared
	for _, s := range [...]struct {
		thing  *page.Thing
		source string
	}{{d.Article, "jsonld"}, {d.Page, "jsonld"}, {d.Item, "microdata"}} {
		if s.thing != nil {
			t.fromThing(s.thing, s.source)
		}
	}
	reviews := 0 // that stand beside the article; readers' own are held by the thing they are of
	for _, thing := range t.in.Doc.Facts.LD {
		switch {
		case thing.Held == "" && thing.Is("Review", "CriticReview") && thing.Has("itemReviewed") && thing.Has("reviewRating"):
			reviews++
		case thing.Is("ClaimReview") && (thing.Held == "" || thing.Held == "review"):
			t.add(article.TrustLabel{Kind: string(vocab.FactCheck), Source: "jsonld"}, "a ClaimReview stands with the article")
		case thing.Is("Organization", "NewsMediaOrganization"):
			if thing.Held == "publisher" || thing.Held == "" || thing.Held == "sourceOrganization" {
				t.policies(thing, "jsonld")
			}
		case thing.Is("ImageObject", "VideoObject") && madeByAI(thing.Text("digitalSourceType")):
			t.add(article.TrustLabel{Kind: string(vocab.AI), Source: "jsonld"}, "a picture is declared as made by AI")
		}
	}
	if reviews == 1 {
		t.add(article.TrustLabel{Kind: string(vocab.Review), Source: "jsonld"}, "a rated Review stands with the article")
	}
	t.fromMeta()
}

// fromThing reads the node of this article, in data.
func (t *truster) fromThing(a *page.Thing, source string) {
	for _, typ := range a.Types {
		if k, ok := typeKinds[typ]; ok {
			t.add(article.TrustLabel{Kind: string(k), Source: source}, "declared type "+typ)
		}
		if typ == "Review" && (a.Has("itemReviewed") || a.Has("reviewRating")) {
			t.add(article.TrustLabel{Kind: string(vocab.Review), Source: source}, "declared type Review")
		}
	}
	t.policies(a, source)
	if p := a.Thing("publisher"); p != nil {
		t.policies(p, source)
	}
	if paid(a) {
		t.add(article.TrustLabel{Kind: string(vocab.Paywall), Source: source}, "isAccessibleForFree is false")
	}
	if words := a.Text("correction"); len(words) > 3 && !strings.HasPrefix(words, "http") {
		t.add(article.TrustLabel{Kind: string(vocab.Correction), Label: words, Source: source}, "property correction")
	} else if c := a.Thing("correction"); c != nil {
		if words := firstOf(c.Text("text"), c.Text("description"), c.Text("name")); words != "" {
			t.add(article.TrustLabel{Kind: string(vocab.Correction), Label: words, Source: source}, "property correction")
		}
	}
	if name := a.Name("translator"); name != "" {
		t.add(article.TrustLabel{Kind: string(vocab.Translated), Label: name, Source: source}, "property translator")
	} else if a.Has("translationOfWork") {
		t.add(article.TrustLabel{Kind: string(vocab.Translated), Source: source}, "property translationOfWork")
	}
	if sponsor := a.Name("sponsor"); sponsor != "" && !t.in.Declared.IsSite(sponsor) {
		t.add(article.TrustLabel{Kind: string(vocab.Sponsored), Label: sponsor, Source: source}, "property sponsor")
	}
	t.backstory(a, source)
	for _, p := range [...]string{"creditText", "sourceOrganization"} {
		if name := a.Name(p); name != "" && t.agencyName(name) {
			t.add(article.TrustLabel{Kind: string(vocab.Agency), Label: name, Source: source}, "property "+p)
		}
	}
	for _, v := range a.All("author") {
		name := v.Text
		if v.Thing != nil {
			name = v.Thing.Text("name")
		}
		if name != "" && t.agencyName(name) {
			t.add(article.TrustLabel{Kind: string(vocab.Agency), Label: name, Source: source}, "the declared author is an agency")
		}
	}
	for _, v := range a.All("articleSection") {
		t.section(v.Text, source)
	}
	for _, v := range a.All("genre") {
		t.section(v.Text, source)
	}
	if madeByAI(a.Text("digitalSourceType")) {
		t.add(article.TrustLabel{Kind: string(vocab.AI), Source: source}, "property digitalSourceType")
	}
}

// sectionKinds are the kinds that a section or genre can say.
var sectionKinds = map[vocab.Kind]bool{vocab.Opinion: true, vocab.Analysis: true, vocab.Review: true, vocab.Interview: true,
	vocab.FactCheck: true, vocab.Investigation: true, vocab.Satire: true, vocab.Obituary: true, vocab.Sponsored: true, vocab.PressRelease: true}

// section reads a section's name, or an IPTC genre such as genre:Opinion.
func (t *truster) section(name, source string) {
	if code, ok := iptcGenre(name); ok {
		if kind, ok := iptcGenres[code]; ok {
			t.add(article.TrustLabel{Kind: string(kind), Label: name, Source: source}, "IPTC genre "+code)
			return
		}
		name = strings.ReplaceAll(code, "-", " ")
	}
	if len(name) > 60 {
		return
	}
	var room [6]vocab.Hit
	for _, h := range t.in.Words.Find(room[:0], name, vocab.Kicker) {
		if sectionKinds[h.Kind] {
			t.add(article.TrustLabel{Kind: string(h.Kind), Label: name, Source: source}, "declared section")
		}
	}
}

// policies takes the editorial policies that a thing names. Those of the
// publisher stand in the record's publisher, too.
func (t *truster) policies(thing *page.Thing, source string) {
	for _, p := range label.PolicyProps {
		if u := thing.URL(p); u != "" && p != "masthead" { // who works there is no policy
			t.add(article.TrustLabel{Kind: string(vocab.Policy), URL: t.in.Resolve(u), Source: source, Policy: p}, "declared property "+p)
		}
	}
}

// paid says whether a thing, or a part of it, is declared as not free.
func paid(a *page.Thing) bool {
	if notFree(a.Text("isAccessibleForFree")) {
		return true
	}
	for _, v := range a.All("hasPart") {
		if v.Thing != nil && notFree(v.Thing.Text("isAccessibleForFree")) {
			return true
		}
	}
	return false
}

// notFree reads false in the spellings that sites give it.
func notFree(s string) bool {
	s = strings.ToLower(strings.TrimSpace(s))
	s = s[strings.LastIndexByte(s, '/')+1:]
	return s == "false" || s == "0" || s == "no"
}

func firstOf(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}

// agencyName says whether a name is an agency's and not this site's own.
func (t *truster) agencyName(name string) bool {
	if len(name) > 80 || t.in.Declared.IsSite(name) {
		return false
	}
	var room [8]vocab.Hit
	for _, h := range t.in.Words.Find(room[:0], name, vocab.Byline) {
		if h.Kind == vocab.Agency && (h.Whole() || h.To-h.From >= h.Words-2) && !t.in.Declared.IsSite(name[h.Start:h.End]) {
			return true
		}
	}
	return false
}
