package label

import (
	"strings"

	"copydesk/article"
	"copydesk/extract/vocab"
)

// Text dumps have no markup, so what a line says must be read from the line
// alone. The three readers below do that for bylines, dates and trust labels;
// they need of Input only Words and Declared.

// NamesIn reads the authors' names from a line. Only what looks like a name is
// taken: there is nothing else that tells a byline from other short lines. An
// agency counts as a name.
func (in *Input) NamesIn(line string) []article.Author {
	var out []article.Author
	for _, n := range in.parseNames(line, true) {
		if n.sort == person || n.sort == agency {
			out = append(out, article.Author{Name: n.text})
		}
	}
	return out
}

// Day is a date that a line shows.
type Day struct {
	Words   string // as they stand there, with weekday and time
	Moment  string // in the record's form; empty where the line gives no year
	Updated bool   // the line says that it is the date of a change
}

// DaysIn reads the dates of a line.
func (in *Input) DaysIn(line string) []Day {
	var out []Day
	for _, d := range in.findDates(line) {
		out = append(out, Day{Words: strings.TrimSpace(line[d.start:d.end]), Moment: d.moment.String(), Updated: d.updated})
	}
	return out
}

// TrustIn reads what a line says about how far to trust the article, where the
// line stands in one of the given places.
func (in *Input) TrustIn(line string, place vocab.Place) []article.TrustLabel {
	var out []article.TrustLabel
	var room [16]vocab.Hit
	for _, h := range in.Words.Find(room[:0], line, place) {
		words := line[h.Start:h.End]
		others := h.Words - (h.To - h.From)
		taken := false
		switch {
		case !h.Kind.Trust() || h.Kind == vocab.Policy || h.Kind == vocab.Live && place&vocab.Kicker == 0:
		case h.Kind == vocab.Updated && place&vocab.Date != 0:
			taken = h.Words <= 30 && (hasDigit(line) || h.Words <= 6)
		case h.Kind == vocab.Agency && place&vocab.Byline != 0:
			taken = others <= 5 && !in.Declared.isSite(words)
		case place&(vocab.Kicker|vocab.Badge) != 0:
			taken = badgeKind(h.Kind)
		case place&vocab.Note != 0:
			taken = weighty(h, line) && h.Kind != vocab.Agency && h.Kind != vocab.Updated
		}
		if taken {
			out = append(out, article.TrustLabel{Kind: string(h.Kind), Label: line, Source: "text"})
		}
	}
	return out
}
