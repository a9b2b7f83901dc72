package extract

import (
	"context"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"copydesk/extract/vocab"
	"copydesk/ingest"
)

// labelCase is a line of testdata/labels/LANG.txtar: where on a page a text
// stands, and the kind of trust label that it must give (in hit) or must not (in miss).
type labelCase struct{ place, kind, text string }

// TestLabels puts every line of every language's file on a page of its own and
// reads it: as a kicker, a byline, a note, a link in the footer it is a label; in
// the prose, in a menu, in a teaser it is none.
func TestLabels(t *testing.T) {
	files, err := filepath.Glob("../testdata/labels/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata/labels/*.txtar", err)
	}
	var langs []string
	for _, file := range files {
		lang := strings.TrimSuffix(filepath.Base(file), ".txtar")
		langs = append(langs, lang)
		t.Run(lang, func(t *testing.T) {
			body, hits, misses := readLabels(t, file)
			for _, c := range hits {
				if got := labelsOn(t, lang, body, c); !slices.Contains(got, c.kind) {
					t.Errorf("%s %q gives %v, want %s", c.place, c.text, got, c.kind)
				}
			}
			for _, c := range misses {
				if got := labelsOn(t, lang, body, c); slices.Contains(got, c.kind) {
					t.Errorf("%s %q gives %s, and must not", c.place, c.text, c.kind)
				}
			}
			everyKind(t, lang, hits, misses)
		})
	}
	for _, lang := range vocab.Builtin().Languages() {
		if !slices.Contains(langs, lang) {
			t.Errorf("no testdata/labels/%s.txtar", lang)
		}
	}
}

// everyKind asks for a hit and a miss of every kind that the language's file has words for.
func everyKind(t *testing.T, lang string, hits, misses []labelCase) {
	t.Helper()
	for _, kind := range vocab.TrustKinds() {
		own := slices.ContainsFunc(vocab.Builtin().For(lang).Rows(kind), func(r vocab.Row) bool { return r.Lang == lang })
		of := func(c labelCase) bool { return c.kind == string(kind) }
		if own && !slices.ContainsFunc(hits, of) {
			t.Errorf("no hit for %s", kind)
		}
		if own && !slices.ContainsFunc(misses, of) {
			t.Errorf("no miss for %s", kind)
		}
	}
}

func readLabels(t *testing.T, file string) (body []string, hits, misses []labelCase) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range txtar.Parse(data).Files {
		for line := range strings.Lines(string(f.Data)) {
			line = strings.TrimRight(line, "\n")
			if line == "" {
				continue
			}
			if f.Name == "body" {
				body = append(body, line)
				continue
			}
			col := strings.Split(line, "\t")
			if len(col) != 3 {
				t.Fatalf("%s: %q: want place, kind, text", file, line)
			}
			c := labelCase{col[0], col[1], col[2]}
			if f.Name == "hit" {
				hits = append(hits, c)
			} else {
				misses = append(misses, c)
			}
		}
	}
	return body, hits, misses
}

// labelsOn gives the kinds of the labels that a page has which holds the text in its place.
func labelsOn(t *testing.T, lang string, body []string, c labelCase) []string {
	t.Helper()
	part := map[string]string{}
	text := html.EscapeString(c.text)
	switch c.place {
	case "kicker":
		part[c.place] = `<p class="kicker">` + text + `</p>`
	case "byline":
		part[c.place] = `<p class="byline">` + text + `</p>`
	case "note":
		part[c.place] = `<p class="note"><em>` + text + `</em></p>`
	case "footer":
		part[c.place] = `<a href="/about/x1">` + text + `</a>`
	case "prose":
		part[c.place] = `<p>` + text + `</p>`
	case "menu":
		part[c.place] = `<li><a href="/x2">` + text + `</a></li>`
	case "teaser":
		part[c.place] = `<div class="teaser"><a href="/x3"><span class="kicker">` + text + `</span><h3>` + body[0] + `</h3></a></div>`
	default:
		t.Fatalf("place %q is not known", c.place)
	}
	var paras []string
	for _, p := range body {
		paras = append(paras, "<p>"+p+"</p>")
	}
	page := fmt.Sprintf(`<!DOCTYPE html><html lang="%s"><head><meta charset="utf-8"><title>Nordkap 7</title></head><body>
<header><nav><ul><li><a href="/a">A1</a></li>%s<li><a href="/b">B2</a></li></ul></nav></header>
<main><article>%s<h1>Nordkap 7</h1>%s<div class="article-body">%s%s%s</div>%s</article>
<section class="related">%s</section></main><footer><a href="/i">I9</a> %s</footer></body></html>`,
		lang, part["menu"], part["kicker"], part["byline"], strings.Join(paras, "\n"), part["prose"], strings.Join(paras[:1], "\n")+"<p>"+body[1]+"</p>",
		part["note"], part["teaser"], part["footer"])
	a, err := Page(context.Background(), ingest.Page{Name: "page.html", Bytes: []byte(page)}, Config{Lang: lang}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, l := range a.TrustLabels {
		kinds = append(kinds, l.Kind)
	}
	return kinds
}

// The box of The Trust Project, in its own three lines, with its name as words
// or as a logo only.
func TestTrustProjectBox(t *testing.T) {
	boxes := map[string][2]string{
		"en": {"According to the criteria of", "Know more"}, "es": {"Según los criterios de", "Saber más"},
		"pt": {"De acordo com os critérios de", "Saiba mais"}, "it": {"Secondo i criteri di", "Per saperne di più"},
		"fr": {"Selon les critères de", "En savoir plus"}, "de": {"Nach den Kriterien des", "Mehr erfahren"},
	}
	for lang, words := range boxes {
		body, _, _ := readLabels(t, "../testdata/labels/"+lang+".txtar")
		for name, mark := range map[string]string{
			"words": `<div><a href="/trust">The Trust Project</a></div>`,
			"logo":  `<div><a href="https://thetrustproject.org/"><img src="/l.svg" alt="The Trust Project"></a></div>`,
		} {
			page := fmt.Sprintf(`<html lang="%s"><body><article><h1>Nordkap 7</h1><div><p>%s</p><p>%s</p></div>`+
				`<div class="box"><div>%s</div>%s<div><a href="/more">%s</a></div></div></article></body></html>`,
				lang, body[0], body[1], words[0], mark, words[1])
			a, err := Page(context.Background(), ingest.Page{Name: "page.html", Bytes: []byte(page)}, Config{}, nil)
			if err != nil {
				t.Fatal(err)
			}
			if len(a.TrustLabels) == 0 || a.TrustLabels[0].Kind != "trust-project" {
				t.Errorf("%s, %s: %v, want trust-project", lang, name, a.TrustLabels)
			}
			if strings.Contains(a.Text, words[0]) {
				t.Errorf("%s, %s: the box stands in the body", lang, name)
			}
		}
	}
}
