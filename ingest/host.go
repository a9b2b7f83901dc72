package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// maxRobots is how much of a robots.txt is read, as RFC 9309 asks at least.
const maxRobots = 500 << 10

// host is one host that is fetched from. Its turn holds one token: who has it
// may send, and reads and writes the other fields.
type host struct {
	turn   chan struct{}
	robots *robots // nil until asked for
	err    error   // why robots.txt cannot be read; it is not asked for again
	last   time.Time
}

func (f *Fetcher) host(u *url.URL) *host {
	key := strings.ToLower(u.Scheme + "://" + u.Host)
	f.mu.Lock()
	defer f.mu.Unlock()
	h := f.hosts[key]
	if h == nil {
		h = &host{turn: make(chan struct{}, 1)}
		f.hosts[key] = h
	}
	return h
}

// take waits for the host's turn.
func (h *host) take(ctx context.Context) error {
	select {
	case h.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// give ends the turn.
func (h *host) give() {
	h.last = time.Now()
	<-h.turn
}

// permit asks the host's robots.txt for leave and waits as long as it wants
// between two requests. The caller has the turn.
func (h *host) permit(ctx context.Context, f *Fetcher, u *url.URL) error {
	if h.robots == nil && h.err == nil {
		h.robots, h.err = f.fetchRobots(ctx, u)
	}
	if h.err != nil {
		return h.err
	}
	if !h.robots.allows(u.RequestURI()) {
		return errors.New("robots.txt does not allow it")
	}
	if wait := min(h.robots.delay, f.opts.Timeout/2, maxCrawlDelay) - time.Since(h.last); wait > 0 && !h.last.IsZero() {
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// fetchRobots reads the robots.txt of u's host. A file that does not exist
// (4xx) allows all; a server that fails (5xx) allows nothing, as RFC 9309 says.
func (f *Fetcher) fetchRobots(ctx context.Context, u *url.URL) (*robots, error) {
	agent := productToken(f.opts.UserAgent)
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	for range f.opts.Redirects + 1 {
		resp, err := f.send(ctx, at, "identity")
		if err != nil {
			return nil, fmt.Errorf("robots.txt cannot be read: %w", err)
		}
		next, err := redirect(resp, at)
		switch {
		case next != nil:
			resp.Body.Close()
			at = next
			continue
		case err == nil:
			text, err := io.ReadAll(io.LimitReader(resp.Body, maxRobots))
			resp.Body.Close()
			if err != nil {
				return nil, fmt.Errorf("robots.txt cannot be read: %w", err)
			}
			return parseRobots(text, agent), nil
		}
		resp.Body.Close()
		if resp.StatusCode >= http.StatusBadRequest && resp.StatusCode < http.StatusInternalServerError && resp.StatusCode != http.StatusTooManyRequests {
			return &robots{}, nil
		}
		return nil, fmt.Errorf("robots.txt cannot be read, so nothing is fetched: %w", err)
	}
	return &robots{}, nil // a circle of redirects counts as no file
}
