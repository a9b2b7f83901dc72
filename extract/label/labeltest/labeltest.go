// Package labeltest has what the tests of the fields share: a page read as far as
// the headline, and running text for its body.
package labeltest

import (
	"context"
	"testing"

	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/label/headline"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// Prose is running text that no reader takes for anything else.
const Prose = `<p>The ferry between the two shores had been laid up for nine months, because the yard that was to
mend its engine had gone out of business and nobody else would take the order, the harbour office said.</p>
<p>On Tuesday it left the slip again with forty passengers and a brass band. The first crossing took eleven minutes,
two more than the timetable allows, and the captain blamed the tuba, the tide and the mayor's speech, in that order.</p>
<p>The council will decide in spring whether the line keeps its second boat, which has been chartered from a
neighbouring county and costs as much in a week as the old one did in a month.</p>`

// Read reads a page up to the point where the headline is known.
func Read(t *testing.T, markup, url string) (in *label.Input, head, kicker string) {
	t.Helper()
	doc, err := page.Parse(context.Background(), page.Source{Bytes: []byte(markup), URL: url})
	if err != nil {
		t.Fatal(err)
	}
	in = &label.Input{Doc: doc, Blocks: block.Segment(doc), Trace: &label.Trace{}}
	in.Roles = make([]label.Role, len(in.Blocks))
	block.Default().Judge(doc, in.Blocks)
	in.Declared = label.Declare(doc)
	in.Words = vocab.Builtin().For(label.FindLanguage(in, nil))
	head, kicker = headline.Find(in)
	return in, head, kicker
}
