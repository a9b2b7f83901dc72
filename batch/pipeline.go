package batch

import (
	"context"

	"copydesk/article"
	"copydesk/extract"
	"copydesk/extract/label"
	"copydesk/ingest"
	"copydesk/normalize"
	"copydesk/normalize/lexicon"
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
	a, err := p.Extracted(ctx, page, trace)
	if err != nil {
		return nil, err
	}
	normalize.Article(a, p.Repair)
	return a, ctx.Err()
}

// Extracted stops before repair: its texts are what Undo of the record gives
// back, but for white space and form NFC.
func (p Pipeline) Extracted(ctx context.Context, page ingest.Page, trace *label.Trace) (*article.Article, error) {
	cfg := p.Extract
	if cfg.Identify == nil {
		cfg.Identify = identify
	}
	return extract.Page(ctx, page, cfg, trace)
}

// sureLanguage is the confidence from which a guessed language is taken for the page's.
const sureLanguage = 0.5

// identify names the language of a text by the words that repair knows, "" where they do not tell.
func identify(text string) string {
	tag, confidence := lexicon.Language(text)
	if tag == "und" || confidence < sureLanguage {
		return ""
	}
	return tag
}
