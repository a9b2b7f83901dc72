package body

import (
	"strings"

	"golang.org/x/net/html/atom"

	"copydesk/extract/label"
	"copydesk/extract/page"
)

// signupText is how many bytes of text the box around a mail form holds at
// most: a promise and a consent, less than any article.
const signupText = 300

// refuseSignups refuses the words around a form that asks for a mail address:
// newsletters are offered in every language and under class names that say
// nothing, but the field for the address is always there. The box is the
// largest element around the field that holds no more than a few lines.
func refuseSignups(in *label.Input) {
	nodes := in.Doc.Nodes
	for i := range nodes {
		if nodes[i].Atom != atom.Input || !asksForMail(&nodes[i]) {
			continue
		}
		box := int32(-1)
		for at := nodes[i].Parent; at > 0; at = nodes[at].Parent {
			if a := nodes[at].Atom; a == atom.Body || a == atom.Article || a == atom.Main || textOf(in, at, signupText) > signupText {
				break
			}
			box = at
		}
		if box < 0 {
			continue
		}
		for k := range in.Blocks {
			if in.Roles[k] == label.None && in.Inside(k, box) {
				in.Roles[k] = label.Other
			}
		}
	}
}

func asksForMail(n *page.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "type" && strings.EqualFold(a.Val, "email") {
			return true
		}
	}
	return false
}

// textOf gives the length of the text that blocks have inside an element, up to
// a little more than most; what holds a part of the article's head is more than any.
func textOf(in *label.Input, node int32, most int) int {
	sum := 0
	for k := range in.Blocks {
		if in.Inside(k, node) {
			if r := in.Roles[k]; r == label.Headline || r == label.Standfirst || r == label.Byline || r == label.Date {
				return most + 1
			}
			if sum += len(in.Blocks[k].Text); sum > most {
				break
			}
		}
	}
	return sum
}
