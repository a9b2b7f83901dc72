// Package extract finds the parts of an article on a page: bytes in, record
// out, with nothing repaired yet.
package extract

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"copydesk/article"
	"copydesk/extract/block"
	"copydesk/extract/dump"
	"copydesk/extract/label"
	"copydesk/extract/label/body"
	"copydesk/extract/label/byline"
	"copydesk/extract/label/captions"
	"copydesk/extract/label/dates"
	"copydesk/extract/label/headline"
	"copydesk/extract/label/standfirst"
	"copydesk/extract/label/trust"
	"copydesk/extract/page"
	"copydesk/extract/siterules"
	"copydesk/extract/trusttxt"
	"copydesk/extract/vocab"
	"copydesk/ingest"
)

// Config is what the user may set. It is made once and shared by all pages.
type Config struct {
	Lang string // BCP 47 tag, where the user knows better than the page
	// Identify names the language of a text as a BCP 47 tag, or gives "" where it
	// cannot tell. It is asked where the page declares none; nil leaves that open.
	Identify func(text string) string
	// Vocabulary is the words of the press; those that come with the program where nil.
	Vocabulary *vocab.Matcher
	// Sites are rules that users wrote to pin where sites keep their parts; nil for none.
	Sites *siterules.Set
	// TrustTxt holds copies of publishers' trust.txt; nil for none.
	TrustTxt *trusttxt.Set
	// Models judge the blocks; those that come with the program where nil.
	Models *block.Models
	// Standfirsts judges which block is the standfirst; likewise.
	Standfirsts *standfirst.Judge
	// Dumps judges the lines of text dumps; likewise.
	Dumps *dump.Weights
}

func (c *Config) words() *vocab.Matcher {
	if c.Vocabulary == nil {
		return vocab.Builtin()
	}
	return c.Vocabulary
}

// Page reads one page. It fails only where nothing can be read: a page that is
// no article gives a record that says so. A trace, where one is given, takes the reasons.
//
// The record's strings may be parts of one copy of the page's text: who keeps
// records rather than writing them keeps that, too, unless the strings are cloned.
func Page(ctx context.Context, p ingest.Page, cfg Config, trace *label.Trace) (*article.Article, error) {
	doc, rules, err := parse(ctx, p, &cfg)
	if err != nil {
		return nil, err
	}
	a := begin(p, doc)
	if doc.Media == page.Text {
		readDump(a, doc, &cfg, trace)
	} else {
		readTree(ctx, a, doc, &cfg, rules, trace)
	}
	addTrustTxt(a, doc, cfg.TrustTxt, trace)
	return a, nil
}

// parse reads a page's tree and what a user's rules say of it.
func parse(ctx context.Context, p ingest.Page, cfg *Config) (*page.Document, *site, error) {
	doc, err := page.Parse(ctx, page.Source{Bytes: p.Bytes, ContentType: p.ContentType, URL: p.URL, Lang: cfg.Lang})
	if err != nil {
		return nil, nil, err
	}
	rules, again := readSite(cfg, doc, p.Bytes, false)
	if again != nil {
		if doc, err = page.Parse(ctx, page.Source{Bytes: again, ContentType: p.ContentType, URL: p.URL, Lang: cfg.Lang}); err != nil {
			return nil, nil, err
		}
		rules, _ = readSite(cfg, doc, again, true)
	}
	return doc, rules, nil
}

// begin makes the record with what is known before anything is read.
func begin(p ingest.Page, doc *page.Document) *article.Article {
	sum := sha256.Sum256(p.Bytes)
	return &article.Article{
		Schema: article.Schema,
		Source: article.Source{
			Path:      ingest.Spelled(p.Name),
			URL:       p.URL,
			FetchedAt: fetched(p),
			SHA256:    hex.EncodeToString(sum[:]),
			Bytes:     len(p.Bytes),
			MediaType: string(doc.Media),
			Charset:   doc.Charset.Name,
		},
		PageKind: article.KindOther,
		Language: doc.Lang,
	}
}

// readDump fills the record of a page that was saved as text.
func readDump(a *article.Article, doc *page.Document, cfg *Config, trace *label.Trace) {
	a.ID = label.ID(nil, a.Source.SHA256)
	blocks, roles := dump.Read(doc, cfg.Dumps, cfg.Vocabulary, a, trace)
	if a.Language == "" && cfg.Identify != nil {
		a.Language = cfg.Identify(a.Text)
		trace.Add(label.Choice{Field: "language", Value: a.Language, Source: "text"})
	}
	a.Quality.Warnings = append(a.Quality.Warnings, doc.Warnings...)
	a.Quality.Warnings = append(a.Quality.Warnings, lacking(a, wordCount(a.Text))...)
	finish(a)
	report(trace, &label.Input{Doc: doc, Blocks: blocks, Roles: roles})
}

