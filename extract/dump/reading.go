// Package dump reads pages that were saved as plain text: no markup tells the
// headline from a menu, so each line is judged by its words, its signs and the
// lines around it, and the article is the one stretch that fits best.
package dump

import (
	"fmt"

	"copydesk/article"
	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// mostLines is how many lines of a dump are read: whole sites' front pages have a few thousand.
const mostLines = 20_000

// Read finds the parts of an article in a text dump and fills them into a. A nil
// Weights, and a nil vocabulary, stand for those that come with the program. The
// blocks are returned with their roles and scores for whoever wants to see what
// was seen; Block.Node is the line's index in doc.Lines.
func Read(doc *page.Document, w *Weights, words *vocab.Matcher, a *article.Article, trace *label.Trace) ([]block.Block, []label.Role) {
	if w == nil {
		w = Shipped()
	}
	if words == nil {
		words = vocab.Builtin()
	}
	raw := doc.Lines
	if len(raw) > mostLines {
		raw = raw[:mostLines]
		a.Quality.Warnings = append(a.Quality.Warnings, fmt.Sprintf("only the first %d of %d lines were read", mostLines, len(doc.Lines)))
	}
	s := NewSheet(raw)
	scored := s.score(w)
	roles, headline := decide(s.lines, scored)
	if a.Language == "" {
		a.Language = s.lang
	}
	in := &label.Input{Doc: doc, Words: words.For(a.Language), Tag: a.Language, Declared: label.Declare(doc), Trace: trace}
	r := &reader{in: in, lines: s.lines, scores: scored, roles: roles, headline: headline, article: a, trace: trace}
	r.fill()
	return r.blocks(), roles
}

// reader is one dump on its way into a record.
type reader struct {
	in       *label.Input // the vocabulary, for the readers of single lines
	lines    []line
	scores   []scores
	roles    []label.Role
	headline int // -1 where there is none
	article  *article.Article
	trace    *label.Trace
}

func (r *reader) fill() {
	a := r.article
	if r.headline >= 0 {
		a.Headline = r.lines[r.headline].text
	}
	for i, role := range r.roles {
		if role == label.Standfirst {
			a.Standfirst = joinLine(a.Standfirst, r.lines[i].text)
		}
	}
	r.captions()
	r.body()
	r.explain()
	r.kicker()
	r.byline()
	r.date()
	r.dateline()
	r.trust()
	r.related()
	a.Text = article.PlainText(a.Body)
	a.PageKind = r.kind()
	a.Quality.Method, a.Quality.Confidence = "text", r.confidence()
}

// confidence is how sure the body's lines were, by their length.
func (r *reader) confidence() float64 {
	var sum, all float64
	for i, role := range r.roles {
		if role == label.Body {
			n := float64(len(r.lines[i].text))
			sum, all = sum+n*float64(r.scores[i][partBody]), all+n
		}
	}
	if all == 0 {
		return 0
	}
	return float64(int(sum/all*100+0.5)) / 100
}

func joinLine(a, b string) string {
	if a == "" {
		return b
	}
	return a + "\n" + b
}

func (r *reader) blocks() []block.Block {
	out := make([]block.Block, len(r.lines))
	for i := range r.lines {
		s := &r.scores[i]
		out[i] = block.Block{Kind: block.Line, Node: int32(r.lines[i].at), Text: r.lines[i].text,
			Scores: block.Scores{Body: s[partBody], Standfirst: s[partStandfirst], Caption: s[partCaption], Headline: s[partHeadline]}}
	}
	return out
}
