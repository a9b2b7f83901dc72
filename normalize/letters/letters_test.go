package letters

import (
	"slices"
	"strings"
	"testing"
)

const spanish = "La delegación española llegó ayer a Bogotá con una petición clara: más transparencia y un calendario público. " +
	"El ministro explicó que la situación económica del país mejoró durante el último año, aunque la inflación todavía preocupa.\n"

func stripped(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x80 && isLetter(r) {
			return -1
		}
		return r
	}, s)
}

// The fixes come in order, apart from each other, and inside the text.
func TestFindOrder(t *testing.T) {
	text := stripped(strings.Repeat(spanish, 3))
	fixes, at := Find(text, Options{}), 0
	if len(fixes) < 20 {
		t.Fatalf("only %d fixes", len(fixes))
	}
	for _, f := range fixes {
		if f.Start < at || f.End < f.Start || f.End > len(text) || f.Confidence < 0 || f.Confidence > 1 {
			t.Errorf("%+v", f)
		}
		at = f.End
	}
}

// An intact text costs no more than a glance and proposes nothing.
func TestFindIntact(t *testing.T) {
	text := strings.Repeat(spanish, 20)
	if fixes := Find(text, Options{}); len(fixes) > 0 {
		t.Errorf("%+v", fixes)
	}
	if n := testing.AllocsPerRun(10, func() { Find(text, Options{}) }); n > 2 {
		t.Errorf("%v allocations for a text that needs nothing", n)
	}
}

// A language that is not known, or too weak, is left alone.
func TestFindOtherLanguages(t *testing.T) {
	for _, tag := range []string{"vi", "und", "tlh", "ru"} {
		if fixes := Find(stripped(spanish), Options{Language: tag}); len(fixes) > 0 {
			t.Errorf("%s: %+v", tag, fixes)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add(stripped(spanish), "")
	f.Add("M?xico est? ? aqu?  ", "es")
	f.Add("H\ufffd\ufffdhner \xff\xfe", "de")
	f.Add("İstanbul'n  Trkiye'nn", "tr")
	f.Fuzz(func(t *testing.T, s, lang string) {
		at := 0
		for _, x := range Find(s, Options{Language: lang, Proofs: 1}) {
			if x.Start < at || x.End < x.Start || x.End > len(s) {
				t.Fatalf("%+v after %d of %d", x, at, len(s))
			}
			at = x.End
		}
	})
}

func BenchmarkIntact(b *testing.B) {
	text := strings.Repeat(spanish, 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text, Options{})
	}
}

func BenchmarkDamaged(b *testing.B) {
	text := stripped(strings.Repeat(spanish, 100))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text, Options{})
	}
}

// The same text gives the same confidences to the last digit, however often it
// is asked: what is known of the letters is summed in one order.
func TestFindSame(t *testing.T) {
	lines := strings.SplitAfter("Minister powiedział wczoraj, że nowe przepisy wejdą w życie w przyszłym roku i że ludzie będą mieć więcej pieniędzy.\n"+
		"Według niego każdy mieszkaniec może złożyć wniosek, także ten, który już wcześniej prosił o pomoc i jej nie dostał.\n"+
		"Późnym wieczorem dzień kończył się dźwiękiem dzwonów, a łódź wracała na brzeg jeziora pełna ryb i zmęczonych ludzi.\n"+
		"Żona rybaka mówiła, że zostaną tu do świąt, bo droga przez góry jest zamknięta i nikt nie wie, kiedy ją otworzą.\n", "\n")
	gone := [...]string{"żłęśąćóńźŻ", "łę", "śąćż", "żó", "", "ńźłą"}
	var b strings.Builder
	for i := range 12 {
		line := lines[i%4]
		for _, r := range gone[i%len(gone)] {
			line = strings.ReplaceAll(line, string(r), "")
		}
		b.WriteString(line)
	}
	text := b.String()
	want := Find(text, Options{Language: "pl"})
	if len(want) < 20 {
		t.Fatalf("only %d fixes", len(want))
	}
	for range 200 {
		if got := Find(text, Options{Language: "pl"}); !slices.Equal(got, want) {
			t.Fatalf("came\n%+v\nand then\n%+v", want, got)
		}
	}
}
