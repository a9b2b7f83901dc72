package label

import "copydesk/extract/vocab"

// IsControl says whether a text is a control of the page: a link to comments,
// to a login, to more stories.
func (in *Input) IsControl(s string) bool {
	var room [8]vocab.Hit
	for _, h := range in.Words.Find(room[:0], s, vocab.Line) {
		switch h.Kind {
		case vocab.Comments, vocab.Share, vocab.Newsletter, vocab.Subscribe, vocab.More, vocab.Legal, vocab.Tool, vocab.Advert:
			if h.From == 0 || h.Whole() {
				return true
			}
		}
	}
	return false
}
