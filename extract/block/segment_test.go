package block

import (
	"context"
	"strings"
	"testing"

	"copydesk/extract/page"
)

func segments(t testing.TB, html string) (*page.Document, []Block) {
	t.Helper()
	doc, err := page.Parse(context.Background(), page.Source{Bytes: []byte(html)})
	if err != nil {
		t.Fatal(err)
	}
	return doc, Segment(doc)
}

func TestSegment(t *testing.T) {
	for _, c := range []struct{ name, html, want string }{
		{"paragraphs", "<p>One.</p><p>Two.</p>", "One.|Two."},
		{"inline tags neither glue nor tear", "<p><span class=dropcap>T</span>he <b>old</b> <i>mill</i>burned<b>down</b>.</p>", "The old millburneddown."},
		{"white space of the source is one space", "<p>One\n\t   two <b> three</b> </p>", "One two three"},
		{"two spaces inside a line stay", "<p>Il mang  aussi</p>", "Il mang  aussi"},
		{"a no-break space is a space", "<p>10&nbsp;000 euros</p>", "10 000 euros"},
		{"one line break is a line", "<p>Roses<br>Violets</p>", "Roses\nViolets"},
		{"two line breaks part paragraphs", "<div>First one.<br><br>Second one.<br/> <br/>Third.</div>", "First one.|Second one.|Third."},
		{"text beside blocks", "<div>Loose <p>Held</p> tail</div>", "Loose|Held|tail"},
		{"items in spans", "<ul><span><li>One</li></span><li><p>Two</p></li></ul>", "One|Two"},
		{"scripts and styles are not read", "<p>One<script>var x</script><style>p{}</style> two</p>", "One two"},
		{"noscript repeats", "<p>One</p><noscript><p>One</p></noscript>", "One"},
		{"a custom element in a line", "<p>At <x-tip>the</x-tip> bank</p><x-card><b>Card</b></x-card>", "At the bank|Card"},
		{"readings above the words", "<p><ruby>橋<rp>(</rp><rt>はし</rt><rp>)</rp></ruby>が<ruby>落<rt>お</rt></ruby>ちた。</p>", "橋が落ちた。"},
		{"a preformatted text keeps its lines", "<pre>a  =  1\nb = 2</pre>", "a  =  1\nb = 2"},
		{"an initial before its paragraph", "<div><span>T</span><p><a href=/t>urkey</a> was</p></div>", "Turkey was"},
		{"an initial that may be a word", "<div><span>A</span><p>man went</p></div>", "A man went"},
		{"a letter that marks a list", "<div><span>B</span><p>Belgium won.</p></div>", "B|Belgium won."},
		{"a hidden mark in a line", "<p><span style='display:none'>ad</span>She voted <i hidden>secretly</i>on Friday.</p>", "She voted on Friday."},
		{"the hidden rest of a paragraph", "<p>She voted on Friday, <span style='display:none'>as all of them did on that day.</span></p>", "She voted on Friday, as all of them did on that day."},
		{"raised digits behind a number", "<p>10<sup>6</sup> kg in 1999<sup><a href=#n>3</a></sup>, 5<sup>1</sup>⁄<sub>2</sub> miles</p>", "10⁶ kg in 1999³, 5¹⁄₂ miles"},
		{"raised letters, and digits behind a word", "<p>the 3<sup>rd</sup> of H<sub>2</sub>O, as noted<sup>1</sup></p>", "the 3rd of H2O, as noted1"},
		{"nothing", "<p> \n </p>", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, blocks := segments(t, c.html)
			var texts []string
			for _, b := range blocks {
				texts = append(texts, b.Text)
			}
			if got := strings.Join(texts, "|"); got != c.want {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestPlace(t *testing.T) {
	_, blocks := segments(t, `<h2>Head</h2><ul><li>item</ul><table><tr><td>cell</table><blockquote><p>said</p></blockquote>
		<figure><figcaption>shown</figcaption></figure><p hidden>gone</p><p><a href=/x>all link</a></p>`)
	var kinds []Kind
	for _, b := range blocks {
		kinds = append(kinds, b.Kind)
	}
	want := []Kind{Heading, ListItem, Cell, Paragraph, Caption, Paragraph, Paragraph}
	if len(kinds) != len(want) {
		t.Fatalf("kinds %v, want %v", kinds, want)
	}
	for i := range want {
		if kinds[i] != want[i] {
			t.Errorf("block %d is %s, want %s", i, kindNames[kinds[i]], kindNames[want[i]])
		}
	}
	if blocks[0].Level != 2 || blocks[1].List < 0 || blocks[2].Table < 0 || blocks[3].Quote < 0 || blocks[4].Figure < 0 {
		t.Error("a block does not know what it stands in")
	}
	if !blocks[5].Hidden || blocks[3].Hidden {
		t.Error("hidden is wrong")
	}
	if int(blocks[6].LinkChars) != len("all link") {
		t.Errorf("link chars %d", blocks[6].LinkChars)
	}
}

func TestRowsHaveNames(t *testing.T) {
	doc, blocks := segments(t, "<h1>Head line of it</h1><div class=story><p>One, two.</p><p>Three.</p></div>")
	sheet := NewSheet(doc, blocks)
	rows := sheet.Rows()
	if got, want := len(rows), len(blocks)*len(FeatureNames()); got != want {
		t.Errorf("%d features for %d blocks of %d names", got, len(blocks), len(FeatureNames()))
	}
	if got, want := len(sheet.Second(nil, rows, make([]float32, len(blocks)), []int{0, 2})), 2*len(SecondNames()); got != want {
		t.Errorf("%d features of the second look, want %d", got, want)
	}
	seen := map[string]bool{}
	for _, n := range SecondNames() {
		if seen[n] {
			t.Errorf("two features are named %s", n)
		}
		seen[n] = true
	}
}

func FuzzSegment(f *testing.F) {
	f.Add("<p>one<br><br>two<ul><li>three")
	f.Add("<table><td>a<pre>\n  b")
	f.Fuzz(func(t *testing.T, html string) {
		doc, err := page.Parse(context.Background(), page.Source{Bytes: []byte(html)})
		if err != nil || doc.Nodes == nil {
			return
		}
		blocks := Segment(doc)
		last := int32(-1)
		for _, b := range blocks {
			if b.Text == "" || strings.TrimSpace(b.Text) == "" || b.First <= last || b.Last <= b.First {
				t.Fatalf("block %+v behind %d", b, last)
			}
			last = b.First
		}
		NewSheet(doc, blocks).Rows()
	})
}
