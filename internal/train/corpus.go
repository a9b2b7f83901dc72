package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"copydesk/extract/page"
	"copydesk/internal/golden"
	"copydesk/internal/train/fold"
)

// gold is what is known of one page. Which fields are set depends on the corpus.
type gold struct {
	Headline   string         `json:"headline"`
	Standfirst *[]string      `json:"standfirst"`
	Body       string         `json:"body"`
	Optional   []string       `json:"optional"`
	Captions   *[]goldCaption `json:"captions"`
	Subheads   []string       `json:"subheads"`
	With       []string       `json:"with"`
	Without    []string       `json:"without"`
}

type goldCaption struct {
	Text   string   `json:"text"`
	Credit []string `json:"credit"`
}

// example is one page with what is known of it.
type example struct {
	Corpus string `json:"-"`
	ID     string `json:"id"`
	URL    string `json:"url"`
	Gold   gold   `json:"gold"`
	Fold   int    `json:"-"`

	golden   *golden.Case // nil for a page of the corpora
	expected expected
}

// readCorpora reads the gold of the named corpora under dir.
func readCorpora(dir string, names []string) ([]example, error) {
	var all []example
	for _, name := range names {
		f, err := os.Open(filepath.Join(dir, name, "gold.jsonl"))
		if err != nil {
			return nil, err
		}
		in := bufio.NewScanner(f)
		in.Buffer(nil, 64<<20)
		for in.Scan() {
			e := example{Corpus: name}
			if err := json.Unmarshal(in.Bytes(), &e); err != nil {
				return nil, fmt.Errorf("%s: %w", f.Name(), err)
			}
			e.Fold = fold.Of(e.URL)
			all = append(all, e)
		}
		f.Close()
		if err := in.Err(); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name(), err)
		}
	}
	return all, nil
}

// read parses the example's page.
func (e *example) read(dir string) (*page.Document, error) {
	if e.golden != nil {
		return readGolden(e.golden)
	}
	f, err := os.Open(filepath.Join(dir, e.Corpus, "pages", e.ID+".html.gz"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	return page.Parse(context.Background(), page.Source{Bytes: b, URL: e.URL})
}
