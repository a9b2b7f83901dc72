package extract

import (
	"fmt"
	"math"
	"strings"

	"copydesk/article"
	"copydesk/extract/block"
	"copydesk/extract/label"
)

// quality says how far the record can be relied on: the mean score of the body's
// text, less for a body that is short or was not found on the page itself.
func quality(in *label.Input, a *article.Article, method string) article.Quality {
	q := article.Quality{Method: method, Warnings: in.Doc.Warnings}
	if in.Declared != nil && (len(in.Doc.Facts.LD) > 0 || len(in.Doc.Facts.Items) > 0) && !strings.HasPrefix(method, "structured") {
		q.Method = "structured+" + method
	}
	var sum, chars float64
	for i := range in.Blocks {
		if in.Roles[i] == label.Body {
			n := float64(len(in.Blocks[i].Text))
			sum += n * float64(in.Blocks[i].Scores.Body)
			chars += n
		}
	}
	words := wordCount(a.Text)
	switch {
	case chars > 0:
		q.Confidence = sum / chars
	case words > 0:
		q.Confidence = 0.5
	}
	q.Confidence *= 1 - math.Exp(-float64(words)/40)
	q.Confidence = math.Round(q.Confidence*100) / 100
	q.Warnings = append(q.Warnings, lacking(a, words)...)
	if left := leftOut(in); left >= 150 && 5*left >= words {
		q.Warnings = append(q.Warnings, fmt.Sprintf("%d words of prose that may belong to the body were left out", left))
	}
	if in.Doc.Facts.Broken > 0 {
		q.Warnings = append(q.Warnings, "declared data (JSON-LD) is broken in part")
	}
	return q
}

// doubtLine is the score from which prose that is left out is worth a word.
const doubtLine = 0.3

// leftOut counts the words of shown paragraphs that nothing took, and that are
// prose and nearly scored as body: where they are many, the article may go on there.
func leftOut(in *label.Input) (words int) {
	for i := range in.Blocks {
		b := &in.Blocks[i]
		if in.Roles[i] == label.None && b.Kind == block.Paragraph && !b.Hidden && b.Scores.Body >= doubtLine && 4*int(b.LinkChars) < len(b.Text) {
			if n := wordCount(b.Text); n >= 20 {
				words += n
			}
		}
	}
	return words
}

// lacking says what a reader would miss in a record, in the same words whatever
// the page was made of; words is how many its text has.
func lacking(a *article.Article, words int) (warnings []string) {
	if words == 0 {
		warnings = append(warnings, "no body was found")
	} else if words < weakWords {
		warnings = append(warnings, "the body is short")
	}
	if a.Headline == "" {
		warnings = append(warnings, "no headline was found")
	}
	return warnings
}
