package main

import (
	"slices"
	"testing"

	"copydesk/extract/dump"
)

// Of a golden dump only what the editor wrote down is learned.
func TestMarkPieces(t *testing.T) {
	p := &pieces{
		Starts: "The weavers of Ostrel counted their looms again", Ends: "nobody has asked for it since.",
		Has: []string{"who lent the village her barn"}, Lacks: []string{"Subscribe now"},
	}
	var text [][]string
	var out []answer
	for _, c := range []string{
		"Menu of the day", "The weavers of Ostrel counted their looms again this week, village by village.",
		"It took them three days, and a fourth for the count of the count.", "Subscribe now!",
		"They thanked Berit Vint, who lent the village her barn.", "The list hangs in the inn, and nobody has asked for it since.", "Related tales",
	} {
		text = append(text, units(c))
		out = append(out, answer{make([]float32, len(dump.Parts())), slices.Repeat([]float32{1}, len(dump.Parts()))})
	}
	first, last := markPieces(text, p, out)
	got := ""
	for _, a := range out {
		switch {
		case a.w[body] == 0:
			got += "?"
		case a.y[body] == 1:
			got += "+"
		default:
			got += "-"
		}
	}
	if got != "-+?-++-" || first != 1 || last != 5 {
		t.Errorf("body: %s from %d to %d", got, first, last)
	}
}
