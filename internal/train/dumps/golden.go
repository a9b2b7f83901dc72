package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"copydesk/article"
	"copydesk/internal/train/fold"
)

// golden names the project's own pages among the examples. They are learned
// from, each as a site of its own, and never scored.
const golden = "golden"

// readGolden reads the text dumps among the project's pages, DIR/CASE/page.txt,
// with the records that were reviewed as their answers.
func readGolden(dir string) ([]*example, error) {
	pages, err := filepath.Glob(filepath.Join(dir, "*", "page.txt"))
	if err != nil {
		return nil, err
	}
	var out []*example
	for _, p := range pages {
		text, err := os.ReadFile(p)
		if err != nil {
			return nil, err
		}
		record, err := os.ReadFile(filepath.Join(filepath.Dir(p), "want.json"))
		if err != nil {
			return nil, err
		}
		a := new(article.Article)
		if err := json.Unmarshal(record, a); err != nil {
			return nil, fmt.Errorf("%s: %w", p, err)
		}
		id := filepath.Base(filepath.Dir(p))
		g := &gold{ID: id, URL: "https://" + id + ".example/"}
		g.Gold.Headline, g.Gold.Body = a.Headline, a.Text
		g.take(a)
		out = append(out, &example{corpus: golden, id: id, fold: fold.Of(g.URL), raw: lines(text), truth: g})
	}
	return out, nil
}
