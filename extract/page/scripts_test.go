package page

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// The tree is the same, to the last text, whether scripts were set aside or not.
func sameTree(t *testing.T, text []byte) {
	t.Helper()
	whole, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		return // nested too deep
	}
	pieces, aside := setAside(text)
	short := bytes.Join(pieces, nil)
	got, err := html.Parse(bytes.NewReader(short))
	if err != nil {
		t.Fatalf("%q fails only with scripts aside: %v", text, err)
	}
	for n := range got.Descendants() {
		putBack(n, aside)
	}
	if diff := firstDifference(whole, got); diff != "" {
		t.Fatalf("%s\npage %q\nread %q", diff, text, short)
	}
}

func firstDifference(a, b *html.Node) string {
	if a.Type != b.Type || a.Data != b.Data || a.Namespace != b.Namespace || len(a.Attr) != len(b.Attr) {
		return "want " + a.Data + "\ngot " + b.Data
	}
	for i := range a.Attr {
		if a.Attr[i] != b.Attr[i] {
			return "want attribute " + a.Attr[i].Val + "\ngot " + b.Attr[i].Val
		}
	}
	x, y := a.FirstChild, b.FirstChild
	for x != nil && y != nil {
		if diff := firstDifference(x, y); diff != "" {
			return diff
		}
		x, y = x.NextSibling, y.NextSibling
	}
	if x != y {
		return "children of " + a.Data + " differ in number"
	}
	return ""
}

var long = strings.Repeat("let river = 1 < 2; ", 10)

func TestScriptsAside(t *testing.T) {
	for _, c := range []struct {
		page string
		many int // how many are set aside
	}{
		{"<script>" + long + "</script><p>a<style media=x>" + long + "</style >b", 2},
		{"<SCRIPT\ntype='a>b'>" + long + "\r\n\r\x00</Script\n>", 1},
		{"<script/>" + long + "</script><p>", 1},
		{"<script>" + long + "</scripty></script/>", 1},
		{"<!-- <script> -->x<script>" + long + "</script>", 1},
		{"<!--><script>" + long + "</script>-->", 1},
		{"<p title='<script>'>x<script>" + long + "</script>", 1},
		{"<p title=\"<script>" + long + "</script>\">x", 0},
		{"<p ='>'<script>" + long + "</script>", 1},
		{"<title><script>" + long + "</title><script>" + long + "</script>", 1},
		{"<noscript><script>" + long + "</noscript><script>" + long + "</script>", 1},
		{"<svg viewBox='0 0 1 1'><title>x</title><path d=M0/></svg><script>" + long + "</script>", 1},
		{"<svg a=b/><script>" + long + "</script></svg><script>" + long + "</script>", 0},
		{"<svg/><script>" + long + "</script>", 1},
		{"<script>\x1aaside:0</script><script>" + long + "</script>", 0},
		{"<script>\x1aaside:-1</script>", 0},
		{"<svg><style>.a{}</style></svg><style>" + long + "</style>", 1},
		{"<svg><foreignObject><div></svg><script>" + long + "</script>", 0},
		{"<svg><![CDATA[<script>]]></svg><script>" + long + "</script>", 0},
		{"<script><!--\n" + long + "\n//--></script><script>" + long + "</script>", 2},
		{"<script><!-- <script>" + long + "</script>" + long + "</script><script>" + long + "</script>", 0},
		{"<table><div><script>" + long + "1</script></div><tr><script>" + long + "2</script>", 2},
		{"<textarea><script>" + long + "</script>", 0},
		{"<script>" + long, 0},
		{"\x1aaside:0<script>" + long + "</script>", 0},
		{"<svg><script>&#26;aside:7</script></svg><script>" + long + "</script>", 1},
	} {
		if _, aside := setAside([]byte(c.page)); len(aside) != c.many {
			t.Errorf("%q: %d set aside, want %d", c.page, len(aside), c.many)
		}
		sameTree(t, []byte(c.page))
	}
	pages, err := filepath.Glob("../../testdata/pages/*/page.*")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages", err)
	}
	for _, p := range pages {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		sameTree(t, b)
	}
}

func FuzzScriptsAside(f *testing.F) {
	for _, s := range []string{
		"<script>%</script>", "<svg a=b/><style>%</style></svg>", "<!--%--!><script>%</script>", "<p a='%' =/>%<title>%</title>",
		"<script><!--<script>%</script>--></script>", "<svg><desc>%</desc></svg>", "<noscript>%</noscript><style>%</style>", "</p %><script %>%</script>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		sameTree(t, []byte(strings.ReplaceAll(s, "%", long)))
	})
}
