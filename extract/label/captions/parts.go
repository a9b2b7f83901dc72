package captions

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"copydesk/extract/label"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// part is a stretch of a caption's words that one element holds.
type part struct {
	text   string
	el     int32 // the element around the words
	apart  bool  // something of block level, a rule or a line break stands before it
	credit bool  // an element around it is named as a credit
	unseen bool  // only screen readers get it: "Image source, "
}

// classHide marks elements for screen readers; classNoise marks what stands in captions and is none.
var (
	classHide   = page.ClassGroup("hide")
	classButton = page.ClassGroup("button") | page.ClassGroup("share")
)

// parts takes the words from first to last apart at their elements.
func (f *captionFinder) parts(first, last int32) []part {
	var out []part
	apart := false
	for i := first; i < last; i++ {
		n := &f.nodes[i]
		if n.Type == html.TextNode {
			if strings.TrimSpace(n.Data) == "" {
				if len(out) > 0 {
					out[len(out)-1].text += " "
				}
				continue
			}
			if n.Flags&page.Hidden != 0 && f.nodes[first].Flags&page.Hidden == 0 {
				continue
			}
			p := part{text: n.Data, el: n.Parent, apart: apart}
			for at := n.Parent; at >= first; at = f.nodes[at].Parent {
				el := &f.nodes[at]
				p.credit = p.credit || f.creditElement(at, first)
				p.unseen = p.unseen || el.Class.Has(classHide) && f.nodes[first].Class&classHide == 0
			}
			out = append(out, p)
			apart = false
			continue
		}
		switch n.Atom {
		case atom.Script, atom.Style, atom.Noscript, atom.Svg, atom.Button, atom.Template, atom.Select:
			i = n.End - 1
			apart = true
		case atom.Br, atom.Div, atom.P, atom.Li, atom.Hr, atom.Figcaption, atom.Section, atom.Dd, atom.Dt:
			apart = true
		default:
			if n.Class.Has(classButton) && n.Atom == atom.A && n.End-i < 6 {
				i = n.End - 1
			}
		}
	}
	return out
}

// creditElement says whether an element names what it holds a credit. The
// element that holds the whole caption says nothing.
func (f *captionFinder) creditElement(at, first int32) bool {
	n := &f.nodes[at]
	if at == first {
		return false
	}
	if n.Class.Has(classCredit) && !n.Class.Has(classCaption) {
		return true
	}
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "itemprop":
			switch a.Val {
			case "copyrightHolder", "creditText", "creator", "author", "copyrightNotice", "contributor":
				return true
			}
		case "class", "data-testid", "id":
			if strings.Contains(a.Val, "redit") || strings.Contains(a.Val, "opyright") || strings.Contains(a.Val, "hotographer") {
				return true
			}
		}
	}
	return false
}

