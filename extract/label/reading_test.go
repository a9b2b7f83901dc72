package label

import (
	"context"
	"testing"

	"copydesk/extract/block"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// prose is running text that no reader takes for anything else.
const prose = `<p>The ferry between the two shores had been laid up for nine months, because the yard that was to
mend its engine had gone out of business and nobody else would take the order, the harbour office said.</p>
<p>On Tuesday it left the slip again with forty passengers and a brass band. The first crossing took eleven minutes,
two more than the timetable allows, and the captain blamed the tuba, the tide and the mayor's speech, in that order.</p>
<p>The council will decide in spring whether the line keeps its second boat, which has been chartered from a
neighbouring county and costs as much in a week as the old one did in a month.</p>`

// reading is a page read up to the point where the headline is known.
func reading(t *testing.T, markup, url string) (in *Input, headline, kicker string) {
	t.Helper()
	doc, err := page.Parse(context.Background(), page.Source{Bytes: []byte(markup), URL: url})
	if err != nil {
		t.Fatal(err)
	}
	in = &Input{Doc: doc, Blocks: block.Segment(doc), Trace: &Trace{}}
	in.Roles = make([]Role, len(in.Blocks))
	block.Default().Judge(doc, in.Blocks)
	in.Declared = Declare(doc)
	in.Words = vocab.Builtin().For(FindLanguage(in, nil))
	headline, kicker = FindHeadline(in)
	return in, headline, kicker
}
