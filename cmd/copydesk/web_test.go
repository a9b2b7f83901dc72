package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copydesk/article"
)

// A page on the web becomes a record under its host and path that says where
// and when it was fetched; one inside the user's own network is refused.
func TestRunAddress(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			fmt.Fprint(w, "User-agent: *\nDisallow: /private/\n")
		case "/news/ferry":
			fmt.Fprint(w, "<!doctype html><title>Ferry</title><h1>Ferry</h1><p>The ferry left the pier at noon, and nobody could say why.</p>")
		default:
			http.NotFound(w, r)
		}
	}))
	defer s.Close()
	out := filepath.Join(t.TempDir(), "out")
	page := s.URL + "/news/ferry?from=pier"
	run := func(args ...string) (int, string) {
		var stdout, stderr strings.Builder
		code := execute(t.Context(), append([]string{"run", "-o", out}, args...), strings.NewReader(""), &stdout, &stderr)
		return code, stderr.String()
	}
	if code, said := run(page); code != exitNothing || !strings.Contains(said, "address is private: 127.0.0.1 (give --allow-private to fetch from it)") {
		t.Errorf("exit code %d: %s", code, said)
	}
	code, said := run("--allow-private", page, s.URL+"/private/page", s.URL+"/gone")
	if code != exitFailed || !strings.Contains(said, "robots.txt does not allow it") || !strings.Contains(said, "fetch: the server answered 404 Not Found") {
		t.Errorf("exit code %d: %s", code, said)
	}
	host := strings.ReplaceAll(strings.TrimPrefix(s.URL, "http://"), ":", "_")
	data, err := os.ReadFile(filepath.Join(out, host, "news", "ferry%3Ffrom=pier.json"))
	if err != nil {
		t.Fatal(err)
	}
	a, err := article.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	if a.Source.URL != page || len(a.Source.FetchedAt) != len("2006-01-02T15:04:05Z") {
		t.Errorf("source %+v", a.Source)
	}
}
