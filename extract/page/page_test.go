package page

import (
	"context"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

func parse(t *testing.T, b string) *Document {
	t.Helper()
	d, err := Parse(context.Background(), Source{Bytes: []byte(b)})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func encode(t *testing.T, cm *charmap.Charmap, s string) string {
	t.Helper()
	out, err := cm.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func wide(t *testing.T, big bool, s string) string {
	t.Helper()
	order := unicode.LittleEndian
	if big {
		order = unicode.BigEndian
	}
	out, err := unicode.UTF16(order, unicode.IgnoreBOM).NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestCharset(t *testing.T) {
	const fr = "<p>L’été à Besançon, où la rivière a débordé près du vieux marché couvert."
	const ru = "<p>В «СССР» и «США» читали одни и те же книги, «ГАЗ» и «ЗИЛ» ездили по дорогам."
	jp, err := japanese.ShiftJIS.NewEncoder().String("<p>市は新しい図書館を来年の春に開くと発表した。")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, page, charset, how, has string }{
		{"a mark", "\ufeff" + fr, "utf-8", "bom", "été à"},
		{"valid", fr, "utf-8", "valid", "été à"},
		{"utf-16, no mark", wide(t, false, "<!doctype html><meta charset=utf-16>"+fr), "utf-16le", "zero bytes", "été à"},
		{"utf-16, high byte first, no mark", wide(t, true, "<!doctype html><meta charset=utf-8><p>渡轮中午离开了码头。</p>"+fr), "utf-16be", "zero bytes", "渡轮中午"},
		{"a stray zero", "<meta charset=utf-8>\x00" + fr + "\x00\x00", "utf-8", "meta", "été à"},
		{"declared", "<meta charset=windows-1252>" + encode(t, charmap.Windows1252, fr), "windows-1252", "meta", "été à"},
		{"declared latin-1 holds windows-1252's quotes", "<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>" + encode(t, charmap.Windows1252, fr), "windows-1252", "meta", "L’été"},
		{"declared against the bytes", "<meta charset=iso-8859-1>" + fr, "utf-8", "valid", "été à"},
		{"declared utf-8, one stray byte", "<meta charset=utf-8>" + fr + encode(t, charmap.Windows1252, "<p>à midi"), "utf-8", "meta, mixed", "<p>à midi"},
		{"template utf-8, article windows-1252", "<meta charset=windows-1252>" + encode(t, charmap.Windows1252, fr) + "<p>Météo, économie, société, présidence", "windows-1252", "meta, mixed", "Météo, économie"},
		{"declared utf-8, most of it windows-1252", "<meta charset=utf-8><h1>Cañada, año, señal</h1>" + encode(t, charmap.Windows1252, "<p>Mañana Íñigo pedirá más café y Óscar irá allí después"), "windows-1252", "detected, mixed", "<h1>Cañada, año, señal</h1><p>Mañana Íñigo pedirá más café"},
		{"quotes after capitals are no utf-8", "<meta charset=windows-1251>" + encode(t, charmap.Windows1251, ru), "windows-1251", "meta", "«СССР» и «США»"},
		{"shift_jis", "<meta charset=Shift_JIS>" + jp, "shift_jis", "meta", "図書館"},
		{"undeclared russian", encode(t, charmap.Windows1251, ru), "windows-1251", "detected", "одни и те же книги"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, got := decode([]byte(c.page), "", "")
			if got.Name != c.charset || got.How != c.how {
				t.Errorf("charset %q by %q, want %q by %q", got.Name, got.How, c.charset, c.how)
			}
			if !strings.Contains(string(text), c.has) {
				t.Errorf("text lacks %q: %s", c.has, text)
			}
		})
	}
}

func TestNestedTooDeep(t *testing.T) {
	d := parse(t, strings.Repeat("<div><span>", 2000)+"<p>The bridge reopened on Monday.</p>"+strings.Repeat("</span></div>", 2000)+"<p>Traffic was light.</p>")
	var b strings.Builder
	for _, n := range d.Nodes {
		if n.Atom == 0 {
			b.WriteString(n.Data)
		}
	}
	if got := b.String(); !strings.Contains(got, "The bridge reopened on Monday.Traffic was light.") {
		t.Errorf("text lost: %q", got)
	}
	if len(d.Warnings) != 1 {
		t.Errorf("warnings %q", d.Warnings)
	}
}

func TestSniff(t *testing.T) {
	for _, c := range []struct {
		page string
		want Media
	}{
		{"<!doctype html><p>x", HTML},
		{"Note: <b>bold</b> is a tag.\n\nAnd that was it.", Text},
		{"The mayor spoke.\n\nIf a < b then c.", Text},
		{"before <div>one</div><div>two</div>", HTML},
	} {
		if got := sniff([]byte(c.page)); got != c.want {
			t.Errorf("%q: %s, want %s", c.page, got, c.want)
		}
	}
}

func TestFlatten(t *testing.T) {
	d := parse(t, `<body><nav><a href=/x>Menu</a></nav><article class="StoryBody"><p>One <b>two</b></p><div style="display: none">gone</div></article>`)
	for i, n := range d.Nodes {
		if i > 0 && (int(n.Parent) >= i || d.Nodes[n.Parent].End < n.End) {
			t.Fatalf("node %d does not stand inside its parent", i)
		}
		switch strings.TrimSpace(n.Data) {
		case "Menu":
			if n.Flags&InNav == 0 || n.Flags&InLink == 0 {
				t.Errorf("menu flags %b", n.Flags)
			}
		case "two":
			if n.Flags&InArticle == 0 || n.Flags&Hidden != 0 {
				t.Errorf("body flags %b", n.Flags)
			}
		case "gone":
			if n.Flags&Hidden == 0 {
				t.Errorf("hidden text is not marked")
			}
		case "article":
			if !n.Class.Has(ClassGroup("article")) || !n.Class.Has(ClassGroup("body")) {
				t.Errorf("class words %b", n.Class)
			}
		}
	}
}

// Names that only style say nothing of what an element holds.
func TestClassWords(t *testing.T) {
	body, teaser := ClassGroup("body"), ClassGroup("teaser")
	for name, want := range map[string]ClassWords{
		"items-center": 0, "grid md:block": 0, "inline-block": 0, "text-sm text-gray-500": 0, "d-block": 0, "grid-cols-2": 0,
		"news-grid": teaser, "teaser-block": teaser, "list": teaser, "post-list": teaser, "river item": teaser,
		"text-content": body, "article__text": body, "textblock": body, "wp-block-post-content": body,
	} {
		if got := classWords(name) & (body | teaser); got != want {
			t.Errorf("%q: %b, want %b", name, got, want)
		}
	}
}

// What a class or React hides is hidden where nothing shows it again.
func TestHiddenByClass(t *testing.T) {
	for markup, hidden := range map[string]bool{
		`<div class="box hidden">`:           true,
		`<div class="hidden md:block">`:      false,
		`<div class="overflow-hidden">`:      false,
		`<div hidden id="S:1">`:              false,
		`<div hidden id="S">`:                true,
		`<div id="hidden" class="box">`:      false,
		`<div class="box" title="hidden">`:   false,
		`<div class="box" style="margin:0">`: false,
	} {
		d := parse(t, "<body>"+markup+"<p>gone")
		last := &d.Nodes[len(d.Nodes)-1]
		if last.Flags&Hidden != 0 != hidden {
			t.Errorf("%s: hidden %t, want %t", markup, !hidden, hidden)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("<p>one<table><tr><td>two"), "text/html; charset=koi8-r")
	f.Add([]byte("\xff\xfe<\x00p\x00>\x00"), "")
	f.Fuzz(func(t *testing.T, b []byte, contentType string) {
		d, err := Parse(context.Background(), Source{Bytes: b, ContentType: contentType})
		if err != nil {
			return
		}
		for i := range d.Nodes {
			if n := d.Nodes[i]; int(n.End) <= i || int(n.End) > len(d.Nodes) {
				t.Fatalf("node %d ends at %d of %d", i, n.End, len(d.Nodes))
			}
		}
	})
}
