package dump

import (
	"cmp"
	"fmt"
	"slices"

	"copydesk/extract/label"
)

// explain puts the choices that rest on scores into the trace, with the lines that came next.
func (r *reader) explain() {
	if !r.trace.On() {
		return
	}
	r.explainPart("headline", partHeadline, r.article.Headline)
	r.explainPart("standfirst", partStandfirst, r.article.Standfirst)
	first, last := r.bodyEnds()
	if first >= 0 {
		r.trace.Add(label.Choice{Field: "body", Source: "text", Confidence: r.confidence(),
			Why: fmt.Sprintf("the stretch of lines that fits best: %d to %d", r.lines[first].at+1, r.lines[last].at+1)})
	}
}

// refusals is how many lines that were not taken are named.
const refusals = 3

func (r *reader) explainPart(field string, p part, value string) {
	order := make([]int, len(r.lines))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(r.scores[b][p], r.scores[a][p]) })
	c := label.Choice{Field: field, Value: value, Source: "text", Why: "by its words, its signs and the lines around it"}
	if value == "" {
		c.Why = "no line is likely enough"
	}
	for _, i := range order[:min(len(order), refusals+1)] {
		l := &r.lines[i]
		if role := r.roles[i]; p == partHeadline && role == label.Headline || p == partStandfirst && role == label.Standfirst {
			c.Confidence = float64(int(min(1, r.scores[i][p])*100+0.5)) / 100
			continue
		}
		if s := r.scores[i][p]; s >= 0.05 {
			c.Refused = append(c.Refused, label.Refusal{Value: l.text, Source: "text", Why: fmt.Sprintf("less likely: %.2f", s)})
		}
	}
	r.trace.Add(c)
}
