package batch

import (
	"context"

	"copydesk/article"
	"copydesk/extract"
	"copydesk/extract/label"
	"copydesk/ingest"
	"copydesk/normalize"
)

// Pipeline joins what makes a record of a page: extraction, then repair. Run,
// extract and explain all go this one way.
type Pipeline struct {
	Extract extract.Config
	Repair  normalize.Options
}

// Process makes the record of one page. It is a Process.
func (p Pipeline) Process(ctx context.Context, page ingest.Page) (*article.Article, error) {
	return p.Traced(ctx, page, nil)
}

// Traced makes the record of one page and notes the reasons in trace, which
// may be nil.
func (p Pipeline) Traced(ctx context.Context, page ingest.Page, trace *label.Trace) (*article.Article, error) {
	a, err := extract.Page(ctx, page, p.Extract, trace)
	if err != nil {
		return nil, err
	}
	normalize.Article(a, p.Repair)
	return a, ctx.Err()
}
