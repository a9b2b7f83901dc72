package label

import (
	"strings"

	"copydesk/extract/vocab"
)

// BadgeBeside parts a headline from the word for what the article is that some
// houses set behind it or before it, off by a bar: "Let the ferry sail | Opinion". The
// word must be all that stands there; a site's name and a subtitle stand beside bars,
// too, and what is live or only for subscribers is no kicker. kind is "" where there
// is none.
func (in *Input) BadgeBeside(headline string) (rest, badge string, kind vocab.Kind) {
	const bar = " | "
	if i := strings.LastIndex(headline, bar); i > 0 {
		if rest, badge, kind = in.badgeOf(headline[:i], headline[i+len(bar):]); kind != "" {
			return rest, badge, kind
		}
	}
	if before, after, ok := strings.Cut(headline, bar); ok {
		if rest, badge, kind = in.badgeOf(after, before); kind != "" {
			return rest, badge, kind
		}
	}
	return headline, "", ""
}

// badgeOf says which kind of article a word beside a headline names, and gives both trimmed.
func (in *Input) badgeOf(headline, word string) (rest, badge string, kind vocab.Kind) {
	if len(Terms(Folded(headline))) < 3 {
		return "", "", ""
	}
	badge = strings.TrimSpace(word)
	return strings.TrimSpace(headline), badge, in.BadgeKind(badge)
}

// BadgeKind gives the kind of article that a word names, where it is nothing but
// such a word, else "".
func (in *Input) BadgeKind(word string) vocab.Kind {
	var room [4]vocab.Hit
	for _, h := range in.Words.Find(room[:0], word, vocab.Kicker|vocab.Badge) {
		switch h.Kind {
		case vocab.Opinion, vocab.Analysis, vocab.Review, vocab.Interview, vocab.FactCheck, vocab.Investigation, vocab.Satire, vocab.Obituary, vocab.Sponsored:
			if h.Whole() {
				return h.Kind
			}
		}
	}
	return ""
}
