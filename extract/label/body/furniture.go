package body

import (
	"maps"
	"slices"
	"strings"

	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/vocab"
)

// mostFurniture is how many words a line of the page's furniture has at most, by
// kind. Newsletters are offered in whole sentences ("You can unsubscribe at any
// time"); the other phrases may begin a sentence of prose ("Share this timeline
// with …"), so there the phrase has to be half of the line. A kind that is not
// listed is no furniture here: a "free trial" or "in this article" is as often
// the article's own.
var mostFurniture = map[vocab.Kind]int{vocab.Advert: 8, vocab.Share: 8, vocab.Newsletter: 30, vocab.Comments: 12}

// wordy says whether a text surely has more words than any line of furniture.
func wordy(text string) bool {
	n, before := 0, uint8(parts)
	for i := range len(text) {
		is := wordBytes[text[i]]
		n += int(before & (is >> 1))
		before = is & parts
	}
	return n > longestFurniture
}

// longestFurniture is the most words that furniture of any kind has.
var longestFurniture = slices.Max(slices.Collect(maps.Values(mostFurniture)))

// wordBytes tells white space and what a word begins with, in ASCII.
var wordBytes = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c == ' ' || c == '\n':
			t[c] = parts
		case 'a' <= c|0x20 && c|0x20 <= 'z', '0' <= c && c <= '9':
			t[c] = begins
		}
	}
	return t
}()

const (
	parts  = 1
	begins = 2
)

// RefuseFurniture refuses lines that would pass for body but are the page's
// own words to the reader: calls to share, to subscribe, to comment, marks of
// advertisements. Behind the heading of the comments nothing is body.
func RefuseFurniture(in *label.Input) {
	refuseSignups(in)
	refuseCopies(in)
	refuseClosingLinks(in)
	refuseRights(in)
	var room [12]vocab.Hit
	words := 0
	for i := range in.Blocks {
		b := &in.Blocks[i]
		if in.Roles[i] != label.None || b.Hidden {
			continue
		}
		if isFiller(b) {
			refuse(in, i, "filler that a designer left")
			continue
		}
		if heads := b.Kind == block.Heading; heads || b.Scores.Body >= 0.3 && len(b.Text) <= 260 && b.Kind != block.Code && !wordy(b.Text) {
			for _, h := range in.Words.Find(room[:0], b.Text, vocab.Line) {
				if h.Kind == vocab.Comments && heads && h.Words <= h.To-h.From+2 && words >= enoughBody {
					refuseFrom(in, i, "the comments begin here")
					return
				}
				if h.Kind == vocab.More && h.Whole() && headsNothing(in, i) {
					refuse(in, i, "heads links that are no body")
					break
				}
				if !heads && h.Words <= mostFurniture[h.Kind] && (h.Kind == vocab.Newsletter || 2*(h.To-h.From) >= h.Words) {
					refuse(in, i, "furniture: "+string(h.Kind))
					break
				}
			}
		}
		if b.Kind == block.Paragraph && b.Scores.Body >= label.BodyLine && in.Roles[i] == label.None {
			words += len(b.Text) / 6
		}
	}
}

// headsNothing says whether what follows block i is no body: "Read more" and its like
// are left to those whose links are taken, too.
func headsNothing(in *label.Input, i int) bool {
	for k := i + 1; k < len(in.Blocks); k++ {
		if !in.Blocks[k].Hidden {
			return !taken(in, k)
		}
	}
	return true
}

// filler opens the text that stands in a page's boxes before anybody has written one.
// Sites forget such boxes, and they are made as the article's are. What quotes it is
// about it, and stays, as does prose that only names it.
const filler = "lorem ipsum"

func isFiller(b *block.Block) bool {
	return len(b.Text) >= len(filler) && b.Text[0]|0x20 == filler[0] && b.Quote < 0 && b.Kind != block.Code && strings.EqualFold(b.Text[:len(filler)], filler)
}

// refuseFrom refuses all blocks from i on that have no role.
func refuseFrom(in *label.Input, i int, why string) {
	in.Trace.Add(label.Choice{Field: "body", Refused: []label.Refusal{{Value: in.Blocks[i].Text, Source: "dom", Why: why + ": what follows is refused"}}})
	for k := i; k < len(in.Blocks); k++ {
		if in.Roles[k] == label.None {
			in.Roles[k] = label.Other
		}
	}
}
