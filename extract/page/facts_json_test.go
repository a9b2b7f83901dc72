package page

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

// show writes things on one line each, for comparison: Type(prop=text prop=>Type).
func show(things []*Thing) string {
	var b strings.Builder
	for i, t := range things {
		if i > 0 {
			b.WriteString(" | ")
		}
		b.WriteString(strings.Join(t.Types, "+") + "(")
		for j, p := range t.Props {
			if j > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(p.Name + "=")
			if p.Thing != nil {
				b.WriteString(">" + strings.Join(p.Thing.Types, "+"))
			} else {
				b.WriteString(p.Text)
			}
		}
		b.WriteByte(')')
	}
	return b.String()
}

func TestReadJSON(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", `{"@type":"NewsArticle","headline":"Harbour reopens"}`, `NewsArticle(headline=Harbour reopens)`},
		{"nested", `{"@type":"Article","author":{"@type":"Person","name":"Ida Moen"}}`, `Article(author=>Person) | Person(name=Ida Moen)`},
		{"list of values", `{"@type":["Article","Review"],"author":["A","B"]}`, `Article+Review(author=A author=B)`},
		{"outermost list", `[{"@type":"A"},{"@type":"B"}]`, `A() | B()`},
		{"graph", `{"@context":"x","@graph":[{"@type":"A","n":1},{"@type":"B","n":true}]}`, `(` + `) | A(n=1) | B(n=true)`},
		{"side by side", `{"@type":"A"}{"@type":"B"};`, `A() | B()`},
		{"full type", `{"@type":"http://schema.org/NewsArticle"}`, `NewsArticle()`},
		{"null is nothing", `{"@type":"A","x":null,"y":"z"}`, `A(y=z)`},
		{"comment around", "<!--\n{\"@type\":\"A\"}\n-->", `A()`},
		{"CDATA around", "//<![CDATA[\n{\"@type\":\"A\"}\n//]]>", `A()`},
		{"CDATA in comments", "/*<![CDATA[*/{\"@type\":\"A\"}/*]]>*/", `A()`},
		{"comma behind the last", `{"@type":"A","x":["1","2",],}`, `A(x=1 x=2)`},
		{"comma left out", "{\"@type\":\"A\"\n\"x\":\"y\"}", `A(x=y)`},
		{"raw line break", "{\"x\":\"one\ntwo\"}", `(x=one two)`},
		{"bare quotes", `{"headline":"The "Old Mill" opens","x":"y"}`, `(headline=The "Old Mill" opens x=y)`},
		{"bare quotes and comma", `{"headline":"He said "go", and left","x":"y"}`, `(headline=He said "go", and left x=y)`},
		{"bare quotes in a list", `{"k":["the "one", they say","two"]}`, `(k=the "one", they say k=two)`},
		{"escapes", `{"x":"a\"b\\c\/d\u00e9\ud83d\ude00\n"}`, "(x=a\"b\\c/dé😀\n)"},
		{"half a pair", `{"x":"a\ud83db"}`, "(x=a\uFFFDb)"},
		{"wrong escapes", `{"x":"it\'s \q \u12"}`, `(x=it's q u12)`},
		{"references", `{"x":"Caf&eacute; &amp; bar &#8217;"}`, `(x=Café & bar ’)`},
		{"references in markup stay", `{"x":"<p>a &lt; b</p>"}`, `(x=<p>a &lt; b</p>)`},
		{"text that looks like the end", `{"x":"a\", \"y\": \"b","z":"1"}`, `(x=a", "y": "b z=1)`},
		{"commas and brackets in text", `{"x":"[a], {b}: c","y":"},{"}`, `(x=[a], {b}: c y=},{)`},
		{"single quotes", `{'x':'y'}`, `(x=y)`},
		{"literals in a list", `{"k":["a",true,"b",null,-1,"c"]}`, `(k=a k=true k=b k=-1 k=c)`},
	} {
		things, ok := readJSON(c.in, 0)
		if got := show(things); got != c.want || !ok {
			t.Errorf("%s:\n in   %s\n got  %s (complete %v)\n want %s", c.name, c.in, got, ok, c.want)
		}
	}
}

// What is truly broken is told as such, and what stood before the break is kept.
func TestReadJSONBroken(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`{"@type":"A","x":"y","z":`, `A(x=y)`},
		{`{"@type":"A","x":"cut off in mid`, `A(x=cut off in mid)`},
		{`nothing here`, ``},
		{``, ``},
		{`{"@type":"A","x":["y"}`, `A(x=y)`},
	} {
		things, ok := readJSON(c.in, 0)
		if got := show(things); got != c.want || ok {
			t.Errorf("%s: got %s (complete %v), want %s and incomplete", c.in, got, ok, c.want)
		}
	}
}

func TestReadJSONIsBounded(t *testing.T) {
	deep := strings.Repeat(`{"a":[`, 100_000)
	if things, _ := readJSON(deep, 0); len(things) > maxJSONDepth {
		t.Errorf("%d things from data nested beyond the bound", len(things))
	}
	if things, _ := readJSON(strings.Repeat("{}", maxJSONThings), 0); len(things) > maxJSONThings {
		t.Errorf("%d things", len(things))
	}
}

func TestReferencesAreFollowed(t *testing.T) {
	f := Facts{}
	f.readLD(`{"@graph":[{"@type":"Article","author":{"@id":"#p1"},"publisher":{"@id":"https://other.example/#org"}}]}`, 1)
	f.readLD(`{"@id":"#p1","@type":"Person","name":"Ida Moen","knows":{"@id":"#p1"}}`, 2)
	f.resolveRefs()
	var article *Thing
	for _, thing := range f.LD {
		if thing.Is("Article") {
			article = thing
		}
	}
	if got := article.Name("author"); got != "Ida Moen" {
		t.Errorf("author = %q", got)
	}
	if got := article.URL("publisher"); got != "https://other.example/#org" {
		t.Errorf("publisher = %q: a reference to nothing on the page keeps its id", got)
	}
}

// FuzzReadJSON holds the reader against the standard one: what that accepts is
// read to its end, with the same strings.
func FuzzReadJSON(f *testing.F) {
	for _, s := range []string{`{"a":"b"}`, `[{"@type":"A","x":[1,2,{"y":"\u00e9"}]}]`, `{"a":"b" "c":}`, `{"a":"x "y", z"}`, "{'a':1}", `{"@graph":[{}]}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		things, ok := readJSON(s, 0)
		var want map[string]string
		if json.Unmarshal([]byte(s), &want) != nil || !utf8.ValidString(s) {
			return
		}
		if !ok || len(things) != 1 {
			t.Fatalf("%d things from valid data %q (complete %v)", len(things), s, ok)
		}
		for _, p := range things[0].Props {
			w, plain := want[p.Name]
			if plain && !strings.ContainsAny(w, "&\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\x0b\x0c\r\n") && !controls(w) && countKey(things[0], p.Name) == 1 && p.Text != w {
				t.Fatalf("%q: %q = %q, want %q", s, p.Name, p.Text, w)
			}
		}
	})
}

func controls(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r < ' ' })
}

func countKey(t *Thing, name string) (n int) {
	for i := range t.Props {
		if t.Props[i].Name == name {
			n++
		}
	}
	return n
}
