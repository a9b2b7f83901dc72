package label

import (
	"strings"

	"copydesk/extract/vocab"
)

// BadgeBehind parts a headline from the word for what the article is that some
// houses set behind it, after a bar: "Let the ferry sail | Opinion". The word must be
// all that stands there; a site's name and a subtitle stand behind bars, too, and
// what is live or only for subscribers is no kicker. kind is "" where there is none.
func (in *Input) BadgeBehind(headline string) (rest, badge string, kind vocab.Kind) {
	i := strings.LastIndex(headline, " | ")
	if i <= 0 || len(Terms(Folded(headline[:i]))) < 3 {
		return headline, "", ""
	}
	badge = strings.TrimSpace(headline[i+len(" | "):])
	var room [4]vocab.Hit
	for _, h := range in.Words.Find(room[:0], badge, vocab.Kicker|vocab.Badge) {
		switch h.Kind {
		case vocab.Opinion, vocab.Analysis, vocab.Review, vocab.Interview, vocab.FactCheck, vocab.Investigation, vocab.Satire, vocab.Obituary, vocab.Sponsored:
			if h.Whole() {
				return strings.TrimSpace(headline[:i]), badge, h.Kind
			}
		}
	}
	return headline, "", ""
}
