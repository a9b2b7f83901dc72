package standfirst

import (
	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/page"
)

// Candidates gives the blocks that are worth asking about, in order:
// prose of one to five lines, hardly linked, close to the headline, with no role
// yet. A heading that is the headline again, with its kicker before it, is none.
func Candidates(in *label.Input) []int {
	head, headline := max(headBlock(in), 0), label.Squeezed(in.Headline)
	var out []int
	behind := 0
	for i := max(0, head-beforeHead); i < min(len(in.Blocks), head+behindHead+1) && behind < mostBehind; i++ {
		b := &in.Blocks[i]
		if in.Roles[i] != label.None || len(b.Text) < 20 || len(b.Text) > 1500 || 2*int(b.LinkChars) > len(b.Text) || b.Level == 1 {
			continue
		}
		if in.Doc.Nodes[b.First].Flags&(page.InNav|page.InFooter|page.InForm) != 0 {
			continue
		}
		if b.Kind == block.Heading && headline != "" && saysAgain(b, in.Headline, headline) {
			continue
		}
		out = append(out, i)
		if i > head {
			behind++
		}
	}
	return out
}

// A standfirst is looked for from so many blocks before the headline to so many
// behind it, and among so many candidates behind it at most.
const beforeHead, behindHead, mostBehind = 6, 24, 9

// headBlock gives the block of the headline, else the first h1, else the one
// before the first that reads like body; -1 where there is none of these.
func headBlock(in *label.Input) int {
	first, body := -1, -1
	for i := range in.Blocks {
		if in.Roles[i] == label.Headline {
			return i
		}
		if first < 0 && in.Blocks[i].Level == 1 {
			first = i
		}
		if body < 0 && in.Roles[i] == label.None && in.Blocks[i].Scores.Body >= label.BodyLine {
			body = i
		}
	}
	if first < 0 || body > first+behindHead {
		return body - 1
	}
	return first
}
