package label

import (
	"strings"

	"copydesk/extract/block"
)

// standfirstLine is the score from which a block is taken for the standfirst. A
// third of articles have none, and a false one takes a paragraph out of the
// body; but those that are false hardly ever score even this much, while true
// ones without a class that names them often do not score more.
const standfirstLine = 0.3

// FindStandfirst finds the deck or summary between headline and body. Its lines
// (a summary in points has several) are joined by newlines. It is judged by the
// parts that were found before it: headline, byline, date and captions.
func FindStandfirst(in *Input, judge *StandfirstJudge) string {
	if judge == nil {
		judge = defaultStandfirstJudge()
	}
	in.refuseEchoes()
	candidates := StandfirstCandidates(in)
	judge.judge(in, candidates)
	best, top := -1, float32(0)
	for _, i := range candidates {
		if s := in.Blocks[i].Scores.Standfirst; s > top {
			best, top = i, s
		}
	}
	if top < standfirstLine {
		if best >= 0 {
			in.Trace.Add(Choice{Field: "standfirst", Refused: []Refusal{{Value: in.Blocks[best].Text, Source: "dom", Why: "not sure enough that this is one"}}})
		}
		return ""
	}
	var lines []string
	for _, i := range candidates {
		if i < best-linesAround || i > best+linesAround || in.Blocks[i].Scores.Standfirst < standfirstLine {
			continue
		}
		in.Roles[i] = Standfirst
		if text := oneLine(strings.TrimSpace(in.Blocks[i].Text)); len(lines) == 0 || lines[len(lines)-1] != text {
			lines = append(lines, text)
		}
	}
	value := strings.Join(lines, "\n")
	in.Trace.Add(Choice{Field: "standfirst", Value: value, Source: "dom", Why: "place, markup and words of a standfirst", Confidence: float64(top)})
	return value
}

// linesAround is how many blocks away from the surest line the others may stand.
const linesAround = 6

// refuseEchoes refuses lines close to the headline that only say it again ("You are reading: …").
func (in *Input) refuseEchoes() {
	head, headline := in.headBlock(), squeezed(in.headline)
	if head < 0 || headline == "" {
		return
	}
	for i := max(0, head-beforeHead); i < min(len(in.Blocks), head+behindHead+1); i++ {
		b := &in.Blocks[i]
		if in.Roles[i] == None && b.Kind != block.Heading && len(b.Text) < len(in.headline)+40 && strings.HasSuffix(squeezed(b.Text), headline) {
			in.Roles[i] = Other
			in.Trace.Add(Choice{Field: "standfirst", Refused: []Refusal{{Value: b.Text, Source: "dom", Why: "says the headline again"}}})
		}
	}
}
