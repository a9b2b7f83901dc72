package page

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The tree is the same, but for comments, shapes and the length of white space, whether
// anything was set aside or not.
func sameTree(t *testing.T, text []byte) {
	t.Helper()
	whole, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		return // nested too deep
	}
	short, away := setAside(text)
	got, err := html.Parse(bytes.NewReader(short))
	if err != nil {
		t.Fatalf("%q fails only with something aside: %v", text, err)
	}
	for n := range got.Descendants() {
		away.putBack(n)
	}
	leaveOut(whole)
	leaveOut(got)
	joinTexts(whole)
	joinTexts(got)
	if diff := firstDifference(whole, got); diff != "" {
		t.Fatalf("%s\npage %q\nread %q", diff, text, short)
	}
}

// leaveOut takes comments out, and the shapes of drawings that hold no words.
func leaveOut(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.CommentNode || c.Namespace == "svg" && onlyShapes(c) {
			n.RemoveChild(c)
		} else {
			leaveOut(c)
		}
		c = next
	}
}

func onlyShapes(n *html.Node) bool {
	if n.Type == html.TextNode {
		return strings.TrimSpace(n.Data) == ""
	}
	if n.Type == html.CommentNode {
		return true
	}
	if n.Type != html.ElementNode || !shapes[strings.ToLower(n.Data)] {
		return false
	}
	for c := range n.ChildNodes() {
		if !onlyShapes(c) {
			return false
		}
	}
	return true
}

var spaces = regexp.MustCompile(`[ \n\r\t\f]+`)

// joinTexts makes one text of those beside each other, and one space of white
// space, unless it counts.
func joinTexts(root *html.Node) {
	var walk func(n *html.Node, pre bool)
	pre := false
	walk = func(n *html.Node, raw bool) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Pre || c.DataAtom == atom.Listing {
				pre = true
			}
			for c.Type == html.TextNode && c.NextSibling != nil && c.NextSibling.Type == html.TextNode {
				c.Data += c.NextSibling.Data
				n.RemoveChild(c.NextSibling)
			}
			if c.Type == html.TextNode && !raw && !pre {
				c.Data = spaces.ReplaceAllString(c.Data, " ")
			}
			walk(c, raw || c.DataAtom == atom.Script || c.DataAtom == atom.Style || c.DataAtom == atom.Title || c.DataAtom == atom.Textarea)
		}
	}
	walk(root, false)
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

func TestAttributesAside(t *testing.T) {
	for _, c := range []struct {
		page string
		many int // tags whose attributes are set aside
	}{
		{`<p class="lede" id=one data-x='2'>a`, 1},
		{`<P CLASS=lede class=other Class>a</p class=lede>`, 1},
		{`<p id=1>a`, 0}, // not worth a mark
		{`<img src="pier.jpg" alt=""/><img src=pier.jpg/><img src= / alt><br clear=all />`, 4},
		{`<a href="/a?b=1&amp;c=2&d=3" title="&eacute;t&#233; &#x41; &lt;b&gt; a & b">x</a>`, 1},
		{`<a href="/a?b=1&copy" title=x>x</a><a href="/a?b=1&copy2=3" title=x>x</a><p title="AT&T, R&D;">`, 1},
		{`<p title="&notit; &semi;">a<p title="&lt#b= &#0; &#;">b<p title="&amp">`, 0},
		{"<p title='two\r\nlines'>a<p class=x\x00y>b<p title='one line'>c", 1},
		{`<a href=/1 class=b Class=c>x<a href=/1 class=b>y<div>z<a href=/1 class=b>w</a></div>`, 3},
		{`<b class=lead><b class=lead><b class=lead><b class=lead><p>a</b></b></b></b>b`, 0},
		{`<p class=one><b class=lead>a<p class=two>b<p class=three>c`, 3},
		{`<a class=one href=/1><div><a class=two href=/2><table><a class=three href=/3><tr><td class=four>x`, 4},
		{`<html lang=de class=x><body class=one><p><html lang=en id=second><body class=two id=body>`, 0},
		{`<table><input type=hidden name=a><input type=text name=b></table><frameset rows=1,2>`, 0},
		{`<svg viewbox="0 0 9 9"><path d="M0 0 L9 9" xlink:href=x /></svg><p class=behind>`, 1},
		{`<select class=many><option value=one selected>1<option value=two>2</select><col class=loose>`, 4},
		{`<script type="application/ld+json" async>{}</script><template class=later><p class=inside></template>`, 3},
		{`<p =x==y a==b "c='d' e/f=g>a`, 1},
		{"<p \x1a0 class=lede>a", 0},
		{`<p class=lede id="never closed`, 0},
		{"<p" + strings.Repeat(" a b=c", 20) + ">a", 0}, // more than anyone writes
	} {
		_, away := setAside([]byte(c.page))
		if n := len(away.tags); max(0, n-1) != c.many {
			t.Errorf("%q: %d set aside, want %d", c.page, n-1, c.many)
		}
		sameTree(t, []byte(c.page))
	}
}

