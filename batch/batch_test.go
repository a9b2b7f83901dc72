package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"copydesk/article"
	"copydesk/ingest"
)

// plant writes files below a new folder and lists them.
func plant(t testing.TB, files map[string]string) (dir string, l *ingest.Listing) {
	t.Helper()
	dir = t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir, listed(t, dir)
}

func listed(t testing.TB, words ...string) *ingest.Listing {
	t.Helper()
	l, err := ingest.List(context.Background(), words, ingest.ListOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// many gives n small pages.
func many(n int) map[string]string {
	files := map[string]string{}
	for i := range n {
		files[fmt.Sprintf("%c/%03d.txt", 'a'+i%3, i)] = fmt.Sprintf("Page number %d of this test.", i)
	}
	return files
}

// echo makes a record whose headline is the page.
func echo(_ context.Context, p ingest.Page) (*article.Article, error) {
	return &article.Article{Schema: article.Schema, Source: article.Source{Path: p.Name}, Headline: string(p.Bytes)}, nil
}

func config(t testing.TB, format string) Config {
	t.Helper()
	f, ok := article.FormatNamed(format)
	if !ok {
		t.Fatal(format)
	}
	return Config{Reader: &ingest.Reader{MaxBytes: 1 << 20}, Process: echo, Format: f, Workers: 4, Limit: 10 * time.Second, Out: filepath.Join(t.TempDir(), "out")}
}

// tree gives all files below dir with their contents.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, path))
		out[path] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestRun(t *testing.T) {
	files := many(40)
	files["b/picture.png"] = "\x89PNG\r\n"
	files["b/empty"] = ""
	files["c/broken.gz"] = "\x1f\x8b\x08"
	_, l := plant(t, files)
	cfg := config(t, "json")
	var failed, skipped []string
	cfg.Failed = func(f Failure) { failed = append(failed, filepath.Base(f.Page)+" "+f.Stage) }
	cfg.Skipped = func(page, why string) { skipped = append(skipped, filepath.Base(page)+" "+why) }
	sum, err := Run(t.Context(), cfg, l)
	if err != nil {
		t.Fatal(err)
	}
	if sum != (Summary{Pages: 43, Written: 40, Failed: 1, Skipped: 2, Unread: 1}) {
		t.Errorf("summary %+v", sum)
	}
	if !slices.Equal(failed, []string{"broken.gz decompress"}) || !slices.Equal(skipped, []string{"empty not a page: empty", "picture.png not a page: PNG picture"}) {
		t.Errorf("failed %q, skipped %q", failed, skipped)
	}
	got := tree(t, cfg.Out)
	if len(got) != 41 || !strings.Contains(got["b/001.txt.json"], "Page number 1 of") {
		t.Errorf("%d files", len(got))
	}
	if !strings.Contains(got[Manifest], `"stage":"decompress","cause":"gzip: data ends too soon"}`+"\n") {
		t.Errorf("manifest %q", got[Manifest])
	}
	// A run without failures takes the manifest of the one before away.
	l.Items = slices.DeleteFunc(l.Items, func(it ingest.Item) bool { return strings.HasSuffix(it.Name, ".gz") })
	if _, err := Run(t.Context(), cfg, l); err != nil {
		t.Fatal(err)
	}
	if _, there := tree(t, cfg.Out)[Manifest]; there {
		t.Error("the manifest of an earlier run is left")
	}
}

// The order of records is that of the pages, whichever is done first, and the
// bytes are the same for any number of workers.
func TestOrder(t *testing.T) {
	_, l := plant(t, many(300))
	var want string
	for _, workers := range []int{1, 2, 8} {
		var out bytes.Buffer
		cfg := config(t, "ndjson")
		cfg.Workers, cfg.Out, cfg.Stream = workers, "", &out
		cfg.Process = func(ctx context.Context, p ingest.Page) (*article.Article, error) {
			if strings.HasSuffix(p.Name, "0.txt") {
				time.Sleep(time.Millisecond)
			}
			return echo(ctx, p)
		}
		if _, err := Run(t.Context(), cfg, l); err != nil {
			t.Fatal(err)
		}
		if want == "" {
			want = out.String()
		}
		if out.String() != want || strings.Count(want, "\n") != 300 {
			t.Errorf("%d workers: another output", workers)
		}
	}
}

// While one page takes long, only so many others may be begun.
func TestWindowIsBounded(t *testing.T) {
	_, l := plant(t, many(400))
	var begun atomic.Int32
	release := make(chan struct{})
	cfg := config(t, "ndjson")
	cfg.Workers = 2
	cfg.Process = func(ctx context.Context, p ingest.Page) (*article.Article, error) {
		begun.Add(1)
		if p.Name == "a/000.txt" {
			<-release
		}
		return echo(ctx, p)
	}
	time.AfterFunc(300*time.Millisecond, func() {
		if n := begun.Load(); n > windowPages*2 {
			t.Errorf("%d pages were begun behind one that is not done", n)
		}
		close(release)
	})
	if sum, err := Run(t.Context(), cfg, l); err != nil || sum.Written != 400 {
		t.Errorf("%+v, %v", sum, err)
	}
}

func TestCollisions(t *testing.T) {
	one, _ := plant(t, map[string]string{"story.html": "<html>1", "logo.png": "\x89PNG"})
	two, _ := plant(t, map[string]string{"story.html": "<html>2", "logo.png": "\x89PNG"})
	cfg := config(t, "json")
	_, err := Run(t.Context(), cfg, listed(t, one, two))
	var c *CollisionError
	if !errors.As(err, &c) || c.A != filepath.Join(one, "story.html") || c.B != filepath.Join(two, "story.html") || !strings.Contains(err.Error(), c.B) {
		t.Fatalf("two pages of one name: %v", err)
	}
	if _, err := os.Stat(cfg.Out); err == nil {
		t.Error("something was written before the names were refused")
	}
	// Files that are no page may share a name.
	os.Remove(filepath.Join(two, "story.html"))
	if sum, err := Run(t.Context(), cfg, listed(t, one, two)); err != nil || sum.Written != 1 || sum.Skipped != 2 {
		t.Errorf("%+v, %v", sum, err)
	}
	// A record cannot be a folder of other records as well.
	three, _ := plant(t, map[string]string{"a": "A page named a.", "a.json/b": "A page within a.json."})
	if _, err := Run(t.Context(), cfg, listed(t, three)); !errors.As(err, &c) {
		t.Errorf("a file and a folder of one name: %v", err)
	}
}

func TestCollisionsOfCase(t *testing.T) {
	_, l := plant(t, map[string]string{"Story.html": "<html>1", "story.html": "<html>2"})
	if len(l.Items) != 2 {
		t.Skip("this disk folds case itself")
	}
	page := func(ingest.Item) bool { return true }
	if err := distinct(l.Items, false, page); err != nil {
		t.Errorf("where case counts: %v", err)
	}
	if err := distinct(l.Items, true, page); err == nil {
		t.Error("where case does not count, two pages become one record")
	}
}

func TestPanicIsAFailure(t *testing.T) {
	_, l := plant(t, many(5))
	cfg := config(t, "json")
	cfg.Process = func(ctx context.Context, p ingest.Page) (*article.Article, error) {
		if strings.HasSuffix(p.Name, "003.txt") {
			var none []int
			_ = none[len(p.Name)]
		}
		return echo(ctx, p)
	}
	var got Failure
	cfg.Failed = func(f Failure) { got = f }
	sum, err := Run(t.Context(), cfg, l)
	if err != nil || sum.Written != 4 || sum.Failed != 1 || !strings.Contains(got.Cause, "index out of range") || got.Stage != "extract" {
		t.Errorf("%+v, %v, %+v", sum, err, got)
	}
}

func TestTimeLimit(t *testing.T) {
	for about, wait := range map[string]func(context.Context) error{
		"a page that listens": func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() },
		"a page that does not": func(context.Context) error {
			time.Sleep(30 * time.Second)
			return nil
		},
	} {
		t.Run(about, func(t *testing.T) {
			t.Parallel()
			_, l := plant(t, many(4))
			cfg := config(t, "json")
			cfg.Limit = 50 * time.Millisecond
			cfg.Process = func(ctx context.Context, p ingest.Page) (*article.Article, error) {
				if strings.HasSuffix(p.Name, "002.txt") {
					if err := wait(ctx); err != nil {
						return nil, fmt.Errorf("decode: %w", err)
					}
				}
				return echo(ctx, p)
			}
			var got Failure
			cfg.Failed = func(f Failure) { got = f }
			start := time.Now()
			sum, err := Run(t.Context(), cfg, l)
			if err != nil || sum.Written != 3 || !strings.Contains(got.Cause, "not done within 50ms") {
				t.Errorf("%+v, %v, %+v", sum, err, got)
			}
			if time.Since(start) > 20*time.Second {
				t.Error("the run waited for a page whose time was over")
			}
		})
	}
}

func TestInterrupted(t *testing.T) {
	_, l := plant(t, many(200))
	for _, format := range []string{"json", "ndjson"} {
		cfg := config(t, format)
		ctx, cancel := context.WithCancel(t.Context())
		var done atomic.Int32
		cfg.Process = func(c context.Context, p ingest.Page) (*article.Article, error) {
			if done.Add(1) == 20 {
				cancel()
			}
			return echo(c, p)
		}
		sum, err := Run(ctx, cfg, l)
		if !errors.Is(err, context.Canceled) || sum.Undone == 0 || sum.Failed != 0 || sum.Written+sum.Undone != 200 {
			t.Errorf("%s: %+v, %v", format, sum, err)
		}
		got := tree(t, cfg.Out)
		for name, data := range got {
			if strings.HasPrefix(filepath.Base(name), tempPrefix) || !strings.HasSuffix(data, "}\n") {
				t.Errorf("%s: %s is left torn", format, name)
			}
		}
		if format == "ndjson" && len(got) != 0 {
			t.Errorf("a stream that is not whole was given its name")
		}
	}
}

func TestMissingAndNothing(t *testing.T) {
	cfg := config(t, "json")
	sum, err := Run(t.Context(), cfg, listed(t, "no/such/page"))
	if err != nil || sum.Failed != 1 || sum.Unread != 1 {
		t.Errorf("%+v, %v", sum, err)
	}
	if got := tree(t, cfg.Out)[Manifest]; got != `{"page":"no/such/page","stage":"read","cause":"no such file or directory"}`+"\n" {
		t.Errorf("manifest %q", got)
	}
}

func TestTwoRunsIntoOneFolder(t *testing.T) {
	_, l := plant(t, many(3))
	cfg := config(t, "json")
	var inner error
	cfg.Process = func(ctx context.Context, p ingest.Page) (*article.Article, error) {
		other := cfg
		other.Process, other.Workers = echo, 1
		if strings.HasSuffix(p.Name, "000.txt") {
			_, inner = Run(ctx, other, l)
		}
		return echo(ctx, p)
	}
	if _, err := Run(t.Context(), cfg, l); err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && !errors.Is(inner, ErrBusy) {
		t.Errorf("a second run into the same folder: %v", inner)
	}
}
