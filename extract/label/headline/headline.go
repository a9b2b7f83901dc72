// Package headline chooses the headline from what the page shows and declares,
// and finds the kicker over it.
package headline

import (
	"strings"

	"copydesk/extract/label"
)

// title is one place where the page gives its headline.
type title struct {
	text   string
	fold   string
	source string
	weight float64 // how far the place is to be believed when h1 elements are compared with it
	whole  string  // folded as it is declared, before anything was cut off
}

// headlineReader weighs the headlines that a page shows against those that it declares.
type headlineReader struct {
	in       *label.Input
	declared []title
	shown    []shownTitle
	refused  []label.Refusal
}

// shownTitle is one h1 of the page.
type shownTitle struct {
	node   int32
	text   string
	fold   string
	kicker string  // the words that stood before it in an element of their own
	agrees float64 // likeness with the declared titles, 0 to 1
	out    bool    // in the page's header, a menu, the footer, or hidden
}

// Find decides the headline and the kicker that is set in the same element.
// Of the h1 elements that one counts which the declared titles agree with: it
// holds the words that the reader sees. Where none does, the page's name stands in
// h1, or there is none, and the declared titles vote.
// The blocks that show it get the role.
func Find(in *label.Input) (headline, kicker string) {
	r := &headlineReader{in: in}
	r.readDeclared()
	r.untail()
	r.readShown()
	headline, kicker, node := r.decide()
	in.Headline = label.Folded(headline)
	if in.HeadlineShown = node >= 0; in.HeadlineShown {
		in.HeadlineNode = node
		in.KickerInside = kicker
		giveHeadline(in, node)
		if kicker == "" {
			kicker = kickerOver(in, node)
		}
	}
	return headline, kicker
}

// giveHeadline gives the role to the blocks inside an element. An h1 that was never
// closed holds the whole page: what is much longer than the headline is not it.
func giveHeadline(in *label.Input, node int32) {
	end := in.Doc.Nodes[node].End
	sum, most := 0, 3*len(in.Headline)+200
	for i := range in.Blocks {
		if b := &in.Blocks[i]; b.First >= node && b.First < end && in.Roles[i] == label.None {
			if sum += len(b.Text); sum > most {
				return
			}
			in.Roles[i] = label.Headline
		}
	}
}

func (r *headlineReader) refuse(text, source, why string) {
	if r.in.Trace.On() {
		r.refused = append(r.refused, label.Refusal{Value: text, Source: source, Why: why})
	}
}

func (r *headlineReader) decide() (headline, kicker string, node int32) {
	best := r.bestShown()
	if best == nil || best.out || best.agrees < 0.7 && r.support(best.fold) < 2 {
		if h, t := r.shownElsewhere(best); t != nil {
			return r.take(h.text, h.kicker, h.node, "dom", "a heading shows what is declared as "+t.source)
		}
	}
	if best != nil {
		if t := r.against(best); t != nil {
			r.refuse(best.text, "h1", "all that the page declares says otherwise")
			return r.take(t.text, "", -1, t.source, "the declared titles agree against h1")
		}
		return r.take(best.text, best.kicker, best.node, "dom", "h1")
	}
	if t := r.vote(); t != nil {
		if len(r.declared) == 1 && t.source == "title" { // nothing to tell the site's name by but its length
			for _, sep := range separators[:7] {
				if i := strings.LastIndex(t.text, sep); i > 0 && len(label.Terms(label.Folded(t.text[i+len(sep):]))) <= 3 && len(label.Terms(label.Folded(t.text[:i]))) >= 3 {
					t.text = strings.TrimSpace(t.text[:i])
					break
				}
			}
		}
		return r.take(t.text, "", -1, t.source, "no h1 shows a headline")
	}
	if len(r.shown) > 0 {
		return r.take(r.shown[0].text, r.shown[0].kicker, r.shown[0].node, "dom", "h1, nothing else")
	}
	return "", "", -1
}

// support is the weight of the declared titles that have exactly these words.
func (r *headlineReader) support(fold string) (sum float64) {
	for i := range r.declared {
		if r.declared[i].fold == fold {
			sum += r.declared[i].weight
		}
	}
	return sum
}

func (r *headlineReader) take(text, kicker string, node int32, source, why string) (string, string, int32) {
	text, badge, _ := r.in.BadgeBeside(text)
	if kicker == "" {
		kicker = badge
	}
	if r.in.Trace.On() {
		r.in.Trace.Add(label.Choice{Field: "headline", Value: text, Source: source, Why: why, Refused: r.refused})
	}
	return text, kicker, node
}

// bestShown gives the h1 that is the headline, or nil.
func (r *headlineReader) bestShown() *shownTitle {
	var best *shownTitle
	top := 0.0
	for i := range r.shown {
		h := &r.shown[i]
		score := h.agrees
		if h.out {
			score -= 0.3
		}
		if best == nil || score > top {
			best, top = h, score
		}
	}
	if best == nil || top >= 0.45 {
		return best
	}
	// An only h1 outside the page's header may word the story otherwise than the
	// titles for search engines do; a word or two is a section's name.
	if n := len(label.Terms(best.fold)); n >= 4 && top > 0.1 || n >= 6 && top >= 0 && len(r.shown) == 1 {
		return best
	}
	if r.onlyNamesSite(best) {
		return best
	}
	r.refuse(best.text, "h1", "no declared title agrees")
	return nil
}

// against gives the title that three independent places declare word for word
// where h1 has other words, and no place has them with it.
func (r *headlineReader) against(h *shownTitle) *title {
	var votes [4]int
	for i := range r.declared {
		if r.declared[i].whole == h.fold && !h.out {
			return nil
		}
	}
	for i := range r.declared {
		t := &r.declared[i]
		if t.weight < 1 || t.fold == h.fold {
			continue
		}
		if l := label.Likeness(t.fold, h.fold); l < 0.75 && (l > 0 || len(label.Terms(h.fold)) > 3) {
			continue // another wording, which is what the reader sees
		}
		for j := range r.declared {
			if r.declared[j].weight == 1 && r.declared[j].fold == t.fold {
				votes[min(i, 3)]++
			}
		}
		if votes[min(i, 3)] >= 3 {
			return t
		}
	}
	return nil
}

// vote gives the declared title that most places agree on.
func (r *headlineReader) vote() *title {
	var best *title
	top := 0.0
	for i := range r.declared {
		t := &r.declared[i]
		score := 0.0
		for j := range r.declared {
			o := &r.declared[j]
			switch {
			case o.fold == t.fold:
				score += o.weight
			}
		}
		if score > top {
			best, top = t, score
		}
	}
	return best
}
