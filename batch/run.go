// Package batch takes many pages through the pipeline: it plans where the
// records go, drives the workers, keeps the order, writes records whole or not
// at all, and reports every page that gave none.
package batch

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"

	"copydesk/article"
	"copydesk/ingest"
)

// Config says how a run works. It is made once and not changed.
type Config struct {
	Reader  *ingest.Reader
	Process Process
	Format  article.Format
	Workers int           // at least 1
	Limit   time.Duration // of time for one page

	Out    string    // folder for the records; empty where Stream is given
	Stream io.Writer // takes all records instead of a folder; Format must be a stream
	Disk   Disk      // nil is the operating system's

	// Failed and Skipped are called in the order of the pages, Progress now and
	// then; each may be nil. All are called from the goroutine that called Run.
	Failed   func(Failure)
	Skipped  func(page, why string)
	Progress func(Summary)
}

// Summary counts what became of the pages.
type Summary struct {
	Pages   int // that were named or found
	Written int
	Failed  int
	Skipped int // files that are no page
	Undone  int // not reached, because the run was ended
	Unread  int // of Failed: those that could not even be read
	Cleared int // temporary files of earlier runs, removed
}

// Run makes a record of each page in a listing. The error is nil where the run
// came to its end, whatever became of single pages: a *CollisionError before
// anything is written, a *WriteError where records cannot be written, or the
// context's. The summary holds in every case.
func Run(ctx context.Context, cfg Config, l *ingest.Listing) (Summary, error) {
	if cfg.Disk == nil {
		cfg.Disk = OS{}
	}
	r := &run{Config: cfg, items: l.Items}
	r.sum.Pages = len(l.Items) + len(l.Missing) + len(l.Skipped)
	r.sum.Skipped = len(l.Skipped)
	if err := r.open(ctx); err != nil {
		r.sum.Undone = len(r.items)
		return r.sum, err
	}
	defer r.unlock()
	for _, f := range missing(l) {
		r.fail(f)
	}
	for _, s := range l.Skipped {
		r.skip(s.From, s.Why)
	}
	err := r.drive(ctx)
	return r.sum, r.close(err)
}

type run struct {
	Config
	items    []ingest.Item
	sum      Summary
	sink     sink
	manifest *whole // nil where records go to a stream
	unlock   func()
	err      error // why the manifest could not be written
}

// open checks the plan and makes ready to write. Nothing is written where two
// pages would have one name.
func (r *run) open(ctx context.Context) error {
	r.unlock = func() {}
	if r.Stream != nil {
		r.sink = stream{r.Stream}
		return distinct(r.items, false, r.isPage(ctx))
	}
	// Names that are equal byte by byte are refused before the folder is made.
	if err := distinct(r.items, false, r.isPage(ctx)); err != nil {
		return err
	}
	if err := r.Disk.MkdirAll(r.Out); err != nil {
		return &WriteError{r.Out, cause(err)}
	}
	unlock, err := lock(r.Out)
	if err != nil {
		return &WriteError{r.Out, cause(err)}
	}
	if r.sum.Cleared, err = clearLeftovers(r.Out); err != nil {
		unlock()
		return &WriteError{r.Out, cause(err)}
	}
	if err = r.openFiles(ctx); err != nil {
		unlock()
		return err
	}
	r.unlock = unlock
	return nil
}

func (r *run) openFiles(ctx context.Context) (err error) {
	if r.manifest, err = newWhole(r.Disk, filepath.Join(r.Out, Manifest)); err != nil {
		return &WriteError{r.Out, cause(err)}
	}
	if foldsCase(r.Disk, r.Out) {
		err = distinct(r.items, true, r.isPage(ctx))
	}
	if err == nil && r.Format.Stream {
		r.sink, err = newOneFile(r.Disk, r.Out, "articles."+r.Format.Name)
	}
	if err != nil {
		r.manifest.abort()
		return err
	}
	if r.sink == nil {
		r.sink = newFolder(r.Disk, r.Out)
	}
	return nil
}

// isPage reads an item to see whether it is a page, for items whose names collide.
func (r *run) isPage(ctx context.Context) func(ingest.Item) bool {
	return func(it ingest.Item) bool {
		if it.From == "-" {
			return true // can be read but once
		}
		_, err := r.Reader.Read(ctx, it)
		return !errors.Is(err, ingest.ErrNotPage)
	}
}

func (r *run) skip(page, why string) {
	if r.Skipped != nil {
		r.Skipped(ingest.Spelled(page), why)
	}
}

func (r *run) fail(f Failure) {
	r.sum.Failed++
	switch f.Stage {
	case ingest.StageRead, ingest.StageFetch, ingest.StageDecompress:
		r.sum.Unread++
	}
	if r.manifest != nil && r.err == nil {
		if _, err := r.manifest.Write(f.line()); err != nil {
			r.err = &WriteError{Manifest, cause(err)}
		}
	}
	if r.Failed != nil {
		r.Failed(f)
	}
}

// close ends the run: what is whole gets its name, what is not is dropped. The
// manifest is written also where the run was ended early, for what it says holds.
func (r *run) close(err error) error {
	if err == nil {
		err = r.sink.commit()
	} else {
		r.sink.abort()
	}
	if r.manifest == nil {
		return err
	}
	merr := r.err
	if merr != nil || !r.manifest.wrote {
		r.manifest.abort()
		if merr == nil {
			merr = removeOld(r.Disk, r.manifest.path)
		}
	} else if cerr := r.manifest.commit(); cerr != nil {
		merr = &WriteError{Manifest, cause(cerr)}
	}
	if err == nil {
		err = merr
	}
	return err
}

// removeOld takes away the manifest of an earlier run, which would be taken for this one's.
func removeOld(disk Disk, path string) error {
	if err := disk.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return &WriteError{Manifest, cause(err)}
	}
	return nil
}
