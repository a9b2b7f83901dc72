package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"sync"
	"time"
)

// FetchOptions says how pages are fetched.
type FetchOptions struct {
	UserAgent    string        // sent with each request; its first word, up to a slash, is looked for in robots.txt
	AllowPrivate bool          // also fetch from private and loopback addresses
	Timeout      time.Duration // for one answer, body included
	Redirects    int           // followed at most
	MaxBytes     int64         // as sent, before decompression
	Now          func() time.Time
}

// maxCrawlDelay bounds how long one site may make a run wait between two requests.
const maxCrawlDelay = 30 * time.Second

// Fetcher fetches pages politely: it obeys robots.txt, sends one request at a
// time to a host, and refuses addresses inside the user's own network. It
// keeps no cookies and uses no proxy, for behind one it could not see where a
// name leads. It is safe for use by many goroutines.
type Fetcher struct {
	opts   FetchOptions
	client *http.Client
	mu     sync.Mutex
	hosts  map[string]*host // by scheme and host
}

// NewFetcher makes a Fetcher.
func NewFetcher(opts FetchOptions) *Fetcher {
	dialer := &net.Dialer{Timeout: dialTimeout}
	if !opts.AllowPrivate {
		dialer.Control = refusePrivate
	}
	return &Fetcher{
		opts:  opts,
		hosts: map[string]*host{},
		client: &http.Client{
			Transport: &http.Transport{
				DialContext:            dialer.DialContext,
				TLSHandshakeTimeout:    dialTimeout,
				ResponseHeaderTimeout:  opts.Timeout,
				MaxResponseHeaderBytes: 1 << 20,
				MaxIdleConns:           64,
				IdleConnTimeout:        30 * time.Second,
				DisableCompression:     true, // undone by content, like a file
				ForceAttemptHTTP2:      true,
			},
			// Each hop is asked for anew: another host has another robots.txt.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}
}

// get fetches the page at u, following redirects. The body must be closed,
// which also lets the next request to that host go. The limit on time is for
// each answer; waiting for one's turn at a host does not count.
func (f *Fetcher) get(ctx context.Context, u *url.URL) (io.ReadCloser, Page, error) {
	for range f.opts.Redirects + 1 {
		body, p, next, err := f.hop(ctx, u)
		if err != nil {
			if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
				err = fmt.Errorf("no answer within %s", f.opts.Timeout)
			}
			return nil, Page{}, err
		}
		if next == nil {
			return body, p, nil
		}
		u = next
	}
	return nil, Page{}, fmt.Errorf("more than %d redirects", f.opts.Redirects)
}

// hop sends one request: what comes back is a page or the address of the next.
func (f *Fetcher) hop(ctx context.Context, u *url.URL) (_ io.ReadCloser, _ Page, next *url.URL, err error) {
	h := f.host(u)
	if err := h.take(ctx); err != nil {
		return nil, Page{}, nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, f.opts.Timeout)
	release := func() { cancel(); h.give() }
	if err = h.permit(ctx, f, u); err != nil {
		release()
		return nil, Page{}, nil, err
	}
	resp, err := f.send(ctx, u, "gzip, zstd, br")
	if err != nil {
		release()
		return nil, Page{}, nil, err
	}
	if next, err = redirect(resp, u); next != nil || err != nil {
		resp.Body.Close()
		release()
		return nil, Page{}, next, err
	}
	p := Page{URL: u.String(), ContentType: resp.Header.Get("Content-Type"), FetchedAt: f.opts.Now().UTC().Truncate(time.Second)}
	return &fetched{body: resp.Body, left: f.opts.MaxBytes, done: release}, p, nil, nil
}

func (f *Fetcher) send(ctx context.Context, u *url.URL, encoding string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", f.opts.UserAgent)
	req.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1")
	req.Header.Set("Accept-Encoding", encoding)
	resp, err := f.client.Do(req)
	var ue *url.Error
	if errors.As(err, &ue) {
		err = ue.Err // the address is said by whoever names the page
	}
	return resp, err
}

// redirect gives where a response sends on to; nil for a page. Any other answer is an error.
func redirect(resp *http.Response, from *url.URL) (*url.URL, error) {
	switch resp.StatusCode {
	case http.StatusOK, http.StatusNonAuthoritativeInfo:
		return nil, nil
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
	default:
		return nil, fmt.Errorf("the server answered %s", resp.Status)
	}
	to, err := from.Parse(resp.Header.Get("Location"))
	if err != nil || resp.Header.Get("Location") == "" {
		return nil, fmt.Errorf("the server answered %s without saying where to", resp.Status)
	}
	if to.Hostname() == "" || !isAddress(to.String()) {
		return nil, fmt.Errorf("the server sends on to %q, which is not fetched", to.Redacted())
	}
	to.Fragment = ""
	return to, nil
}

// fetched is the body of an answer. It fails with ErrTooLarge behind its limit.
type fetched struct {
	body io.ReadCloser
	left int64
	done func()
}

func (b *fetched) Read(p []byte) (int, error) {
	n, err := b.body.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return 0, fmt.Errorf("%w: the server sends more than may be read (--max-bytes)", ErrTooLarge)
	}
	return n, err
}

func (b *fetched) Close() error {
	err := b.body.Close()
	b.done()
	return err
}
