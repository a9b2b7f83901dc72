package body

import (
	"strings"

	"copydesk/extract/block"
	"copydesk/extract/label"
)

// closingLine is the mean score from which a closing list of links is the text's own:
// sources, programmes, where to read on in the same work.
const closingLine = 0.67

// refuseClosingLinks refuses the list that closes the body where all its items are
// links and none of it is surely body: what else the site has to read. A list of
// links within the text stays, and so does one whose items say more than the link.
func refuseClosingLinks(in *label.Input) {
	var list []int
	var score, size float32
	words := 0
	for i := len(in.Blocks) - 1; i >= 0 && words < enoughBody; i-- {
		if !taken(in, i) {
			continue
		}
		b := &in.Blocks[i]
		if words > 0 || b.List < 0 || 10*int(b.LinkChars) < 9*len(b.Text) {
			words += 1 + len(b.Text)/6
			continue
		}
		list = append(list, i)
		score += b.Scores.Body * float32(len(b.Text))
		size += float32(len(b.Text))
	}
	if words < enoughBody || score >= closingLine*size {
		return
	}
	for _, i := range list {
		refuse(in, i, "a closing list of links")
	}
}

// longestRights is how many bytes a notice of rights has at most.
const longestRights = 300

// refuseRights refuses the closing paragraphs that say whose the text is, where they
// open with the sign of it. It is asked only where a body stands before them; a sign
// before a name within the text is a picture's credit, and left to the captions.
func refuseRights(in *label.Input) {
	closing, words := closingBlocks, 0
	var found []int
	for i := len(in.Blocks) - 1; i >= 0 && words < enoughBody; i-- {
		b := &in.Blocks[i]
		if !taken(in, i) {
			continue
		}
		if closing--; closing >= 0 && len(b.Text) <= longestRights && (b.Kind == block.Paragraph || b.Kind == block.Loose) && opensRights(b.Text) {
			found = append(found, i)
			continue
		}
		words += 1 + len(b.Text)/6
	}
	if words < enoughBody {
		return
	}
	for _, i := range found {
		refuse(in, i, "says whose the text is")
	}
}

// opensRights says whether a text opens with ©, or with the word for it before a
// year: an article may be about copyright.
func opensRights(text string) bool {
	const word = "copyright"
	for _, sign := range [...]string{"©", "(c)", "(C)"} {
		if strings.HasPrefix(text, sign) {
			return true
		}
	}
	if len(text) < len(word)+3 || !strings.EqualFold(text[:len(word)], word) {
		return false
	}
	rest := strings.TrimLeft(text[len(word):], " :")
	return strings.HasPrefix(rest, "©") || strings.HasPrefix(rest, "(c)") || strings.HasPrefix(rest, "20") || strings.HasPrefix(rest, "19")
}
