package body

import (
	"strings"

	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/extract/page"
)

// RefuseStray refuses what scores as body but stands apart from it, and what
// tells of the article's authors.
func RefuseStray(in *label.Input, authors []article.Author) {
	if in.Doc.Nodes == nil {
		return
	}
	refuseEdges(in)
	refuseDigests(in)
	refuseOver(in)
	refusePosts(in)
	refuseComments(in)
	refuseFeed(in)
	refuseFar(in)
	refuseCutOff(in)
	refuseBios(in, authors)
}

// taken says whether block i would be taken for body by its own score.
func taken(in *label.Input, i int) bool {
	b := &in.Blocks[i]
	return in.Roles[i] == label.None && !b.Hidden && b.Scores.Body >= label.BodyLine
}

// refuseEdges refuses what stands in the page's header or footer where body
// stands outside of them: what the house says of itself, notices to all readers.
// A page that holds most of its text there uses the elements otherwise.
func refuseEdges(in *label.Input) {
	const edges = page.InHeader | page.InFooter
	var inside, outside int
	for i := range in.Blocks {
		if taken(in, i) {
			if b := &in.Blocks[i]; in.Doc.Nodes[b.First].Flags&edges != 0 {
				inside += len(b.Text)
			} else {
				outside += len(b.Text)
			}
		}
	}
	if inside == 0 || inside > 2*outside {
		return
	}
	for i := range in.Blocks {
		if taken(in, i) && in.Doc.Nodes[in.Blocks[i].First].Flags&edges != 0 {
			refuse(in, i, "stands in the header or the footer of the page")
		}
	}
}

// overLine is the score that a block above the page's menu must have, menuBlocks
// how many blocks make a menu.
const (
	overLine   = 0.9
	menuBlocks = 5
)

// refuseOver refuses what stands above the page's menu, which itself stands above
// the headline, and is not surely body: notices to all readers, offers. It is asked
// only where there is a body behind the headline.
func refuseOver(in *label.Input) {
	if !in.HeadlineShown {
		return
	}
	words := 0
	for i := range in.Blocks {
		if in.Blocks[i].First > in.HeadlineNode && taken(in, i) {
			words += len(in.Blocks[i].Text) / 6
		}
	}
	menu := 0
	for i := len(in.Blocks) - 1; i >= 0 && words >= enoughBody; i-- {
		switch b := &in.Blocks[i]; {
		case b.First >= in.HeadlineNode:
		case in.Doc.Nodes[b.First].Flags&page.InNav != 0:
			menu++
		case menu >= menuBlocks && taken(in, i) && b.Scores.Body < overLine:
			refuse(in, i, "stands above the menu")
		}
	}
}

// refuseDigests refuses lists over the headline whose items open with a link and go on
// without: the headline of another story and its first words. A summary of this
// article's points, which stands there on some sites, opens with words of its own.
func refuseDigests(in *label.Input) {
	if !in.HeadlineShown {
		return
	}
	nodes := in.Doc.Nodes
	for i := 0; i < len(in.Blocks) && in.Blocks[i].Node < in.HeadlineNode; i++ {
		list := in.Blocks[i].List
		if list < 0 || nodes[list].End > in.HeadlineNode {
			continue
		}
		end, digests := i, 0
		for end < len(in.Blocks) && in.Inside(end, list) {
			if b := &in.Blocks[end]; int(b.LinkOpens) >= shortestTitle && int(b.LinkOpens) < len(b.Text) {
				digests++
			}
			end++
		}
		if digests >= 3 && 2*digests > end-i {
			for k := i; k < end; k++ {
				if taken(in, k) {
					refuse(in, k, "a list of other stories over the headline")
				}
			}
		}
		i = max(i, end-1)
	}
}

// shortestTitle is how many bytes a headline has at least.
const shortestTitle = 12

// refuseCutOff refuses the openings of other stories behind the body: two or more
// texts, the last of all, that end in dots because they are cut off, with the linked
// titles among them. A text that trails off stands with the paragraphs before it,
// in one element.
func refuseCutOff(in *label.Input) {
	var run []int
	cut := 0
	for i := len(in.Blocks) - 1; i >= 0; i-- {
		if !taken(in, i) {
			continue
		}
		switch b := &in.Blocks[i]; {
		case len(b.Text) >= 60 && endsInDots(b.Text):
			cut++
		case 10*int(b.LinkChars) < 9*len(b.Text):
			refuseCut(in, run, cut, i)
			return
		}
		run = append(run, i)
	}
}

// refuseCut refuses a run behind block last where it is one of openings.
func refuseCut(in *label.Input, run []int, cut, last int) {
	parent := in.Doc.Nodes[in.Blocks[last].Node].Parent
	for _, k := range run {
		if cut < 2 || in.Doc.Nodes[in.Blocks[k].Node].Parent == parent {
			return
		}
	}
	for _, k := range run {
		refuse(in, k, "the opening of another story, cut off")
	}
}

func endsInDots(s string) bool {
	s = strings.TrimRight(s, " ])")
	return strings.HasSuffix(s, "…") || strings.HasSuffix(s, "...")
}

// refuseMinor refuses those of the blocks that would be taken, unless they are most
// of the text: then they are what the page is about.
func refuseMinor(in *label.Input, why string, is func(i int) bool) {
	var those []int
	inside, all := 0, 0
	for i := range in.Blocks {
		if !taken(in, i) {
			continue
		}
		all += len(in.Blocks[i].Text)
		if is(i) {
			those = append(those, i)
			inside += len(in.Blocks[i].Text)
		}
	}
	if 2*inside > all {
		return
	}
	for _, i := range those {
		refuse(in, i, why)
	}
}

// refuse gives block i the role Other.
func refuse(in *label.Input, i int, why string) {
	noteRefused(in, i, why)
	in.Roles[i] = label.Other
}

// noteRefused tells the trace why block i is not taken.
func noteRefused(in *label.Input, i int, why string) {
	if in.Trace.On() {
		in.Trace.Add(label.Choice{Field: "body", Refused: []label.Refusal{{Value: in.Blocks[i].Text, Source: "dom", Why: why}}})
	}
}
