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
// that hold none.
func (a *Article) fields(empty bool) iter.Seq2[string, *string] {
	return func(yield func(string, *string) bool) {
		one := func(name string, p *string) bool { return *p == "" && !empty || yield(name, p) }
		if !one("kicker", &a.Kicker) || !one("headline", &a.Headline) || !one("standfirst", &a.Standfirst) {
			return
		}
		for i := range a.Authors {
			if !one("authors["+strconv.Itoa(i)+"].name", &a.Authors[i].Name) {
				return
			}
		}
		if !one("dateline", &a.Dateline) || !one("date_text", &a.DateText) || !one("section", &a.Section) {
			return
		}
		for i := range a.Tags {
			if !one("tags["+strconv.Itoa(i)+"]", &a.Tags[i]) {
				return
			}
		}
		for i := range a.Body {
			if !a.Body[i].fields("body["+strconv.Itoa(i)+"]", one) {
				return
			}
		}
		for i := range a.Captions {
			name, c := "captions["+strconv.Itoa(i)+"]", &a.Captions[i]
			if !one(name+".text", &c.Text) || !one(name+".credit", &c.Credit) || !one(name+".alt", &c.Alt) {
				return
			}
		}
		for i := range a.TrustLabels {
			if !one("trust_labels["+strconv.Itoa(i)+"].label", &a.TrustLabels[i].Label) {
				return
			}
		}
		for i := range a.Related {
			name, r := "related["+strconv.Itoa(i)+"]", &a.Related[i]
			if !one(name+".kicker", &r.Kicker) || !one(name+".title", &r.Title) {
				return
			}
		}
	}
}

func (b *Block) fields(name string, one func(string, *string) bool) bool {
	if !one(name+".text", &b.Text) {
		return false
	}
	for i := range b.Items {
		if !one(name+".items["+strconv.Itoa(i)+"]", &b.Items[i]) {
			return false
		}
	}
	if !one(name+".attribution", &b.Attribution) {
		return false
	}
	for i := range b.Rows {
		for j := range b.Rows[i] {
			if !one(name+".rows["+strconv.Itoa(i)+"]["+strconv.Itoa(j)+"]", &b.Rows[i][j]) {
				return false
			}
		}
	}
	return true
}
