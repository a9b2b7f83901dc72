package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"copydesk/article"
	"copydesk/extract"
	"copydesk/extract/block"
	decks "copydesk/extract/label/standfirst"
	"copydesk/extract/page"
	"copydesk/ingest"
	"copydesk/internal/train/fold"
)

// corpora are those that are learned from: the dumps themselves, then the HTML pages.
var corpora = []string{"dumps", "dumps-whole", "fundus", "fundus-eval", "aeb", "aed", "wcxb", "trafeval"}

// guess fills in what the corpus does not know of a page from how its HTML is
// read: standfirst, captions and subheads are marked there, and are not in the
// text that is rendered from it; so is the body, where none is known, to tell where
// the article stands. Such answers are a little wrong and count less.
func (e *example) guess(page []byte, by *judges) error {
	a, err := extract.Page(context.Background(), ingest.Page{Bytes: page, URL: e.truth.URL}, by[e.fold], nil)
	if err != nil {
		return fmt.Errorf("%s/%s: %w", e.corpus, e.id, err)
	}
	g := &e.truth.Gold
	e.blank = g.Headline == "" && g.Body == ""
	g.Headline, g.Body = cmp.Or(g.Headline, a.Headline), cmp.Or(g.Body, a.Text)
	e.truth.take(a)
	e.guessed = true
	return nil
}

// take fills in the parts of a record that only some corpora know.
func (t *gold) take(a *article.Article) {
	g := &t.Gold
	g.Standfirst, g.Captions, g.Subheads = nil, nil, nil
	if a.Standfirst != "" {
		g.Standfirst = strings.Split(a.Standfirst, "\n")
	}
	for _, b := range a.Body {
		if b.Type == article.Heading {
			g.Subheads = append(g.Subheads, b.Text)
		}
	}
	for _, c := range a.Captions {
		g.Captions = append(g.Captions, goldCaption{c.Text, []string{c.Credit}})
	}
}

// judges are the models by which HTML pages are read, by fold: each page by those that have not seen its site.
type judges [fold.Count]extract.Config

// readJudges reads what the training for HTML pages wrote; without a folder the
// weights that come with the program stand in, which have seen all sites.
func readJudges(dir string) (*judges, error) {
	by := new(judges)
	for k := range by {
		if dir == "" {
			continue
		}
		files := os.DirFS(filepath.Join(dir, fmt.Sprintf("fold%d", k)))
		m, err := block.LoadModels(files)
		if err != nil {
			return nil, err
		}
		s, err := decks.ReadJudge(files)
		if err != nil {
			return nil, err
		}
		by[k] = extract.Config{Models: m, Standfirsts: s}
	}
	return by, nil
}

func lines(page []byte) []string {
	return strings.Split(strings.ReplaceAll(string(page), "\r\n", "\n"), "\n")
}

func readExamples(eval string, from []string, by *judges) ([]*example, error) {
	var out []*example
	for _, corpus := range from {
		isDump := strings.HasPrefix(corpus, "dumps")
		truths, err := readGold(filepath.Join(eval, corpus, "gold.jsonl"))
		if err != nil {
			return nil, err
		}
		for n, g := range truths {
			b, err := readPage(filepath.Join(eval, corpus, "pages"), g.ID)
			if err != nil {
				return nil, err
			}
			e := example{corpus: corpus, id: g.ID, fold: fold.Of(g.URL), truth: g}
			if isDump {
				e.raw = lines(b)
				out = append(out, &e)
				continue
			}
			doc, err := page.Parse(context.Background(), page.Source{Bytes: b, URL: g.URL})
			if err != nil {
				return nil, fmt.Errorf("%s/%s: %w", corpus, g.ID, err)
			}
			if corpus != "fundus" {
				if err := e.guess(b, by); err != nil {
					return nil, err
				}
			}
			for _, raw := range renderings(doc, g, n, corpus == "fundus") {
				one := e
				one.raw = raw
				out = append(out, &one)
			}
		}
	}
	return out, nil
}
