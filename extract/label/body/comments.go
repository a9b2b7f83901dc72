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
	refuseMinor(in, "a reader's comment", func(i int) bool { return inComment(in, in.Blocks[i].Node) })
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
