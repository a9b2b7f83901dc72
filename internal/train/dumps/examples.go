package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"copydesk/extract/page"
	"copydesk/internal/train/fold"
)

// corpora are those that are learned from: the dumps themselves, then the HTML pages.
var corpora = []string{"dumps", "dumps-whole", "fundus", "fundus-eval", "aeb", "aed", "wcxb"}

func readExamples(eval string, from []string) ([]*example, error) {
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
			e := example{corpus: corpus, id: g.ID, fold: fold.Of(g.URL), truth: g, whole: isDump || corpus == "fundus"}
			if isDump {
				e.raw = strings.Split(strings.ReplaceAll(string(b), "\r\n", "\n"), "\n")
				out = append(out, &e)
				continue
			}
			doc, err := page.Parse(context.Background(), page.Source{Bytes: b, URL: g.URL})
			if err != nil {
				return nil, fmt.Errorf("%s/%s: %w", corpus, g.ID, err)
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
