package body

import "copydesk/extract/label"

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
