package siterules

import (
	"slices"
	"testing"
	"testing/fstest"
)

func TestFor(t *testing.T) {
	s := Open(fstest.MapFS{
		"pier.example.txt":       {Data: []byte("title: //h1")},
		".coast.example.txt":     {Data: []byte("title: //h2")},
		"news.coast.example.txt": {Data: []byte("title: //h3")},
	})
	for host, want := range map[string]string{
		"pier.example": "pier.example.txt", "WWW.Pier.Example": "pier.example.txt", "m.pier.example": "",
		"coast.example": ".coast.example.txt", "a.b.coast.example": ".coast.example.txt", "news.coast.example": "news.coast.example.txt",
		"": "", "..": "", "../pier.example": "", "other.example": "", "[::1]": "",
	} {
		r, err := s.For(host)
		got := ""
		if r != nil {
			got = r.File
		}
		if got != want || err != nil {
			t.Errorf("%s: %q, %v; want %q", host, got, err, want)
		}
	}
}

func TestParse(t *testing.T) {
	r := parse([]byte("\ufeff# The Pier\n\ntitle: //h1[@class='t']\ntitle: //h2\nbody: //div[@id = 'story']\nstrip: //aside\n" +
		"strip_id_or_class: share\nstrip_image_src: /ads/\nprune: no\ntidy: no\nhttp_header(user-agent): x\ntest_url: http://pier.example/1\n" +
		"find_string: <b>\nreplace_string: <p>\nreplace_string(<i>): <em>\nreplace_string: lost\nbody: //div[\nnonsense\nauthor:\ntitel: //h1\n" +
		"wrap_in(blockquote): //q\nif_page_contains: //h1\nmove_into(//div[@id='a:b']): //p\n"))
	if !slices.Equal(r.Title, []string{"//h1[@class='t']", "//h2"}) || !slices.Equal(r.Body, []string{"//div[@id = 'story']"}) ||
		!slices.Equal(r.StripClasses, []string{"share"}) || !slices.Equal(r.StripImages, []string{"/ads/"}) ||
		!slices.Equal(r.Replace, [][2]string{{"<b>", "<p>"}, {"<i>", "<em>"}}) {
		t.Errorf("%+v", r)
	}
	if len(r.Warnings) != 4 || r.Warnings[3] != `line 20: directive "titel" is not known` {
		t.Errorf("warnings %q", r.Warnings)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("title: //h1\nreplace_string(a): b\nbody: //*["))
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) < 1<<12 {
			parse(b)
		}
	})
}
