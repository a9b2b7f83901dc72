package extract

import (
	"copydesk/article"
	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/label/dates"
	"copydesk/extract/page"
	"copydesk/extract/siterules"
)

// siteMethod names the use of a site's rules in quality.method.
const siteMethod = "site-rules"

// site is what a user's rules say of one page. A nil one says nothing.
type site struct {
	*siterules.Found
	rules *siterules.Rules
	doc   *page.Document
}

// readSite finds the rules for a page's host, by its address or by the one it
// declares. Rules that rewrite the page do so, and again gives the page's bytes
// to be parsed anew; nil where they stand.
func readSite(cfg *Config, doc *page.Document, bytes []byte, rewritten bool) (s *site, again []byte) {
	if cfg.Sites == nil || doc.Media != page.HTML {
		return nil, nil
	}
	u := doc.URL
	if u == nil {
		u = label.Declare(doc).Canonical
	}
	if u == nil {
		return nil, nil
	}
	rules, err := cfg.Sites.For(u.Hostname())
	if err != nil {
		doc.Warnings = append(doc.Warnings, err.Error())
	}
	if rules == nil {
		return nil, nil
	}
	if !rewritten && len(rules.Replace) > 0 {
		return nil, rules.Rewrite(bytes)
	}
	for _, w := range rules.Warnings {
		doc.Warnings = append(doc.Warnings, "site rules "+rules.File+": "+w)
	}
	found := rules.Find(doc)
	if len(rules.Body) > 0 && len(found.Body) == 0 {
		doc.Warnings = append(doc.Warnings, "site rules "+rules.File+": body matches nothing on this page, so it was looked for as without rules")
	}
	return &site{found, rules, doc}, nil
}

// refuse gives the role Other to what the rules strip, before anything is decided.
func (s *site) refuse(in *label.Input) {
	if s == nil {
		return
	}
	for i := range in.Blocks {
		if s.within(s.Out, in.Blocks[i].Node) {
			in.Roles[i] = label.Other
		}
	}
}

// override puts what the rules found in place of what was decided.
func (s *site) override(a *article.Article, in *label.Input) {
	if s == nil {
		return
	}
	take := func(field, value string) {
		in.Trace.Add(label.Choice{Field: field, Value: value, Source: siteMethod, Why: "by " + s.rules.File})
	}
	if s.Title != "" {
		a.Headline = s.Title
		take("headline", s.Title)
	}
	if len(s.Authors) > 0 {
		a.Authors = nil
		for _, name := range s.Authors {
			a.Authors = append(a.Authors, article.Author{Name: name})
			take("authors", name)
		}
	}
	if date := dates.Read(in, s.Date); date != "" {
		a.Published = date
		take("published", date)
	}
	s.overrideNext(a, in)
}

// overrideNext takes the address of the next part from the rules.
func (s *site) overrideNext(a *article.Article, in *label.Input) {
	if s == nil {
		return
	}
	if next := in.Resolve(s.Next); next != "" {
		if a.Parts == nil {
			a.Parts = &article.Parts{}
		}
		a.Parts.Next = next
		in.Trace.Add(label.Choice{Field: "parts", Value: next, Source: siteMethod, Why: "by " + s.rules.File})
	}
}

// body gives the candidate of all blocks where the rules say the body is.
func (s *site) body(in *label.Input) (c candidate, ok bool) {
	if s == nil || len(s.Body) == 0 {
		return c, false
	}
	c = candidate{method: siteMethod, pick: func(_ int, b *block.Block) bool { return s.within(s.Body, b.Node) }}
	return c, countWords(in, &c) > 0
}

// within says whether a node is one of those, or stands in one.
func (s *site) within(nodes []int32, node int32) bool {
	for _, n := range nodes {
		if node >= n && node < s.doc.Nodes[n].End {
			return true
		}
	}
	return false
}
