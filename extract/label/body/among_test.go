package body

import (
	"testing"

	"copydesk/extract/block"
	"copydesk/extract/label"
)

// Headings and listings among the paragraphs are the body's, whatever they score.
func TestAmong(t *testing.T) {
	for _, c := range []struct {
		name, src string
		score     float32
		want      string // the texts that are body
	}{
		{"a heading", "<p>One.<h2>Why</h2><p>Two.", 0.4, "One.|Why|Two."},
		{"a heading over a list of the body", "<p>One.<h2>Why</h2><ul><li>Two.</ul>", 0.4, "One.|Why|Two."},
		{"a heading that nothing follows", "<p>One.<h2>Why</h2><aside>Box</aside>", 0.4, "One."},
		{"a heading that surely is none", "<p>One.<h2>Why</h2><p>Two.", 0.1, "One.|Two."},
		{"a heading in a box of its own, with more in it", "<p>One.</p><div><h2>Why</h2><aside>Box</aside></div><div><p>Two.</div>", 0.4, "One.|Two."},
		{"a listing", "<p>One.<pre>make\nmake test</pre><p>Two.", 0.4, "One.|make\nmake test|Two."},
		{"a listing under its heading", "<p>One.<h2>Why</h2><pre>make</pre>", 0.4, "One.|Why|make"},
		{"a listing elsewhere", "<p>One.</p><div><div><pre>make</pre></div></div>", 0.4, "One."},
	} {
		in := read(t, "<article>"+c.src)
		for i := range in.Blocks {
			b := &in.Blocks[i]
			if b.Scores.Body = 0.9; b.Kind == block.Heading || b.Kind == block.Code || b.Text == "Box" {
				b.Scores.Body = c.score
			}
		}
		Take(in, func(_ int, b *block.Block) bool { return b.Scores.Body >= label.BodyLine })
		if s := bodyTexts(in); s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
	}
}
