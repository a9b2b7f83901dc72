package label

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"copydesk/extract/block"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// shownByline reads the byline that the page shows near the headline, else
// behind the body. nil when it shows none.
func (in *Input) shownByline() *byline {
	head, from, to, end := in.bylineWindow()
	if b := in.bylineIn(from, to, head); b != nil {
		return b
	}
	if b := in.bylineIn(end, min(end+6, len(in.Blocks)), -1); b != nil {
		return b
	}
	if b := in.signedByMail(max(end-1, 0), min(end+3, len(in.Blocks))); b != nil {
		return b
	}
	return in.signedInBrackets(max(end-1, 0), min(end+3, len(in.Blocks)))
}

// signedInBrackets reads a line at the end that is all in brackets, a desk or a
// role and a name: "（北沢支局・森下あかり）". Without a desk or role the brackets
// may say anything: "（つづく）", "（共同）".
func (in *Input) signedInBrackets(from, to int) *byline {
	for i := from; i < to; i++ {
		text := strings.TrimSpace(in.Blocks[i].Text)
		inner, opens := strings.CutPrefix(text, "（")
		inner, closes := strings.CutSuffix(inner, "）")
		if !opens || !closes || utf8.RuneCountInString(inner) > 24 || in.elsewhere(in.Blocks[i].First) {
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
				if names := onlyPeople(in.parseNames(name, true)); names != nil {
					return &byline{source: "dom", names: names}
				}
			}
		}
	}
	return nil
}

// signedByMail reads a line at the end that is a name with a mail address.
func (in *Input) signedByMail(from, to int) *byline {
	for i := from; i < to; i++ {
		text := in.Blocks[i].Text
		if j := strings.LastIndexByte(text, '\n'); j >= 0 {
			text = text[j+1:]
		}
		words := strings.Fields(text)
		if len(words) < 2 || len(words) > 7 || in.elsewhere(in.Blocks[i].First) {
			continue
		}
		last := words[len(words)-1]
		if at := strings.IndexByte(last, '@'); at < 1 || !strings.Contains(last[at:], ".") {
			continue
		}
		if names := onlyPeople(in.parseNames(strings.Join(words[:len(words)-1], " "), true)); names != nil {
			return &byline{source: "dom", names: names}
		}
	}
	return nil
}

// bylineWindow gives the blocks among which a byline may stand: around the
// headline up to the first paragraphs of the body, and the block behind its last.
func (in *Input) bylineWindow() (head, from, to, end int) {
	head = -1
	body, last := -1, -1
	if in.headline != "" && !in.shown {
		head = in.headingWith(in.headline)
	}
	for i := range in.Blocks {
		if in.Roles[i] == Headline && head < 0 {
			head = i
		}
		if in.Blocks[i].Scores.Body >= bodyLine && in.Roles[i] == None {
			if body < 0 && i > head {
				body = i
			}
			last = i
		}
	}
	from = max(0, head-8)
	to = max(head+16, body+3)
	if head < 0 && body > farHead { // no block shows the headline: the text is the measure
		return head, body - 20, min(body+3, len(in.Blocks)), min(max(last, 0), len(in.Blocks))
	}
	return head, from, min(to, len(in.Blocks), max(head, 0)+farHead), min(max(last, 0), len(in.Blocks))
}

// headingWith gives the first heading that holds the headline among other words,
// its kicker for one; -1 for none.
func (in *Input) headingWith(headline string) int {
	for i := range in.Blocks {
		if b := &in.Blocks[i]; b.Level > 0 && len(headline) > 12 && len(b.Text) < 2*len(headline)+60 && 2*int(b.LinkChars) < len(b.Text) && strings.Contains(folded(b.Text), headline) {
			return i
		}
	}
	return -1
}

// farHead is how many blocks from the headline the byline and the date are looked for.
const farHead = 80

// bylineIn looks through a run of blocks: links to authors first, then a line that
// opens as a byline does, then elements that are named as one.
func (in *Input) bylineIn(from, to, head int) *byline {
	var opened, called *byline
	for i := from; i < to; i++ {
		b := &in.Blocks[i]
		if in.Roles[i] == Headline || utf8.RuneCountInString(b.Text) > 250 || in.Doc.Nodes[b.First].Flags&^in.veil()&(page.Hidden|page.InNav|page.InFooter|page.InForm|page.InFigure) != 0 {
			continue
		}
		inByline, refused := in.bylineClass(b.First)
		near := i > head && i <= head+4 && head >= 0
		if refused && !near {
			continue
		}
		if !refused && b.LinkChars > 0 {
			if by := in.linkedAuthors(b.First, b.Last); by != nil && in.writes(i) {
				in.Roles[i] = Byline
				return in.extend(by, i, to)
			}
		}
		if opened == nil && b.Kind != block.Heading && (near || len(b.Text) <= 120) {
			if names := in.openedByline(b.Text, b.First, b.Last, near); names != nil {
				opened = &byline{source: "dom", names: names, sure: true}
				in.Roles[i] = Byline
			}
		}
		if called == nil && opened == nil && (inByline && !refused && (i < head+12 || head < 0) || near && in.Roles[i] == None && in.nameAndDate(b)) {
			if names := in.calledByline(b.First, b.Last); names != nil {
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
func (in *Input) nameAndDate(b *block.Block) bool {
	var texts []string
	for _, s := range in.texts(b.First, b.Last) {
		for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '|' || r == '•' || r == '·' }) {
			if part = strings.TrimSpace(part); part != "" {
				texts = append(texts, part)
			}
		}
	}
	return len(texts) >= 2 && len(texts) <= 4 && looksLikeName(texts[0]) && b.Kind != block.Heading && len(in.findDates(texts[len(texts)-1])) > 0
}

// writes says whether the people that block i names are its writers: neither the
// block itself nor the short one before it says that they only helped.
func (in *Input) writes(i int) bool {
	for k := i; k >= max(0, i-1); k-- {
		text := in.Blocks[k].Text
		if k < i && (utf8.RuneCountInString(text) > 40 || in.Roles[k] == Byline) {
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
func (in *Input) extend(by *byline, i, to int) *byline {
	for i++; i < to && i < len(in.Blocks); i++ {
		b := &in.Blocks[i]
		if utf8.RuneCountInString(b.Text) > 80 {
			break
		}
		more := in.linkedAuthors(b.First, b.Last)
		if more == nil || !in.writes(i) {
			break
		}
		in.Roles[i] = Byline
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
	others      = page.ClassGroup("comment") | page.ClassGroup("related")
	notByline   = others | page.ClassGroup("caption") | page.ClassGroup("gallery") |
		page.ClassGroup("credit") | page.ClassGroup("newsletter") | page.ClassGroup("share")
)

// bylineClass says whether an element around a node is named as a byline, and
// whether one is named as something whose names are not this article's authors.
// Elements that hold the headline, too, say nothing about either.
func (in *Input) bylineClass(i int32) (byline, refused bool) {
	nodes := in.Doc.Nodes
	for k := 0; i > 0 && k < 5 && !(in.shown && i <= in.at && nodes[i].End > in.at); k++ {
		c := nodes[i].Class
		if c.Has(bylineWords) || nodes[i].Atom == atom.Address {
			byline = true
		}
		// What is a byline may stand in a box for credits, but not in a comment.
		refused = refused || !byline && c.Has(notByline) || c.Has(others)
		i = nodes[i].Parent
	}
	return byline, refused
}
