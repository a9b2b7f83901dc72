package byline

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/label/dates"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// shownByline reads the byline that the page shows near the headline, else
// behind the body. nil when it shows none.
func shownByline(in *label.Input) *byline {
	head, from, to, end := in.Window()
	if b := bylineIn(in, from, to, head); b != nil {
		return b
	}
	if b := bylineIn(in, end, min(end+6, len(in.Blocks)), -1); b != nil {
		return b
	}
	for i := end; i < min(end+labelled, len(in.Blocks)); i++ {
		if b := underLabel(in, i); b != nil {
			return b
		}
		if b := besideLabel(in, i); b != nil {
			return b
		}
	}
	if b := signedByMail(in, max(end-1, 0), min(end+3, len(in.Blocks))); b != nil {
		return b
	}
	if b := signedInBrackets(in, max(end-1, 0), min(end+3, len(in.Blocks))); b != nil {
		return b
	}
	if b := namedAgain(in, head, end); b != nil {
		return b
	}
	return houseIn(in, from, to, head)
}

// signedInBrackets reads a line at the end that is all in brackets, a desk or a
// role and a name: "（北沢支局・森下あかり）". Without a desk or role the brackets
// may say anything: "（つづく）", "（共同）".
func signedInBrackets(in *label.Input, from, to int) *byline {
	for i := from; i < to; i++ {
		text := strings.TrimSpace(in.Blocks[i].Text)
		inner, opens := strings.CutPrefix(text, "（")
		inner, closes := strings.CutSuffix(inner, "）")
		if !opens || !closes || utf8.RuneCountInString(inner) > 24 || in.Elsewhere(in.Blocks[i].First) {
			continue
		}
		at := strings.LastIndexAny(inner, "・、＝　 ")
		if at <= 0 {
			continue
		}
		_, n := utf8.DecodeRuneInString(inner[at:])
		desk, name := inner[:at], strings.TrimSpace(inner[at+n:])
		var room [8]vocab.Hit
		for _, h := range in.Words.Find(room[:0], desk, vocab.Byline) {
			if (h.Kind == vocab.Desk || h.Kind == vocab.JobTitle) && h.To == h.Words && utf8.RuneCountInString(name) <= 8 {
				if names := onlyPeople(parseNames(in, name, true)); names != nil {
					return &byline{source: "dom", names: names}
				}
			}
		}
	}
	return nil
}

// signedByMail reads a line at the end that is a name with a mail address.
func signedByMail(in *label.Input, from, to int) *byline {
	for i := from; i < to; i++ {
		text := in.Blocks[i].Text
		if j := strings.LastIndexByte(text, '\n'); j >= 0 {
			text = text[j+1:]
		}
		words := strings.Fields(text)
		if len(words) < 2 || len(words) > 7 || in.Elsewhere(in.Blocks[i].First) {
			continue
		}
		last := words[len(words)-1]
		if at := strings.IndexByte(last, '@'); at < 1 || !strings.Contains(last[at:], ".") {
			continue
		}
		if names := onlyPeople(parseNames(in, strings.Join(words[:len(words)-1], " "), true)); names != nil {
			return &byline{source: "dom", names: names}
		}
	}
	return nil
}

// bylineIn looks through a run of blocks: links to authors first, then a line that
// opens as a byline does, then elements that are named as one.
func bylineIn(in *label.Input, from, to, head int) *byline {
	var opened, called *byline
	for i := from; i < to; i++ {
		b := &in.Blocks[i]
		if in.Roles[i] == label.Headline || utf8.RuneCountInString(b.Text) > 250 || in.Doc.Nodes[b.First].Flags&^in.Veil()&(page.Hidden|page.InNav|page.InFooter|page.InForm|page.InFigure) != 0 {
			continue
		}
		inByline, refused := bylineClass(in, b.First)
		near := i > head && i <= head+4 && head >= 0
		if refused && !near {
			continue
		}
		if !refused && b.LinkChars > 0 {
			if by := linkedAuthors(in, b.First, b.Last); by != nil && writes(in, i) {
				in.Roles[i] = label.Byline
				return extend(in, by, i, to)
			}
		}
		if opened == nil {
			if opened = underLabel(in, i); opened == nil && near {
				opened = overRole(in, i)
			}
		}
		if opened == nil && b.Kind == block.Heading {
			if near && b.Level > 2 {
				opened = inHeading(in, b)
			}
		} else if opened == nil && (near || len(b.Text) <= 120) {
			names := openedByline(in, b.Text, b.First, b.Last, near)
			if names == nil && (near || i < head && i >= head-2) {
				names = behindDate(in, b.Text)
			}
			if names != nil {
				opened = &byline{source: "dom", names: names, sure: true}
				in.Roles[i] = label.Byline
			}
		}
		if called == nil && opened == nil && (inByline && !refused && (i < head+12 || head < 0) || near && in.Roles[i] == label.None && nameAndDate(in, b)) {
			if names := calledByline(in, b.First, b.Last); names != nil {
				called = &byline{source: "dom", names: names}
			}
		}
	}
	if opened != nil {
		return opened
	}
	return called
}

