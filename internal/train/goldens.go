package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"copydesk/extract/block"
	"copydesk/extract/page"
	"copydesk/internal/golden"
	"copydesk/internal/train/fold"
)

// goldens is the name under which the project's golden pages stand among the
// corpora. They are learned from and never scored: each was written for a case
// that the corpora seldom show.
const goldens = "goldens"

// expected is what an editor's expectation says of a golden page's body. The
// record that the program gives (want.json) is not read: it follows from the weights.
type expected struct {
	PageKind   string                  `json:"page_kind"`
	Headline   string                  `json:"headline"`
	Standfirst json.RawMessage         `json:"standfirst"` // a string; null for none
	Text       string                  `json:"text"`
	Starts     string                  `json:"text_starts"`
	Ends       string                  `json:"text_ends"`
	Has        []string                `json:"text_has"`
	Lacks      []string                `json:"text_lacks"`
	Nowhere    []string                `json:"nowhere"`
	Headings   *[]string               `json:"headings"`
	Captions   []struct{ Text string } `json:"captions"`
}

// readGoldens reads the expectations of the golden pages in a folder.
func readGoldens(dir string) ([]example, error) {
	cases, err := golden.Cases(dir)
	if err != nil {
		return nil, err
	}
	var all []example
	for _, c := range cases {
		if strings.HasSuffix(c.Page, ".txt") {
			continue // text dumps have a trainer of their own
		}
		data, err := os.ReadFile(filepath.Join(c.Dir, golden.ExpectFile))
		if err != nil {
			return nil, err
		}
		e := example{Corpus: goldens, ID: c.Name, URL: c.Options.URL, Fold: fold.Of(c.Name), golden: &c}
		if err := json.Unmarshal(data, &e.expected); err != nil {
			return nil, fmt.Errorf("%s: %w", c.Name, err)
		}
		if e.expected.PageKind == "article" {
			e.Gold.Body = e.expected.Text
			e.expected.standfirst(&e.Gold)
			all = append(all, e)
		}
	}
	return all, nil
}

func (x *expected) standfirst(g *gold) {
	var s *string
	if x.Standfirst == nil || json.Unmarshal(x.Standfirst, &s) != nil {
		return
	}
	g.Standfirst = &[]string{}
	if s != nil {
		*g.Standfirst = strings.Split(*s, "\n")
	}
}

// readGolden parses a golden page.
func readGolden(c *golden.Case) (*page.Document, error) {
	ctx := context.Background()
	p, err := c.Read(ctx)
	if err != nil {
		return nil, err
	}
	return page.Parse(ctx, page.Source{Bytes: p.Bytes, ContentType: p.ContentType, URL: p.URL, Lang: c.Options.Lang})
}

// align compares the blocks with what is expected: with the whole text where
// that is written down, else with its first and last words and the pieces that
// have to stand in it or must not. What nothing is said of stays unknown.
func (x *expected) align(nodes []page.Node, blocks []block.Block) []answer {
	out := make([]answer, len(blocks))
	if x.Text != "" {
		out = alignBody(&gold{Body: x.Text}, nodes, blocks)
	} else {
		x.alignPieces(blocks, out)
	}
	refused := append(append([]string{x.Headline}, x.Lacks...), x.Nowhere...)
	for _, c := range x.Captions {
		refused = append(refused, c.Text)
	}
	var lead string
	if x.Standfirst != nil && json.Unmarshal(x.Standfirst, &lead) == nil {
		refused = append(refused, strings.Split(lead, "\n")...)
	}
	without := &gold{Without: refused}
	alignSegments(without, blocks, out)
	return out
}

// alignPieces reads the expectations of a page whose text is not written down.
func (x *expected) alignPieces(blocks []block.Block, out []answer) {
	g := &gold{With: strings.Split(strings.Join(append([]string{x.Starts, x.Ends}, x.Has...), "\n"), "\n")}
	alignSegments(g, blocks, out)
	known := map[string]bool{}
	if x.Headings != nil {
		for _, h := range *x.Headings {
			known[h] = true
		}
	}
	starts, ends := -1, len(blocks)
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == block.Heading && x.Headings != nil {
			out[i] = answer{one(known[oneLine(b.Text)]), 15}
		}
		if text := oneLine(b.Text); starts < 0 && x.Starts != "" && strings.HasPrefix(text, x.Starts) {
			starts = i
		} else if x.Ends != "" && strings.HasSuffix(text, x.Ends) {
			ends = i
		}
	}
	for i := range blocks {
		if i < starts || ends < len(blocks) && i > ends {
			out[i] = answer{0, 5}
		}
	}
}

// align compares the blocks of the page with what is known of it.
func (e *example) align(nodes []page.Node, blocks []block.Block) []answer {
	if e.golden != nil {
		return e.expected.align(nodes, blocks)
	}
	return alignBody(&e.Gold, nodes, blocks)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
