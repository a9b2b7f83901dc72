package trusttxt

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"
)

const harbour = "\ufeff# trust.txt of the Harbour Post\r\n\r\nbelongto=https://press-union.example/\r\nBelongTo = https://trust-list.example/members?x=1\r" +
	"control=https://shop.harbour.example/\ncontrolledby=https://pier-media.example/ # since 2019\nsocial=https://social.example/@harbour\n" +
	"vendor=https://ads.example/\ncustomer=https://wire.example/\ndisclosure=https://harbour.example/funding\n" +
	"contact=desk@harbour.example\ncontact=mailto:editor@harbour.example\nmember=https://a.example/\nmember=https://a.example/\ndatatrainingallowed=no\n"

func TestParse(t *testing.T) {
	c := parse([]byte(harbour))
	got, err := json.Marshal(c.TrustTxt)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"belongto":["https://press-union.example/","https://trust-list.example/members?x=1"],"member":["https://a.example/"],` +
		`"control":["https://shop.harbour.example/"],"controlledby":["https://pier-media.example/"],"social":["https://social.example/@harbour"],` +
		`"vendor":["https://ads.example/"],"customer":["https://wire.example/"],"disclosure":["https://harbour.example/funding"],` +
		`"contact":["desk@harbour.example","mailto:editor@harbour.example"],"datatrainingallowed":false}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if len(c.Warnings) > 0 {
		t.Errorf("warnings %q", c.Warnings)
	}
}

// What cannot be read is told by its line; the rest stands.
func TestParseTellsBadLines(t *testing.T) {
	for in, want := range map[string]string{
		"hello\nmember=https://a.example/":                "line 1: no attribute=value",
		"# x\nfriend=https://a.example/":                  `line 2: attribute "friend" is not known`,
		"member=":                                         "line 1: member has no value",
		"member=a.example":                                `line 1: member wants a web address, not "a.example"`,
		"member=javascript:alert(1)":                      `line 1: member wants a web address, not "javascript:alert(1)"`,
		"datatrainingallowed=maybe":                       `line 1: datatrainingallowed wants yes or no, not "maybe"`,
		"datatrainingallowed=no\ndatatrainingallowed=yes": "line 2: datatrainingallowed is said both ways; the first counts",
		"contact=a\x00b":                                  "line 1: contact holds control characters",
		"member=\xff":                                     "it is not UTF-8",
		strings.Repeat("x\n", 20):                         "and 12 more lines that could not be read",
	} {
		c := parse([]byte(in))
		if !strings.Contains(strings.Join(c.Warnings, "\n"), want) {
			t.Errorf("%q: %q, want %q", in, c.Warnings, want)
		}
	}
	if c := parse([]byte("hello\nmember=https://a.example/")); len(c.Member) != 1 {
		t.Errorf("the good line is lost: %+v", c)
	}
}

func TestFor(t *testing.T) {
	file := &fstest.MapFile{Data: []byte("contact=x")}
	s := Open(fstest.MapFS{
		"harbour.example.txt": file, "www.quay.example.txt": file, "pier.example/trust.txt": file,
		"coast.example/.well-known/trust.txt": file, "github.io.txt": file, "big.example.txt": {Data: make([]byte, MaxBytes+1)},
	})
	for host, want := range map[string]string{
		"harbour.example": "harbour.example.txt", "WWW.Harbour.Example": "harbour.example.txt", "shop.harbour.example.": "harbour.example.txt",
		"quay.example": "www.quay.example.txt", "pier.example": "pier.example/trust.txt", "m.coast.example": "coast.example/.well-known/trust.txt",
		"someone.github.io": "", "other.example": "", "": "", "../harbour.example": "", "[::1]": "", "..": "",
	} {
		c, err := s.For(host)
		got := ""
		if c != nil {
			got = c.File
		}
		if got != want || err != nil {
			t.Errorf("%s: %q, %v; want %q", host, got, err, want)
		}
	}
	if _, err := s.For("big.example"); err == nil || !strings.Contains(err.Error(), "big.example.txt: larger than") {
		t.Errorf("a copy that is too large: %v", err)
	}
	one, err := Every(strings.NewReader(harbour), "trust.txt")
	if err != nil {
		t.Fatal(err)
	}
	if c, err := one.For("any.example"); err != nil || c == nil || c.File != "trust.txt" {
		t.Errorf("one for every page: %v, %v", c, err)
	}
	if c, err := (*Set)(nil).For("any.example"); c != nil || err != nil {
		t.Errorf("no set: %v, %v", c, err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(harbour))
	f.Add([]byte("member=https://a.example/ # x\r\rcontact=\xff"))
	f.Fuzz(func(t *testing.T, b []byte) {
		c := parse(b)
		for _, w := range c.Warnings {
			if len(w) > 200 {
				t.Errorf("a warning of %d bytes", len(w))
			}
		}
	})
}
