package golden

import (
	"strings"
	"testing"
)

const record = `{
  "source": {"path": "cookies.html", "charset": "utf-8"},
  "page_kind": "article",
  "headline": "Ferry back in service",
  "authors": [{"name": "Ada Moll", "url": "https://a.example/"}],
  "body": [{"type": "heading", "level": 2, "text": "Why it broke"}, {"type": "paragraph", "text": "A gear."}],
  "text": "Why it broke\n\nA gear.",
  "captions": [{"text": "The pier.", "raw": "The pier.Photo: Moll"}],
  "trust_labels": [{"kind": "updated", "source": "dom"}, {"kind": "agency", "source": "dom"}, {"kind": "agency", "source": "text"}],
  "suspects": [{"field": "body[1].text", "before": "gear", "after": "gears"}],
  "quality": {"method": "dom", "confidence": 1}
}`

func TestExpectation(t *testing.T) {
	tests := []struct {
		name, expect string
		unmet        []string
	}{
		{"all met", `{"about": "x", "headline": "Ferry back in service", "authors": [{"name": "Ada Moll"}], "modified": null,
			"source": {"charset": "utf-8"}, "text_starts": "Why it", "text_ends": "gear.", "text_has": ["broke\n\nA"], "text_lacks": ["pier"],
			"nowhere": ["Photo:", "cookies", "gears"], "headings": ["Why it broke"], "trust": ["updated", "agency"], "suspects": ["gear"]}`, nil},
		{"another value", `{"headline": "Ferry"}`, []string{"headline"}},
		{"a field too many", `{"headline": null}`, []string{"headline"}},
		{"a list of another length", `{"authors": [{"name": "Ada Moll"}, {"name": "Bo"}]}`, []string{"authors"}},
		{"text", `{"text_starts": "A gear", "text_ends": "broke", "text_has": ["pier"], "text_lacks": ["gear"]}`,
			[]string{"text_ends", "text_has: pier", "text_lacks: gear", "text_starts"}},
		{"nowhere looks into captions", `{"nowhere": ["pier"]}`, []string{"nowhere: pier"}},
		{"trust is the whole set", `{"trust": ["agency"]}`, []string{"trust"}},
		{"known", `{"headline": "Ferry", "known_failures": ["headline"]}`, nil},
		{"known and mended", `{"page_kind": "article", "known_failures": ["page_kind"]}`, []string{"page_kind"}},
		{"known but no check", `{"page_kind": "article", "known_failures": ["headline"]}`, []string{"headline"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e, err := ParseExpectation([]byte(tt.expect))
			if err != nil {
				t.Fatal(err)
			}
			failures, err := e.Unmet([]byte(record))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range failures {
				got = append(got, f.Check)
			}
			if strings.Join(got, "|") != strings.Join(tt.unmet, "|") {
				t.Errorf("unmet %q, want %q", got, tt.unmet)
			}
		})
	}
}

func TestExpectationRefusesWrongShape(t *testing.T) {
	for _, expect := range []string{`[]`, `{"known_failures": "headline"}`} {
		if _, err := ParseExpectation([]byte(expect)); err == nil {
			t.Errorf("%s: no error", expect)
		}
	}
	e, err := ParseExpectation([]byte(`{"nowhere": "x"}`))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Unmet([]byte(record)); err == nil {
		t.Error("a string where a list belongs: no error")
	}
}
