package standfirst

import (
	"strings"

	"copydesk/extract/label"
	"copydesk/extract/page"
)

// openingLetters is the beginning of a text, squeezed: enough to compare by.
func openingLetters(s string) string { return label.Squeezed(s[:min(len(s), 600)]) }

// readDeclared takes the page's descriptions of its article, and how the declared body opens.
func (p *standfirstPage) readDeclared() {
	add := func(s string) {
		s = openingLetters(s)
		if len(s) < 20 {
			return
		}
		for _, have := range p.descriptions {
			if have == s {
				return
			}
		}
		p.descriptions = append(p.descriptions, s)
	}
	for _, name := range [...]string{"og:description", "description", "twitter:description"} {
		add(p.in.Doc.Facts.MetaContent(name))
	}
	if d := p.in.Declared; d != nil {
		for _, t := range []*page.Thing{d.Article, d.Item} {
			if t != nil {
				add(t.Text("description"))
				add(t.Text("alternativeHeadline"))
				if body := t.Text("articleBody"); p.data == "" && body != "" {
					p.data = label.Squeezed(body[:min(len(body), 2500)])
				}
			}
		}
	}
}

// dropCap is how many bytes at a text's beginning a declared description may lack:
// systems that take it from the text lose a first letter set as a drop cap.
const dropCap = 4

// opensWith says whether a text opens with most of a description; both are squeezed.
func opensWith(text, d string) bool {
	at := strings.Index(text[:min(len(text), dropCap+len(d))], d[:len(d)*9/10])
	return at >= 0 && at <= dropCap
}

// agreement compares the block's words with what the page declares.
func (p *standfirstPage) agreement(f []float32, k int) []float32 {
	own := p.opens[k]
	same, holds, opens, elsewhere, sameElsewhere := false, false, false, false, false
	for _, d := range p.descriptions {
		same = same || d == own
		holds = holds || len(own) >= 20 && strings.Contains(d, own)
		opens = opens || opensWith(own, d)
		for j, o := range p.opens {
			if j != k {
				sameElsewhere = sameElsewhere || o == d
				elsewhere = elsewhere || len(o) >= 20 && (strings.HasPrefix(o, d[:len(d)*9/10]) || strings.Contains(d, o))
			}
		}
	}
	head := own[:min(len(own), 60)]
	at := -1
	if p.data != "" && len(head) >= 15 {
		at = strings.Index(p.data, head)
	}
	shared, words := 0, 0
	text := p.in.Blocks[p.candidates[k]].Text
	for w := range strings.FieldsSeq(label.Folded(text[:min(len(text), 300)])) {
		words++
		if p.headline[w] {
			shared++
		}
	}
	copies := 0
	for j, o := range p.opens {
		if j != k && o == own {
			copies++
		}
	}
	return append(f, float32(len(p.descriptions)), fact(same), fact(holds), fact(opens), fact(elsewhere), fact(sameElsewhere),
		fact(p.data != ""), fact(at >= 0 && at < 8), fact(at >= 0), share(shared, words), float32(copies))
}
