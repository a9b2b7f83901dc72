package extract

import (
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"

	"copydesk/article"
)

// finish sees to what the record promises of the texts that repair does not
// touch: addresses without spaces and control characters, and the raw words of
// captions in form NFC, with single spaces and without control characters.
func finish(a *article.Article) {
	for _, p := range addresses(a) {
		*p = address(*p)
	}
	for i := range a.Captions {
		a.Captions[i].Raw = tidy(a.Captions[i].Raw)
	}
}

// addresses gives the places of all addresses in a record.
func addresses(a *article.Article) []*string {
	out := []*string{&a.Source.URL, &a.Source.CanonicalURL}
	for i := range a.Authors {
		out = append(out, &a.Authors[i].URL)
	}
	for i := range a.Body {
		out = append(out, &a.Body[i].URL)
	}
	for i := range a.Captions {
		out = append(out, &a.Captions[i].Image)
	}
	for i := range a.TrustLabels {
		out = append(out, &a.TrustLabels[i].URL)
	}
	if p := a.Publisher; p != nil {
		out = append(out, &p.URL)
		for i := range p.Policies {
			out = append(out, &p.Policies[i].URL)
		}
	}
	for i := range a.Related {
		out = append(out, &a.Related[i].URL)
	}
	if p := a.Parts; p != nil {
		out = append(out, &p.Next, &p.Prev)
		for i := range p.URLs {
			out = append(out, &p.URLs[i])
		}
	}
	return out
}

// address escapes what an address cannot hold; most hold nothing of it and cost nothing.
func address(s string) string {
	s = strings.TrimSpace(s)
	if strings.IndexFunc(s, outside) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if !outside(r) {
			b.WriteRune(r)
			continue
		}
		for _, c := range []byte(string(r)) {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

func outside(r rune) bool { return r <= ' ' || control(r) || r == '\uFFFD' }

func control(r rune) bool { return r < ' ' || r >= 0x7F && r <= 0x9F }

func tidy(s string) string {
	if s == "" {
		return s
	}
	lines := strings.Split(strings.Map(func(r rune) rune {
		if control(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s), "\n")
	out := lines[:0]
	for _, l := range lines {
		if l = strings.Join(strings.Fields(l), " "); l != "" {
			out = append(out, l)
		}
	}
	return norm.NFC.String(strings.Join(out, "\n"))
}
