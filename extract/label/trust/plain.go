package trust

import (
	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/extract/vocab"
)

// In reads what a line says about how far to trust the article, where the
// line stands in one of the given places. Text dumps have no markup: of the input
// only Words and Declared are asked.
func In(in *label.Input, line string, place vocab.Place) []article.TrustLabel {
	var out []article.TrustLabel
	var room [16]vocab.Hit
	for _, h := range in.Words.Find(room[:0], line, place) {
		words := line[h.Start:h.End]
		others := h.Words - (h.To - h.From)
		taken := false
		switch {
		case !h.Kind.Trust() || h.Kind == vocab.Policy || h.Kind == vocab.Live && place&vocab.Kicker == 0:
		case h.Kind == vocab.Updated && place&vocab.Date != 0:
			taken = h.Words <= 30 && (label.HasDigit(line) || h.Words <= 6)
		case h.Kind == vocab.Agency && place&vocab.Byline != 0:
			taken = others <= 5 && !in.Declared.IsSite(words)
		case place&(vocab.Kicker|vocab.Badge) != 0:
			taken = badgeKind(h.Kind)
		case place&vocab.Note != 0:
			taken = weighty(h, line) && corrects(line, h) && h.Kind != vocab.Agency && h.Kind != vocab.Updated
		}
		if taken {
			out = append(out, article.TrustLabel{Kind: string(h.Kind), Label: line, Source: "text"})
		}
	}
	return out
}