// readTree fills the record of an HTML page. The order matters: a block has one
// role, and who asks first gets it.
func readTree(ctx context.Context, a *article.Article, doc *page.Document, cfg *Config, rules *site, trace *label.Trace) {
	in := judged(doc, cfg, trace)
	rules.refuse(in)
	placed := readHead(a, in, cfg)
	a.Standfirst = standfirst.Find(in, cfg.Standfirsts)
	body.RefuseFurniture(in)
	body.RefuseStray(in, a.Authors)
	blocks, method := readBody(ctx, in, rules)
	a.TrustLabels = trust.Find(in)
	if body.TakeNotes(in, a.TrustLabels) {
		blocks = body.Build(in)
	}
	a.Body = body.PlaceInsets(in, blocks, placed)
	a.Text = article.PlainText(a.Body)
	a.Parts = label.FindParts(in)
	about(a, in)
	rules.override(a, in)
	a.PageKind = label.FindKind(in, a)
	if a.PageKind == article.KindIndex && rules == nil {
		a.Parts = nil // the pages of a list are no parts of an article
		dates.UndateIndex(in, a)
	}
	a.Quality = quality(in, a, method)
	finish(a)
	report(trace, in)
}

// readHead finds the parts by which the standfirst is told from what stands
// around it, and gives the captions with their places.
func readHead(a *article.Article, in *label.Input, cfg *Config) []captions.Placed {
	in.Declared = label.Declare(in.Doc)
	a.Language = label.FindLanguage(in, cfg.Identify)
	in.Words = cfg.words().For(a.Language)
	a.Headline, a.Kicker = headline.Find(in)
	body.RefuseNext(in)
	a.Authors = byline.Find(in)
	days := dates.Find(in)
	a.Published, a.Modified, a.DateText = days.Published, days.Modified, days.Text
	placed := captions.Find(in)
	for _, c := range placed {
		a.Captions = append(a.Captions, c.Caption)
	}
	a.Related = label.FindRelated(in)
	return placed
}

// ToStandfirst reads a page whose blocks are judged as far as the standfirst:
// what the judge of standfirsts is trained on.
func ToStandfirst(doc *page.Document, blocks []block.Block) *label.Input {
	in := &label.Input{Doc: doc, Blocks: blocks, Roles: make([]label.Role, len(blocks))}
	readHead(&article.Article{}, in, &Config{})
	return in
}

// judged parts the page into blocks and has the models score them.
func judged(doc *page.Document, cfg *Config, trace *label.Trace) *label.Input {
	models := cfg.Models
	if models == nil {
		models = block.Default()
	}
	in := &label.Input{Doc: doc, Blocks: block.Segment(doc), Trace: trace}
	models.Judge(doc, in.Blocks)
	in.Roles = make([]label.Role, len(in.Blocks))
	return in
}

// readBody takes the body where the user's rules pin it, else where the page has it.
func readBody(ctx context.Context, in *label.Input, rules *site) ([]article.Block, string) {
	if c, ok := rules.body(in); ok {
		body.Take(in, c.pick)
		return body.Build(in), c.method
	}
	return chooseBody(ctx, in)
}

// about fills in what the page says of itself and its publisher.
func about(a *article.Article, in *label.Input) {
	a.ID = label.ID(in.Declared, a.Source.SHA256)
	a.Source.Site, a.Source.CanonicalURL = in.Declared.Site, in.Declared.CanonicalURL(in.Doc)
	a.Section, a.Tags = label.FindSection(in), label.FindTags(in)
	a.Publisher = label.FindPublisher(in)
	in.Trace.Add(label.Choice{Field: "id", Value: a.ID, Why: "a hash of the canonical address, of the page's bytes where it has none"})
	in.Trace.Add(label.Choice{Field: "source.canonical_url", Value: a.Source.CanonicalURL, Why: "as declared, made absolute"})
	in.Trace.Add(label.Choice{Field: "source.site", Value: a.Source.Site, Why: "as declared"})
	if a.Publisher != nil {
		in.Trace.Add(label.Choice{Field: "publisher", Value: a.Publisher.Name, Why: "as declared for the site as a whole"})
	}
	for _, b := range a.Body[:min(2, len(a.Body))] { // a stray caption may stand before the first paragraph
		if b.Type == article.Paragraph && a.Dateline == "" {
			a.Dateline = dates.FindDateline(in, b.Text)
		}
	}
}

// fetched gives the time at which a page was fetched; empty for a file.
func fetched(p ingest.Page) string {
	if p.FetchedAt.IsZero() {
		return ""
	}
	return p.FetchedAt.UTC().Format(time.RFC3339)
}
