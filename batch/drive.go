package batch

import (
	"context"
	"errors"
	"sync"

	"copydesk/ingest"
)

// Results are handed on in the order of the pages. Those that are done before
// their turn wait in a window, which is bounded in number and in bytes: while
// it is full no further page is begun. The page whose turn it is was always
// begun already, so the window empties again.
const (
	windowPages = 64 // a worker
	windowBytes = 64 << 20
)

// outcome is what became of one page; at most one of its fields is set, and
// none where the run was ended before the page was done.
type outcome struct {
	index   int
	record  []byte // for a sink that wants records in order
	written bool
	failure *Failure
	skipped string // why it is no page
	err     error  // ends the run
}

// drive takes all pages through the workers. It ends early with the context's
// error, or with the first failure to write that concerns more than one page.
func (r *run) drive(ctx context.Context) error {
	work, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	jobs, done := make(chan int), make(chan outcome)
	guarded := Guard(r.Process, r.Limit)
	var workers sync.WaitGroup
	for range r.Workers {
		workers.Go(func() {
			for i := range jobs {
				done <- r.page(work, guarded, i)
			}
		})
	}
	defer workers.Wait()
	defer close(jobs)

	var begun, handed, held int
	var failed error
	waiting := map[int]outcome{}
	for {
		next := jobs
		if begun == len(r.items) || work.Err() != nil ||
			begun > handed && (begun-handed >= windowPages*r.Workers || held >= windowBytes) {
			next = nil
		}
		if next == nil && begun == handed {
			break
		}
		select {
		case next <- begun:
			begun++
			continue
		case o := <-done:
			waiting[o.index] = o
			held += len(o.record)
		}
		for o, ok := waiting[handed]; ok; o, ok = waiting[handed] {
			delete(waiting, handed)
			held -= len(o.record)
			handed++
			if err := r.hand(o); err != nil && failed == nil {
				failed = err
				stop(err)
			}
		}
	}
	r.sum.Undone += len(r.items) - begun
	if failed == nil && r.sum.Undone > 0 {
		failed = context.Cause(ctx)
	}
	return failed
}

// hand takes one outcome in its turn. An error ends the run.
func (r *run) hand(o outcome) error {
	err := o.err
	if o.record != nil {
		err = r.sink.next(o.record)
		o.written = err == nil
		if err != nil {
			o.failure = failureOf(r.items[o.index].From, "write", err)
		}
	}
	switch {
	case o.written:
		r.sum.Written++
	case o.failure != nil:
		r.fail(*o.failure)
	case o.skipped != "":
		r.sum.Skipped++
		r.skip(r.items[o.index].From, o.skipped)
	default:
		r.sum.Undone++
	}
	if r.Progress != nil {
		r.Progress(r.sum)
	}
	return err
}

// page takes one page from its source to its record.
func (r *run) page(ctx context.Context, process Process, i int) (o outcome) {
	it := r.items[i]
	o.index = i
	defer func() {
		if v := recover(); v != nil {
			o = outcome{index: i, failure: failureOf(it.From, "read", caught(v, "read"))}
		}
	}()
	p, err := r.Reader.Read(ctx, it)
	if errors.Is(err, ingest.ErrNotPage) {
		o.skipped = err.Error()
		return o
	}
	if err == nil {
		err = r.record(ctx, process, p, &o)
	}
	if err != nil && !stopped(ctx, err) {
		o.failure = failureOf(it.From, "extract", err)
	}
	return o
}

func (r *run) record(ctx context.Context, process Process, p ingest.Page, o *outcome) error {
	a, err := process(ctx, p)
	if err != nil {
		return err
	}
	data, err := r.Format.Append(nil, a)
	if err != nil {
		return &WriteError{recordName(p.Name), err}
	}
	if r.Format.Stream {
		o.record = data
		return nil
	}
	err = r.sink.put(recordName(p.Name), data)
	o.written = err == nil
	if err != nil && !pageOnly(err) {
		o.err = err
	}
	return err
}
