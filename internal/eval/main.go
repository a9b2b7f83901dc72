// Eval writes the records of the corpora's pages as the scorer reads them. Each
// page is judged by models that have not seen its site.
//
//	eval -corpora DIR -models DIR -out DIR
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"copydesk/article"
	"copydesk/batch"
	"copydesk/extract"
	"copydesk/extract/block"
	"copydesk/extract/dump"
	"copydesk/extract/label/standfirst"
	"copydesk/ingest"
	"copydesk/internal/train/fold"
)

func main() {
	corpora := flag.String("corpora", "../shared/eval/dev", "folder of corpora")
	models := flag.String("models", "build/models", "folder that train wrote")
	dumps := flag.String("dumps", "build/dumps", "folder that train/dumps wrote")
	names := flag.String("names", "*", "corpora, as a glob")
	out := flag.String("out", "build/eval", "where records go")
	flag.Parse()
	if err := run(*corpora, *models, *dumps, *names, *out); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func run(corpora, models, dumps, names, out string) error {
	var sets [fold.Count]extract.Config
	for k := range sets {
		m, err := block.LoadModels(os.DirFS(filepath.Join(models, fmt.Sprintf("fold%d", k))))
		if err != nil {
			return err
		}
		d, err := dump.ReadWeights(os.DirFS(filepath.Join(dumps, fmt.Sprintf("fold%d", k))))
		if err != nil {
			return err
		}
		s, err := standfirst.ReadJudge(os.DirFS(filepath.Join(models, fmt.Sprintf("fold%d", k))))
		if err != nil {
			return err
		}
		sets[k] = extract.Config{Models: m, Standfirsts: s, Dumps: d}
	}
	folders, err := filepath.Glob(filepath.Join(corpora, names, "gold.jsonl"))
	if err != nil {
		return err
	}
	for _, g := range folders {
		if err := corpus(filepath.Dir(g), filepath.Join(out, filepath.Base(filepath.Dir(g))), &sets); err != nil {
			return err
		}
	}
	return nil
}

// corpus writes the records of one corpus.
func corpus(dir, out string, sets *[fold.Count]extract.Config) error {
	f, err := os.Open(filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		return err
	}
	defer f.Close()
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	type row struct{ ID, URL string }
	rows := make(chan row)
	errs := make(chan error, 1)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for r := range rows {
				if err := record(dir, out, r.ID, &sets[fold.Of(r.URL)]); err != nil {
					select {
					case errs <- fmt.Errorf("%s: %w", r.ID, err):
					default:
					}
				}
			}
		})
	}
	in := bufio.NewScanner(f)
	in.Buffer(nil, 64<<20)
	for in.Scan() {
		var r row
		if err := json.Unmarshal(in.Bytes(), &r); err != nil {
			return err
		}
		rows <- r
	}
	close(rows)
	wg.Wait()
	select {
	case err := <-errs:
		return err
	default:
		return in.Err()
	}
}

// record takes one page the way that run takes it, but for the models.
func record(dir, out, id string, cfg *extract.Config) error {
	files, err := filepath.Glob(filepath.Join(dir, "pages", id+".*"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no page")
	}
	ctx := context.Background()
	list, err := ingest.List(ctx, files[:1], ingest.ListOptions{})
	if err != nil {
		return err
	}
	page, err := reader.Read(ctx, list.Items[0])
	if err != nil {
		return err
	}
	a, err := batch.Pipeline{Extract: *cfg}.Process(ctx, page)
	if err != nil {
		return err
	}
	j, err := article.AppendJSON(nil, a)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, id+".json"), j, 0o644)
}

var reader = ingest.Reader{MaxBytes: 16 << 20}
