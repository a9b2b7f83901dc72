package dump

import (
	"copydesk/article"
	"copydesk/extract/label"
)

// body builds the body of the lines that were taken for it: items that follow
// each other make one list, lines that look like subheads headings.
func (r *reader) body() {
	a, subhead := r.article, r.subheads()
	for i, role := range r.roles {
		l := &r.lines[i]
		switch {
		case role != label.Body:
		case l.bullet:
			if k := len(a.Body); k > 0 && a.Body[k-1].Type == article.List && r.roles[i-1] == label.Body {
				a.Body[k-1].Items = append(a.Body[k-1].Items, l.text)
				continue
			}
			ordered := l.ordered
			a.Body = append(a.Body, article.Block{Type: article.List, Ordered: &ordered, Items: []string{l.text}})
		case subhead[i]:
			a.Body = append(a.Body, article.Block{Type: article.Heading, Level: max(2, int(l.marks.heading)), Text: l.text})
		case l.marks.quote:
			a.Body = append(a.Body, article.Block{Type: article.Quote, Text: l.text})
		default:
			a.Body = append(a.Body, article.Block{Type: article.Paragraph, Text: l.text})
		}
	}
}
