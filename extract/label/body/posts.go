package body

import (
	"strings"

	"copydesk/extract/label"
)

// refusePosts refuses the words of embedded posts that stand among the body: the
// record has the post in its place, as an embed with its address and words. A quotation that merely
// links stays, and so does a post behind all other text, where no embed is placed.
func refusePosts(in *label.Input) {
	var posts []int
	last, post, begun := int32(-1), false, false
	for i := range in.Blocks {
		if !taken(in, i) {
			continue
		}
		if quote := in.Blocks[i].Quote; quote != last {
			last, post = quote, isPost(in, quote)
		}
		if post && begun {
			posts = append(posts, i)
			continue
		}
		begun = begun || !post
		for _, k := range posts {
			refuse(in, k, "words of an embedded post")
		}
		posts = posts[:0]
	}
}

// isPost says whether a quotation, -1 for none, is a post of a known provider.
func isPost(in *label.Input, quote int32) bool {
	if quote < 0 {
		return false
	}
	ref := postAddress(in, quote)
	return ref != "" && provider(in.Resolve(ref)) != ""
}

// postWords gives what an embedded post says, where that is no part of the body.
func postWords(in *label.Input, quote int32) string {
	var lines []string
	for i := range in.Blocks {
		if b := &in.Blocks[i]; b.Quote == quote && !b.Hidden && (in.Roles[i] == label.Other || in.Roles[i] == label.None) {
			lines = append(lines, b.Text)
		}
	}
	return strings.Join(lines, "\n")
}
