package trust

import (
	"strings"

	"golang.org/x/net/html"

	"copydesk/article"
	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/label/captions"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

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
		if h.Kind != vocab.Agency || h.From > 10 || t.in.Declared.IsSite(words) {
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
			if above && h.Value == "source" && (t.named(b, lineClass&^creditMarks) || label.HasDigit(text)) && !t.named(b, creditMarks) {
				t.source(text, h)
			}
		case vocab.Updated:
			if isOrder(text, h) {
				t.refuse(h.Kind, words, "dom", "it tells the reader to update something")
			} else if t.dateLine(b, i, h) {
				t.add(article.TrustLabel{Kind: string(h.Kind), Label: text, Source: "dom"}, "a date line says so")
			}
		case vocab.Agency:
			if t.in.Declared.IsSite(words) {
				t.refuse(h.Kind, words, "dom", "the agency's own site")
				continue
			}
			if t.creditsAgency(b, i, h, above) && !partOfHouse(h, hits) {
				t.add(article.TrustLabel{Kind: string(h.Kind), Label: text, Source: "dom"}, "named in a byline or credit line")
			}
		case vocab.Translated, vocab.AI, vocab.Interview, vocab.PressRelease:
			if h.Kind == vocab.PressRelease && h.From > 0 && strings.Contains(text, "@") {
				t.refuse(h.Kind, words, "dom", "it tells where to send them")
			} else if t.passing(b, i, h) {
				t.refuse(h.Kind, words, "dom", "the text speaks of it, not of itself")
			} else if h.From <= 2 || h.Words <= fewWords {
				t.add(article.TrustLabel{Kind: string(h.Kind), Label: text, Source: "dom"}, "a credit line says so")
			}
		}
	}
}

// passing says whether a line that is heading, standfirst or prose only mentions
// what a credit line would say.
func (t *truster) passing(b *block.Block, i int, h vocab.Hit) bool {
	prose := t.in.Roles[i] == label.Body && !t.italic(b) && !t.named(b, noteClass)
	most := 0 // words before the hit that prose may have
	if h.Kind == vocab.Interview {
		most = 3 // "Jo Marr conducted the interview"
	}
	if h.Kind == vocab.AI && !prose && !terse(h) && t.in.Roles[i] != label.Byline && !t.named(b, noteClass|lineClass) {
		prose = true
	}
	opens := h.From <= most && (h.Kind != vocab.AI || terse(h) || disclosesAI(b.Text, h))
	if h.Kind == vocab.Interview && (!prose || opens) || b.Level == 0 && t.in.Roles[i] != label.Standfirst && (!prose || opens || h.Words <= 6) {
		return false
	}
	return !t.in.Words.Has(b.Text, vocab.Note, vocab.Self)
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
		if label.IsASCII(f[0]) { // a name of several words: up to the next sign
			name, _, _ = strings.Cut(strings.Join(f, " "), "|")
		} else {
			name = f[0]
		}
	} else {
		return
	}
	if name = strings.TrimSpace(name); len(name) < 3 || len(name) > 45 || t.in.Declared.IsSite(name) {
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
	if !captions.OpensCredit(t.in.Words, text) {
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
	if (t.in.Roles[i] == label.Body || t.in.Roles[i] == label.Standfirst) && h.From > 0 || h.Words > 30 {
		return false
	}
	if t.in.Roles[i] == label.Byline || t.in.Roles[i] == label.Date || t.named(b, lineClass) {
		return label.HasDigit(b.Text) || h.Words <= 8 || len(b.Text) < 60
	}
	return (label.HasDigit(b.Text) || h.Words <= 6) && h.Words <= 30 && 2*int(b.LinkChars) <= len(b.Text)
}

// isOrder says whether a word that may open an order ("Update your browser") does so
// rather than open a note: a word in small letters follows it, where a note has a
// sign, a date or a time. What says that something was done ("Updated …") is no order.
func isOrder(text string, h vocab.Hit) bool {
	rest, spaced := strings.CutPrefix(text[h.End:], " ")
	return spaced && rest != "" && rest[0] >= 'a' && rest[0] <= 'z' && h.Value == "order" && !label.HasDigit(rest)
}

// creditsAgency says whether an agency is named as the text's source.
func (t *truster) creditsAgency(b *block.Block, i int, h vocab.Hit, above bool) bool {
	if t.in.Roles[i] == label.Byline {
		return true
	}
	if h.Words > 24 || 2*int(b.LinkChars) > len(b.Text) && h.Words > 6 {
		return false
	}
	others := h.Words - (h.To - h.From)
	if 2*int(b.LinkChars) > len(b.Text) && others > 1 && !t.named(b, lineClass) { // "View the … guide" leads somewhere
		return false
	}
	short := others <= 5
	if above {
		return (t.named(b, lineClass) || h.From == 0 && short && t.in.Roles[i] != label.Standfirst && t.in.Roles[i] != label.Kicker) && h.Words <= 16
	}
	if h.To-h.From >= 3 && h.From == 0 { // "With reports from …"
		return h.Words-(h.To-h.From) <= 12
	}
	return h.Words-(h.To-h.From) <= 3 || t.named(b, page.ClassGroup("credit")) && h.Words <= 12
}
