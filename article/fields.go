package article

import (
	"iter"
	"strconv"
)

// Fields yields the name and the place of every text of the record that
// repair works on, in the order of the record. Names are those that Fix.Field
// uses. Captions' Raw, addresses, dates and derived text are not among them.
func (a *Article) Fields() iter.Seq2[string, *string] { return a.fields(false) }

// fields yields every place of a text, where empty asks for it also those
// that hold none. Names are put together only where they are yielded.
func (a *Article) fields(empty bool) iter.Seq2[string, *string] {
	return func(yield func(string, *string) bool) {
		alone := func(name string, p *string) bool { return *p == "" && !empty || yield(name, p) }
		among := func(list string, i int, rest string, p *string) bool {
			return *p == "" && !empty || yield(list+"["+strconv.Itoa(i)+"]"+rest, p)
		}
		if !alone("kicker", &a.Kicker) || !alone("headline", &a.Headline) || !alone("standfirst", &a.Standfirst) {
			return
		}
		for i := range a.Authors {
			if !among("authors", i, ".name", &a.Authors[i].Name) {
				return
			}
		}
		if !alone("dateline", &a.Dateline) || !alone("date_text", &a.DateText) || !alone("section", &a.Section) {
			return
		}
		for i := range a.Tags {
			if !among("tags", i, "", &a.Tags[i]) {
				return
			}
		}
		for i := range a.Body {
			if !a.Body[i].fields(i, among) {
				return
			}
		}
		for i := range a.Captions {
			c := &a.Captions[i]
			if !among("captions", i, ".text", &c.Text) || !among("captions", i, ".credit", &c.Credit) || !among("captions", i, ".alt", &c.Alt) {
				return
			}
		}
		for i := range a.TrustLabels {
			if !among("trust_labels", i, ".label", &a.TrustLabels[i].Label) {
				return
			}
		}
		for i := range a.Related {
			r := &a.Related[i]
			if !among("related", i, ".kicker", &r.Kicker) || !among("related", i, ".title", &r.Title) {
				return
			}
		}
	}
}

// fields yields those of block i of the body.
func (b *Block) fields(i int, among func(list string, i int, rest string, p *string) bool) bool {
	if !among("body", i, ".text", &b.Text) {
		return false
	}
	for k := range b.Items {
		if !among("body", i, ".items["+strconv.Itoa(k)+"]", &b.Items[k]) {
			return false
		}
	}
	if !among("body", i, ".attribution", &b.Attribution) {
		return false
	}
	for k := range b.Rows {
		for j := range b.Rows[k] {
			if !among("body", i, ".rows["+strconv.Itoa(k)+"]["+strconv.Itoa(j)+"]", &b.Rows[k][j]) {
				return false
			}
		}
	}
	return true
}
