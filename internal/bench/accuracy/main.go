// Accuracy writes what the peers make of the corpora's pages, in the form that
// the scorer reads: OUT/PEER/CORPUS/ID.json.
//
//	accuracy -corpora DIR -out OUT
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/go-shiori/go-readability"
	"github.com/markusmobius/go-trafilatura"
)

// record has the fields of a copydesk record that peers can fill.
type record struct {
	Headline  string   `json:"headline"`
	Text      string   `json:"text"`
	Authors   []string `json:"authors,omitempty"`
	Published string   `json:"published,omitempty"` // the day
}

// peer reads one page; a page that it refuses gives an empty record.
type peer struct {
	name string
	read func(page []byte, address *url.URL) record
}

var peers = []peer{{"go-readability", readable}, {"go-trafilatura", trafilate}}

func readable(page []byte, address *url.URL) (r record) {
	a, err := readability.FromReader(bytes.NewReader(page), address)
	if err != nil {
		return r
	}
	r = record{Headline: a.Title, Text: a.TextContent}
	if a.Byline != "" {
		r.Authors = []string{a.Byline}
	}
	if a.PublishedTime != nil {
		r.Published = a.PublishedTime.Format("2006-01-02")
	}
	return r
}

func trafilate(page []byte, address *url.URL) (r record) {
	a, err := trafilatura.Extract(bytes.NewReader(page), trafilatura.Options{OriginalURL: address, ExcludeComments: true, EnableFallback: true})
	if err != nil {
		return r
	}
	r = record{Headline: a.Metadata.Title, Text: a.ContentText}
	for name := range strings.SplitSeq(a.Metadata.Author, ";") {
		if name = strings.TrimSpace(name); name != "" {
			r.Authors = append(r.Authors, name)
		}
	}
	if !a.Metadata.Date.IsZero() {
		r.Published = a.Metadata.Date.Format("2006-01-02")
	}
	return r
}

func main() {
	corpora := flag.String("corpora", "../../../shared/eval/dev", "folder of corpora")
	out := flag.String("out", "build/peers", "where records go")
	flag.Parse()
	if err := run(*corpora, *out); err != nil {
		fmt.Fprintln(os.Stderr, "accuracy:", err)
		os.Exit(1)
	}
}

func run(corpora, out string) error {
	golds, err := filepath.Glob(filepath.Join(corpora, "*", "gold.jsonl"))
	if err != nil || len(golds) == 0 {
		return errors.Join(err, fmt.Errorf("no gold.jsonl under %s", corpora))
	}
	for _, g := range golds {
		if err := corpus(filepath.Dir(g), out); err != nil {
			return err
		}
	}
	return nil
}

// corpus lets each peer read the HTML pages of one corpus.
func corpus(dir, out string) error {
	f, err := os.Open(filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		return err
	}
	defer f.Close()
	for _, p := range peers { // also where it reads no page: a folder that is missing is sought elsewhere
		if err := os.MkdirAll(filepath.Join(out, p.name, filepath.Base(dir)), 0o755); err != nil {
			return err
		}
	}
	in := bufio.NewScanner(f)
	in.Buffer(nil, 64<<20)
	for in.Scan() {
		var row struct{ ID, URL string }
		if err := json.Unmarshal(in.Bytes(), &row); err != nil {
			return fmt.Errorf("%s: %w", f.Name(), err)
		}
		page, err := unpack(filepath.Join(dir, "pages", row.ID+".html.gz"))
		if errors.Is(err, fs.ErrNotExist) {
			continue // a dump, which no peer reads
		}
		if err != nil {
			return err
		}
		address, err := url.Parse(row.URL)
		if err != nil || !address.IsAbs() {
			address = &url.URL{Scheme: "https", Host: "example.com", Path: "/"}
		}
		for _, p := range peers {
			if err := write(filepath.Join(out, p.name, filepath.Base(dir)), row.ID, p.read(page, address)); err != nil {
				return err
			}
		}
	}
	return in.Err()
}

func unpack(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return io.ReadAll(z)
}

func write(dir, id string, r record) error {
	j, err := json.Marshal(r)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, id+".json"), j, 0o644)
}
