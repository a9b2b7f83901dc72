package ingest

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// at is the clock of these tests.
var at = time.Date(2031, 4, 5, 6, 7, 8, 9, time.FixedZone("", 7200))

func fetcher(change func(*FetchOptions)) *Fetcher {
	o := FetchOptions{UserAgent: "copydesk/1 (test)", AllowPrivate: true, Timeout: 5 * time.Second, Redirects: 3, MaxBytes: 1 << 16,
		Now: func() time.Time { return at }}
	if change != nil {
		change(&o)
	}
	return NewFetcher(o)
}

// fetch reads one address as run does.
func fetch(t *testing.T, f *Fetcher, address string) (Page, error) {
	t.Helper()
	l, err := List(t.Context(), []string{address}, ListOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return (&Reader{MaxBytes: 1 << 16, Web: f}).Read(t.Context(), l.Items[0])
}

func site(t *testing.T, robots string) (*httptest.Server, *sync.Map) {
	t.Helper()
	asked := &sync.Map{}
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, r *http.Request) {
		if robots == "" {
			http.NotFound(w, r)
			return
		}
		fmt.Fprint(w, robots)
	})
	mux.HandleFunc("/story", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=windows-1252")
		w.Write(gz([]byte("<html><p>The ferry left.</p>")))
	})
	mux.HandleFunc("/old", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/story?from=old#top", http.StatusMovedPermanently)
	})
	mux.HandleFunc("/circle", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/circle", http.StatusFound) })
	mux.HandleFunc("/secret", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "<html>x") })
	mux.HandleFunc("/to-secret", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/secret", http.StatusFound) })
	mux.HandleFunc("/to-file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	mux.HandleFunc("/large", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "<html>", strings.Repeat("<p>more</p>", 1<<16))
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "<html>")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	mux.HandleFunc("/picture", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "\x89PNG\r\n") })
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Store(r.URL.Path, r.UserAgent())
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	return s, asked
}

func TestFetch(t *testing.T) {
	s, asked := site(t, "User-agent: copydesk\nDisallow: /secret\n")
	f := fetcher(nil)
	p, err := fetch(t, f, s.URL+"/old")
	if err != nil {
		t.Fatal(err)
	}
	if p.URL != s.URL+"/story?from=old" || p.ContentType != "text/html; charset=windows-1252" || string(p.Bytes) != "<html><p>The ferry left.</p>" ||
		p.FetchedAt.Format(time.RFC3339) != "2031-04-05T04:07:08Z" || p.Name != strings.ReplaceAll(strings.TrimPrefix(s.URL, "http://"), ":", "_")+"/old" {
		t.Errorf("page %+v", p)
	}
	if agent, _ := asked.Load("/robots.txt"); agent != "copydesk/1 (test)" {
		t.Errorf("robots.txt asked for by %q", agent)
	}
	for path, says := range map[string]string{
		"/secret":    "robots.txt does not allow",
		"/to-secret": "robots.txt does not allow",
		"/none":      "404",
		"/circle":    "more than 3 redirects",
		"/to-file":   "not fetched",
		"/large":     "too large",
	} {
		var e *Error
		if _, err := fetch(t, f, s.URL+path); !errors.As(err, &e) || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v; want an error that says %q", path, err, says)
		}
	}
	if _, there := asked.Load("/secret"); there {
		t.Error("a page was fetched that robots.txt does not allow")
	}
	if _, err := fetch(t, f, s.URL+"/picture"); !errors.Is(err, ErrNotPage) {
		t.Errorf("a picture: %v", err)
	}
	slow := fetcher(func(o *FetchOptions) { o.Timeout = 200 * time.Millisecond })
	if _, err := fetch(t, slow, s.URL+"/slow"); err == nil {
		t.Error("a server that never ends is waited for")
	}
}

func TestFetchRefusesPrivate(t *testing.T) {
	s, asked := site(t, "")
	f := fetcher(func(o *FetchOptions) { o.AllowPrivate = false })
	port := s.URL[strings.LastIndex(s.URL, ":"):]
	for _, host := range []string{"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"} {
		_, err := fetch(t, f, "http://"+host+port+"/story")
		if err == nil {
			t.Errorf("%s is fetched from", host)
		}
		if host == "127.0.0.1" && (!errors.Is(err, ErrPrivate) || !strings.Contains(err.Error(), "--allow-private")) {
			t.Errorf("%s: %v", host, err)
		}
	}
	asked.Range(func(path, _ any) bool { t.Errorf("%v was asked for", path); return true })
}

func TestPublic(t *testing.T) {
	for a, want := range map[string]bool{
		"8.8.8.8": true, "2606:4700::1111": true, "10.1.2.3": false, "172.20.0.1": false, "192.168.1.1": false, "127.8.8.8": false,
		"169.254.169.254": false, "100.64.0.1": false, "0.0.0.0": false, "255.255.255.255": false, "224.0.0.1": false, "198.18.0.1": false,
		"::1": false, "::": false, "fe80::1%eth0": false, "fd00::1": false, "ff02::1": false, "::ffff:10.0.0.1": false, "::ffff:8.8.8.8": true,
		"64:ff9b::a00:1": false, "2002:a00:1::": false, "2001:db8::1": false, "::10.0.0.1": false,
	} {
		if got := public(netip.MustParseAddr(a)); got != want {
			t.Errorf("%s: %v", a, got)
		}
	}
}

func TestRobotsUnreachable(t *testing.T) {
	var status atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			w.WriteHeader(int(status.Load()))
			return
		}
		fmt.Fprint(w, "<html>x")
	}))
	defer s.Close()
	for code, ok := range map[int]bool{404: true, 403: true, 410: true, 500: false, 503: false, 429: false} {
		status.Store(int32(code))
		if _, err := fetch(t, fetcher(nil), s.URL+"/x"); (err == nil) != ok {
			t.Errorf("robots.txt answers %d: %v", code, err)
		}
	}
}

// One request at a time goes to a host, however many workers ask.
func TestOneRequestAtATime(t *testing.T) {
	var now, most atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if n := now.Add(1); n > most.Load() {
			most.Store(n)
		}
		defer now.Add(-1)
		time.Sleep(5 * time.Millisecond)
		fmt.Fprint(w, "<html>x")
	}))
	defer s.Close()
	f := fetcher(nil)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			u, _ := url.Parse(fmt.Sprint(s.URL, "/", i))
			body, _, err := f.get(context.Background(), u)
			if err != nil {
				t.Error(err)
				return
			}
			body.Close()
		})
	}
	wg.Wait()
	if most.Load() != 1 {
		t.Errorf("%d requests at a time", most.Load())
	}
}
