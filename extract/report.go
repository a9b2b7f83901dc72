package extract

import (
	"fmt"
	"strings"

	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/page"
)

// report fills a trace with what stood before the decisions: encoding, declared
// facts, and every block with its scores and what was seen of it.
func report(t *label.Trace, in *label.Input) {
	if !t.On() {
		return
	}
	doc := in.Doc
	t.Encoding = label.Encoding{Name: doc.Charset.Name, How: doc.Charset.How}
	t.Media = string(doc.Media)
	t.Facts = facts(&doc.Facts)
	seen := make([]string, len(in.Blocks))
	if len(doc.Nodes) > 0 {
		seen = block.Describe(doc, in.Blocks)
	}
	var only *selection
	if t.Select != nil {
		only = selected(doc, t.Select)
		t.Selected = len(only.from)
	}
	for i := range in.Blocks {
		b := &in.Blocks[i]
		if only != nil && !only.holds(b) {
			continue
		}
		t.Blocks = append(t.Blocks, label.BlockTrace{
			Index: i, Text: clip(b.Text), Role: in.Roles[i].String(), Body: b.Scores.Body, Standfirst: b.Scores.Standfirst, Why: seen[i],
		})
	}
}

func facts(f *page.Facts) []label.Fact {
	var out []label.Fact
	add := func(source, name, value string) {
		if value != "" {
			out = append(out, label.Fact{Source: source, Name: name, Value: clip(value)})
		}
	}
	add("title", "title", f.Title)
	for _, m := range f.Meta {
		add("meta", m.Name, m.Content)
	}
	for _, l := range f.Links {
		add("link", l.Rel, l.Href)
	}
	addThings(add, "jsonld", f.LD)
	addThings(add, "microdata", f.Items)
	if f.Broken > 0 {
		add("jsonld", "broken", fmt.Sprintf("%d blocks could not be read", f.Broken))
	}
	return out
}

func addThings(add func(source, name, value string), source string, things []*page.Thing) {
	for _, t := range things {
		kind := strings.Join(t.Types, ",")
		for _, name := range []string{"headline", "name", "alternativeHeadline", "description", "datePublished", "dateModified", "articleSection", "isAccessibleForFree", "url"} {
			add(source, kind+"."+name, t.Text(name))
		}
	}
}

// clip cuts a text to what fits a line or two of a report.
func clip(s string) string {
	const most = 160
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= most {
		return string(r)
	}
	return string(r[:most]) + "…"
}
