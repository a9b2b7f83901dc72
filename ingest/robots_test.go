package ingest

import (
	"strings"
	"testing"
	"time"
)

func TestRobots(t *testing.T) {
	const text = "\xef\xbb\xbf# our rules\r\nUser-agent: other\r\nDisallow: /\r\n\r\n" +
		"User-Agent: *\nDisallow: /private\nCrawl-delay: 3\n\n" +
		"user-agent: someone\nuser-agent: CopyDesk/2.0\nDisallow: /a/ # not this\nAllow: /a/open\nDisallow: /*.pdf$\n" +
		"Disallow: /q?id=\nDisallow: /caf%c3%a9\nAllow: /same\nDisallow: /same\nDisallow:\nSitemap: https://example.com/s.xml\n" +
		"nonsense\nUser-agent: copydesk\nDisallow: /later\nCrawl-delay: 1.5\n"
	r := parseRobots([]byte(text), "copydesk")
	for path, want := range map[string]bool{
		"/":                  true,
		"/private":           true, // asked of others only
		"/a/":                false,
		"/a/b?c":             false,
		"/a/open/b":          true,
		"/report.pdf":        false,
		"/report.pdf?page=1": true,
		"/q?id=7":            false,
		"/q":                 true,
		"/café":              false,
		"/caf%C3%A9/x":       false,
		"/same":              true, // of two rules of one length the one that allows
		"/later":             false,
		"/robots.txt":        true,
	} {
		if got := r.allows(path); got != want {
			t.Errorf("%s: %v, want %v", path, got, want)
		}
	}
	if r.delay != 1500*time.Millisecond {
		t.Errorf("delay %v", r.delay)
	}
	everybody := parseRobots([]byte(text), "stranger")
	if everybody.allows("/private/x") || !everybody.allows("/a/") || everybody.delay != 3*time.Second {
		t.Errorf("the group for everybody is not taken: %+v", everybody)
	}
	for _, empty := range []string{"", "\n\n", "User-agent: copydesk\nDisallow:\n", "<html>not found</html>"} {
		if !parseRobots([]byte(empty), "copydesk").allows("/x") {
			t.Errorf("%q forbids something", empty)
		}
	}
}

func TestRobotsMatch(t *testing.T) {
	for _, c := range []struct {
		pattern, path string
		want          bool
	}{
		{"/fish", "/fish.html", true}, {"/fish", "/Fish", false}, {"/fish*", "/fisheries", true}, {"/fish/", "/fish", false},
		{"/*.php", "/a/b.php?x", true}, {"/*.php$", "/a/b.php", true}, {"/*.php$", "/b.php5", false}, {"/a*b*c$", "/axbxc", true},
		{"/a*b*c$", "/axcxb", false}, {"*", "/x", true}, {"/$", "/", true}, {"/$", "/x", false}, {"/a*a$", "/a", false},
	} {
		if got := robotsMatch(c.pattern, c.path); got != c.want {
			t.Errorf("%s against %s: %v", c.pattern, c.path, got)
		}
	}
}

func FuzzRobots(f *testing.F) {
	f.Add("User-agent: *\nDisallow: /*a*$\n", "/a")
	f.Add("user-agent:copydesk\nallow:%", "/%zz")
	f.Fuzz(func(t *testing.T, text, path string) {
		if len(text) > 1<<12 || strings.Count(text, "*") > 100 {
			return
		}
		parseRobots([]byte(text), "copydesk").allows(path)
	})
}
