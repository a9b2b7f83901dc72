package label

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"copydesk/article"
	"copydesk/extract/block"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// How long a text may be to be read as what.
const (
	longestBadge = 80  // a kicker or badge
	longestLine  = 260 // a byline, date or credit line
	longestNote  = 900 // a note, a disclosure
)

var (
	noteClass = page.ClassGroup("note") | page.ClassGroup("trust") | page.ClassGroup("paywall")
	lineClass = page.ClassGroup("byline") | page.ClassGroup("date") | page.ClassGroup("meta") | page.ClassGroup("credit")
	liveClass = page.ClassGroup("live")
	// aboveOther marks what stands above a text and is not about it.
	aboveOther = page.ClassGroup("nav") | page.ClassGroup("related") | page.ClassGroup("ad") | page.ClassGroup("newsletter") |
		page.ClassGroup("share") | page.ClassGroup("search") | page.ClassGroup("cookie") | page.ClassGroup("comment")
)

// zones goes through the blocks of the article's own part of the page. What a
// block may say depends on where it stands: above the text (kicker, badge,
// byline, date, note), in it (only notes set apart from the prose), or right
// behind it (credit lines, notes).
func (t *truster) zones() {
	in := t.in
	headline, first, last := t.bounds()
	if first < 0 && headline < 0 {
		return
	}
	behind := 0
	for i := range in.Blocks {
		b := &in.Blocks[i]
		if !t.ours(b, i, headline, first, last) {
			continue
		}
		switch {
		case i == headline:
		case first < 0 || i < first:
			t.above(b, i, headline)
		case i <= last:
			t.within(b, i, first, last)
		default: // behind the text
			if behind++; behind <= 16 {
				t.behind(b, i, behind)
			}
		}
	}
	t.footer(last + 1)
}

