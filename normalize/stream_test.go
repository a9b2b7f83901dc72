package normalize

import (
	"strings"
	"testing"
	"testing/iotest"
)

func TestStream(t *testing.T) {
	in := strings.Repeat("MÃ©xico is far.\nLa forÃªt &amp; co\n", 50) + "und groÃŸe Tage"
	want := strings.Repeat("México is far.\nLa forêt & co\n", 50) + "und große Tage"
	for _, window := range []int{64, 100, 1 << 10, 1 << 20} {
		var out strings.Builder
		whole, end := "", int64(0)
		err := stream(&out, iotest.HalfReader(strings.NewReader(in)), Options{}, func(at int64, r Result) {
			if at != end {
				t.Errorf("a window at %d, the last ended at %d", at, end)
			}
			end = at + int64(len(r.Text))
			before, err := Undo(r.Text, r.Fixes)
			if err != nil {
				t.Error(err)
			}
			whole += before
		}, window)
		if err != nil || out.String() != want || whole != in {
			t.Errorf("window %d: %v\n%s", window, err, out.String())
		}
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		window string
		want   int
	}{{"one\ntwo", 4}, {"no line", 7}, {"caf\xc3", 3}, {"café", 5}, {"\xff\xff\xff\xff\xff", 5}, {"ab\xf0\x9f\x98", 2}} {
		if got := Cut([]byte(c.window)); got != c.want {
			t.Errorf("Cut(%q) = %d, want %d", c.window, got, c.want)
		}
	}
}
