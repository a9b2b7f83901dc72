package label

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/article"
	"copydesk/extract/page"
)

// ID gives the record's id: of the page's own address where it names one, so that
// a page fetched twice keeps it, else of its bytes.
func ID(d *Declared, pageSum string) string {
	if d == nil || d.Canonical == nil || strings.Trim(d.Canonical.Path, "/") == "" && d.Canonical.RawQuery == "" {
		return pageSum[:min(16, len(pageSum))]
	}
	sum := sha256.Sum256([]byte(d.Canonical.String()))
	return hex.EncodeToString(sum[:8])
}

// CanonicalURL gives the address that the page declares as its own, "" when it declares none.
func (d *Declared) CanonicalURL(doc *page.Document) string {
	if d.Canonical == nil || d.Canonical == doc.URL {
		return ""
	}
	return d.Canonical.String()
}

// longest section and tag, in code points: what is longer is a sentence.
const (
	longestSection = 50
	longestTag     = 60
	mostTags       = 30
)

// FindSection gives the section that the page files its article under.
func FindSection(in *Input) string {
	f, d := &in.Doc.Facts, in.Declared
	try := func(s, source string) string {
		s = strings.Join(strings.Fields(s), " ")
		if strings.HasPrefix(s, "/") {
			return "" // a path of the site's address
		}
		if i := strings.LastIndexAny(s, ">/"); i >= 0 && i < len(s)-1 && !strings.Contains(s, "://") {
			s = strings.TrimSpace(s[i+1:]) // a path of sections
		}
		if s == "" || utf8.RuneCountInString(s) > longestSection || strings.Contains(s, "://") || d.IsSite(s) || IsID(Folded(s)) || Folded(s) == in.Headline {
			return ""
		}
		in.Trace.Add(Choice{Field: "section", Value: s, Source: source})
		return s
	}
	for _, t := range [...]*page.Thing{d.Article, d.Item} {
		if t != nil {
			for _, v := range t.All("articleSection") {
				first, _, _ := strings.Cut(v.Text, ",")
				if s := try(first, "jsonld"); s != "" {
					return s
				}
			}
		}
	}
	for _, name := range [...]string{"article:section", "og:article:section", "parsely-section", "dc.subject.section", "cxenseparse:section", "section", "article.section", "sailthru.section", "category"} {
		if s := try(f.MetaContent(name), "meta"); s != "" {
			return s
		}
	}
	return try(in.crumb(), "jsonld")
}

// crumb gives the last breadcrumb that is not the article itself.
func (in *Input) crumb() string {
	for _, t := range in.Doc.Facts.LD {
		if !t.Is("BreadcrumbList") {
			continue
		}
		last := ""
		for k, v := range t.All("itemListElement") {
			if v.Thing == nil {
				continue
			}
			name := v.Thing.Text("name")
			if item := v.Thing.Thing("item"); item != nil && name == "" {
				name = item.Text("name")
			}
			f := Folded(name)
			if k == 0 || f == "" || Likeness(f, in.Headline) > 0.6 || strings.HasPrefix(in.Headline, f) && len(f) > 15 {
				continue // the front page, the article
			}
			last = name
		}
		if last != "" {
			return last
		}
	}
	return ""
}

// FindTags gives the keywords of the first source that has any: those made for
// the article before those made for search engines.
func FindTags(in *Input) []string {
	d, f := in.Declared, &in.Doc.Facts
	for _, t := range [...]*page.Thing{d.Article, d.Item} {
		if t == nil {
			continue
		}
		var words []string
		for _, v := range t.All("keywords") {
			if v.Thing != nil {
				words = append(words, v.Thing.Text("name"))
			} else {
				words = append(words, v.Text)
			}
		}
		if tags := in.cleanTags(words); len(tags) > 0 {
			return in.tagged(tags, "jsonld")
		}
	}
	for _, name := range [...]string{"article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "og:article:tag", "cxenseparse:tags", "keywords"} {
		var words []string
		for _, m := range f.Meta {
			if m.Name == name {
				words = append(words, m.Content)
			}
		}
		if tags := in.cleanTags(words); len(tags) > 0 {
			return in.tagged(tags, "meta "+name)
		}
	}
	return nil
}

