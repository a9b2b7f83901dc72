package extract

import (
	"slices"
	"testing"

	"copydesk/ingest"
)

// A record without a body says so in the same words whether the page was markup or text.
func TestLacking(t *testing.T) {
	for about, c := range map[string]struct {
		page, want string
		is         bool
	}{
		"text without a body":   {"Ferry leaves early\n\nBy Ada Weber\n", "no body was found", true},
		"markup without a body": {"<!doctype html><title>Ferry leaves early</title><h1>Ferry leaves early</h1>", "no body was found", true},
		"text with a body": {"Ferry leaves early\n\nThe ferry left the pier at noon, two hours before its time, and nobody on board could say why it was in such a hurry.\n\n" +
			"Passengers who had come for the two o’clock boat were given tea, and a promise that the next one would wait for them.\n", "no body was found", false},
	} {
		a, err := Page(t.Context(), ingest.Page{Name: "p", Bytes: []byte(c.page)}, Config{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if slices.Contains(a.Quality.Warnings, c.want) != c.is {
			t.Errorf("%s: warnings %q for %q", about, a.Quality.Warnings, a.Text)
		}
	}
}
