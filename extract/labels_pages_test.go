package extract

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/ingest"
)

// TestLabelPages reads short pages written after what news sites show: each gives
// the labels of its want file, one a line as kind or kind and words, and no other
// kind. The text of the pages is that of testdata/labels/LANG.txtar.
func TestLabelPages(t *testing.T) {
	files, err := filepath.Glob("../testdata/labels/pages/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata/labels/pages/*.txtar", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		pages := txtar.Parse(data).Files
		for i := 0; i+1 < len(pages); i += 2 {
			name := strings.TrimSuffix(pages[i].Name, ".html")
			if pages[i+1].Name != name+".want" {
				t.Fatalf("%s: %s has no .want behind it", file, pages[i].Name)
			}
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar")+"/"+name, func(t *testing.T) {
				lang, _, _ := strings.Cut(strings.Replace(name, "nb-", "no-", 1), "-")
				body, _, _ := readLabels(t, "../testdata/labels/"+lang+".txtar")
				html := strings.NewReplacer("{{body}}", "<p>"+body[0]+"</p>\n<p>"+body[1]+"</p>", "{{1}}", body[0], "{{2}}", body[1]).Replace(string(pages[i].Data))
				trace := &label.Trace{}
				a, err := Page(context.Background(), ingest.Page{Name: "page.html", Bytes: []byte(html)}, Config{}, trace)
				if err != nil {
					t.Fatal(err)
				}
				checkLabels(t, a, string(pages[i+1].Data))
				if t.Failed() {
					for _, c := range trace.Choices {
						for _, r := range c.Refused {
							if c.Field == "trust_labels" {
								t.Logf("refused %q: %s", r.Value, r.Why)
							}
						}
					}
				}
			})
		}
	}
}

// checkLabels holds a record's labels to what is wanted.
func checkLabels(t *testing.T, a *article.Article, want string) {
	t.Helper()
	kinds := map[string]bool{}
	for line := range strings.Lines(want) {
		kind, words, _ := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		kinds[kind] = true
		found := false
		for _, l := range a.TrustLabels {
			found = found || l.Kind == kind && (words == "" || l.Label == words)
		}
		if !found {
			t.Errorf("no %s %q", kind, words)
		}
	}
	for _, l := range a.TrustLabels {
		if !kinds[l.Kind] {
			t.Errorf("%s “%s” from %s, and must not", l.Kind, l.Label, l.Source)
		}
	}
}
