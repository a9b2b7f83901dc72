package gbdt

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// rings makes rows whose class no straight line parts: a ring around a disc, with columns of noise beside.
func rings(rows, noise int, seed uint64) (x []float32, names []string, y []float32) {
	r := rand.New(rand.NewPCG(seed, 1))
	for range rows {
		a, b := r.Float64()*4-2, r.Float64()*4-2
		row := []float32{float32(a), float32(b), float32(r.IntN(3))}
		for range noise {
			row = append(row, float32(r.NormFloat64()))
		}
		x = append(x, row...)
		var class float32
		if d := a*a + b*b; d > 1 && d < 3 {
			class = 1
		}
		y = append(y, class)
	}
	names = []string{"across", "up", "suit"}
	for i := range noise {
		names = append(names, fmt.Sprintf("noise%d", i))
	}
	return x, names, y
}

type predictor interface{ Predict(row []float32) float32 }

func accuracy(m predictor, x []float32, features int, y []float32) float64 {
	right := 0
	for i, want := range y {
		if got := m.Predict(x[i*features : (i+1)*features]); (got > 0.5) == (want > 0.5) {
			right++
		}
	}
	return float64(right) / float64(len(y))
}

func text(t *testing.T, m *Model) string {
	t.Helper()
	var b bytes.Buffer
	if _, err := m.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTreesLearnWhatNoLineParts(t *testing.T) {
	x, names, y := rings(4000, 5, 1)
	m, err := Train(x, names, y, nil, Params{Trees: 60})
	if err != nil {
		t.Fatal(err)
	}
	nx, _, ny := rings(2000, 5, 2)
	if a := accuracy(m, nx, len(names), ny); a < 0.96 {
		t.Errorf("%.3f of new rows right, want 0.96", a)
	}
	for i, g := range m.Gain()[2:] {
		if g > m.Gain()[0]/10 {
			t.Errorf("feature %s gained %.1f beside %.1f of the one that matters", names[i+2], g, m.Gain()[0])
		}
	}
}

func TestModelIsTheSameWhateverTheWorkers(t *testing.T) {
	x, names, y := rings(3000, 7, 3)
	p := Params{Trees: 20, FeatureFraction: 0.6, BaggingFraction: 0.7, Seed: 5, Workers: 1}
	one, err := Train(x, names, y, nil, p)
	if err != nil {
		t.Fatal(err)
	}
	for _, p.Workers = range []int{2, 3, 16} {
		many, err := Train(x, names, y, nil, p)
		if err != nil {
			t.Fatal(err)
		}
		if text(t, one) != text(t, many) {
			t.Errorf("%d workers grew other trees than one", p.Workers)
		}
	}
	p.Seed = 6
	if other, _ := Train(x, names, y, nil, p); text(t, one) == text(t, other) {
		t.Error("another seed drew the same rows and features")
	}
}

func TestTextGivesTheSameModelBack(t *testing.T) {
	x, names, y := rings(3000, 7, 4)
	m, err := Train(x, names, y, nil, Params{Trees: 101})
	if err != nil {
		t.Fatal(err)
	}
	written := text(t, m)
	if len(written) > 300_000 {
		t.Errorf("%d bytes for 100 trees, want at most 300,000", len(written))
	}
	back, err := Read(strings.NewReader(written))
	if err != nil {
		t.Fatal(err)
	}
	if text(t, back) != written {
		t.Error("written again, the text differs")
	}
	for i := range y {
		if row := x[i*len(names) : (i+1)*len(names)]; m.Predict(row) != back.Predict(row) {
			t.Fatalf("row %d: %v before, %v after", i, m.Predict(row), back.Predict(row))
		}
	}
}

func TestReadSaysWhereTextIsWrong(t *testing.T) {
	head := treesForm + "\nfeatures a b\nbias 0\n"
	for _, c := range []struct{ text, want string }{
		{"", "line 1"},
		{treesForm + "\nnames a b\n", "line 2"},
		{treesForm + "\nfeatures a a\n", "twice"},
		{treesForm + "\nfeatures a\nbias x\n", "line 3"},
		{head + "a<=1 2", "ends too soon"},
		{head + "1\na<=1 2 3 4", "line 5: tree goes on"},
		{head + "c<=1 2 3", "no such feature"},
		{head + "a<=1 2 x", `"x"`},
	} {
		if _, err := Read(strings.NewReader(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want one with %q", c.text, err, c.want)
		}
	}
	m, err := Read(strings.NewReader(head + "a<=1 b<=0 -1 2 3\n0.5\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		row  []float32
		want float32
	}{{[]float32{1, 0}, -0.5}, {[]float32{1, 0.1}, 2.5}, {[]float32{1.5, 0}, 3.5}, {[]float32{float32(math.NaN()), 1}, 2.5}} {
		if got := m.Score(c.row); got != c.want {
			t.Errorf("%v scores %v, want %v", c.row, got, c.want)
		}
	}
}

func TestWeightsCountAsRows(t *testing.T) {
	x, names, y := rings(1500, 2, 7)
	w := make([]float32, len(y))
	var tx, ty []float32
	for i := range y {
		w[i] = float32(i % 3) // one row in three left out, one counted twice
		for range i % 3 {
			tx, ty = append(tx, x[i*len(names):(i+1)*len(names)]...), append(ty, y[i])
		}
	}
	p := Params{Trees: 10}
	d, err := NewData(x, names, 255)
	if err != nil {
		t.Fatal(err)
	}
	weighed, err := d.Train(y, w, p)
	if err != nil {
		t.Fatal(err)
	}
	repeated, err := Train(tx, names, ty, nil, p)
	if err != nil {
		t.Fatal(err)
	}
	a, b := accuracy(weighed, x, len(names), y), accuracy(repeated, x, len(names), y)
	if math.Abs(a-b) > 0.02 {
		t.Errorf("accuracy %.3f by weight, %.3f by repetition", a, b)
	}
	if _, err := d.Train(y, make([]float32, len(y)), p); err == nil {
		t.Error("training on no row gave no error")
	}
}

func TestLinesAreFittedLinearly(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	var x, y []float32
	for range 3000 {
		a, b, c := r.NormFloat64()*50+100, r.NormFloat64(), 1.0
		x = append(x, float32(a), float32(b), float32(c))
		y = append(y, map[bool]float32{true: 1}[(a-100)/50-2*b+r.NormFloat64()/3 > 0])
	}
	names := []string{"a", "b", "constant"}
	l, err := TrainLinear(x, names, y, nil, 1)
	if err != nil {
		t.Fatal(err)
	}
	if a := accuracy(l, x, 3, y); a < 0.93 {
		t.Errorf("%.3f right, want 0.93", a)
	}
	if ratio := l.weight[1] / l.weight[0]; ratio > -1.8 || ratio < -2.2 {
		t.Errorf("weights %v, want the second twice the first and against it", l.weight)
	}
	var b bytes.Buffer
	if _, err := l.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	back, err := ReadLinear(&b)
	if err != nil {
		t.Fatal(err)
	}
	for i := range y {
		if row := x[i*3 : i*3+3]; l.Predict(row) != back.Predict(row) {
			t.Fatalf("row %d: %v before, %v after", i, l.Predict(row), back.Predict(row))
		}
	}
}

func TestRoundBetweenUsesFewDigits(t *testing.T) {
	for _, c := range []struct{ lo, hi, want float32 }{
		{0, 1, 0.5}, {1, 2, 1.5}, {0.33333, 0.33334, 0.33333}, {-3, -2, -2.5}, {0, 100, 50}, {7, 8, 7.5},
	} {
		if got := roundBetween(c.lo, c.hi); got != c.want {
			t.Errorf("between %v and %v: %v, want %v", c.lo, c.hi, got, c.want)
		}
	}
	lo := float32(0.1)
	if got := roundBetween(lo, math.Nextafter32(lo, 1)); got != lo {
		t.Errorf("between neighbours: %v, want the lower", got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(treesForm + "\nfeatures a b\nbias 0\na<=1 b<=0 -1 2 3\n")
	f.Fuzz(func(t *testing.T, s string) {
		m, err := Read(strings.NewReader(s))
		if err != nil {
			return
		}
		m.Score(make([]float32, max(1, len(m.Features()))))
	})
}

// A page of 300 blocks with 180 features, judged by 100 trees, must take less than a millisecond.
func BenchmarkPage(b *testing.B) {
	x, names, y := rings(3000, 177, 11)
	m, err := Train(x, names, y, nil, Params{Trees: 100})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		for i := range 300 {
			m.Score(x[i*180 : i*180+180])
		}
	}
}

func BenchmarkRead(b *testing.B) {
	x, names, y := rings(3000, 177, 11)
	m, _ := Train(x, names, y, nil, Params{Trees: 100})
	var out bytes.Buffer
	if _, err := m.WriteTo(&out); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(out.Len()))
	for b.Loop() {
		if _, err := Read(bytes.NewReader(out.Bytes())); err != nil {
			b.Fatal(err)
		}
	}
}

// Ten trees on 30,000 rows of 180 features: a hundredth of the work of a full training.
func BenchmarkTrain(b *testing.B) {
	x, names, y := rings(30_000, 177, 12)
	d, err := NewData(x, names, 255)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := d.Train(y, nil, Params{Trees: 10, Workers: 1}); err != nil {
			b.Fatal(err)
		}
	}
}
