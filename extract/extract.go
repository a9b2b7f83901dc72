// Package extract finds the parts of an article on a page: bytes in, record
// out, with nothing repaired yet.
package extract

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/extract/page"
	"copydesk/ingest"
)

// Config is what the user may set. It is made once and shared by all pages.
type Config struct {
	Lang string // BCP 47 tag, where the user knows better than the page
}

// Page reads one page. It fails only where nothing can be read: a page that is
// no article gives a record that says so. A trace, where one is given, takes the reasons.
func Page(ctx context.Context, p ingest.Page, cfg Config, trace *label.Trace) (*article.Article, error) {
	doc, err := page.Parse(ctx, page.Source{Bytes: p.Bytes, ContentType: p.ContentType, URL: p.URL, Lang: cfg.Lang})
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(p.Bytes)
	a := &article.Article{
		Schema: article.Schema,
		Source: article.Source{
			Path:      p.Name,
			URL:       p.URL,
			SHA256:    hex.EncodeToString(sum[:]),
			Bytes:     len(p.Bytes),
			MediaType: string(doc.Media),
			Charset:   doc.Charset.Name,
		},
		PageKind: article.KindOther,
		Language: doc.Lang,
	}
	return a, nil
}
