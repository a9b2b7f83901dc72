package dump

import (
	"slices"
	"strings"
	"unicode/utf8"

	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/extract/label/trust"
	"copydesk/extract/vocab"
)

// ownBadges reads line i as a badge. A dump has no markup to tell an article's
// label from the word that fills an advertisement's place, a comment button or
// the kicker of a teaser, and all of these stand anywhere between the headline
// and the text: only the headline's neighbours are read, and a word that comes
// again on the page is the page's furniture. What says that the text is for
// subscribers fills no such place; it may stand anywhere in the head.
func (r *reader) ownBadges(i int) []article.TrustLabel {
	l := &r.lines[i]
	from, to := r.head()
	if i < from || i >= to {
		return nil
	}
	beside := l.repeats == 0 && (i == r.headline-1 || i == r.headline+1)
	labels := trust.In(r.in, l.text, vocab.Badge)
	return slices.DeleteFunc(labels, func(t article.TrustLabel) bool {
		switch vocab.Kind(t.Kind) {
		case vocab.Paywall:
			return i < r.headline-1
		case vocab.Sponsored:
			return !beside || r.otherSlot(i)
		case vocab.Opinion: // "Comments", "Share Comment": right above a headline it is a section's name
			return !beside || i > r.headline && (r.in.Words.Has(l.text, vocab.Line, vocab.Comments) || r.in.Words.Has(l.text, vocab.Line, vocab.Share))
		}
		return !beside
	})
}

// otherSlot says whether another short line of the page marks an
// advertisement's place: a page with one has several, and the word at the
// headline is one of them.
func (r *reader) otherSlot(i int) bool {
	for k := range r.lines {
		if k != i && r.lines[k].m[mCueFirst+int(cueAdvert)] >= 0.5 && r.lines[k].m[mTokens] <= logOf(3) {
			return true
		}
	}
	return false
}

// ofArticle leaves out of the labels of line i those that name what sort of text
// it is, where the line may be another article's: a teaser's "A column by …"
// reads like the article's own. It is that where nothing but the article's
// head stands between it and the headline, or where it is a whole sentence
// ("This article was paid for by …").
func (r *reader) ofArticle(i int, labels []article.TrustLabel) []article.TrustLabel {
	if r.inHead(i) || !r.lines[i].bullet && endsAsNote(r.lines[i].text) {
		return labels
	}
	return slices.DeleteFunc(labels, func(t article.TrustLabel) bool {
		switch vocab.Kind(t.Kind) {
		case vocab.Opinion, vocab.Analysis, vocab.Review, vocab.Interview, vocab.FactCheck, vocab.Investigation,
			vocab.Live, vocab.Satire, vocab.Obituary, vocab.Sponsored:
			return true
		}
		return false
	})
}

// inHead says whether line i stands right above the headline, or below it with
// only standfirst, byline and date between.
func (r *reader) inHead(i int) bool {
	if r.headline < 0 || i < r.headline {
		return i == r.headline-1
	}
	for k := r.headline + 1; k < i; k++ {
		switch r.roles[k] {
		case label.Standfirst, label.Byline, label.Date:
		default:
			return false
		}
	}
	return true
}

// endsAsNote says whether the last sign, past a closing quotation mark, ends a
// sentence or a note in brackets.
func endsAsNote(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "\"”“»"))
	return strings.ContainsRune(".!。！)", r)
}