// join gives parts as one text, white space folded.
func join(parts []part) string {
	var b strings.Builder
	for _, p := range parts {
		if p.apart {
			b.WriteByte(' ')
		}
		b.WriteString(p.text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// joinNames joins the elements of a credit; where nothing parts two of them, a slash does.
func joinNames(parts []part) string {
	var b strings.Builder
	last := byte(' ')
	for i, p := range parts {
		p.text = strings.ReplaceAll(p.text, "\u00a0", " ")
		if p.text == "" {
			continue
		}
		if i > 0 && p.el != parts[i-1].el && last != ' ' && last != '/' && last != '(' && !strings.ContainsAny(p.text[:1], " /|,()-:\n") {
			b.WriteByte('/')
		}
		b.WriteString(p.text)
		if last = p.text[len(p.text)-1]; last == '\n' || last == '\t' || last == ':' || last == '|' || last == ',' || last == '-' {
			last = ' '
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// part tells a caption's text from its credit: by the elements that name a
// credit, then by an element of its own that reads like one, then by the words.
func (f *captionFinder) part(parts, extra []part) (text, credit string) {
	w := f.in.Words
	parts = f.dropLabels(parts)
	var texts, credits []part
	for _, p := range parts {
		if p.credit {
			credits = append(credits, p)
		} else {
			texts = append(texts, p)
		}
	}
	if len(credits) > 0 && len(texts) == 0 {
		// One element, named for the credit, holds both.
		text, credit, ok := PartCredit(w, join(credits))
		if !ok && !looksLikeCredit(w, text) && len(text) > 60 {
			return text, ""
		}
		if !ok {
			return "", cleanCredit(w, text)
		}
		return text, credit
	}
	if len(credits) > 0 {
		text := strings.TrimRight(join(texts), " |·•/–—-(")
		t, c, ok := PartCredit(w, text)
		if ok && t == "" {
			return "", cleanCredit(w, join(parts))
		}
		credit = cleanCredit(w, joinNames(credits))
		if ok && looksLikeCredit(w, c) {
			text = t
			if !strings.Contains(credit, c) {
				credit = c + " " + credit
			}
		}
		if isCue(w, text) {
			return "", credit
		}
		return strings.TrimSpace(trimCue(w, text)), credit
	}
	if len(extra) > 0 {
		text, credit, _ = PartCredit(w, join(texts))
		if c := f.extraCredit(extra); c != "" && credit == "" {
			credit = c
		}
		if credit != "" {
			return text, credit
		}
	}
	if i := f.creditFrom(texts); i >= 0 {
		text, credit = join(texts[:i]), cleanCredit(w, joinNames(texts[i:]))
		if t, _, ok := PartCredit(w, text); ok && t != "" && strings.HasPrefix(text, t) && isCue(w, text[len(t):]) {
			text = t
		}
		return strings.TrimRight(text, " |·•/–—("), credit
	}
	text, credit, _ = PartCredit(w, join(texts))
	return text, credit
}

// dropLabels leaves out what names the parts for screen readers ("Image
// caption, "), counters ("1 of 12") and what the reader can press.
func (f *captionFinder) dropLabels(parts []part) []part {
	out := parts[:0:0]
	for i, p := range parts {
		text := strings.TrimSpace(p.text)
		if p.unseen && len(text) < 40 && len(parts) > 1 && (i+1 < len(parts) || len(out) > 0) || label.IsCounter(text) || len(parts) > 1 && f.furniture(text) {
			continue
		}
		if len(out) == 0 {
			p.text = trimCounter(p.text)
		}
		out = append(out, p)
	}
	return out
}

// furniture says whether a word for the reader to press is all there is.
func (f *captionFinder) furniture(text string) bool {
	if len(text) > 60 {
		return false
	}
	var room [8]vocab.Hit
	for _, h := range f.in.Words.Find(room[:0], text, vocab.Line) {
		if h.Whole() && !h.Kind.Trust() {
			return true
		}
	}
	return false
}

// trimCounter takes "[1/5]" and "1 of 12 |" off the front of a caption.
func trimCounter(s string) string {
	t := strings.TrimLeft(s, " \n\t")
	end := strings.IndexAny(t, "]|")
	if end <= 0 || end > 12 || t[0] != '[' && (t[0] < '0' || t[0] > '9') || !label.HasDigit(t[:end]) {
		return s
	}
	return t[end+1:]
}

// creditFrom gives the first of the last parts that stand in an element of their own and
// read like a credit, or -1.
func (f *captionFinder) creditFrom(parts []part) int {
	w := f.in.Words
	for i := len(parts) - 1; i > 0 && i >= len(parts)-5; i-- {
		if parts[i].el == parts[i-1].el && !parts[i].apart {
			continue
		}
		tail := join(parts[i:])
		if len(tail) > 140 {
			return -1
		}
		before := strings.TrimSpace(join(parts[:i]))
		switch {
		case OpensCredit(w, tail), looksLikeCredit(w, tail) && len(tail) <= 90:
			return i
		case nameShaped(tail) && endsSentence(before) && len(tail) <= 60:
			return i
		case nameShaped(tail) && parts[i].apart && len(tail) <= 40 && len(before) >= 2*len(tail):
			return i // a line of its own under the words
		}
	}
	return -1
}

// extraCredit gives the credit among the words that share the figure with a caption, or "".
func (f *captionFinder) extraCredit(extra []part) string {
	w := f.in.Words
	var named []part
	for _, p := range extra {
		if p.credit {
			named = append(named, p)
		}
	}
	for _, parts := range [...][]part{named, extra} {
		s := join(f.dropLabels(parts))
		if s == "" || len(s) > longestCredit {
			continue
		}
		if len(named) > 0 || OpensCredit(w, s) || looksLikeCredit(w, s) || nameShaped(s) {
			return cleanCredit(w, s)
		}
	}
	return ""
}

func endsSentence(s string) bool {
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ".”") ||
		strings.HasSuffix(s, ".\"") || strings.HasSuffix(s, "。") || strings.HasSuffix(s, "।") || strings.HasSuffix(s, ".)") || strings.HasSuffix(s, "|")
}
