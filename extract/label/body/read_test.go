package body

import (
	"testing"

	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/page"
)

// read gives the blocks of a page's body, of which no field has taken any.
func read(t *testing.T, markup string) *label.Input {
	t.Helper()
	doc, err := page.Parse(t.Context(), page.Source{Bytes: []byte("<!DOCTYPE html><body>" + markup)})
	if err != nil {
		t.Fatal(err)
	}
	in := &label.Input{Doc: doc, Blocks: block.Segment(doc)}
	in.Roles = make([]label.Role, len(in.Blocks))
	return in
}
