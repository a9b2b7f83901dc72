package lexicon

import "testing"

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ want, text string }{
		{"en", "The minister said that the new law would come into force next year, and that nobody had to worry."},
		{"es", "El ministro dijo que la nueva ley entrará en vigor el próximo año y que nadie debe preocuparse."},
		{"es", "El ministro dijo que la situacin econmica del pas mejor durante el ltimo ao y que nadie debe preocuparse."},
		{"fr", "Le ministre a dit que la nouvelle loi entrera en vigueur l’année prochaine et que personne ne doit s’inquiéter."},
		{"de", "Der Minister sagte, dass das neue Gesetz im nächsten Jahr in Kraft tritt und niemand sich sorgen müsse."},
		{"de", "Der Minister sagte, dass das neue Gesetz im n?chsten Jahr in Kraft tritt und niemand sich sorgen m?sse."},
		{"pl", "Minister powiedzia, e nowe przepisy wejd w ycie w przyszym roku i nikt nie musi si martwi."},
		{"cs", "Ministr řekl, že nový zákon začne platit příští rok a že se nikdo nemusí bát."},
		{"tr", "Bakan, yeni yasanın gelecek yıl yürürlüğe gireceğini ve kimsenin endişelenmemesi gerektiğini söyledi."},
		{"ru", "Министр сказал, что новый закон вступит в силу в следующем году, и никому не нужно беспокоиться."},
		{"uk", "Міністр сказав, що новий закон набуде чинності наступного року, і нікому не треба хвилюватися."},
		{"el", "Ο υπουργός είπε ότι ο νέος νόμος θα ισχύσει του χρόνου."},
		{"ja", "大臣は新しい法律が来年施行されると述べた。"},
		{"ko", "장관은 새 법이 내년에 시행될 것이라고 말했다."},
		{"zh", "部长说，新法律将于明年生效。"},
		{"ar", "قال الوزير إن القانون الجديد سيدخل حيز التنفيذ العام المقبل."},
		{"und", "4711 0815 %%%"},
		{"und", ""},
	} {
		if got, confidence := Language(c.text); got != c.want {
			t.Errorf("%s (%.2f), want %s: %s", got, confidence, c.want, c.text)
		}
	}
}

// What is sure of a language is sure of it again when nothing but noise is added.
func TestLanguageConfidence(t *testing.T) {
	_, short := Language("La casa es")
	_, long := Language("La casa es muy grande y está en el centro de la ciudad, pero nadie vive en ella desde hace años.")
	if long < 0.5 || short > long {
		t.Errorf("confidence %.2f of few words, %.2f of many", short, long)
	}
}

func TestLookup(t *testing.T) {
	l, ok := Find("es-MX")
	if !ok || l.Tag() != "es" {
		t.Fatal("no Spanish")
	}
	table := l.Table()
	g := table.Lookup(Hash("situacin"))
	words := g.Words(nil)
	if g.Plain() != None || len(words) == 0 || string(words[0].Append(nil, []byte("situacin"))) != "situación" {
		t.Errorf("situacin: plain %d, words %v", g.Plain(), words)
	}
	if table.Lookup(Hash("xqzvxqzv")).Found() {
		t.Error("a word that no language has was found")
	}
	if g := table.Lookup(Hash("esta")); g.Plain() == None {
		t.Error("esta is a word as it stands")
	}
}

func TestFindUnknown(t *testing.T) {
	if l, ok := Find("tlh"); ok {
		t.Errorf("found %s", l.Tag())
	}
}

func FuzzLanguage(f *testing.F) {
	f.Add("M?xico \xff\xfe é")
	f.Fuzz(func(t *testing.T, s string) { Language(s) })
}

func BenchmarkLanguage(b *testing.B) {
	text := "The minister said that the new law would come into force next year, and that nobody had to worry. "
	for range 5 {
		text += text
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Language(text)
	}
}
