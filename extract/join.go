package extract

import (
	"errors"
	"fmt"
	"slices"

	"copydesk/article"
)

// mostJoined is how many characters of text a joined article has at most.
const mostJoined = 4 << 20

// Join makes one article of its parts, given in order and not yet repaired: the
// first part's record with the bodies, captions, labels and links of all. What
// does not look like one article in parts is refused, with the reason as the error.
//
// Pages often print the last paragraph again at the head of the next part; it is
// dropped there where the two are the same to the letter. A part that repeats
// most of another is no part (its page number was that of the comments).
func Join(parts []*article.Article) (*article.Article, error) {
	if len(parts) < 2 {
		return nil, errors.New("one part alone")
	}
	for i, p := range parts {
		switch p.PageKind {
		case article.KindIndex, article.KindWall, article.KindBlocked, article.KindError:
			return nil, fmt.Errorf("part %d is no part of an article but of the kind %s", i+1, p.PageKind)
		}
		if len(p.Body) == 0 {
			return nil, fmt.Errorf("part %d has no text", i+1)
		}
	}
	if i := repeated(parts); i > 0 {
		return nil, fmt.Errorf("part %d repeats the text of the others", i+1)
	}
	out := *parts[0]
	out.Body, out.Captions = nil, nil
	own := article.Parts{Number: 1}
	if p := parts[0].Parts; p != nil {
		own.Next, own.Prev = p.Next, p.Prev
	}
	size := 0
	for _, p := range parts {
		own.URLs = append(own.URLs, Address(p))
		own.Sources = append(own.Sources, article.PartSource{Path: p.Source.Path, URL: p.Source.URL, SHA256: p.Source.SHA256,
			Bytes: p.Source.Bytes, Body: len(out.Body), Captions: len(out.Captions)})
		add(&out, p)
		if size += len(p.Text); size > mostJoined {
			return nil, fmt.Errorf("together the parts have more than %d characters", mostJoined)
		}
	}
	for _, p := range parts[1:] {
		gather(&out, p)
	}
	out.Parts = &own
	out.Text = article.PlainText(out.Body)
	return &out, nil
}

// Address is the address a page goes by: the one it declares, else the one it was fetched from.
func Address(a *article.Article) string {
	if a.Source.CanonicalURL != "" {
		return a.Source.CanonicalURL
	}
	return a.Source.URL
}

// add puts a part's body and captions behind those that are there.
func add(out, p *article.Article) {
	shift := len(out.Captions)
	out.Captions = append(out.Captions, p.Captions...)
	body := p.Body
	if k := len(out.Body); k > 0 && sameBlock(&out.Body[k-1], &body[0]) {
		body = body[1:]
	}
	for _, b := range body {
		if b.Caption != nil {
			at := *b.Caption + shift
			b.Caption = &at
		}
		out.Body = append(out.Body, b)
	}
}

// sameBlock says whether two blocks of text are the same to the letter.
func sameBlock(a, b *article.Block) bool {
	return a.Type == b.Type && a.Text != "" && a.Text == b.Text && a.Attribution == b.Attribution
}

// repeated gives the first part whose paragraphs stand for the most part in
// those before it, 0 where there is none.
func repeated(parts []*article.Article) int {
	seen := map[string]bool{}
	for i, p := range parts {
		var again, all int
		for _, b := range p.Body {
			if b.Type == article.Paragraph {
				all += len(b.Text)
				if seen[b.Text] {
					again += len(b.Text)
				}
			}
		}
		if i > 0 && again*2 > all {
			return i
		}
		for _, b := range p.Body {
			seen[b.Text] = true
		}
	}
	return 0
}

// gather adds what a further part has of labels, links and warnings, each once.
func gather(out, p *article.Article) {
	if out.PageKind == article.KindOther {
		out.PageKind = p.PageKind // a first part may be too short to tell
	}
	out.TrustLabels = slices.Clone(out.TrustLabels)
	for _, l := range p.TrustLabels {
		if !slices.Contains(out.TrustLabels, l) {
			out.TrustLabels = append(out.TrustLabels, l)
		}
	}
	out.Related = slices.Clone(out.Related)
	for _, r := range p.Related {
		if !slices.Contains(out.Related, r) {
			out.Related = append(out.Related, r)
		}
	}
	q := &out.Quality
	q.Confidence = min(q.Confidence, p.Quality.Confidence)
	q.Warnings = slices.Clone(q.Warnings)
	for _, w := range p.Quality.Warnings {
		if !slices.Contains(q.Warnings, w) {
			q.Warnings = append(q.Warnings, w)
		}
	}
}
