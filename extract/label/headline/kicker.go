package headline

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/label/dates"
	"copydesk/extract/page"
)

// A kicker is a line, not a sentence.
const longestKicker = 60

// kickerOver gives the short line right above the headline, set apart in markup:
// its element is named as a kicker, or it is the headline's neighbour in the same
// container, a few words without digits. A breadcrumb, a date, a byline, a
// menu, a control and the way to the page, which ends in the headline, are the
// look-alikes left alone.
func kickerOver(in *label.Input, headline int32) string {
	at := -1
	for i := range in.Blocks {
		if in.Blocks[i].First >= headline {
			break
		}
		at = i
	}
	for i := at; i >= 0 && i > at-3; i-- {
		b := &in.Blocks[i]
		text := strings.Join(strings.Fields(strings.Join(in.Texts(b.First, b.Last), " ")), " ")
		if in.Roles[i] != label.None || offers(in, i) || len(dates.In(in, text)) > 0 || utf8.RuneCountInString(text) > longestKicker || label.Folded(text) == "" || in.Declared.IsSiteName(text) || in.IsControl(text) || echoes(in, text) {
			continue
		}
		why := "named as a kicker above the headline"
		if !namedKicker(in, b, headline) {
			if why = "a line of its own beside the headline"; i != at || !besideHeadline(in, b, text, headline) {
				continue
			}
		}
		in.Roles[i] = label.Kicker
		in.Trace.Add(label.Choice{Field: "kicker", Value: text, Source: "dom", Why: why})
		return text
	}
	return ""
}

// echoes says whether a line above the headline has the headline at its end: "You are reading: …".
func echoes(in *label.Input, text string) bool {
	headline := label.Squeezed(in.Headline)
	return headline != "" && strings.HasSuffix(label.Squeezed(text), headline)
}

// offers says whether a link holds block i and the next one: a label and a title,
// which offer something else.
func offers(in *label.Input, i int) bool {
	nodes := in.Doc.Nodes
	at := in.Blocks[i].First
	for at > 0 && nodes[at].Atom != atom.A {
		at = nodes[at].Parent
	}
	return at > 0 && i+1 < len(in.Blocks) && in.Blocks[i+1].First < nodes[at].End
}

// besideHeadline says whether a block is a few words in an element whose parent
// is the headline's parent.
func besideHeadline(in *label.Input, b *block.Block, text string, headline int32) bool {
	nodes := in.Doc.Nodes
	if len(strings.Fields(text)) > 4 || strings.ContainsAny(text, "0123456789>/|›»•·:@") || b.Kind == block.Heading || b.List >= 0 {
		return false
	}
	i := b.First
	for nodes[i].Parent > 0 && nodes[i].Parent != nodes[headline].Parent {
		if nodes[i].Class.Has(notKicker|bylineClass) || nodes[i].Flags&(page.Hidden|page.InNav|page.InFooter|page.InAside|page.InForm) != 0 {
			return false
		}
		i = nodes[i].Parent
	}
	return nodes[i].Parent == nodes[headline].Parent && nodes[i].End <= headline && nodes[i].End >= headline-6 && !nodes[i].Class.Has(notKicker|bylineClass|page.ClassGroup("button"))
}

// bylineClass names what holds the writers.
var bylineClass = page.ClassGroup("byline")

var notKicker = page.ClassGroup("nav") | page.ClassGroup("date") | page.ClassGroup("byline") | page.ClassGroup("share") | page.ClassGroup("related") | page.ClassGroup("ad")

// namedKicker says whether a block's element, or one around it that does not
// hold the headline, is named as a kicker.
func namedKicker(in *label.Input, b *block.Block, headline int32) bool {
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
