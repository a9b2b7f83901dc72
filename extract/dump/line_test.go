package dump

import (
	"strings"
	"testing"
)

func TestLayOutTellsItemsFromProse(t *testing.T) {
	lines := layOut(undo(strings.Split("Harbour news\n\n  • Ferries\n  1. Tickets\n– Not an item, says the captain.\n  – An item\n2 men held\n-----\n\n* Starred", "\n")))
	want := []struct {
		text    string
		bullet  bool
		ordered bool
		blanks  int
	}{
		{"Harbour news", false, false, 0},
		{"Ferries", true, false, 1},
		{"Tickets", true, true, 0},
		{"– Not an item, says the captain.", false, false, 0},
		{"An item", true, false, 0},
		{"2 men held", false, false, 0},
		{"Starred", true, false, 2},
	}
	if len(lines) != len(want) {
		t.Fatalf("%d lines, want %d", len(lines), len(want))
	}
	for i, w := range want {
		if l := lines[i]; l.text != w.text || l.bullet != w.bullet || l.ordered != w.ordered || l.blanks != w.blanks {
			t.Errorf("line %d is %q (item %v, ordered %v, %d empty before), want %q (%v, %v, %d)",
				i, l.text, l.bullet, l.ordered, l.blanks, w.text, w.bullet, w.ordered, w.blanks)
		}
	}
}

func TestTokensOfScripts(t *testing.T) {
	for text, want := range map[string]string{
		"The Captain's log, 4 May": "the|captain|s|log|4|may",
		"写真：港":                     "写|真|港",
		"Über-Länge … «Ñandú»":     "über|länge|ñandú",
		"서울 항구 소식":                 "서울|항구|소식",
		"  —  ":                    "",
		"mixed 港 word":             "mixed|港|word",
		"Fähr\u00adhafen":          "fährhafen",
	} {
		if got := strings.Join(tokens(text, nil), "|"); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

func TestWordFilesAreWellFormed(t *testing.T) {
	lex, err := readWords()
	if err != nil {
		t.Fatal(err)
	}
	if len(lex.langs) < 25 || len(lex.langs) > 64 {
		t.Errorf("%d languages, want 25 to 64", len(lex.langs))
	}
	for text, want := range map[string]cue{
		"Leave a Reply":              cueComment,
		"Foto: Ada Lind / dpa":       cueCredit,
		"Suscríbete para leer":       cueNewsletter,
		"読み込み中 関連記事":                 cueRelated,
		"Alle Rechte vorbehalten":    cueLegal,
		"Posted on the 3rd of March": cueMonth,
	} {
		if h := lex.find(tokens(text, nil)); h.covered[want] == 0 {
			t.Errorf("%q has no word of the sort %s", text, cueNames[want])
		}
	}
	if h := lex.find(tokens("The mayor leaves a replica behind", nil)); h.covered[cueComment] != 0 {
		t.Error("prose that only sounds like a comment form was taken for one")
	}
}

func TestDatelines(t *testing.T) {
	for text, want := range map[string]bool{
		"PARIS (AFP) - The harbour was closed":                  true,
		"Riga, May 3 – Two ferries have collided":               true,
		"The captain - who had slept little - said no":          false,
		"Two ferries have collided off the coast, police said.": false,
	} {
		if got := opensWithPlace(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestWordsAreComparedByTheirStems(t *testing.T) {
	for _, p := range [][2]string{
		{"harbours", "harbour's pilots"},
		{"Hafenmeister", "der Hafenmeisterin"},
		{"항구는", "항구에서"},
	} {
		if shared(longWords(tokens(p[0], nil)), longWords(tokens(p[1], nil))) == 0 {
			t.Errorf("%q shares nothing with %q", p[0], p[1])
		}
	}
	if shared(longWords(tokens("pilot", nil)), longWords(tokens("pilgrim", nil))) != 0 {
		t.Error("pilot was taken for a pilgrim")
	}
}
