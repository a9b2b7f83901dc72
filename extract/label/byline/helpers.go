package byline

import (
	"strings"

	"copydesk/extract/label"
	"copydesk/extract/vocab"
)

// Systems declare all who had a hand in an article as its authors, and the page
// tells them apart.

// onlyHelps says whether the page shows a name behind a word for helping: "Editor: Ida Moen".
func onlyHelps(in *label.Input, name string) bool {
	f := label.Folded(name)
	for i := range in.Blocks {
		b := &in.Blocks[i]
		if len(b.Text) > len(name)+40 || len(b.Text) <= len(name) || !strings.Contains(label.Folded(b.Text), f) {
			continue
		}
		var room [8]vocab.Hit
		for _, h := range in.Words.Find(room[:0], b.Text, vocab.Byline) {
			if (h.Kind == vocab.Helper || h.Kind == vocab.JobTitle && strings.HasPrefix(strings.TrimLeft(b.Text[h.End:], " "), ":")) && h.From == 0 && label.Folded(b.Text[h.End:]) == f {
				return true
			}
		}
	}
	return false
}

// withoutHelpers leaves out of a declared byline whom the page shows near its
// headline as one who helped, and does not show as a writer. Somebody must be left.
func withoutHelpers(in *label.Input, b, shown *byline) *byline {
	if b.count(person) < 2 {
		return b
	}
	helpers := shownHelpers(in)
	out := *b
	out.names = nil
	var refused []label.Refusal
	for _, n := range b.names {
		if n.sort == person && helpers[label.Folded(n.text)] && (shown == nil || !shown.has(n.text)) {
			refused = append(refused, label.Refusal{Value: n.text, Source: b.source, Why: "the page shows them as one who helped"})
			continue
		}
		out.names = append(out.names, n)
	}
	if out.count(person) == 0 || refused == nil {
		return b
	}
	in.Trace.Add(label.Choice{Field: "authors", Refused: refused})
	return &out
}

// longestHelpers is how long a line or list of helpers is at most, in bytes.
const longestHelpers = 160

// shownHelpers reads the lines around the headline that name helpers: behind the
// word for it ("Photography by Ida Moen"), or below it where that is a line of its own.
func shownHelpers(in *label.Input) map[string]bool {
	found := map[string]bool{}
	_, from, to, _ := in.Window()
	below := false
	for i := from; i < to; i++ {
		text := in.Blocks[i].Text
		if len(text) > longestHelpers {
			below = false
			continue
		}
		end := 0 // of the words for helping
		var room [8]vocab.Hit
		for _, h := range in.Words.Find(room[:0], text, vocab.Byline) {
			if h.Kind == vocab.Helper && (h.From == 0 || h.Start < end) {
				end = max(end, h.End)
			}
		}
		if end == 0 && !below {
			continue
		}
		for _, n := range parseNames(in, strings.TrimLeft(text[end:], " :"), true) {
			found[label.Folded(n.text)] = true
		}
		below = end > 0 && strings.Trim(text[end:], " :") == ""
	}
	return found
}

// helps says whether the last words that open a list of people say that they only helped.
func helps(in *label.Input, s string) bool {
	var room [8]vocab.Hit
	helped, opened := 0, 0 // where the last of each ends
	for _, h := range in.Words.Find(room[:0], s, vocab.Byline) {
		switch h.Kind {
		case vocab.Helper, vocab.Translated:
			helped = max(helped, h.End)
		case vocab.By:
			opened = max(opened, h.End)
		}
	}
	return helped > 0 && helped >= opened
}
