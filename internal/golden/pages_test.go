package golden

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copydesk/article"
	"copydesk/batch"
	"copydesk/extract"
	"copydesk/ingest"
	"copydesk/normalize"
)

const pagesDir = "../../testdata/pages"

// TestPages runs the whole pipeline over each golden page and compares the
// record with want.json byte by byte. UPDATE=1 rewrites want.json. What holds
// for every record is checked on each.
func TestPages(t *testing.T) {
	cases, err := Cases(pagesDir)
	if err != nil {
		t.Fatal(err)
	}
	if len(cases) == 0 {
		t.Fatal("no golden pages")
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			checkCase(t, c)
		})
	}
}

func checkCase(t *testing.T, c Case) {
	page, err := c.Read(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	p := batch.Pipeline{Extract: extract.Config{Lang: c.Options.Lang}}
	a, err := p.Process(t.Context(), page)
	if err != nil {
		t.Fatal(err)
	}
	got, err := article.AppendJSON(nil, a)
	if err != nil {
		t.Fatal(err)
	}
	if err := Valid(got); err != nil {
		t.Errorf("record does not validate: %v", err)
	}
	checkUndo(t, p, page, got)
	checkIdempotent(t, p, got)
	checkExpectation(t, c, got)
	compare(t, filepath.Join(c.Dir, "want.json"), got)
}

// checkUndo holds the promise of the audit trail: a record that is read back
// and undone has the words that extraction found, in form NFC and with white
// space folded, field by field.
func checkUndo(t *testing.T, p batch.Pipeline, page ingest.Page, record []byte) {
	undone, err := article.Parse(record)
	if err != nil {
		t.Fatal(err)
	}
	if err := article.Undo(undone); err != nil {
		t.Error(err)
		return
	}
	extracted, err := p.Extracted(t.Context(), page, nil)
	if err != nil {
		t.Fatal(err)
	}
	got, want := texts(undone), texts(extracted)
	for name, w := range want {
		if g := got[name]; foldedText(g) != foldedText(w) {
			t.Errorf("%s: undone is not as extracted:\n got  %q\n want %q", name, g, w)
		}
	}
}

// checkIdempotent holds that repairing what was repaired changes nothing.
func checkIdempotent(t *testing.T, p batch.Pipeline, record []byte) {
	a, err := article.Parse(record)
	if err != nil {
		t.Fatal(err)
	}
	before := texts(a)
	a.Fixes, a.Suspects = nil, nil
	normalize.Article(a, p.Repair)
	for _, f := range a.Fixes {
		t.Errorf("repaired twice: %s: %q became %q by %s", f.Field, f.Before, f.After, f.Rule)
	}
	for name, w := range before {
		if g := texts(a)[name]; g != w {
			t.Errorf("%s changed when repaired again:\n got  %q\n want %q", name, g, w)
		}
	}
}

func texts(a *article.Article) map[string]string {
	m := map[string]string{}
	for name, s := range a.Fields() {
		m[name] = *s
	}
	return m
}

func checkExpectation(t *testing.T, c Case, record []byte) {
	data, err := os.ReadFile(filepath.Join(c.Dir, ExpectFile))
	if os.IsNotExist(err) {
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	e, err := ParseExpectation(data)
	if err != nil {
		t.Fatal(err)
	}
	unmet, err := e.Unmet(record)
	if err != nil {
		t.Fatal(err)
	}
	var mended []string
	for _, f := range unmet {
		if f.Mended && os.Getenv("UPDATE") == "1" {
			mended = append(mended, f.Check)
			continue
		}
		t.Errorf("%s: %s", f.Check, f.Why)
	}
	if len(mended) > 0 {
		if err := os.WriteFile(filepath.Join(c.Dir, ExpectFile), Strike(data, mended), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// compare holds got against a golden file, or rewrites it where UPDATE=1.
func compare(t *testing.T, path string, got []byte) {
	t.Helper()
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (make golden writes it)", err)
	}
	if string(got) != string(want) {
		t.Errorf("record differs from %s (make golden rewrites it):\n%s", path, diff(want, got))
	}
}

// TestBatchKeepsBytes runs the golden pages as a user would, by one worker and
// by eight and in another order, and wants the bytes of the records unchanged.
func TestBatchKeepsBytes(t *testing.T) {
	list, err := ingest.List(t.Context(), []string{pagesDir}, ingest.ListOptions{Include: []string{"page.*"}})
	if err != nil {
		t.Fatal(err)
	}
	var first map[string]string
	for _, workers := range []int{1, 8} {
		out := t.TempDir()
		cfg := batch.Config{
			Reader:  &ingest.Reader{MaxBytes: 16 << 20},
			Process: batch.Pipeline{}.Process,
			Format:  article.Formats()[0],
			Workers: workers,
			Limit:   60e9,
			Out:     out,
		}
		if _, err := batch.Run(context.Background(), cfg, list); err != nil {
			t.Fatal(err)
		}
		records := readAll(t, out)
		if first == nil {
			first = records
		}
		if len(records) != len(list.Items) {
			t.Errorf("%d workers: %d records of %d pages", workers, len(records), len(list.Items))
		}
		for name, data := range records {
			if first[name] != data {
				t.Errorf("%d workers: %s differs", workers, name)
			}
		}
		slices.Reverse(list.Items)
	}
}

func readAll(t *testing.T, dir string) map[string]string {
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if strings.HasSuffix(path, ".json") && !json.Valid(data) {
			t.Errorf("%s is not JSON", path)
		}
		out[path[len(dir):]] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
