package trust

import (
	"strings"

	"golang.org/x/net/html/atom"

	"copydesk/article"
	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

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
		text := t.spaced(b)
		for _, h := range t.in.Words.Find(room[:0], text, vocab.Note|vocab.Footer) {
			switch h.Kind {
			case vocab.PressCouncil, vocab.TrustProject, vocab.JTI:
				if !t.has(h.Kind) {
					t.add(article.TrustLabel{Kind: string(h.Kind), Label: clause(text, h), Source: "dom", URL: t.linkIn(b)}, "a line at the page's end")
				}
			}
		}
	}
}

// clause gives the part of a line that a hit stands in, where the line is a row
// of things parted by bars or dots, or several sentences.
func clause(text string, h vocab.Hit) string {
	from, to := 0, len(text)
	for _, sep := range [...]string{" | ", " · ", " • ", " – ", ". ", "; ", "。"} {
		if i := strings.LastIndex(text[:h.Start], sep); i >= 0 {
			from = max(from, i+len(sep))
		}
		if i := strings.Index(text[h.End:to], sep); i >= 0 {
			to = h.End + i
			if sep == ". " || sep == "。" {
				to += len(strings.TrimRight(sep, " "))
			}
		}
	}
	return strings.TrimSpace(text[from:to])
}

// note reads a note, a disclosure or a notice. In a paragraph that nothing
// sets apart from the prose, the words must open it or be a long phrase.
func (t *truster) note(b *block.Block, i int, apart bool) {
	var room [16]vocab.Hit
	for _, h := range t.in.Words.Find(room[:0], b.Text, vocab.Note) {
		if h.Kind == vocab.Policy || h.Kind == vocab.Live || !h.Kind.Trust() {
			continue
		}
		words := b.Text[h.Start:h.End]
		if !corrects(b.Text, h) {
			t.refuse(h.Kind, words, "dom", "it is a title or speech, not a note of the editors")
			continue
		}
		long := h.To-h.From >= 5 || h.Kind == vocab.Affiliate && h.To-h.From >= 3
		if !weighty(h, b.Text) || !apart && (h.From > 4 && !long || quoted(b.Text, h)) {
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
		if why := t.elsewhere(b, i, h, apart); why != "" {
			t.refuse(h.Kind, words, "dom", why)
			continue
		}
		if h.Kind == vocab.Agency && (t.in.Declared.IsSite(words) || h.Words > 40) {
			continue
		}
		if h.Kind == vocab.Updated && (isOrder(b.Text, h) || h.Words > 60 || h.To-h.From == 1 && !strings.HasPrefix(strings.TrimLeft(b.Text[h.End:], " "), ":") && h.Words > 12) {
			continue // "Updated by-laws would …"
		}
		shown := b.Text
		switch {
		case h.Kind == vocab.TrustProject:
			shown = t.withLogo(b)
		case h.Kind == vocab.PressCouncil && t.in.Doc.Nodes[b.First].Flags&page.InFooter != 0:
			shown = clause(b.Text, h)
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

// elsewhere says why a hit speaks of something other than this article, or "".
// Prose, a standfirst and a subhead may tell of AI, of a translation or of a press
// release: they count where they point at the page itself ("this summary"), or
// are set apart as a note of few words.
func (t *truster) elsewhere(b *block.Block, i int, h vocab.Hit, apart bool) string {
	switch h.Kind {
	case vocab.Affiliate:
		if t.in.Doc.Nodes[b.First].Flags&page.InFooter != 0 {
			return "a sentence of the site's footer"
		}
		return ""
	case vocab.AI, vocab.Translated, vocab.PressRelease:
	default:
		return ""
	}
	role := t.in.Roles[i]
	if role != label.Standfirst && b.Level == 0 {
		if apart && (terse(h) || t.in.Roles[i] == label.Byline || t.named(b, noteClass|lineClass)) || h.From == 0 && (h.Kind != vocab.AI || disclosesAI(b.Text, h)) {
			return ""
		}
	}
	if t.in.Words.Has(b.Text, vocab.Note, vocab.Self) {
		return ""
	}
	return "the text speaks of it, not of itself"
}

// disclosesAI says whether a text opens as a disclosure of AI does. In speech, and
// before a comma ("With the help of AI, there are many ways to …"), the same
// words open a sentence on something else.
func disclosesAI(text string, h vocab.Hit) bool {
	return strings.HasPrefix(h.Phrase, "^") && !opensQuoted(text, h) && !strings.HasPrefix(text[h.End:], ",")
}

// terse says whether a text has few words beside the hit's own: a note, not a sentence that tells something.
func terse(h vocab.Hit) bool {
	return h.Words <= fewWords && (h.Kind != vocab.AI || h.Words-(h.To-h.From) <= 5)
}

// fewWords is as many words as a note of one clause has.
const fewWords = 14

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

// quoteMarks are the signs that open speech and titles.
const quoteMarks = "\"“„”«»‘‚「『‹›"

// opensQuoted says whether a quotation mark stands before a hit.
func opensQuoted(text string, h vocab.Hit) bool {
	return strings.ContainsAny(text[:h.Start], quoteMarks)
}

// quoted says whether a hit stands in quotation marks: somebody's words, not the page's.
func quoted(text string, h vocab.Hit) bool {
	from, to := max(0, h.Start-80), min(len(text), h.End+80)
	before := strings.LastIndexAny(text[from:h.Start], quoteMarks+".!?")
	return before >= 0 && !strings.ContainsAny(text[from+before:from+before+1], ".!?") && strings.ContainsAny(text[h.End:to], quoteMarks+"’」』")
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
				return t.in.Resolve(nodes[up].Attribute("href"))
			}
		}
	}
	return ""
}
