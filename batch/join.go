package batch

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"copydesk/article"
	"copydesk/extract"
	"copydesk/ingest"
	"copydesk/normalize"
)

// Joiner joins articles in several parts where all parts are among the pages of
// a run. What it joins depends on which pages there are, never on their order or
// on the number of workers.
//
// It holds no page: a first pass notes where pages of several parts lead, and
// whoever makes the record of a part reads the others again. The record of the
// first part holds the whole article; those of the others say which record does.
type Joiner struct {
	pipeline Pipeline
	reader   *ingest.Reader
	items    []ingest.Item
	groups   map[string]place  // by Page.Name
	apart    map[string]string // why a part was not joined, by Page.Name
}

// place is where a page stands in an article of several parts.
type place struct {
	*group
	number int // from 0
}

// group is one article in several parts.
type group struct {
	parts []*link
	once  sync.Once
	err   error // why its parts are not joined after all
}

// NewJoiner takes the first pass over the items of a run: it reads each that can
// be read twice (no standard input, no address) and notes its part links. What
// cannot be read is left for the run to report. The error is the context's.
func NewJoiner(ctx context.Context, p Pipeline, r *ingest.Reader, items []ingest.Item, workers int, limit time.Duration) (*Joiner, error) {
	j := &Joiner{pipeline: p, reader: r, items: items, groups: map[string]place{}, apart: map[string]string{}}
	links, err := j.survey(ctx, workers, limit)
	if err != nil {
		return nil, err
	}
	whole, why := chains(links)
	for _, parts := range whole {
		g := &group{parts: parts}
		for n, l := range parts {
			j.groups[items[l.item].Name] = place{g, n}
		}
	}
	for l, reason := range why {
		if reason != "" {
			j.apart[items[l.item].Name] = reason
		}
	}
	return j, nil
}

// survey gives the pages that name other parts, in the order of the items.
func (j *Joiner) survey(ctx context.Context, workers int, limit time.Duration) ([]*link, error) {
	read := Guard(func(ctx context.Context, p ingest.Page) (*article.Article, error) {
		return extract.Links(ctx, p, j.pipeline.Extract)
	}, limit)
	jobs := make(chan int)
	var mu sync.Mutex
	var links []*link
	var all sync.WaitGroup
	for range workers {
		all.Go(func() {
			for i := range jobs {
				p, err := j.reader.Read(ctx, j.items[i])
				if err != nil {
					continue
				}
				if a, err := read(ctx, p); err == nil && a.Parts != nil {
					mu.Lock()
					links = append(links, linkOf(i, a))
					mu.Unlock()
				}
			}
		})
	}
	for i := range j.items {
		if j.items[i].Lasting() && ctx.Err() == nil {
			jobs <- i
		}
	}
	close(jobs)
	all.Wait()
	slices.SortFunc(links, func(a, b *link) int { return a.item - b.item })
	return links, context.Cause(ctx)
}

var errUnread = errors.New("one of the parts could not be read")

// Process makes the record of one page. It is a Process.
func (j *Joiner) Process(ctx context.Context, page ingest.Page) (*article.Article, error) {
	at, ok := j.groups[page.Name]
	if !ok {
		a, err := j.pipeline.Process(ctx, page)
		if reason := j.apart[page.Name]; err == nil && reason != "" && a.Parts != nil {
			a.Quality.Warnings = append(a.Quality.Warnings, reason)
		}
		return a, err
	}
	var joined *article.Article
	at.once.Do(func() {
		at.err = errUnread // should the code for one of the parts panic
		joined, at.err = j.join(ctx, at.group)
	})
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if at.err == nil && at.number == 0 {
		if joined == nil { // another part's worker found that they can be joined
			var err error
			if joined, err = j.join(ctx, at.group); err != nil {
				return nil, err
			}
		}
		normalize.Article(joined, j.pipeline.Repair)
		return joined, ctx.Err()
	}
	a, err := j.pipeline.Process(ctx, page)
	switch {
	case err != nil || a.Parts == nil:
	case at.err != nil:
		a.Quality.Warnings = append(a.Quality.Warnings, "not joined: "+at.err.Error())
	default:
		at.mark(a, at.number)
	}
	return a, err
}

// join reads and extracts all parts of an article, one at a time.
func (j *Joiner) join(ctx context.Context, g *group) (*article.Article, error) {
	var parts []*article.Article
	for _, l := range g.parts {
		p, err := j.reader.Read(ctx, j.items[l.item])
		if err != nil {
			return nil, err
		}
		a, err := j.pipeline.Extracted(ctx, p, nil)
		if err != nil {
			return nil, err
		}
		parts = append(parts, a)
	}
	return extract.Join(parts)
}

// mark says on a part's record which one holds the whole article.
func (g *group) mark(a *article.Article, number int) {
	a.Parts.Number, a.Parts.Whole = number+1, g.parts[0].id
	for _, l := range g.parts {
		a.Parts.URLs = append(a.Parts.URLs, l.address)
	}
}
