package dump

import (
	"slices"

	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/extract/label/trust"
	"copydesk/extract/vocab"
)

// The most related links that are kept, and the lines behind the body in which they are looked for.
const (
	mostRelated   = 30
	relatedBehind = 25
)

// related takes the links to other articles that stand between the headline
// and the body, inside the body and right behind it: list items of several
// words, and lines under a heading such as "Read more". A site's menus are
// items, too, but of one or two words.
func (r *reader) related() {
	first, last := r.bodyEnds()
	if first < 0 {
		return
	}
	under := false
	for i := r.headline + 1; i < min(len(r.lines), last+relatedBehind) && len(r.article.Related) < mostRelated; i++ {
		l := &r.lines[i]
		if l.m[mCueFirst+int(cueRelated)] >= 0.75 && l.m[mTokens] <= logOf(6) {
			under = true
			continue
		}
		if r.roles[i] != label.None {
			under = under && r.roles[i] != label.Body
			continue
		}
		if l.isFurniture() || isDate(l) || l.hits.first[cueByline] || l.m[mCopyright] > 0 {
			if i > last {
				under = false
			}
			continue
		}
		if !l.bullet && !under || len(l.text) < 18 || l.m[mTokens] < logOf(4) && l.m[mSpaceless] == 0 || l.m[mProse] > 0 && !l.bullet {
			continue
		}
		r.roles[i] = label.Related
		r.article.Related = append(r.article.Related, article.Related{Title: l.text})
	}
}

// bodyEnds gives the first and the last line of the body; -1 where there is none.
func (r *reader) bodyEnds() (first, last int) {
	first, last = -1, -1
	for i, role := range r.roles {
		if role == label.Body {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}

// trustLines is how far behind the body a trust label may stand.
const trustLines = 12

// trust reads what the lines around the body say about how far to trust it. A
// box is often broken over lines, so each is read together with the next one.
// Lines of the body are left alone: a word in prose is no label.
func (r *reader) trust() {
	first, last := r.bodyEnds()
	if first < 0 {
		return
	}
	for i := max(0, r.headline-headBefore); i < min(len(r.lines), last+trustLines); i++ {
		switch r.roles[i] {
		case label.Kicker:
			r.addTrust(trust.In(r.in, r.lines[i].text, vocab.Kicker|vocab.Badge))
		case label.Byline, label.Date:
			r.addTrust(trust.In(r.in, r.lines[i].text, vocab.Byline|vocab.Date))
		case label.None:
			if r.addTrust(r.ofArticle(i, trust.In(r.in, r.note(i), vocab.Note))) {
				r.roles[i] = label.Note
				continue
			}
			if r.lines[i].bullet || r.lines[i].m[mTokens] > logOf(6) {
				continue
			}
			if i > r.headline && i < first {
				r.addTrust(trust.In(r.in, r.lines[i].text, vocab.Date))
			}
			r.addTrust(r.ownBadges(i))
		}
	}
}

// note gives the text of line i, with the next line where both are short: a box
// that says one thing on two lines.
func (r *reader) note(i int) string {
	text := r.lines[i].text
	if i+1 < len(r.lines) && r.roles[i+1] == label.None && len(text)+len(r.lines[i+1].text) < 120 {
		return text + " " + r.lines[i+1].text
	}
	return text
}

// addTrust keeps one label a kind.
func (r *reader) addTrust(labels []article.TrustLabel) (added bool) {
	for _, l := range labels {
		if slices.ContainsFunc(r.article.TrustLabels, func(t article.TrustLabel) bool { return t.Kind == l.Kind }) {
			continue
		}
		r.article.TrustLabels = append(r.article.TrustLabels, l)
		r.trace.Add(label.Choice{Field: "trust_labels", Value: l.Kind, Source: "text", Why: l.Label})
		added = true
	}
	return added
}
