package dates

import (
	"copydesk/extract/label"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// farDate looks for the date of publication where the page shows none near its
// headline: at the text's end, or behind a list of contents. It must stand in a
// line of its own that says what it is, or, unless said is asked for, is named as
// a date or stands right under the byline.
//
// In the box of a teaser, and with a link in it (to who posted it), a line counts
// only where it says what it is and no other line says another: the dates of other
// articles and of comments come in numbers.
func farDate(in *label.Input, modified, said bool) dateClaim {
	head, _, _, last := in.Window()
	var boxed []dateClaim
	for i := max(head+1, 0); i < min(last+40, len(in.Blocks)); i++ {
		b := &in.Blocks[i]
		if len(b.Text) > 80 || 2*int(b.LinkChars) > len(b.Text) || in.Roles[i] != label.None && in.Roles[i] != label.Date || b.Level > 0 || b.Figure >= 0 || in.Elsewhere(b.First) || in.Within(b.First, notDated) || b.Quote >= 0 && quoted(in, b.First) {
			continue
		}
		found := In(in, b.Text)
		rest := len(b.Text)
		for _, d := range found {
			rest -= d.End - d.Start
		}
		says := saysDate(in, b.Text) || rest <= 2 && i > 0 && len(in.Blocks[i-1].Text) <= 30 && saysDate(in, in.Blocks[i-1].Text)
		under := rest <= 2 && i > 0 && in.Roles[i-1] == label.Byline
		if len(found) == 0 || rest > 40 || (said || !dateClass(in, b.First) && !under) && !says {
			continue
		}
		if tells(in, b.Text, found) {
			continue
		}
		for _, d := range found {
			if d.year == 0 || d.Updated != modified {
				continue
			}
			c := dateClaim{d.moment, "dom", "a date line far from the headline"}
			if b.LinkChars == 0 && (under || !in.Within(b.First, teased)) {
				return c
			}
			if says {
				boxed = append(boxed, c)
			}
		}
	}
	for _, c := range boxed {
		if c.moment != boxed[0].moment {
			return dateClaim{}
		}
	}
	return first(boxed...)
}

// teased names the boxes of other articles, whose dates are theirs.
var teased = page.ClassGroup("teaser") | page.ClassGroup("sidebar") | page.ClassGroup("footer")

// saysDate says whether a word of publishing or updating stands in a text.
func saysDate(in *label.Input, text string) bool {
	var room [8]vocab.Hit
	for _, h := range in.Words.Find(room[:0], text, vocab.Date) {
		if h.Kind == vocab.Published || h.Kind == vocab.Updated {
			return true
		}
	}
	return false
}
