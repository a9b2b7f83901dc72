package label

import "strings"

// standfirstLine is the score from which a block is taken for the standfirst. A
// third of articles have none, and a false one takes a paragraph out of the body.
const standfirstLine = 0.5

// FindStandfirst finds the deck or summary between headline and body. Its lines
// (a summary in points has several) are joined by newlines.
func FindStandfirst(in *Input) string {
	best := -1
	for i := range in.Blocks {
		if in.Roles[i] == None && in.Blocks[i].Scores.Standfirst > in.standfirstScore(best) {
			best = i
		}
	}
	if best < 0 || in.Blocks[best].Scores.Standfirst < standfirstLine {
		if best >= 0 {
			in.Trace.Add(Choice{Field: "standfirst", Refused: []Refusal{{Value: in.Blocks[best].Text, Source: "dom", Why: "not sure enough that this is one"}}})
		}
		return ""
	}
	var lines []string
	for i := max(0, best-6); i < min(len(in.Blocks), best+7); i++ {
		b := &in.Blocks[i]
		if in.Roles[i] != None || b.Scores.Standfirst < standfirstLine {
			continue
		}
		in.Roles[i] = Standfirst
		if text := oneLine(strings.TrimSpace(b.Text)); len(lines) == 0 || lines[len(lines)-1] != text {
			lines = append(lines, text)
		}
	}
	value := strings.Join(lines, "\n")
	in.Trace.Add(Choice{Field: "standfirst", Value: value, Source: "dom", Why: "place, markup and words of a standfirst", Confidence: float64(in.Blocks[best].Scores.Standfirst)})
	return value
}

func (in *Input) standfirstScore(i int) float32 {
	if i < 0 {
		return 0
	}
	return in.Blocks[i].Scores.Standfirst
}
