// Package byline finds who wrote the article: what data declares and what the
// page shows, compared, with names told from roles, places and houses.
package byline

import (
	"strings"

	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/extract/vocab"
)

// byline is what one source says about the authors.
type byline struct {
	source string
	names  []named
	urls   map[string]string // by folded name
	sure   bool              // names that are marked as authors, not only placed like them
}

// count gives how many of its names are of a sort.
func (b *byline) count(sort nameSort) (n int) {
	for i := range b.names {
		if b.names[i].sort == sort {
			n++
		}
	}
	return n
}

// onlyPerson gives the one person that it names, whatever houses beside; "" where
// there are several or none.
func (b *byline) onlyPerson() (name string) {
	for _, n := range b.names {
		if n.sort == person && name != "" {
			return ""
		}
		if n.sort == person {
			name = n.text
		}
	}
	return name
}

// Find decides who wrote the article. One source is believed as a whole,
// the first in a fixed order that names people: JSON-LD, microdata, meta,
// the byline that the page shows. Pooling the sources would collect every
// author's errors instead. The site itself, a newsroom or an agency is the
// author only where no source names a person.
func Find(in *label.Input) []article.Author {
	shown := shownByline(in)
	sources := []*byline{declaredAuthors(in), itemAuthors(in), metaAuthors(in), shown}
	var best *byline
	for _, b := range sources {
		switch {
		case b == nil:
		case best == nil, best.count(person) == 0 && b.count(person) > 0:
			best = b
		case (b != shown || b.sure && !in.Words.Has(b.names[0].text, vocab.Byline, vocab.Desk)) && best.count(person) == 0 && best.count(agency) == 0 && b.count(agency) > 0:
			best = b
		}
	}
	if best == nil {
		return nil
	}
	why := "the first source that names somebody"
	if name := best.onlyPerson(); best != shown && shown != nil && name != "" && shown.count(person) > 0 && !shown.has(name) && onlyHelps(in, name) {
		best, why = shown, "whom the data names is shown as one who helped"
	}
	if best != shown && shown != nil && shown.sure && shown.holds(best) {
		best, why = shown, "the shown byline names these and more"
	}
	if best != shown {
		best = withoutHelpers(in, best, shown)
	}
	return authors(in, best, shown, why)
}

// holds says whether a byline names all people of another one, and somebody more.
func (b *byline) holds(o *byline) bool {
	for _, n := range o.names {
		if n.sort == person && !b.has(n.text) {
			return false
		}
	}
	for _, n := range b.names {
		if !looksLikeName(n.text) {
			return false
		}
	}
	return b.count(person) > o.count(person) && o.count(person) > 0
}

func (b *byline) has(name string) bool {
	f := label.Folded(name)
	for i := range b.names {
		if label.Folded(b.names[i].text) == f {
			return true
		}
	}
	return false
}

// authors gives the names of a source in the spelling that the page shows, with their addresses.
func authors(in *label.Input, b, shown *byline, why string) []article.Author {
	var out []article.Author
	people := b.count(person)
	for _, n := range b.names {
		if n.sort == institution && people > 0 && in.Declared.IsSite(n.text) {
			continue // the site beside its people
		}
		f := label.Folded(n.text)
		a := article.Author{Name: n.text, URL: b.urls[f]}
		if shown != nil && shown != b {
			for _, s := range shown.names {
				if label.Folded(s.text) == f {
					a.Name = s.text
				}
			}
			if a.URL == "" {
				a.URL = shown.urls[f]
			}
		}
		out = append(out, a)
	}
	if in.Trace.On() {
		names := make([]string, len(out))
		for i := range out {
			names[i] = out[i].Name
		}
		in.Trace.Add(label.Choice{Field: "authors", Value: strings.Join(names, "; "), Source: b.source, Why: why})
	}
	return out
}
