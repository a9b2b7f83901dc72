package ingest

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// plant makes files below a new folder.
func plant(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func names(l *Listing) (out []string) {
	for _, it := range l.Items {
		out = append(out, it.Name)
	}
	return out
}

func TestListFolder(t *testing.T) {
	dir := plant(t, map[string]string{"b.html": "x", "a/z.html.gz": "x", "a/y.txt": "x", "a/b/c": "x", ".hidden": "x", "out/a.html.json": "x"})
	if err := os.Symlink(filepath.Join(dir, "b.html"), filepath.Join(dir, "link")); err != nil {
		t.Skip("no symbolic links here")
	}
	os.Symlink(dir, filepath.Join(dir, "circle"))
	os.Symlink("nowhere", filepath.Join(dir, "dangling"))
	for _, c := range []struct {
		about string
		opts  ListOptions
		want  string
	}{
		{"all", ListOptions{}, ".hidden a/b/c a/y.txt a/z.html.gz b.html link out/a.html.json"},
		{"without the folder of records", ListOptions{Out: filepath.Join(dir, "out")}, ".hidden a/b/c a/y.txt a/z.html.gz b.html link"},
		{"by name in any folder", ListOptions{Include: []string{"*.html", "*.html.gz"}}, "a/z.html.gz b.html"},
		{"by path", ListOptions{Include: []string{"a/**"}, Exclude: []string{"*.txt"}}, "a/b/c a/z.html.gz"},
		{"a folder left out", ListOptions{Exclude: []string{"a", "out/**", ".*", "link"}}, "b.html"},
	} {
		l, err := List(t.Context(), []string{dir}, c.opts)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(names(l), " "); got != c.want {
			t.Errorf("%s:\n got  %s\n want %s", c.about, got, c.want)
		}
	}
	l, _ := List(t.Context(), []string{dir}, ListOptions{})
	if len(l.Skipped) != 1 || l.Skipped[0].From != filepath.Join(dir, "circle") || len(l.Missing) != 1 || !strings.HasSuffix(l.Missing[0].From, "dangling") {
		t.Errorf("links: skipped %v, missing %v", l.Skipped, l.Missing)
	}
}

func TestListWords(t *testing.T) {
	dir := plant(t, map[string]string{"a.html": "x"})
	file := filepath.Join(dir, "a.html")
	l, err := List(t.Context(), []string{"-", file, "https://example.com/news/", filepath.Join(dir, "none")}, ListOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if got := names(l); !slices.Equal(got, []string{"stdin", "a.html", "example.com/news/index"}) {
		t.Errorf("names %q", got)
	}
	if len(l.Missing) != 1 || !errors.Is(l.Missing[0].Err, fs.ErrNotExist) {
		t.Errorf("missing %v", l.Missing)
	}
	for about, c := range map[string]struct {
		word string
		opts ListOptions
	}{
		"no host":           {"http:///x", ListOptions{}},
		"bad glob":          {dir, ListOptions{Include: []string{"[a"}}},
		"source is the out": {dir, ListOptions{Out: dir}},
	} {
		if _, err := List(t.Context(), []string{c.word}, c.opts); err == nil {
			t.Errorf("%s is taken", about)
		}
	}
}

func TestAddressName(t *testing.T) {
	seen := map[string]string{}
	for address, want := range map[string]string{
		"https://Example.com":                                "example.com/index",
		"https://example.com/":                               "example.com/index",
		"https://example.com:8080/a/b.html":                  "example.com_8080/a/b.html",
		"https://example.com/a/?id=7&x=/../y":                "example.com/a/index%3Fid=7&x=%2F..%2Fy",
		"https://example.com/../../etc/passwd":               "example.com/%2E%2E/%2E%2E/etc/passwd",
		"https://example.com/a//b":                           "example.com/a/b",
		"https://example.com/caf%C3%A9/%2e%2e/x":             "",
		"https://example.com/.copydesk-0123.part":            "example.com/%2Ecopydesk-0123.part",
		"https://example.com/a%00b":                          "example.com/a%00b",
		"https://example.com/con:x|y*":                       "",
		"http://[2001:db8::1]:80/x":                          "",
		"https://example.com/" + strings.Repeat("long", 200): "",
	} {
		l, err := List(t.Context(), []string{address}, ListOptions{})
		if err != nil {
			t.Fatal(err)
		}
		got := l.Items[0].Name
		if want != "" && got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
		if other := seen[got]; other != "" && strings.TrimSuffix(strings.ToLower(other), "/") != strings.TrimSuffix(strings.ToLower(address), "/") {
			t.Errorf("%s and %s have one name, %s", address, other, got)
		}
		seen[got] = address
		for part := range strings.SplitSeq(got, "/") {
			if part == "" || part == "." || part == ".." || len(part) > maxSegment || strings.ContainsAny(part, "\\:*?\"<>|\x00") {
				t.Errorf("%s: %q is no safe name", address, part)
			}
		}
	}
}

func FuzzAddressName(f *testing.F) {
	f.Add("https://example.com/a/../b?c=d#e")
	f.Add("http://example.com/%2e%2e/%00")
	f.Fuzz(func(t *testing.T, address string) {
		if !isAddress(address) {
			return
		}
		l, err := List(t.Context(), []string{address}, ListOptions{})
		if err != nil {
			return
		}
		if name := l.Items[0].Name; !fs.ValidPath(name) || strings.ContainsAny(name, "\x00\\") {
			t.Errorf("%q gives the name %q", address, name)
		}
	})
}

func TestReadFile(t *testing.T) {
	dir := plant(t, map[string]string{"a.html": "<html><p>x", "b.txt": "", "c.gz": "\x1f\x8b\x08"})
	r := &Reader{MaxBytes: 1 << 20, Stdin: strings.NewReader(prose)}
	l, err := List(t.Context(), []string{dir, "-"}, ListOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, it := range l.Items {
		p, err := r.Read(t.Context(), it)
		if err != nil {
			var e *Error
			stage := "no page"
			if errors.As(err, &e) {
				stage = e.Stage
			}
			got = append(got, it.Name+" "+stage)
			continue
		}
		got = append(got, p.Name+" read")
	}
	want := []string{"a.html read", "b.txt no page", "c.gz decompress", "stdin read"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if _, err := r.Read(t.Context(), Item{Name: "gone", From: filepath.Join(dir, "gone"), src: file{}}); err == nil || err.Error() != "no such file or directory" {
		t.Errorf("a file that is gone: %v", err)
	}
}

// Every name keeps a spelling of its own, which leads back to it.
func TestSpelled(t *testing.T) {
	back := regexp.MustCompile(`\\x[0-9A-F]{2}`)
	for name, want := range map[string]string{
		"a/b.html": "a/b.html", "café": "café", "caf\xe9": `caf\xE9`, `caf\xE9`: `caf\x5CxE9`, `C:\x\y`: `C:\x\y`, `a\xe9`: `a\xe9`,
		"\xff\\xFF": `\xFF\x5CxFF`, "\ufffd": "\ufffd", `\x5C`: `\x5Cx5C`, "a\\\xe9": `a\\xE9`,
	} {
		got := Spelled(name)
		if got != want {
			t.Errorf("%q is spelled %q, want %q", name, got, want)
		}
		if again := back.ReplaceAllStringFunc(got, func(s string) string {
			b, _ := strconv.ParseUint(s[2:], 16, 8)
			return string([]byte{byte(b)})
		}); again != name {
			t.Errorf("%q leads back to %q, not %q", got, again, name)
		}
	}
}

func TestOneLine(t *testing.T) {
	for name, want := range map[string]string{
		"a b.html": "a b.html", "a\nfailed: b": `"a\nfailed: b"`, "\x1b[2J": `"\x1b[2J"`, "ferry – é 渡轮": "ferry – é 渡轮", "": `""`, "a\xe9": `a\xE9`,
	} {
		if got := Shown(name); got != want {
			t.Errorf("%q is shown as %s, want %s", name, got, want)
		}
	}
}

// Nothing writes to a pipe: reading it ends with the context.
func TestReadStalledPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := exec.Command("mkfifo", path).Run(); err != nil {
		t.Skip("no pipes here")
	}
	l, err := List(t.Context(), []string{path}, ListOptions{})
	if err != nil || len(l.Items) != 1 {
		t.Fatal(l, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() {
		_, err := (&Reader{MaxBytes: 1 << 20}).Read(ctx, l.Items[0])
		done <- err
	}()
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("the read ended with %v", err)
	}
}
