// Package standfirst finds the lines between headline and text that sum the
// article up: a judge learned from pages scores the candidates, and none is
// taken where none is likely.
package standfirst

import (
	"strings"

	"copydesk/extract/block"
	"copydesk/extract/label"
)

// standfirstLine is the score from which a block is taken for the standfirst. A
// third of articles have none, and a false one takes a paragraph out of the
// body; but those that are false hardly ever score even this much, while true
// ones without a class that names them often do not score more.
const standfirstLine = 0.3

// Find gives the deck or summary between headline and body. Its lines
// (a summary in points has several) are joined by newlines. It is judged by the
// parts that were found before it: headline, byline, date and captions.
func Find(in *label.Input, judge *Judge) string {
	if judge == nil {
		judge = defaultJudge()
	}
	refuseEchoes(in)
	candidates := Candidates(in)
	judge.judge(in, candidates)
	best, top := -1, float32(0)
	for _, i := range candidates {
		if s := in.Blocks[i].Scores.Standfirst; s > top {
			best, top = i, s
		}
	}
	if top < standfirstLine {
		if best >= 0 {
			in.Trace.Add(label.Choice{Field: "standfirst", Refused: []label.Refusal{{Value: in.Blocks[best].Text, Source: "dom", Why: "not sure enough that this is one"}}})
		}
		return ""
	}
	var lines []string
	for _, i := range linesOf(in.Blocks, candidates, best) {
		in.Roles[i] = label.Standfirst
		if text := strings.ReplaceAll(strings.TrimSpace(in.Blocks[i].Text), "\n", " "); len(lines) == 0 || lines[len(lines)-1] != text {
			lines = append(lines, text)
		}
	}
	value := strings.Join(lines, "\n")
	in.Trace.Add(label.Choice{Field: "standfirst", Value: value, Source: "dom", Why: "place, markup and words of a standfirst", Confidence: float64(top)})
	return value
}

// linesAround is how many blocks away from the surest line the others may stand.
const linesAround = 6

// linesOf gives the lines of the standfirst whose surest line is best. They are of
// its kind: a list's items, several paragraphs. Of a heading and a paragraph that
// both read like one, the other is a subhead or the text's beginning.
func linesOf(blocks []block.Block, candidates []int, best int) (lines []int) {
	for _, i := range candidates {
		near := i >= best-linesAround && i <= best+linesAround
		if near && blocks[i].Scores.Standfirst >= standfirstLine && blocks[i].Kind == blocks[best].Kind {
			lines = append(lines, i)
		}
	}
	return lines
}

// saysAgain says whether a text is the headline with a few words before it at most,
// or with the way to the page, whose steps signs part.
func saysAgain(b *block.Block, headline, squeezed string) bool {
	steps := 0
	for _, sign := range [...]string{" > ", " › ", " » ", " ❯ ", " / "} {
		steps = max(steps, strings.Count(b.Text, sign))
	}
	return (len(b.Text) < len(headline)+40 || steps >= 2) && strings.HasSuffix(label.Squeezed(b.Text), squeezed)
}

// refuseEchoes refuses lines close to the headline that only say it again ("You are
// reading: …"). A heading that does is a subhead, unless no other shows the headline:
// then it is the headline with its kicker.
func refuseEchoes(in *label.Input) {
	head, headline := max(headBlock(in), 0), label.Squeezed(in.Headline)
	if headline == "" {
		return
	}
	for i := max(0, head-beforeHead); i < min(len(in.Blocks), head+behindHead+1); i++ {
		b := &in.Blocks[i]
		if in.Roles[i] == label.None && (b.Kind != block.Heading || !in.HeadlineShown) && saysAgain(b, in.Headline, headline) {
			in.Roles[i] = label.Other
			in.Trace.Add(label.Choice{Field: "standfirst", Refused: []label.Refusal{{Value: b.Text, Source: "dom", Why: "says the headline again"}}})
		}
	}
}
