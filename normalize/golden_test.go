package normalize

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/txtar"
)

// A case is testdata/fixes/RULE/CASE.txtar. Its comment says what was seen,
// and may hold lines "lang: xx", "words: a b", "stays" (nothing may change) and
// "known failure: why" (the wish is not met yet; the test breaks once it is).
// Sections: in, want, fixes, suspects, and also (other fields of the document).
// Characters that do not print are written \u00AD, bytes \xE9.
type goldenCase struct {
	path    string
	archive *txtar.Archive
	opts    Options
	stays   bool
	known   bool
	also    []string
}

func goldenCases(t testing.TB) []goldenCase {
	paths, err := filepath.Glob("../testdata/fixes/*/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	var out []goldenCase
	for _, p := range paths {
		a, err := txtar.ParseFile(p)
		if err != nil {
			t.Fatal(err)
		}
		c := goldenCase{path: p, archive: a}
		for line := range strings.Lines(string(a.Comment)) {
			line = strings.TrimSpace(line)
			if v, ok := strings.CutPrefix(line, "lang: "); ok {
				c.opts.Lang = v
			}
			if v, ok := strings.CutPrefix(line, "words: "); ok {
				c.opts.Words = strings.Fields(v)
			}
			c.stays = c.stays || line == "stays"
			c.known = c.known || strings.HasPrefix(line, "known failure: ")
		}
		for _, f := range a.Files {
			if f.Name == "also" {
				c.also = append(c.also, plain(f.Data))
			}
		}
		out = append(out, c)
	}
	return out
}

func (c *goldenCase) section(name string) (string, bool) {
	for _, f := range c.archive.Files {
		if f.Name == name {
			return string(f.Data), true
		}
	}
	return "", false
}

func (c *goldenCase) set(name, data string) {
	for i, f := range c.archive.Files {
		if f.Name == name {
			if data == "" {
				c.archive.Files = append(c.archive.Files[:i], c.archive.Files[i+1:]...)
			} else {
				c.archive.Files[i].Data = []byte(data)
			}
			return
		}
	}
	if data != "" {
		c.archive.Files = append(c.archive.Files, txtar.File{Name: name, Data: []byte(data)})
	}
}

func (c *goldenCase) repair(text string) Result {
	d := Document{Fields: []Field{{Text: text}}}
	for _, s := range c.also {
		d.Fields = append(d.Fields, Field{Text: s})
	}
	return Repair(d, c.opts)[0]
}

func TestGoldens(t *testing.T) {
	kinds := map[string][2]int{} // rule -> cases that change, cases that stay
	for _, c := range goldenCases(t) {
		t.Run(strings.TrimPrefix(c.path, "../testdata/fixes/"), func(t *testing.T) {
			in, _ := c.section("in")
			r := c.repair(plain([]byte(in)))
			want, ok := c.section("want")
			if !ok {
				want = in
			}
			got := escaped(r.Text) + "\n"
			checkProperties(t, plain([]byte(in)), r, c.repair)
			n := kinds[filepath.Base(filepath.Dir(c.path))]
			switch {
			case c.known:
				if plain([]byte(want)) == r.Text {
					t.Errorf("known to fail, but passes: take the line out of %s", c.path)
				}
				return
			case c.stays:
				n[1]++
				if r.Text != plain([]byte(in)) {
					t.Errorf("must stay, but:\n%s", listFixes(r.Fixes))
				}
			default:
				n[0]++
			}
			kinds[filepath.Base(filepath.Dir(c.path))] = n
			if os.Getenv("UPDATE") != "" {
				if !c.stays {
					c.set("want", got)
				}
				c.set("fixes", listFixes(r.Fixes))
				c.set("suspects", listFixes(r.Suspects))
				if err := os.WriteFile(c.path, txtar.Format(c.archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			for _, s := range []struct{ name, got string }{{"want", got}, {"fixes", listFixes(r.Fixes)}, {"suspects", listFixes(r.Suspects)}} {
				want, ok := c.section(s.name)
				if s.name == "want" && !ok {
					continue
				}
				if want != s.got {
					t.Errorf("%s:\ngot\n%swant\n%s", s.name, s.got, want)
				}
			}
		})
	}
	for rule, n := range kinds {
		if n[0] == 0 || n[1] == 0 {
			t.Errorf("%s: %d cases that change, %d that stay: each rule needs both", rule, n[0], n[1])
		}
	}
}

// checkProperties holds what is true of every repair.
func checkProperties(t testing.TB, in string, r Result, repair func(string) Result) {
	t.Helper()
	if !utf8.ValidString(r.Text) {
		t.Errorf("not UTF-8: %q", r.Text)
	}
	back, err := Undo(r.Text, r.Fixes)
	if err != nil || back != in {
		t.Errorf("undone: %v\n%q\nwant\n%q", err, back, in)
	}
	if again := repair(r.Text); again.Text != r.Text {
		t.Errorf("repaired again:\n%q\nonce\n%q", again.Text, r.Text)
	}
	for _, f := range r.Fixes {
		escapes := strings.Contains(f.Rule, "entity") || strings.Contains(f.Rule, "escape") || strings.Contains(f.Rule, "leftover") || strings.Contains(f.Rule, "bytes")
		if !escapes && digits(f.Before) != digits(f.After) {
			t.Errorf("a fix changed digits: %+v", f)
		}
	}
	for _, s := range r.Suspects {
		if !strings.HasPrefix(r.Text[min(s.Start, len(r.Text)):], s.Before) {
			t.Errorf("a suspect does not stand where it says: %+v", s)
		}
	}
}

func listFixes(fixes []Fix) string {
	var b strings.Builder
	for _, f := range fixes {
		fmt.Fprintf(&b, "[%s] → [%s]  %s  %.2f  %s\n", escaped(f.Before), escaped(f.After), f.Rule, f.Confidence, f.Evidence)
	}
	return b.String()
}

var escapePattern = regexp.MustCompile(`\\(?:u[0-9A-F]{4}|U[0-9A-F]{8}|x[0-9A-F]{2})`)

// plain gives the text of a section: without its last newline, escapes read.
func plain(data []byte) string {
	s := strings.TrimSuffix(string(data), "\n")
	return escapePattern.ReplaceAllStringFunc(s, func(e string) string {
		n, _ := strconv.ParseUint(e[2:], 16, 32)
		if e[1] == 'x' {
			return string([]byte{byte(n)})
		}
		return string(rune(n))
	})
}

// escaped writes what does not print as an escape.
func escaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02X`, s[i])
		case r == '\n' || unicode.IsPrint(r):
			b.WriteString(s[i : i+size])
		case r > 0xFFFF:
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			fmt.Fprintf(&b, `\u%04X`, r)
		}
		i += size
	}
	return b.String()
}

func FuzzText(f *testing.F) {
	for _, c := range goldenCases(f) {
		in, _ := c.section("in")
		f.Add(plain([]byte(in)))
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<16 {
			return
		}
		repair := func(s string) Result { return Text(s, Options{}) }
		checkProperties(t, s, repair(s), repair)
	})
}
