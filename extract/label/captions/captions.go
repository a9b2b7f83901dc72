// Package captions finds the texts that stand under pictures and films, and parts
// the credit from the words.
package captions

import (
	"strings"
	"unicode"

	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/extract/vocab"
)

// Placed is a caption with the place where it stands on the page.
type Placed struct {
	article.Caption
	// Node is where the picture stands among Document.Nodes: the figure, else the
	// picture, else the caption itself. The body's assembler puts the figure there.
	Node int32
	// First and Last bound the nodes of the caption's own words.
	First, Last int32
}

// Find gives the captions of the article's pictures and films, in document
// order, credits parted from texts, and gives their blocks the role Caption.
// Pictures of teasers, related boxes, menus and other articles are refused. A
// picture that stands twice (a gallery and its enlarged copy) is given once.
func Find(in *label.Input) []Placed {
	if len(in.Doc.Nodes) == 0 {
		return nil
	}
	f := newCaptionFinder(in)
	var out []Placed
	known := map[string]int{}
	for _, c := range f.candidates() {
		if why := f.refuse(c); why != "" {
			f.refused(c, why)
			continue
		}
		placed := f.build(c)
		if f.furniture(placed.Text) || isCue(in.Words, placed.Text) {
			f.refused(c, "it is a word to press or to name the picture by")
			continue
		}
		if isPrice(placed.Text) {
			f.refused(c, "it is a price")
			continue
		}
		if f.signs(placed.Text) {
			f.refused(c, "it is a byline beside a portrait")
			continue
		}
		if placed.Text == "" {
			// A credit alone is no caption, but it is not body either.
			f.mark(c)
			continue
		}
		f.mark(c)
		key := strings.ToLower(placed.Text)
		if i, again := known[key]; again {
			out[i].merge(placed.Caption)
			continue
		}
		known[key] = len(out)
		out = append(out, placed)
		in.Trace.Add(label.Choice{Field: "captions", Value: placed.Text, Source: "dom", Why: c.why})
	}
	return out
}

// isPrice says whether a text is nothing but prices: digits with the sign or the
// code of a currency. Digits alone may number a picture, a year may date it.
func isPrice(s string) bool {
	if !label.HasDigit(s) || len(s) > 40 {
		return false
	}
	money := strings.ContainsAny(s, "€$£¥₹₽₺₩₴")
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(w) != 3 || strings.ToUpper(w) != w || !strings.Contains(" USD EUR GBP CHF SEK NOK DKK PLN CZK HUF RON JPY CNY INR RUB TRY BRL AUD CAD ", w) {
			return false
		}
		money = true
	}
	return money
}

// signs says whether a text names an author: it opens with "By" and goes on with
// a job or a time of day.
func (f *captionFinder) signs(text string) bool {
	if len(text) > 120 {
		return false
	}
	by, more := false, label.HasClock(text)
	var room [12]vocab.Hit
	for _, h := range f.in.Words.Find(room[:0], text, vocab.Byline) {
		by = by || h.Kind == vocab.By && h.From == 0
		more = more || h.Kind == vocab.JobTitle
	}
	return by && more
}

// merge takes over from another copy of the same caption what this one lacks.
func (p *Placed) merge(o article.Caption) {
	if p.Credit == "" {
		p.Credit, p.Raw = o.Credit, o.Raw
	}
	if p.Image == "" {
		p.Image = o.Image
	}
	if p.Alt == "" {
		p.Alt = o.Alt
	}
}

// build reads one candidate.
func (f *captionFinder) build(c candidate) Placed {
	p := Placed{Node: c.node, First: c.first, Last: c.last}
	p.Image, p.Alt = f.picture(c)
	if c.data != "" {
		p.Text, p.Credit, _ = PartCredit(f.in.Words, c.data)
		return p
	}
	parts := f.parts(c.first, c.last)
	p.Text, p.Credit = f.part(parts, c.extra)
	if p.Credit != "" && p.Text != "" {
		raw := join(append(parts, c.extra...))
		if !strings.Contains(raw, ":") && isCue(f.in.Words, p.Credit) && !isHouse(f.in.Words, p.Credit) {
			p.Credit = "" // "Video" on a player says what it is, not whose
		} else if raw != p.Text {
			p.Raw = raw
		}
	}
	if p.Credit == "" && c.media >= 0 {
		p.Credit = f.declaredCredit(c)
	}
	if p.Alt == p.Text {
		p.Alt = ""
	}
	return p
}

// mark gives the blocks that lie inside the candidate the role Caption.
func (f *captionFinder) mark(c candidate) {
	for i := f.blockFrom(c.first); i < len(f.in.Blocks) && f.in.Blocks[i].First < c.last; i++ {
		if f.in.Roles[i] == label.None {
			f.in.Roles[i] = label.Caption
		}
	}
	if c.credit > 0 && f.in.Roles[c.credit-1] == label.None {
		f.in.Roles[c.credit-1] = label.Caption
	}
}

func (f *captionFinder) refused(c candidate, why string) {
	if f.in.Trace.On() {
		text := c.data
		if text == "" {
			text = join(f.parts(c.first, c.last))
		}
		f.in.Trace.Add(label.Choice{Field: "captions", Refused: []label.Refusal{{Value: text, Source: "dom", Why: why}}})
	}
}
