package headline

import (
	"strings"

	"copydesk/extract/label"
)

func (r *headlineReader) readDeclared() {
	f := &r.in.Doc.Facts
	r.declare(f.MetaContent("og:title"), "meta og:title", 1)
	if t := r.in.Declared.Article; t != nil {
		r.declare(t.Text("headline"), "jsonld headline", 1)
	}
	if t := r.in.Declared.Item; t != nil {
		r.declare(t.Text("headline"), "microdata headline", 1)
	}
	r.declare(f.Title, "title", 1)
	r.declare(f.MetaContent("twitter:title"), "meta twitter:title", 0.5)
	r.declare(f.MetaContent("parsely-title", "sailthru.title", "citation_title", "cxenseparse:title", "headline", "article:title"), "meta title", 0.7)
	r.declare(f.MetaContent("dc.title", "dcterms.title", "title"), "meta dc.title", 0.5)
	if t := r.in.Declared.Article; t != nil {
		r.declare(t.Text("name"), "jsonld name", 0.5)
	}
}

func (r *headlineReader) declare(s, source string, weight float64) {
	s = strings.Join(strings.Fields(s), " ")
	if s == "" {
		return
	}
	s = withoutSite(r.in.Declared, s)
	f := label.Folded(s)
	if f == "" || label.IsID(f) || r.in.Declared.IsSite(s) {
		return
	}
	r.declared = append(r.declared, title{s, f, source, weight, f})
}

// untail cuts off what only some of the declared titles carry behind or before
// a separator: where the page declares both "Ferry runs again" and "Ferry runs
// again | Local news", the rest is no part of the headline. The rest is then
// taken for a name of the site or section when h1 elements are judged.
func (r *headlineReader) untail() {
	for i := range r.declared {
		long := &r.declared[i]
		for j := range r.declared {
			short := &r.declared[j]
			if short.weight < 0.7 || len(short.text) < 12 || len(long.text) < len(short.text)+3 {
				continue
			}
			rest, ok := restOf(long.text, short.text)
			if !ok {
				continue
			}
			if q := label.Squeezed(rest); len(label.Terms(label.Folded(rest))) <= 6 && long.source == "title" && q != "" {
				r.in.Declared.AddSite(q)
			}
			long.text, long.fold = short.text, short.fold
			break
		}
	}
}

// restOf gives what a title has beside another one, before or behind a separator.
func restOf(long, short string) (string, bool) {
	for _, sep := range separators {
		if rest, ok := strings.CutPrefix(long, short+sep); ok && !strings.Contains(sep, ":") {
			return rest, true
		}
		if rest, ok := strings.CutSuffix(long, sep+short); ok {
			return rest, true
		}
	}
	return "", false
}

// separators part a page's title from the site's name, by how surely they do.
var separators = []string{" | ", "|", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " / ", "｜", "ㅣ", " ~ ", " > ", ": ", "：", "_", "--"}

// withoutSite cuts the site's name, and what stands behind or before it, off a title.
func withoutSite(d *label.Declared, s string) string {
	for range 3 {
		cut := false
		for _, sep := range separators {
			if i := strings.LastIndex(s, sep); i > 0 && d.IsSite(s[i+len(sep):]) {
				s, cut = strings.TrimSpace(s[:i]), true
				break
			}
			if i := strings.Index(s, sep); i > 0 && i+len(sep) < len(s) && d.IsSite(s[:i]) {
				s, cut = strings.TrimSpace(s[i+len(sep):]), true
				break
			}
		}
		if !cut {
			break
		}
	}
	return s
}
