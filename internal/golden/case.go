// Package golden walks the golden pages: testdata/pages/CASE holds a page
// (page.html, page.txt, page.html.gz, …), the record it must give (want.json),
// what an editor expects of it (expect.json), and where a page needs them,
// options (options.json).
package golden

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"copydesk/article"
	"copydesk/ingest"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/unicode/norm"
)

// Case is one golden page.
type Case struct {
	Name    string // of its folder
	Dir     string
	Page    string // path of the page
	Options Options
}

// Options is what a user would give with the page.
type Options struct {
	URL         string `json:"url"`
	ContentType string `json:"content_type"`
	Lang        string `json:"lang"`
}

// Cases lists the golden pages below dir, in order of their names. A folder
// with no page or with two is an error.
func Cases(dir string) ([]Case, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var out []Case
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		c := Case{Name: e.Name(), Dir: filepath.Join(dir, e.Name())}
		pages, err := filepath.Glob(filepath.Join(c.Dir, "page.*"))
		if err != nil || len(pages) != 1 {
			return nil, fmt.Errorf("%s: want one page.*, found %d", c.Dir, len(pages))
		}
		c.Page = pages[0]
		if err := c.readOptions(); err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

func (c *Case) readOptions() error {
	data, err := os.ReadFile(filepath.Join(c.Dir, "options.json"))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&c.Options); err != nil {
		return fmt.Errorf("%s: options.json: %w", c.Dir, err)
	}
	return nil
}

// Read reads the page as run does, and adds what the options say of it.
func (c *Case) Read(ctx context.Context) (ingest.Page, error) {
	list, err := ingest.List(ctx, []string{c.Page}, ingest.ListOptions{})
	if err != nil {
		return ingest.Page{}, err
	}
	if len(list.Items) != 1 {
		return ingest.Page{}, fmt.Errorf("%s cannot be listed", c.Page)
	}
	r := ingest.Reader{MaxBytes: 16 << 20}
	p, err := r.Read(ctx, list.Items[0])
	p.URL, p.ContentType = c.Options.URL, c.Options.ContentType
	return p, err
}

var schema = sync.OnceValues(func() (*jsonschema.Schema, error) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(article.JSONSchema()))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("article.json", doc); err != nil {
		return nil, err
	}
	return c.Compile("article.json")
})

// Valid checks a record, as JSON, against the schema that the tool prints.
func Valid(record []byte) error {
	s, err := schema()
	if err != nil {
		return err
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(record))
	if err != nil {
		return err
	}
	return s.Validate(v)
}

// foldedText does what the record does in silence: form NFC, white space folded.
func foldedText(s string) string { return strings.Join(strings.Fields(norm.NFC.String(s)), " ") }

// diff shows the lines that two texts do not share at their first difference, with what stands around.
func diff(want, got []byte) string {
	w, g := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	at := 0
	for at < len(w) && at < len(g) && w[at] == g[at] {
		at++
	}
	var b strings.Builder
	for _, l := range w[max(0, at-2):at] {
		fmt.Fprintf(&b, "  %s\n", l)
	}
	for _, l := range w[at:min(len(w), at+5)] {
		fmt.Fprintf(&b, "- %s\n", l)
	}
	for _, l := range g[at:min(len(g), at+5)] {
		fmt.Fprintf(&b, "+ %s\n", l)
	}
	return b.String()
}
