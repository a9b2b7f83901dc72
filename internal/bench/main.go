// Bench compares copydesk with its peers, library against library: the same
// pages, in one run, on one core. It is a module of its own, so that nobody
// who builds copydesk has to fetch the peers.
//
//	bench [-rounds N] [-max N] DIR…
//
// Each contestant takes all pages once a round, in turn with the others; the
// fastest round counts, for whatever else the machine does can only slow one
// down. Time is the processor's, garbage collection included, where the system
// tells it. Pages are read and decompressed beforehand.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"net/url"
	"os"
	"runtime"
	"strings"
	"time"

	"copydesk/article"
	"copydesk/batch"
	"copydesk/extract"
	"copydesk/ingest"

	"github.com/go-shiori/go-readability"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// contestant takes one page from its bytes to its result.
type contestant struct {
	name string
	run  func(page ingest.Page) error
}

var contestants = []contestant{
	{"parse alone (x/net/html)", parse},
	{"copydesk, extraction", extraction},
	{"copydesk, whole record with repair", record},
	{"copydesk, written as JSON", written},
	{"go-readability", readable},
	{"go-trafilatura", trafilate},
}

func parse(p ingest.Page) error {
	_, err := html.Parse(bytes.NewReader(p.Bytes))
	return err
}

func extraction(p ingest.Page) error {
	_, err := extract.Page(context.Background(), p, extract.Config{}, nil)
	return err
}

func record(p ingest.Page) error {
	_, err := batch.Pipeline{}.Process(context.Background(), p)
	return err
}

func written(p ingest.Page) error {
	a, err := batch.Pipeline{}.Process(context.Background(), p)
	if err == nil {
		_, err = article.AppendLine(nil, a)
	}
	return err
}

var nowhere = &url.URL{Scheme: "https", Host: "example.com", Path: "/"}

func readable(p ingest.Page) error {
	_, err := readability.FromReader(bytes.NewReader(p.Bytes), nowhere)
	return err
}

func trafilate(p ingest.Page) error {
	_, err := trafilatura.Extract(bytes.NewReader(p.Bytes), trafilatura.Options{OriginalURL: nowhere})
	return err
}

func main() {
	rounds := flag.Int("rounds", 5, "rounds; the fastest counts")
	most := flag.Int("max", 300, "pages taken at most, spread over all")
	flag.Parse()
	runtime.GOMAXPROCS(1)
	pages, size, err := load(flag.Args(), *most)
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
	fmt.Printf("%d pages, %.1f MB, one core, best of %d rounds\n\n", len(pages), float64(size)/1e6, *rounds)
	best := make([]figures, len(contestants))
	for range *rounds {
		for i, c := range contestants {
			if f := measure(c, pages); best[i].time == 0 || f.time < best[i].time {
				best[i] = f
			}
		}
	}
	fmt.Printf("%-36s %10s %8s %8s %12s %10s %7s\n", "", "ms/page", "x parse", "MB/s", "allocs/page", "kB/page", "failed")
	n := float64(len(pages))
	for i, c := range contestants {
		f := best[i]
		fmt.Printf("%-36s %10.2f %8.2f %8.1f %12.0f %10.0f %7d\n", c.name, f.time.Seconds()*1e3/n, f.time.Seconds()/best[0].time.Seconds(),
			float64(size)/1e6/f.time.Seconds(), float64(f.allocs)/n, float64(f.bytes)/1e3/n, f.failed)
	}
}

type figures struct {
	time          time.Duration
	allocs, bytes uint64
	failed        int
}

func measure(c contestant, pages []ingest.Page) (f figures) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := clock()
	for _, p := range pages {
		if err := c.run(p); err != nil {
			f.failed++
		}
	}
	f.time = clock() - start
	runtime.ReadMemStats(&after)
	f.allocs, f.bytes = after.Mallocs-before.Mallocs, after.TotalAlloc-before.TotalAlloc
	return f
}

// load reads the HTML pages below the folders, every n-th where there are too many.
func load(dirs []string, most int) (pages []ingest.Page, size int, err error) {
	for _, d := range dirs {
		if _, err := os.Stat(d); err != nil {
			return nil, 0, err
		}
	}
	list, err := ingest.List(context.Background(), dirs, ingest.ListOptions{Include: []string{"*.html", "*.html.gz", "*.htm"}})
	if err != nil {
		return nil, 0, err
	}
	r := ingest.Reader{MaxBytes: 16 << 20}
	step := max(1, len(list.Items)/max(1, most))
	for i := 0; i < len(list.Items); i += step {
		p, err := r.Read(context.Background(), list.Items[i])
		if err != nil {
			return nil, 0, fmt.Errorf("%s: %w", list.Items[i].From, err)
		}
		pages = append(pages, p)
		size += len(p.Bytes)
	}
	if len(pages) == 0 {
		return nil, 0, fmt.Errorf("no HTML pages in %s", strings.Join(dirs, ", "))
	}
	return pages, size, nil
}
