package golden

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"copydesk/article"
	"copydesk/batch"
	"copydesk/ingest"
)

// TestCorpora runs every page of the corpora that the variable CORPORA names
// (make eval sets it), by one worker in order and by eight in another order.
// Each page gives a record or a failure with a cause; each record is valid and
// can be undone; both runs give the same bytes.
func TestCorpora(t *testing.T) {
	dir := os.Getenv("CORPORA")
	if dir == "" {
		t.Skip("CORPORA names no folder of pages")
	}
	list, err := ingest.List(t.Context(), []string{dir}, ingest.ListOptions{Include: []string{"*/pages/**"}})
	if err != nil {
		t.Fatal(err)
	}
	first, failures := runOver(t, list, 1)
	rng := rand.New(rand.NewPCG(3, 4))
	rng.Shuffle(len(list.Items), func(i, j int) { list.Items[i], list.Items[j] = list.Items[j], list.Items[i] })
	second, _ := runOver(t, list, 8)
	for _, f := range failures {
		t.Logf("failed: %s", f)
		if f.Cause == "" || strings.Contains(f.Cause, "internal error") {
			t.Errorf("%s: no cause that helps a user", f.Page)
		}
	}
	invalid := 0
	for name, data := range first {
		if second[name] != data {
			t.Errorf("%s: other bytes by eight workers in another order", name)
		}
		if name == "/"+batch.Manifest {
			continue
		}
		if err := Valid([]byte(data)); err != nil {
			if invalid++; invalid < 10 {
				t.Errorf("%s: %v", name, err)
			}
		}
		undoes(t, name, []byte(data))
	}
	if len(list.Items) == 0 || len(second) != len(first) {
		t.Errorf("%d pages, %d and %d files", len(list.Items), len(first), len(second))
	}
	if invalid > 0 {
		t.Errorf("%d records do not validate", invalid)
	}
	t.Logf("%d pages, %d failures", len(list.Items), len(failures))
}

func runOver(t *testing.T, list *ingest.Listing, workers int) (records map[string]string, failures []batch.Failure) {
	out := filepath.Join(t.TempDir(), "out")
	cfg := batch.Config{
		Reader:  &ingest.Reader{MaxBytes: 16 << 20},
		Process: batch.Pipeline{}.Process,
		Format:  article.Formats()[0],
		Workers: workers,
		Limit:   time.Minute,
		Out:     out,
		Failed:  func(f batch.Failure) { failures = append(failures, f) },
	}
	if _, err := batch.Run(t.Context(), cfg, list); err != nil {
		t.Fatal(err)
	}
	return readAll(t, out), failures
}

// undoes checks that a record's fixes can be taken back, and that a record
// without fixes stays as it is.
func undoes(t *testing.T, name string, data []byte) {
	a, err := article.Parse(data)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	fixes := len(a.Fixes)
	if err := article.Undo(a); err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	again, err := article.AppendJSON(nil, a)
	if err != nil {
		t.Fatal(err)
	}
	if fixes == 0 && !strings.Contains(string(data), `"suspects"`) && !bytes.Equal(again, data) {
		t.Errorf("%s: undoing no fix changes the record", name)
	}
}
