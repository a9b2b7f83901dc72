package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// gold is the known answer for one page.
type gold struct {
	ID   string
	URL  string
	Gold struct {
		Headline   string
		Standfirst []string
		Body       string
		Optional   []string
		Subheads   []string
		Captions   []goldCaption
	}
}

type goldCaption struct {
	Text   string
	Credit []string
}

// example is one page to learn from: lines of text with their known answers.
type example struct {
	corpus, id string
	fold       int
	raw        []string
	truth      *gold
	pieces     *pieces // what is known of a body that is not written down whole; nil where it is
	guessed    bool    // standfirst, captions and subheads were guessed from the page's HTML
	blank      bool    // neither headline nor body was known: they were guessed, too
}

// isDump says whether the page really is a dump, not an HTML page rendered like one.
func (e *example) isDump() bool { return strings.HasPrefix(e.corpus, "dumps") || e.corpus == goldens }

func readGold(path string) ([]*gold, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []*gold
	rows := bufio.NewScanner(f)
	rows.Buffer(nil, 64<<20)
	for rows.Scan() {
		g := new(gold)
		if err := json.Unmarshal(rows.Bytes(), g); err != nil {
			return nil, fmt.Errorf("%s line %d: %w", path, len(out)+1, err)
		}
		out = append(out, g)
	}
	return out, rows.Err()
}

// readPage reads a page of any of the endings that the corpora use.
func readPage(dir, id string) ([]byte, error) {
	for _, ending := range []string{".txt", ".html", ".html.gz", ".txt.gz", ""} {
		b, err := os.ReadFile(filepath.Join(dir, id+ending))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil || !strings.HasSuffix(ending, ".gz") {
			return b, err
		}
		z, err := gzip.NewReader(bytes.NewReader(b))
		if err != nil {
			return nil, err
		}
		return io.ReadAll(z)
	}
	return nil, fmt.Errorf("%s has no page %s", dir, id)
}
