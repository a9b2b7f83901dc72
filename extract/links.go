package extract

import (
	"context"

	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/extract/page"
	"copydesk/ingest"
)

// Links reads of a page only how it stands to others: the record that comes back
// holds its source, its id, and its parts where it is one of several. It costs
// little more than parsing the page.
func Links(ctx context.Context, p ingest.Page, cfg Config) (*article.Article, error) {
	doc, rules, err := parse(ctx, p, &cfg)
	if err != nil {
		return nil, err
	}
	a := begin(p, doc)
	if doc.Media == page.Text {
		a.ID = label.ID(nil, a.Source.SHA256)
		return a, nil
	}
	in := &label.Input{Doc: doc, Declared: label.Declare(doc)}
	a.ID = label.ID(in.Declared, a.Source.SHA256)
	a.Source.CanonicalURL = in.Declared.CanonicalURL(doc)
	a.Parts = label.FindParts(in)
	rules.overrideNext(a, in)
	finish(a)
	return a, nil
}
