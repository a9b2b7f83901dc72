package body

import (
	"copydesk/extract/label"
	"copydesk/extract/page"
)

var commentClass = page.ClassGroup("comment")

// refuseComments refuses what readers wrote below the article, told by the names of
// the elements close around it. On the page of a discussion that is the text: there
// it is most of what would be taken, and stays.
func refuseComments(in *label.Input) {
	var comments []int
	inside, all := 0, 0
	for i := range in.Blocks {
		if !taken(in, i) {
			continue
		}
		all += len(in.Blocks[i].Text)
		if inComment(in, in.Blocks[i].Node) {
			comments = append(comments, i)
			inside += len(in.Blocks[i].Text)
		}
	}
	if 2*inside > all {
		return
	}
	for _, i := range comments {
		refuse(in, i, "a reader's comment")
	}
}

func inComment(in *label.Input, at int32) bool {
	for k := 0; at > 0 && k < 3; k++ {
		if in.Doc.Nodes[at].Class.Has(commentClass) {
			return true
		}
		at = in.Doc.Nodes[at].Parent
	}
	return false
}
