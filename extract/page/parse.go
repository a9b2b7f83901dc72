package page

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// Source is what Parse is given: the bytes of a page after decompression and
// what is known of where they came from.
type Source struct {
	Bytes       []byte
	ContentType string // HTTP header; empty when unknown
	URL         string // empty when unknown
	Lang        string // where the user knows better; BCP 47
	Charset     string // where the user knows better
}

// ErrEmpty is returned for a page without a single visible byte.
var ErrEmpty = errors.New("the page is empty")

// Parse reads a page. It fails when the page is empty, when the context ends,
// and when the markup cannot be parsed even after its nesting was cut back.
func Parse(ctx context.Context, src Source) (*Document, error) {
	text, charset := decode(src.Bytes, src.ContentType, src.Charset)
	if len(bytes.TrimSpace(text)) == 0 {
		return nil, ErrEmpty
	}
	doc := &Document{Charset: charset, Lang: src.Lang, Media: sniff(text)}
	if u, err := url.Parse(src.URL); err == nil && u.IsAbs() {
		doc.URL = u
	}
	if strings.Contains(charset.How, "mixed") {
		doc.Warnings = append(doc.Warnings, "the page mixes encodings; it was decoded run by run")
	}
	if doc.Media == Text {
		doc.Lines = lines(text)
		return doc, ctx.Err()
	}
	short, away := setAside(text)
	defer away.release()
	nodes := bytes.Count(short, []byte{'<'})*5/4 + 16 // as many as most pages have
	root, err := parseHTML(ctx, short)
	if err != nil && ctx.Err() == nil {
		// The parser's refusal has no type of its own: any error that is not the
		// reader's is one of nesting.
		doc.Warnings = append(doc.Warnings, "the markup nests too deep; tags beyond the limit were dropped")
		root, err = parseHTML(ctx, shallow(text))
	}
	if err != nil {
		if ctx.Err() != nil {
			return nil, fmt.Errorf("parse: %w", ctx.Err())
		}
		return nil, fmt.Errorf("parse: %w", err)
	}
	doc.Nodes = flatten(root, away, nodes)
	doc.readFacts()
	return doc, ctx.Err()
}

func parseHTML(ctx context.Context, text []byte) (*html.Node, error) {
	return html.Parse(&contextReader{ctx, bytes.NewReader(text)})
}

// contextReader ends when its context ends, so that no page can hold the parser
// for longer than it is given.
type contextReader struct {
	ctx context.Context
	r   *bytes.Reader
}

func (c *contextReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}

func lines(text []byte) []string {
	s := strings.ReplaceAll(string(text), "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	s = strings.ReplaceAll(s, "\f", "\n")
	return strings.Split(s, "\n")
}
