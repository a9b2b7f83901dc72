package label

import (
	"net/url"
	"testing"
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
		// neighbours, not parts
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
