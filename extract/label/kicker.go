package label

import (
	"strings"
	"unicode/utf8"

	"copydesk/extract/block"
	"copydesk/extract/page"
)

// A kicker is a line, not a sentence.
const longestKicker = 60

// kickerOver gives the short line right above the headline, set apart in markup:
// its element is named as a kicker, or it is the headline's neighbour in the same
// container, a few words without digits. A breadcrumb, a date, a byline, a
// menu and a control are the look-alikes left alone.
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
		text := strings.Join(strings.Fields(strings.Join(in.texts(b.First, b.Last), " ")), " ")
		if in.Roles[i] != None || len(in.findDates(text)) > 0 || utf8.RuneCountInString(text) > longestKicker || folded(text) == "" || in.Declared.named(text) || in.isFurniture(text) {
			continue
		}
		why := "named as a kicker above the headline"
		if !in.namedKicker(b, headline) {
			if why = "a line of its own beside the headline"; i != at || !in.besideHeadline(b, text, headline) {
				continue
			}
		}
		in.Roles[i] = Kicker
		in.Trace.Add(Choice{Field: "kicker", Value: text, Source: "dom", Why: why})
		return text
	}
	return ""
}

// besideHeadline says whether a block is a few words in an element whose parent
// is the headline's parent.
func (in *Input) besideHeadline(b *block.Block, text string, headline int32) bool {
	nodes := in.Doc.Nodes
	if len(strings.Fields(text)) > 4 || strings.ContainsAny(text, "0123456789>/|›»•·:@") || b.Kind == block.Heading || b.List >= 0 {
		return false
	}
	i := b.First
	for nodes[i].Parent > 0 && nodes[i].Parent != nodes[headline].Parent {
		if nodes[i].Class.Has(notKicker|bylineWords) || nodes[i].Flags&(page.Hidden|page.InNav|page.InFooter|page.InAside|page.InForm) != 0 {
			return false
		}
		i = nodes[i].Parent
	}
	return nodes[i].Parent == nodes[headline].Parent && nodes[i].End <= headline && nodes[i].End >= headline-6 && !nodes[i].Class.Has(notKicker|bylineWords|page.ClassGroup("button"))
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