func (in *Input) tagged(tags []string, source string) []string {
	if in.Trace.On() {
		in.Trace.Add(Choice{Field: "tags", Value: strings.Join(tags, "; "), Source: source})
	}
	return tags
}

// cleanTags parts lists and drops what is no tag for readers: keys and values
// of the site's own systems, numbers, addresses, the site's name, repetitions.
func (in *Input) cleanTags(lists []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, list := range lists {
		for tag := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == ',' || r == ';' || r == '、' || r == '،' || r == '\n' }) {
			tag = strings.Trim(strings.Join(strings.Fields(tag), " "), "#\"'“”„ ")
			if kind, value, ok := strings.Cut(tag, ":"); ok && value != "" && !strings.HasPrefix(value, " ") && !strings.ContainsRune(kind, ' ') {
				continue // "type:story", "id:123": but "Interview: the mayor" is words
			}
			f := Folded(tag)
			if f == "" || seen[f] || utf8.RuneCountInString(tag) > longestTag || strings.Contains(tag, "://") || !strings.ContainsFunc(tag, unicode.IsLetter) || in.Declared.IsSite(tag) || f == in.Headline {
				continue
			}
			seen[f] = true
			if out = append(out, tag); len(out) == mostTags {
				return out
			}
		}
	}
	return out
}

// PolicyProps are the schema.org properties that name an editorial policy.
var PolicyProps = []string{
	"publishingPrinciples", "ethicsPolicy", "correctionsPolicy", "verificationFactCheckingPolicy", "actionableFeedbackPolicy",
	"diversityPolicy", "diversityStaffingReport", "ownershipFundingInfo", "unnamedSourcesPolicy", "missionCoveragePrioritiesPolicy",
	"noBylinesPolicy", "masthead",
}

// FindPublisher gives what the page declares about its publisher: the name, the
// address and the policies. nil when it declares nothing.
func FindPublisher(in *Input) *article.Publisher {
	p := &article.Publisher{}
	for _, t := range in.publishers() {
		name := t.Text("name")
		if p.Name != "" && name != "" && Folded(name) != Folded(p.Name) && !in.Declared.IsSite(name) {
			continue // another organisation: an author's, a partner's
		}
		if p.Name == "" {
			p.Name = strings.Join(strings.Fields(name), " ")
		}
		if p.URL == "" {
			p.URL = in.Address(t.URL("url"))
		}
		for _, prop := range PolicyProps {
			for _, v := range t.All(prop) {
				u := v.Text
				if v.Thing != nil {
					if u = v.Thing.Text("url"); u == "" {
						u = v.Thing.ID
					}
				}
				if u = in.Address(u); u != "" && !slices.Contains(p.Policies, article.Policy{Policy: prop, URL: u}) {
					p.Policies = append(p.Policies, article.Policy{Policy: prop, URL: u})
				}
			}
		}
	}
	if p.Name == "" {
		p.Name = in.Doc.Facts.MetaContent("dc.publisher", "dcterms.publisher", "citation_publisher")
	}
	if p.Name == "" && len(p.Policies) == 0 {
		return nil
	}
	return p
}

// publishers lists the things that may speak of the publisher: those that the
// article or page names as such, then organisations that stand on their own.
func (in *Input) publishers() []*page.Thing {
	var out []*page.Thing
	add := func(t *page.Thing) {
		if t != nil && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	for _, t := range [...]*page.Thing{in.Declared.Article, in.Declared.Page, in.Declared.Item} {
		if t != nil {
			add(t.Thing("publisher"))
			add(t.Thing("sourceOrganization"))
		}
	}
	for _, t := range in.Doc.Facts.LD {
		if t.Is("NewsMediaOrganization", "Organization") && (t.Held == "" || t.Held == "publisher" && t.Is("NewsMediaOrganization")) {
			add(t)
		}
	}
	return out
}

// IsID says whether a folded text is a number or a key rather than words.
func IsID(f string) bool {
	digits := 0
	for i := 0; i < len(f); i++ {
		if f[i] == ' ' || f[i] >= utf8.RuneSelf {
			return false
		}
		if f[i] >= '0' && f[i] <= '9' {
			digits++
		}
	}
	return 2*digits >= len(f) && len(f) > 4
}
