package label

import (
	"context"
	"net/url"
	"slices"
	"testing"

	"copydesk/extract/page"
)

func TestSamePiece(t *testing.T) {
	for _, c := range []struct {
		own, other string
		want       bool
	}{
		{"https://a.example/mill", "https://a.example/mill/seite-2", true},
		{"https://a.example/mill/seite-2", "https://a.example/mill/seite-3", true},
		{"https://a.example/mill/seite-2", "https://a.example/mill", true},
		{"https://a.example/mill.html", "https://a.example/mill-2.html", true},
		{"https://a.example/news/6186/", "https://a.example/news/6186/2/", true},
		{"https://a.example/mill", "https://a.example/mill?page=2", true},
		{"https://a.example/mill?p=3", "https://a.example/mill?p=2", true},
		{"https://a.example/mill?id=7", "https://a.example/mill?id=7&page=2", true},
		// neighbours, not parts
		{"https://a.example/mill?id=7", "https://a.example/mill?id=8&page=2", false},
		{"https://a.example/mill", "https://a.example/mill?page=2&box=teasers", false},
		{"https://a.example/mill", "https://a.example/market", false},
		{"https://a.example/n/800", "https://a.example/n/801", false},
		{"https://a.example/mill", "https://a.example/", false},
		{"https://a.example/review-2", "https://a.example/review-7", false},
		{"https://a.example/2024/05/mill", "https://a.example/2024/05/12", false},
	} {
		own, err := url.Parse(c.own)
		if err != nil {
			t.Fatal(err)
		}
		other, err := url.Parse(c.other)
		if err != nil {
			t.Fatal(err)
		}
		if got := samePiece(own, other); got != c.want {
			t.Errorf("%s and %s: %t, want %t", c.own, c.other, got, c.want)
		}
	}
}

func TestPartsByTheRowOfNumbers(t *testing.T) {
	const head = `<html><head><link rel="canonical" href="https://a.example/mill/seite-2"></head><body><p>The mill turns.</p>`
	for row, want := range map[string]string{
		`<a href="/mill">1</a> <b>2</b> <a href="/mill/seite-3"><span>3</span></a> <a href="/mill/seite-4">4</a>`: "https://a.example/mill https://a.example/mill/seite-3",
		`<a href="/mill/seite-3">next</a>`:                                 " ",
		`<a href="/mill/seite-4">3</a>`:                                    " ",
		`<a href="/market/seite-3">3</a>`:                                  " ",
		`<div class="comments"><a href="/mill/seite-3">3</a></div>`:        " ",
		`<a href="/mill/seite-3">3</a><a rel="prev" href="/mill">back</a>`: "https://a.example/mill ",
		`<a rel="next" href="/mill/seite-3">on</a> <a href="/mill">1</a>`:  " https://a.example/mill/seite-3",
	} {
		doc, err := page.Parse(context.Background(), page.Source{Bytes: []byte(head + row)})
		if err != nil {
			t.Fatal(err)
		}
		got := " "
		if p := FindParts(&Input{Doc: doc, Declared: Declare(doc)}); p != nil {
			got = p.Prev + " " + p.Next
		}
		if got != want {
			t.Errorf("%s: %q, want %q", row, got, want)
		}
	}
}

func TestPartKeysOfOnePage(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"https://a.example/mill", "http://www.a.example/mill/", true},
		{"https://a.example/mill", "https://a.example/mill?page=1", true},
		{"https://a.example/mill.html", "https://a.example/mill-1.html", true},
		{"https://a.example/mill/seite-1", "https://a.example/mill", true},
		{"https://a.example/mill", "https://a.example/mill?page=2", false},
		{"https://a.example/mill?page=2", "https://a.example/mill?page=3", false},
		{"https://a.example/mill?id=1", "https://a.example/mill?id=2", false},
		{"https://a.example/mill", "https://b.example/mill", false},
	} {
		same := false
		for _, x := range PartKeys(c.a) {
			same = same || slices.Contains(PartKeys(c.b), x)
		}
		if same != c.same {
			t.Errorf("%s and %s: %t, want %t", c.a, c.b, same, c.same)
		}
	}
}
