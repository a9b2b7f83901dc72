package normalize_test

import (
	"fmt"
	"strings"
	"testing"

	"copydesk/normalize"
)

// A text of one long line costs no more for its length than one of many: each of these
// would keep the test busy for minutes if a rule read the line again at every sign.
func TestLongLines(t *testing.T) {
	for name, piece := range map[string]string{
		"commas":     "house,garden and river%d ",
		"signs":      "water , Paper%d ",
		"signs of a": "the street . the wall%d ",
		"marks":      "he \"house \" said%d ",
		"stops":      "the end.Water is deep%d ",
	} {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			for i := 0; b.Len() < 2<<20; i++ {
				fmt.Fprintf(&b, piece, i%7)
			}
			in := b.String()
			out := normalize.Text(in, normalize.Options{})
			back, err := normalize.Undo(out.Text, out.Fixes)
			if err != nil || back != in {
				t.Errorf("undoing %d fixes does not give the text back: %v", len(out.Fixes), err)
			}
		})
	}
}
