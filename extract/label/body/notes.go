package body

import (
	"strings"

	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/extract/vocab"
)

// TakeNotes takes out of the body the texts that are wholly a note on the
// article: a correction, a disclosure of help by AI or of paid links. They
// stand in the trust labels with all their words. It says whether any was taken.
//
// A note opens with the words that make it one, or is a short sentence on
// commissions; prose that speaks of corrections or of AI, and what somebody
// says of them, does not.
func TakeNotes(in *label.Input, labels []article.TrustLabel) bool {
	taken := false
	for _, l := range labels {
		kind := vocab.Kind(l.Kind)
		if kind != vocab.Correction && kind != vocab.AI && kind != vocab.Affiliate || l.Source != "dom" {
			continue
		}
		words := label.Folded(l.Label)
		for i := range in.Blocks {
			b := &in.Blocks[i]
			if in.Roles[i] == label.Body && len(b.Text) <= 2*len(l.Label) && label.Folded(b.Text) == words && opensNote(in, b.Text, kind) {
				in.Roles[i] = label.Note
				in.Trace.Add(label.Choice{Field: "body", Refused: []label.Refusal{{Value: b.Text, Source: "dom", Why: "a note on the article: " + l.Kind}}})
				taken = true
			}
		}
	}
	return taken
}

// shortNote is how many words a disclosure of paid links has at most.
const shortNote = 45

func opensNote(in *label.Input, text string, kind vocab.Kind) bool {
	if strings.HasPrefix(text, "“") || strings.HasPrefix(text, "\"") {
		return false
	}
	var room [12]vocab.Hit
	for _, h := range in.Words.Find(room[:0], text, vocab.Note) {
		if h.Kind == kind && (h.From <= 1 || kind == vocab.Affiliate && h.Words <= shortNote) {
			return true
		}
	}
	return false
}
