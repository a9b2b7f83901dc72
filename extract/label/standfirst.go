package label

import (
	"strings"

	"copydesk/extract/page"
)

// standfirstLine is the score from which a block is taken for the standfirst. A
// third of articles have none, and a false one takes a paragraph out of the body.
const standfirstLine = 0.5

// FindStandfirst finds the deck or summary between headline and body. Its lines
// (a summary in points has several) are joined by newlines.
func FindStandfirst(in *Input) string {
	best, top := -1, float32(0)
	for i := range in.Blocks {
		if in.Roles[i] == None && in.Blocks[i].Scores.Standfirst >= standfirstLine && in.repeatsHeadline(squeezed(in.Blocks[i].Text)) {
			in.Roles[i] = Other
		}
		if in.Roles[i] != None {
			continue
		}
		if s := in.standfirstScore(i); s > top {
			best, top = i, s
		}
	}
	if best < 0 || top < standfirstLine {
		if best >= 0 {
			in.Trace.Add(Choice{Field: "standfirst", Refused: []Refusal{{Value: in.Blocks[best].Text, Source: "dom", Why: "not sure enough that this is one"}}})
		}
		return ""
	}
	var lines []string
	for i := max(0, best-6); i < min(len(in.Blocks), best+7); i++ {
		b := &in.Blocks[i]
		if in.Roles[i] != None || in.standfirstScore(i) < standfirstLine {
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

// declaredLift is what it adds to a block in doubt that its words are the
// page's declared description, whole.
const declaredLift = 0.2

// namedLift is added on top where the block's own element is named a standfirst:
// declared and named, even a block that the trees doubt is one.
const namedLift = 0.2

var standfirstClass = page.ClassGroup("standfirst")

// standfirstScore gives a block's score, lifted where the page declares the
// block's words as its description. A text that only repeats the headline
// ("You are reading: …") scores nothing.
func (in *Input) standfirstScore(i int) float32 {
	s := in.Blocks[i].Scores.Standfirst
	lift := float32(declaredLift)
	named := in.Doc.Nodes != nil && in.Doc.Nodes[in.Blocks[i].Node].Class.Has(standfirstClass)
	if named {
		lift += namedLift
	}
	if s < standfirstLine-lift {
		return s
	}
	words := squeezed(in.Blocks[i].Text)
	if in.repeatsHeadline(words) {
		return 0
	}
	if s < standfirstLine && len(words) > 20 && in.isDescription(words) && (named || !in.amongParagraphs(i)) {
		s += lift
	}
	return s
}

func (in *Input) repeatsHeadline(words string) bool {
	h := squeezed(in.headline)
	return h != "" && strings.HasSuffix(words, h)
}

// amongParagraphs says whether a block stands in one row with the paragraphs
// that follow it: then it is the first of them, which many pages declare as
// their description too.
func (in *Input) amongParagraphs(i int) bool {
	nodes := in.Doc.Nodes
	b := &in.Blocks[i]
	for k := i + 1; k < min(i+5, len(in.Blocks)); k++ {
		o := &in.Blocks[k]
		if o.Scores.Body >= bodyLine && (nodes[o.Node].Parent == nodes[b.Node].Parent || o.Node == b.Node) && o.Kind == b.Kind {
			return true
		}
	}
	return false
}

func (in *Input) isDescription(words string) bool {
	for _, name := range [...]string{"og:description", "description", "twitter:description"} {
		if squeezed(in.Doc.Facts.MetaContent(name)) == words {
			return true
		}
	}
	return in.Declared != nil && in.Declared.Article != nil && squeezed(in.Declared.Article.Text("description")) == words
}
