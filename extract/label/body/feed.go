package body

import (
	"sort"

	"golang.org/x/net/html/atom"

	"copydesk/extract/label"
)

// feedText is how many bytes of text an entry of a feed has at most.
const feedText = 800

// refuseFeed refuses the entries of a feed behind the headline: short <article>
// elements, two or more side by side, each with a linked title. An article that is
// itself made of such elements has most of its text in them, and stays.
func refuseFeed(in *label.Input) {
	if !in.HeadlineShown {
		return
	}
	feeds := map[int32]bool{} // by the element that holds the entries
	refuseMinor(in, "an entry of a feed", func(i int) bool {
		at := in.ArticleAround(in.Blocks[i].Node)
		if at <= in.HeadlineNode {
			return false
		}
		parent := in.Doc.Nodes[at].Parent
		is, asked := feeds[parent]
		if !asked {
			is = isFeed(in, parent)
			feeds[parent] = is
		}
		return is
	})
}

// isFeed says whether an element holds two <article> elements or more and all of
// them are entries of a feed: short, with a linked title.
func isFeed(in *label.Input, parent int32) bool {
	nodes := in.Doc.Nodes
	n := 0
	for at := parent + 1; at < nodes[parent].End; at = nodes[at].End {
		if nodes[at].Atom != atom.Article {
			continue
		}
		if !isEntry(in, at) {
			return false
		}
		n++
	}
	return n >= 2
}

func isEntry(in *label.Input, at int32) bool {
	size, linked := 0, false
	from := sort.Search(len(in.Blocks), func(k int) bool { return in.Blocks[k].First >= at })
	for k := from; k < len(in.Blocks) && in.Blocks[k].First < in.Doc.Nodes[at].End; k++ {
		if size += len(in.Blocks[k].Text); size > feedText {
			return false
		}
		linked = linked || int(in.Blocks[k].LinkChars) >= shortestTitle
	}
	return linked
}
