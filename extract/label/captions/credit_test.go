package captions

import (
	"testing"

	"copydesk/extract/vocab"
)

// Each style of the press, and beside it what looks like it and is none.
func TestPartCredit(t *testing.T) {
	for _, c := range []struct{ lang, in, text, credit string }{
		{"en", "Nora Quist at the harbour in Vardo.AFP", "Nora Quist at the harbour in Vardo.", "AFP"},
		{"en", "The mill wheel turns again. (AP Photo/Lena Holt)", "The mill wheel turns again.", "AP Photo/Lena Holt"},
		{"en", "A barge on the upper river—Getty Images", "A barge on the upper river", "Getty Images"},
		{"en", "The council chamber. Photograph: Ida Crane/Reuters", "The council chamber.", "Ida Crane/Reuters"},
		{"en", "The council chamber. Photograph by Ida Crane", "The council chamber.", "Ida Crane"},
		{"en", "Photo: Ida Crane", "", "Ida Crane"},
		{"en", "The old yard © Ida Crane", "The old yard", "Ida Crane"},
		{"en", "A view of the ferry. Supplied", "A view of the ferry.", "Supplied"},
		{"de", "Die Fähre am Kai. Foto: Jens Odel / dpa", "Die Fähre am Kai.", "Jens Odel / dpa"},
		{"de", "Die Fähre am Kai (Foto: Jens Odel)", "Die Fähre am Kai", "Jens Odel"},
		{"de", "Die Fähre am Kai. (Archivbild)", "Die Fähre am Kai. (Archivbild)", ""},
		{"fr", "Le bac au quai. Crédit photo : Line Aubry", "Le bac au quai.", "Line Aubry"},
		{"es", "El coro ensaya. / LUCÍA VEGA", "El coro ensaya.", "LUCÍA VEGA"},
		{"es", "La mayor repasa la partitura. / L. M.", "La mayor repasa la partitura.", "L. M."},
		{"pl", "Prom przy nabrzeżu. Fot. Jan Lis", "Prom przy nabrzeżu.", "Jan Lis"},
		{"it", "Il traghetto al molo - foto Ag. Riva", "Il traghetto al molo", "Ag. Riva"},
		{"ja", "岸壁に着いた連絡船＝１日（山田はな撮影）", "岸壁に着いた連絡船＝１日", "山田はな"},
		{"ko", "나룻배가 선착장에 들어오고 있다. 연합뉴스", "나룻배가 선착장에 들어오고 있다.", "연합뉴스"},
		{"ru", "Паром у причала. Фото: Анна Лис / ТАСС", "Паром у причала.", "Анна Лис / ТАСС"},

		{"en", "The minister (left) and his deputy (right)", "The minister (left) and his deputy (right)", ""},
		{"en", "Engineers from Reuters visited the plant on Friday.", "Engineers from Reuters visited the plant on Friday.", ""},
		{"en", "The S.S. Marlin leaves the U.S. for good", "The S.S. Marlin leaves the U.S. for good", ""},
		{"en", "A photo of the crew hangs in the bar", "A photo of the crew hangs in the bar", ""},
		{"en", "Crews: 14. Last race: lost. Rank before: N/R", "Crews: 14. Last race: lost. Rank before: N/R", ""},
		{"en", "See more at harbour.example", "See more at harbour.example", ""},
		{"de", "Das Bild zeigt, wie voll die Fähre war.", "Das Bild zeigt, wie voll die Fähre war.", ""},
	} {
		text, credit, ok := PartCredit(vocab.Builtin().For(c.lang), c.in)
		if text != c.text || credit != c.credit || ok != (c.credit != "") {
			t.Errorf("PartCredit(%q) = %q, %q, %v; want %q, %q", c.in, text, credit, ok, c.text, c.credit)
		}
	}
}

func TestLargestPicture(t *testing.T) {
	for srcset, want := range map[string]string{
		"a.jpg 320w, b.jpg 1024w, c.jpg 640w":  "b.jpg",
		"a.jpg, b.jpg 2x":                      "b.jpg",
		"a.jpg?trim=1,2 320w, b.jpg?x=1,2 90w": "a.jpg?trim=1,2",
		"data:image/gif;base64,AAAA 2000w":     "",
		"":                                     "",
	} {
		if got, _ := largest(srcset); got != want {
			t.Errorf("largest(%q) = %q, want %q", srcset, got, want)
		}
	}
}

func FuzzPartCredit(f *testing.F) {
	f.Add("Moscow.AFP")
	f.Add("（撮影）©")
	f.Add("a. b) (\xff")
	w := vocab.Builtin().All()
	f.Fuzz(func(t *testing.T, s string) { PartCredit(w, s) })
}