// nameAndDate says whether a block close under the headline is nothing but a
// name and a date, each a text of its own.
func nameAndDate(in *label.Input, b *block.Block) bool {
	var texts []string
	for _, s := range in.Texts(b.First, b.Last) {
		for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '|' || r == '•' || r == '·' }) {
			if part = strings.TrimSpace(part); part != "" {
				texts = append(texts, part)
			}
		}
	}
	if len(texts) < 2 || len(texts) > 4 || !looksLikeName(texts[0]) || b.Kind == block.Heading {
		return false
	}
	last := texts[len(texts)-1]
	found := dates.In(in, last)
	// "Wittlohe, 12 March": behind a place with its date the first text is a place, too.
	return len(found) > 0 && !strings.HasSuffix(strings.TrimSpace(last[:found[0].Start]), ",")
}

// writes says whether the people that block i names are its writers: neither the
// block itself nor the short one before it says that they only helped.
func writes(in *label.Input, i int) bool {
	for k := i; k >= max(0, i-1); k-- {
		text := in.Blocks[k].Text
		if k < i && (utf8.RuneCountInString(text) > 40 || in.Roles[k] == label.Byline) {
			break
		}
		var room [8]vocab.Hit
		helped, wrote := false, false
		for _, h := range in.Words.Find(room[:0], text, vocab.Byline) {
			helped = helped || h.Kind == vocab.Helper && h.From == 0
			wrote = wrote || h.Kind == vocab.By && h.From == 0 && h.Words > 0 && !helped
		}
		if helped {
			return false
		}
		if wrote {
			return true
		}
	}
	return true
}

// extend adds the links to authors of the next blocks: a list of names, one a block.
func extend(in *label.Input, by *byline, i, to int) *byline {
	for i++; i < to && i < len(in.Blocks); i++ {
		b := &in.Blocks[i]
		if utf8.RuneCountInString(b.Text) > 80 {
			break
		}
		more := linkedAuthors(in, b.First, b.Last)
		if more == nil || !writes(in, i) {
			break
		}
		in.Roles[i] = label.Byline
		for f, u := range more.urls {
			by.urls[f] = u
		}
		by.names = append(by.names, more.names...)
	}
	by.names = unique(by.names)
	return by
}

var (
	bylineWords = page.ClassGroup("byline")
	described   = page.ClassGroup("standfirst") // "author-description"
	others      = page.ClassGroup("comment") | page.ClassGroup("related")
	notByline   = others | page.ClassGroup("caption") | page.ClassGroup("gallery") |
		page.ClassGroup("credit") | page.ClassGroup("newsletter") | page.ClassGroup("share")
)

// bylineClass says whether an element around a node is named as a byline, and
// whether one is named as something whose names are not this article's authors.
// Elements that hold the headline, too, say nothing about either.
func bylineClass(in *label.Input, i int32) (byline, refused bool) {
	nodes := in.Doc.Nodes
	for k := 0; i > 0 && k < 5 && !(in.HeadlineShown && i <= in.HeadlineNode && nodes[i].End > in.HeadlineNode); k++ {
		c := nodes[i].Class
		if c.Has(bylineWords) && !c.Has(described) || nodes[i].Atom == atom.Address {
			byline = true
		}
		// What is a byline may stand in a box for credits, but not in a comment.
		refused = refused || !byline && c.Has(notByline) || c.Has(others)
		i = nodes[i].Parent
	}
	return byline, refused
}
