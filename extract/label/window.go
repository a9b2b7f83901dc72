package label

import "strings"

// Window gives the blocks among which a byline or a date may stand: from to to,
// around the headline up to the first paragraphs of the body, and end, the last
// block of the body. head is the headline's block, -1 for none.
func (in *Input) Window() (head, from, to, end int) {
	head = -1
	body, last := -1, -1
	if in.Headline != "" && !in.HeadlineShown {
		head = in.headingWith(in.Headline)
	}
	for i := range in.Blocks {
		if in.Roles[i] == Headline && head < 0 {
			head = i
		}
		if in.Blocks[i].Scores.Body >= BodyLine && in.Roles[i] == None {
			if body < 0 && i > head {
				body = i
			}
			last = i
		}
	}
	from = max(0, head-8)
	to = max(head+16, body+3)
	if head < 0 && body > farHead { // no block shows the headline: the text is the measure
		return head, body - 20, min(body+3, len(in.Blocks)), min(max(last, 0), len(in.Blocks))
	}
	return head, from, min(to, len(in.Blocks), max(head, 0)+farHead), min(max(last, 0), len(in.Blocks))
}

// headingWith gives the first heading that holds the headline among other words,
// its kicker for one; -1 for none.
func (in *Input) headingWith(headline string) int {
	for i := range in.Blocks {
		if b := &in.Blocks[i]; b.Level > 0 && len(headline) > 12 && len(b.Text) < 2*len(headline)+60 && 2*int(b.LinkChars) < len(b.Text) && strings.Contains(Folded(b.Text), headline) {
			return i
		}
	}
	return -1
}

// farHead is how many blocks from the headline the byline and the date are looked for.
const farHead = 80