// bounds gives the blocks of the headline and of the first and the last of the body, -1 for none.
func (t *truster) bounds() (headline, first, last int) {
	headline, first, last = -1, -1, -1
	for i, r := range t.in.Roles {
		switch r {
		case Headline:
			if headline < 0 {
				headline = i
			}
		case Body:
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if headline < 0 {
		for i := range t.in.Blocks {
			if t.in.Blocks[i].Level == 1 && (first < 0 || i < first) {
				headline = i
			}
		}
	}
	return headline, first, last
}

// ours says whether a block can be about this article: shown, and neither in a
// menu nor in a box of other content.
func (t *truster) ours(b *block.Block, i, headline, first, last int) bool {
	nodes := t.in.Doc.Nodes
	n := &nodes[b.First]
	if n.Flags&(page.Hidden|page.NoScript) != 0 && n.Flags&page.Unfoldable == 0 || n.Flags&page.InFooter != 0 && i > last+24 {
		return false
	}
	if t.in.Roles[i] == Caption || t.in.Roles[i] == Related || len(b.Text) > longestNote {
		return false
	}
	if i < headline-14 {
		return false
	}
	line := t.named(b, lineClass) // "author-and-share": the line of names and dates itself
	for at := n.Parent; at > 0; at = nodes[at].Parent {
		if headline >= 0 && t.body.inside(nodes, t.in.Blocks[headline].First, at) || first >= 0 && t.body.inside(nodes, t.in.Blocks[first].First, at) && at <= t.body.text {
			return true
		}
		el := &nodes[at]
		switch {
		case el.Atom == atom.Nav, el.Flags&page.InNav != 0 && at == n.Parent:
			return false
		case el.Class.Has(aboveOther) && !el.Class.Has(noteClass|lineClass) && !line:
			return false
		case el.Atom == atom.Article && i > last && first >= 0: // the next article
			return false
		}
	}
	return true
}

// above reads a block between the page's top and the article's text.
func (t *truster) above(b *block.Block, i, headline int) {
	if len(b.Text) <= longestBadge && (i > headline-7 || t.in.Roles[i] == Kicker) {
		t.badge(b, i)
	}
	if len(b.Text) <= longestLine {
		t.line(b, i, true)
	}
	if i > headline-10 || t.named(b, noteClass) {
		t.note(b, true)
	}
}

// within reads a block in the midst of the text: prose says nothing about
// itself, but a note set apart does, and the first and last lines may.
func (t *truster) within(b *block.Block, i, first, last int) {
	if i == first {
		t.dateline(b)
	}
	apart := t.in.Roles[i] != Body || t.named(b, noteClass) || t.italic(b)
	if t.in.Roles[i] != Body && len(b.Text) <= longestLine && i-first < 12 {
		t.line(b, i, true)
	}
	switch {
	case apart, i == first, i >= last-3:
		t.note(b, apart)
		if i >= last-3 && len(b.Text) <= longestLine {
			t.line(b, i, false)
		}
	}
}

// behind reads a block after the article's text.
func (t *truster) behind(b *block.Block, i, after int) {
	if len(b.Text) <= longestLine {
		t.line(b, i, false)
	}
	if after <= 3 && len(b.Text) <= longestBadge {
		t.wall(b)
	}
	if after > 4 && t.in.Words.Has(b.Text, vocab.Note, vocab.Sponsored) && !t.named(b, noteClass) {
		t.refuse(vocab.Sponsored, b.Text, "dom", "too far behind the text to be about it")
		return
	}
	t.note(b, true)
}

// wall reads the badge that stands where a text for subscribers breaks off.
func (t *truster) wall(b *block.Block) {
	if 2*int(b.LinkChars) > len(b.Text) {
		return
	}
	var room [8]vocab.Hit
	for _, h := range t.in.Words.Find(room[:0], b.Text, vocab.Badge) {
		if h.Kind == vocab.Paywall && h.Whole() && h.To-h.From >= 2 {
			t.add(article.TrustLabel{Kind: string(h.Kind), Label: b.Text, Source: "dom"}, "a badge where the text breaks off")
		}
	}
}

// footer reads the lines at the page's end for press councils and marks of trust.
func (t *truster) footer(from int) {
	for i := max(from, 0); i < len(t.in.Blocks); i++ {
		b := &t.in.Blocks[i]
		if len(b.Text) > longestNote || len(b.Text) < 4 || !t.shown(&t.in.Doc.Nodes[b.First]) {
			continue
		}
		if i < len(t.in.Blocks)-80 && t.in.Doc.Nodes[b.First].Flags&page.InFooter == 0 {
			continue
		}
		var room [8]vocab.Hit
		for _, h := range t.in.Words.Find(room[:0], t.spaced(b), vocab.Note|vocab.Footer) {
			switch h.Kind {
			case vocab.PressCouncil, vocab.TrustProject, vocab.JTI:
				if !t.has(h.Kind) {
					t.add(article.TrustLabel{Kind: string(h.Kind), Label: b.Text, Source: "dom", URL: t.linkIn(b)}, "a line at the page's end")
				}
			}
		}
	}
}

// named says whether an element close around a block is of a group.
func (t *truster) named(b *block.Block, group page.ClassWords) bool {
	nodes := t.in.Doc.Nodes
	for at, up := nodes[b.First].Parent, 0; at > 0 && up < 4 && !t.body.inside(nodes, t.body.first, at); up++ {
		if nodes[at].Class.Has(group) {
			return true
		}
		at = nodes[at].Parent
	}
	return false
}

// italic says whether a block is set in italics as a whole.
func (t *truster) italic(b *block.Block) bool {
	nodes := t.in.Doc.Nodes
	for at := nodes[b.First].Parent; at >= b.Node && at > 0; at = nodes[at].Parent {
		if a := nodes[at].Atom; (a == atom.Em || a == atom.I) && nodes[at].End >= b.Last {
			return true
		}
	}
	return false
}

// badgeKinds are the kinds that a kicker or badge can say.
func badgeKind(k vocab.Kind) bool {
	switch k {
	case vocab.Updated, vocab.Correction, vocab.Policy, vocab.Agency, vocab.Affiliate:
		return false
	}
	return k.Trust()
}

// badge reads a kicker or badge, each part between dividing signs by itself.
func (t *truster) badge(b *block.Block, i int) {
	link := 2*int(b.LinkChars) > len(b.Text)
	nodes := t.in.Doc.Nodes
	if n := &nodes[b.First]; n.Flags&(page.InForm|page.InNav) != 0 && t.in.Roles[i] != Kicker {
		return
	}
	var room [8]vocab.Hit
	for _, h := range t.in.Words.Find(room[:0], b.Text, vocab.Kicker|vocab.Badge) {
		if !badgeKind(h.Kind) {
			continue
		}
		words := b.Text[h.Start:h.End]
		if h.Kind == vocab.Sponsored && h.Whole() && t.in.Roles[i] != Kicker && !t.named(b, kickerClass) && t.in.Words.Has(b.Text, vocab.Line, vocab.Advert) {
			t.refuse(h.Kind, words, "dom", "it marks an advertisement's place")
			continue
		}
		if h.Kind == vocab.Live && (link || !t.named(b, liveClass)) && t.in.Roles[i] != Kicker {
			t.refuse(h.Kind, words, "dom", "the word alone may lead to the live programme")
			continue
		}
		if h.Kind == vocab.Opinion && t.in.Roles[i] != Kicker && !t.named(b, kickerClass) && t.in.Words.Has(b.Text, vocab.Line, vocab.Comments) {
			t.refuse(h.Kind, words, "dom", "it leads to the readers' comments")
			continue
		}
		if link && h.Kind == vocab.Paywall {
			t.refuse(h.Kind, words, "dom", "a link that sells")
			continue
		}
		if link && t.inMenu(i) {
			t.refuse(h.Kind, words, "dom", "one link in a row of links")
			continue
		}
		t.add(article.TrustLabel{Kind: string(h.Kind), Label: b.Text, Source: "dom"}, "a kicker or badge with the article")
	}
}

// inMenu says whether a short link stands in a row of short links: a menu that
// no markup names as one.
func (t *truster) inMenu(i int) bool {
	links := 0
	for k := max(i-2, 0); k <= min(i+2, len(t.in.Blocks)-1); k++ {
		b := &t.in.Blocks[k]
		if k != i && len(b.Text) < 40 && 2*int(b.LinkChars) > len(b.Text) && t.in.Roles[k] == None {
			links++
		}
	}
	return links >= 2
}

// dateline reads the agency that a text's first words name: "PARIS (Reuters) -".
func (t *truster) dateline(b *block.Block) {
	head := b.Text
	if len(head) > 120 {
		head = head[:120]
		for len(head) > 0 && head[len(head)-1]&0xC0 == 0x80 {
			head = head[:len(head)-1]
		}
	}
	var room [8]vocab.Hit
	for _, h := range t.in.Words.Find(room[:0], head, vocab.Byline) {
		words := head[h.Start:h.End]
		if h.Kind != vocab.Agency || h.From > 10 || t.in.Declared.isSite(words) {
			continue
		}
		before, after := strings.TrimRight(head[:h.Start], " "), strings.TrimLeft(head[h.End:], " ")
		bracket := strings.HasSuffix(before, "(") && strings.ContainsAny(after[:min(len(after), 8)], ")") ||
			strings.HasSuffix(before, "（") || strings.HasSuffix(before, "【")
		dash := len(before) < 40 && (strings.HasPrefix(after, "-") || strings.HasPrefix(after, "–") || strings.HasPrefix(after, "—") || strings.HasPrefix(after, "电") || strings.HasPrefix(after, ".-"))
		if bracket || dash && h.From <= 6 {
			t.add(article.TrustLabel{Kind: string(vocab.Agency), Label: strings.Trim(words, "()"), Source: "dom"}, "named in the dateline")
		}
	}
}

// line reads a byline, a date line or a credit line.
func (t *truster) line(b *block.Block, i int, above bool) {
	text := t.spaced(b)
	if t.pictureCredit(b, text) {
		return
	}
	var room [24]vocab.Hit
	hits := t.in.Words.Find(room[:0], text, vocab.Byline|vocab.Date|vocab.Caption)
	for _, h := range hits {
		words := text[h.Start:h.End]
		switch h.Kind {
		case vocab.Credit:
			if above && h.Value == "source" && (t.named(b, lineClass&^classCredit) || hasDigit(text)) && !t.named(b, classCredit) {
				t.source(text, h)
			}
		case vocab.Updated:
			if t.dateLine(b, i, h) {
				t.add(article.TrustLabel{Kind: string(h.Kind), Label: text, Source: "dom"}, "a date line says so")
			}
		case vocab.Agency:
			if t.in.Declared.isSite(words) {
				t.refuse(h.Kind, words, "dom", "the agency's own site")
				continue
			}
			if t.creditsAgency(b, i, h, above) && !partOfHouse(h, hits) {
				t.add(article.TrustLabel{Kind: string(h.Kind), Label: text, Source: "dom"}, "named in a byline or credit line")
			}
		case vocab.Translated, vocab.AI, vocab.Interview, vocab.PressRelease:
			if h.From <= 2 || h.Words <= 14 {
				t.add(article.TrustLabel{Kind: string(h.Kind), Label: text, Source: "dom"}, "a credit line says so")
			}
		}
	}
}

// source reads the publisher that a byline credits the text to: "来源：X", "Source: X".
func (t *truster) source(text string, h vocab.Hit) {
	rest := strings.TrimLeft(text[h.End:], " ")
	name, ok := strings.CutPrefix(rest, ":")
	if !ok {
		if name, ok = strings.CutPrefix(rest, "："); !ok && !strings.HasSuffix(h.Phrase, "：") {
			return
		}
		if !ok {
			name = rest
		}
	}
	if f := strings.Fields(name); len(f) > 0 {
		if isASCII(f[0]) { // a name of several words: up to the next sign
			name, _, _ = strings.Cut(strings.Join(f, " "), "|")
		} else {
			name = f[0]
		}
	} else {
		return
	}
	if name = strings.TrimSpace(name); len(name) < 3 || len(name) > 45 || t.in.Declared.isSite(name) {
		return
	}
	t.add(article.TrustLabel{Kind: string(vocab.Agency), Label: text[h.Start:h.End] + " " + name, Source: "dom"}, "the byline names another source")
}

// partOfHouse says whether an agency's name is a part of a picture house's longer one.
func partOfHouse(h vocab.Hit, hits []vocab.Hit) bool {
	for _, o := range hits {
		if o.Kind == vocab.PhotoHouse && o.From <= h.From && o.To >= h.To && o.To-o.From > h.To-h.From {
			return true
		}
	}
	return false
}

// spaced gives a block's text with a space wherever an element begins or ends:
// lines of names and dates are set in elements side by side, with no space in
// the source between them.
func (t *truster) spaced(b *block.Block) string {
	nodes := t.in.Doc.Nodes
	if b.Last-b.First <= 1 {
		return b.Text
	}
	var out strings.Builder
	for at := b.First; at < b.Last; at++ {
		if n := &nodes[at]; n.Type == html.TextNode && n.Flags&page.Hidden == 0 {
			out.WriteString(n.Data)
			out.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

// pictureCredit says whether a line names who made a picture: it stands in a
// figure, or a word for pictures or rights opens it.
func (t *truster) pictureCredit(b *block.Block, text string) bool {
	if b.Figure >= 0 || strings.Contains(text, "©") || strings.Contains(text, "opyright") {
		return true
	}
	if !opensCredit(t.in.Words, text) {
		return false
	}
	var room [8]vocab.Hit
	for _, h := range t.in.Words.Find(room[:0], text, vocab.Caption) {
		if h.From == 0 && h.Value == "source" { // "Quelle: dpa" under a text is the text's
			return false
		}
	}
	return true
}

// dateLine says whether a word for updating stands in a line about the article's
// date: the line is short, or named as a date, and holds a number.
func (t *truster) dateLine(b *block.Block, i int, h vocab.Hit) bool {
	if (t.in.Roles[i] == Body || t.in.Roles[i] == Standfirst) && h.From > 0 || h.Words > 30 {
		return false
	}
	if t.in.Roles[i] == Byline || t.in.Roles[i] == Date || t.named(b, lineClass) {
		return hasDigit(b.Text) || h.Words <= 8 || len(b.Text) < 60
	}
	return (hasDigit(b.Text) || h.Words <= 6) && h.Words <= 30 && 2*int(b.LinkChars) <= len(b.Text)
}

// creditsAgency says whether an agency is named as the text's source.
func (t *truster) creditsAgency(b *block.Block, i int, h vocab.Hit, above bool) bool {
	if t.in.Roles[i] == Byline {
		return true
	}
	if h.Words > 24 || 2*int(b.LinkChars) > len(b.Text) && h.Words > 6 {
		return false
	}
	short := h.Words-(h.To-h.From) <= 5
	if above {
		return (t.named(b, lineClass) || h.From == 0 && short && t.in.Roles[i] != Standfirst && t.in.Roles[i] != Kicker) && h.Words <= 16
	}
	if h.To-h.From >= 3 && h.From == 0 { // "With reports from …"
		return h.Words-(h.To-h.From) <= 12
	}
	return h.Words-(h.To-h.From) <= 3 || t.named(b, page.ClassGroup("credit")) && h.Words <= 12
}

// note reads a note, a disclosure or a notice. In a paragraph that nothing
// sets apart from the prose, the words must open it or be a long phrase.
func (t *truster) note(b *block.Block, apart bool) {
	var room [16]vocab.Hit
	for _, h := range t.in.Words.Find(room[:0], b.Text, vocab.Note) {
		if h.Kind == vocab.Policy || h.Kind == vocab.Live || !h.Kind.Trust() {
			continue
		}
		words := b.Text[h.Start:h.End]
		if !weighty(h, b.Text) || !apart && (h.From > 4 && h.To-h.From < 5 || quoted(b.Text, h)) {
			t.refuse(h.Kind, words, "dom", "a word in a sentence, not a note that says so")
			continue
		}
		if 2*int(b.LinkChars) > len(b.Text) && h.Kind != vocab.TrustProject && h.Kind != vocab.PressCouncil && h.Kind != vocab.JTI && !strings.HasPrefix(h.Phrase, "^") {
			t.refuse(h.Kind, words, "dom", "a link to something else")
			continue
		}
		if h.Kind == vocab.AI && t.in.Words.Has(b.Text, vocab.Note, vocab.Voice) {
			t.refuse(h.Kind, words, "dom", "a voice that reads aloud")
			continue
		}
		if !t.says(b, h) {
			t.refuse(h.Kind, words, "dom", "named in passing")
			continue
		}
		if h.Kind == vocab.Agency && (t.in.Declared.isSite(words) || h.Words > 40) {
			continue
		}
		if h.Kind == vocab.Updated && (h.Words > 60 || h.To-h.From == 1 && !strings.HasPrefix(strings.TrimLeft(b.Text[h.End:], " "), ":") && h.Words > 12) {
			continue // "Updated by-laws would …"
		}
		shown := b.Text
		if h.Kind == vocab.TrustProject {
			shown = t.withLogo(b)
		}
		t.add(article.TrustLabel{Kind: string(h.Kind), Label: shown, Source: "dom", URL: t.linkIn(b)}, "a note says so: "+words)
	}
}

// says whether a note's words are about this article: two words far inside a
// text, a heading about AI and a bare "Corrections" are not.
func (t *truster) says(b *block.Block, h vocab.Hit) bool {
	switch {
	case h.Kind == vocab.Correction && h.Words < 4:
		return false
	case h.Kind == vocab.AI && (b.Level > 0 || h.Words > 60):
		return false
	}
	return h.To-h.From > 2 || h.From <= 4 || h.Words <= 14 || h.Kind == vocab.TrustProject || h.Kind == vocab.JTI || h.Kind == vocab.PressCouncil
}

// weighty says whether a hit in a note is a phrase or opens the note: one word
// somewhere in a sentence says nothing.
func weighty(h vocab.Hit, text string) bool {
	rest := strings.TrimLeft(text[h.End:], " ")
	switch {
	case strings.HasPrefix(h.Phrase, "^"), h.Kind == vocab.TrustProject, h.Kind == vocab.JTI:
		return true
	case h.From == 0 && (strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, "】")):
		return h.Kind == vocab.Correction || h.Kind == vocab.Translated
	case h.Kind == vocab.Affiliate && h.End-h.Start >= 14:
		return true
	case h.To-h.From == 1, h.End-h.Start < 9:
		return false
	}
	return h.To-h.From >= 3 || h.End-h.Start >= 12
}

// quoted says whether a hit stands in quotation marks: somebody's words, not the page's.
func quoted(text string, h vocab.Hit) bool {
	const marks = "\"“„”«»‘‚「『‹›"
	from, to := max(0, h.Start-80), min(len(text), h.End+80)
	before := strings.LastIndexAny(text[from:h.Start], marks+".!?")
	return before >= 0 && !strings.ContainsAny(text[from+before:from+before+1], ".!?") && strings.ContainsAny(text[h.End:to], marks+"’」』")
}

// linkIn gives the address of the first link in a block, or "".
func (t *truster) linkIn(b *block.Block) string {
	if b.LinkChars == 0 {
		return ""
	}
	nodes := t.in.Doc.Nodes
	for at := b.First; at < b.Last; at++ {
		for up := nodes[at].Parent; up > b.Node; up = nodes[up].Parent {
			if nodes[up].Atom == atom.A {
				return t.in.resolve(attr(&nodes[up], "href"))
			}
		}
	}
	return ""
}
