package trust

import "copydesk/extract/vocab"

// corrects says whether a hit tells that the text was corrected; hits of other
// kinds pass. What stands in quotation marks as the text's first words is a title
// or somebody's speech: „Richtigstellung!“ is the name of a film.
func corrects(text string, h vocab.Hit) bool {
	return h.Kind != vocab.Correction || h.From > 0 || !opensQuoted(text, h)
}