func TestShapesLeftOut(t *testing.T) {
	for _, c := range []struct{ page, short string }{
		{`<svg a=b><path d="M0>0"/><G><circle r=1></circle> <use /></g></svg><p>a`, `<svg a=b></svg><p>a`},
		{`<svg><title>Ferry</title><path d=M0-0 /></svg>`, `<svg><title>Ferry</title></svg>`},
		{`<svg><g><title>Ferry</title><path/></g></svg>`, `<svg><g><title>Ferry</title></g></svg>`},
		{`<svg><text>2 <tspan>km</tspan></text></svg>`, `<svg><text>2 <tspan>km</tspan></text></svg>`},
		{`<svg><g>km</g><path/></svg>`, `<svg><g>km</g></svg>`},
		{`<svg><g><path></g></svg>`, `<svg><g><path></g></svg>`},
		{`<svg><g></path></g></svg>`, `<svg><g></path></g></svg>`},
		{`<svg><path d=a/></svg>`, `<svg><path d=a/></svg>`}, // the slash is of the value
		{`<svg><path / ></path></svg>`, `<svg></svg>`},
		{`<svg><path`, `<svg><path`},
		{`<svg></div><path/></svg>`, `<svg></div><path/></svg>`}, // it may be over
		{`<svg><p>a<path/></svg>`, `<svg><p>a<path/></svg>`},
		{`<svg><foreignObject><path/></svg>`, `<svg><foreignObject><path/></svg>`},
		{`<svg/><path/>`, `<svg/><path/>`},
		{`<svg / ><path/></svg><path/>`, `<svg / ></svg><path/>`},
		{`<svg>` + strings.Repeat(`<g>`, 20) + strings.Repeat(`</g>`, 20) + `</svg>`, `<svg>` + strings.Repeat(`<g>`, 12) + strings.Repeat(`</g>`, 12) + `</svg>`},
	} {
		if short, _ := setAside([]byte(c.page)); string(short) != c.short {
			t.Errorf("%q is read as %q, want %q", c.page, short, c.short)
		}
		sameTree(t, []byte(c.page))
	}
}

func TestSpaceShortened(t *testing.T) {
	for _, c := range []struct{ page, short string }{
		{"<ul>\n\t<li>  a   b \n</li>\r\n</ul>", "<ul>\n<li> a   b </li>\r</ul>"},
		{"<p>a  <b>b</b>  c", "<p>a <b>b</b>  c"}, // no tag behind it
		{"<p>1  < 2  </p>", "<p>1  < 2 </p>"},
		{"<p>\u00a0 \u00a0</p>", "<p>\u00a0 \u00a0</p>"},
		{"<p>  </p><pre>\n  x  </pre>  <i>", "<p> </p><pre>\n  x  </pre>  <i>"},
		{"<title>  a  </title><textarea>\n\n  </textarea>", "<title>  a  </title><textarea>\n\n  </textarea>"},
		{"<p>Photo<!-- -->: <!--x--!>Ann<!--->", "<p>Photo: Ann"},
		{"<p>1 <<!-- -->b &am<!-- -->p; &#<!-- -->39; &#x<!-- -->41<!-- -->;", "<p>1 <<!-- -->b &am<!-- -->p; &#<!-- -->39; &#x<!-- -->41;"},
		{"<svg><<path/>a</svg>", "<svg><<path/>a</svg>"},
		{"<!--[if IE]> <p>  <![endif]-->  <!doctype html>", " <!doctype html>"},
		{"<pre><!-- -->\n a", "<pre><!-- -->\n a"},
		{"<p>a<!-- never closed", "<p>a<!-- never closed"},
	} {
		if short, _ := setAside([]byte(c.page)); string(short) != c.short {
			t.Errorf("%q is read as %q, want %q", c.page, short, c.short)
		}
		sameTree(t, []byte(c.page))
	}
}

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
		if _, away := setAside([]byte(c.page)); len(away.scripts) != c.many {
			t.Errorf("%q: %d set aside, want %d", c.page, len(away.scripts), c.many)
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

func FuzzAside(f *testing.F) {
	for _, s := range []string{
		"<script>%</script>", "<svg a=b/><style>%</style></svg>", "<!--%--!><script>%</script>", "<p a='%' =/>%<title>%</title>",
		"<a class=one href='%&amp;&lt' =/>%<a CLASS=two class=three>", "<p a=% b=&#39;% c/>", "<svg><path d='%' d=%/><path a d=%></svg><svg/><p d=%>", "<b class=one><svg class=one><i class=two>%",
		"<script><!--<script>%</script>--></script>", "<svg><desc>%</desc></svg>", "<noscript>%</noscript><style>%</style>", "<svg><g> <path d='%'/>%</g><use></svg>", "<svg>\n <path></p ><g/>  <title>  a</title></svg>  <pre>  <b>  %",
		"<pre><!-- -->%\n<!--%-->", "<table><!-- -->%<!-- --><tr>% <!-- -->", "<select><svg><g></g>  </select><table><svg><path/></svg><font color=x>%", "</p %><script %>%</script>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		sameTree(t, []byte(strings.ReplaceAll(s, "%", long)))
	})
}
