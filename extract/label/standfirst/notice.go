package standfirst

import (
	"slices"
	"strings"

	"copydesk/extract/label"
	"copydesk/extract/vocab"
)

// noticeWords is how long a phrase about the article's origin must be for its
// sentence to be a notice ("was taken over from the German Press Agency"): a
// standfirst may name an agency, a translation or an error.
const noticeWords = 4

func isNotice(in *label.Input, text string) bool {
	if isHeadLine(in, text) {
		return true
	}
	var room [12]vocab.Hit
	return slices.ContainsFunc(in.Words.Find(room[:0], text, vocab.Line|vocab.Note), func(h vocab.Hit) bool {
		switch h.Kind {
		case vocab.Legal, vocab.Newsletter, vocab.Subscribe, vocab.Affiliate, vocab.Advert, vocab.Share, vocab.Comments:
			return true
		case vocab.Agency, vocab.AI, vocab.Translated, vocab.PressRelease, vocab.Correction, vocab.Dated:
			return h.To-h.From >= noticeWords
		}
		return false
	})
}

// isHeadLine says whether a text is a line of the article's sections, dates and
// writers whose date is none that can be read ("Published: 5 hours ago"): it has
// words for two of these and is no sentence.
func isHeadLine(in *label.Input, text string) bool {
	if len(text) > 200 || strings.HasSuffix(strings.TrimSpace(text), ".") {
		return false
	}
	if strings.Count(text, " | ") >= 2 && label.HasClock(text) {
		return true // a time, a source and what the page offers, a piece each
	}
	var room [12]vocab.Hit
	seen := map[vocab.Kind]bool{}
	for _, h := range in.Words.Find(room[:0], text, vocab.Date|vocab.Byline) {
		if h.Kind == vocab.Published || h.Kind == vocab.Updated || h.Kind == vocab.By {
			seen[h.Kind] = true
		}
	}
	return len(seen) >= 2 && strings.ContainsAny(text, ":|•·")
}
