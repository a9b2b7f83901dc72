package batch

import (
	"context"
	"fmt"
	"time"

	"copydesk/article"
	"copydesk/ingest"
)

// Process makes a record of a page. It must look at its context from time to
// time and come back soon after that ended.
type Process func(ctx context.Context, p ingest.Page) (*article.Article, error)

// maxAbandoned bounds how many pages that outlived their time may still be at
// work behind a run. A further one is waited for, so that they cannot pile up.
const maxAbandoned = 4

// grace is how long a page is waited for after its time is over.
const grace = time.Second

// Guard runs a Process so that no page can stop or outlive a run: a panic
// becomes an error, and a page that takes longer than limit becomes one too.
//
// A page is told through its context that its time is over. One that does not
// listen within a second is left behind and its late result thrown away; Go
// cannot end it, but no more than four are left behind at a time. The Process
// that comes back is safe for use by many goroutines if p is.
func Guard(p Process, limit time.Duration) Process {
	abandoned := make(chan struct{}, maxAbandoned)
	return func(ctx context.Context, page ingest.Page) (*article.Article, error) {
		limited, cancel := context.WithTimeout(ctx, limit)
		defer cancel()
		done := make(chan result, 1)
		go func() { done <- try(limited, p, page) }()
		select {
		case r := <-done:
			return r.of(ctx, limited, limit)
		case <-limited.Done():
		}
		late := time.NewTimer(grace)
		defer late.Stop()
		select {
		case r := <-done:
			return r.of(ctx, limited, limit)
		case <-late.C:
		}
		select {
		case r := <-done:
			return r.of(ctx, limited, limit)
		case abandoned <- struct{}{}:
			go func() { <-done; <-abandoned }()
			return result{err: limited.Err()}.of(ctx, limited, limit)
		}
	}
}

type result struct {
	a   *article.Article
	err error
}

// of names the limit where it was the cause.
func (r result) of(run, page context.Context, limit time.Duration) (*article.Article, error) {
	if r.err != nil && run.Err() == nil && page.Err() != nil {
		return nil, &timeError{limit, r.err}
	}
	return r.a, r.err
}

func try(ctx context.Context, p Process, page ingest.Page) (r result) {
	defer func() {
		if v := recover(); v != nil {
			r = result{err: caught(v, "extract")}
		}
	}()
	a, err := p(ctx, page)
	return result{a, err}
}

// timeError says that a page took too long.
type timeError struct {
	limit time.Duration
	err   error
}

func (e *timeError) Error() string {
	return fmt.Sprintf("not done within %s (raise --timeout to wait longer)", e.limit)
}

func (e *timeError) Unwrap() error { return e.err }
