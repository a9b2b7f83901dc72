package label

import (
	"strings"
	"unicode/utf8"

	"copydesk/extract/block"
	"copydesk/extract/page"
)

// A kicker is a line, not a sentence.
const longestKicker = 60

// kickerOver gives the short line right above the headline, set apart in markup
// as a kicker: its element, or one around it that does not hold the headline, is
// named so. A breadcrumb, a date, a byline and a menu are the look-alikes left
// alone.
func (in *Input) kickerOver(headline int32) string {
	at := -1
	for i := range in.Blocks {
		if in.Blocks[i].First >= headline {
			break
		}
		at = i
	}
	for i := at; i >= 0 && i > at-3; i-- {
		b := &in.Blocks[i]
		text := strings.Join(strings.Fields(b.Text), " ")
		if in.Roles[i] != None || !in.namedKicker(b, headline) || utf8.RuneCountInString(text) > longestKicker || folded(text) == "" || in.Declared.isSite(text) {
			continue
		}
		in.Roles[i] = Kicker
		in.Trace.Add(Choice{Field: "kicker", Value: text, Source: "dom", Why: "set apart above the headline"})
		return text
	}
	return ""
}

var notKicker = page.ClassGroup("nav") | page.ClassGroup("date") | page.ClassGroup("byline") | page.ClassGroup("share") | page.ClassGroup("related") | page.ClassGroup("ad")

// namedKicker says whether a block's element, or one around it that does not
// hold the headline, is named as a kicker.
func (in *Input) namedKicker(b *block.Block, headline int32) bool {
	nodes := in.Doc.Nodes
	if nodes[b.First].Flags&(page.Hidden|page.InNav|page.InFooter|page.InAside|page.InForm) != 0 {
		return false
	}
	named := false
	for i := max(nodes[b.First].Parent, 0); i > 0 && !(i < headline && nodes[i].End > headline); i = nodes[i].Parent {
		if nodes[i].Class.Has(notKicker) {
			return false
		}
		named = named || nodes[i].Class.Has(kickerWords)
	}
	return named
}
