package lexicon

import (
	"bytes"
	"testing"
)

func TestQuantize(t *testing.T) {
	for _, c := range []struct {
		steps float64
		want  int
	}{{0, 0}, {0.4, 0}, {-0.4, 0}, {0.6, 1}, {-0.6, -1}, {4.4, 3}, {-4.6, -6}, {32, 25}, {33, 40}, {1e9, 40}, {-1e9, -40}} {
		if got := Steps(Quantize(c.steps)); got != c.want {
			t.Errorf("%v steps are kept as %d, want %d", c.steps, got, c.want)
		}
	}
}

func TestPackWeights(t *testing.T) {
	bits := []byte{0, 1, 9, 7, 15}
	packed := PackWeights(bits)
	if want := []byte{0x10, 0x79, 0x0f}; !bytes.Equal(packed, want) {
		t.Fatalf("packed as %x, want %x", packed, want)
	}
	for i, b := range bits {
		if got := weightAt(string(packed), uint32(i)); got != Steps(b) {
			t.Errorf("weight %d is read as %d, want %d", i, got, Steps(b))
		}
	}
}

// Words that stand together in running text go together better than words that
// differ from them by an ending alone, and a table without weights says nothing.
func TestSceneWeigh(t *testing.T) {
	empty := Table{}
	s := empty.Scene(&Context{})
	if got := s.Weigh([]byte("été")); got != 0 {
		t.Errorf("an empty table weighs %v", got)
	}
	beside := func(word string) Neighbour {
		key := AppendKey(nil, word)
		n := NeighbourOf(key, Hash(key), false)
		n.Form, n.Shape = FormOf([]byte(word)), Lowered
		return n
	}
	for _, c := range []struct{ lang, before, after, right, wrong string }{
		{"fr", "une", "par", "publiée", "publie"},
		{"cs", "velké", "města", "města", "město"},
		{"pl", "dużą", "pracę", "pracę", "praca"},
		{"es", "el", "que", "país", "pais"},
	} {
		l, ok := Find(c.lang)
		if !ok {
			t.Skip("built without its data")
		}
		table := l.Table()
		s := table.Scene(&Context{P1: beside(c.before), N1: beside(c.after)})
		if right, wrong := s.Weigh([]byte(c.right)), s.Weigh([]byte(c.wrong)); right <= wrong {
			t.Errorf("%s: %s … %s: %s weighs %.2f, %s %.2f", c.lang, c.before, c.after, c.right, right, c.wrong, wrong)
		}
	}
}
