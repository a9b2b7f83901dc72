package page

import (
	"strings"
	"testing"
)

func TestTitle(t *testing.T) {
	const rest = "<meta charset=utf-8></head><body><h1>Ferry</h1><p>It left.</p>"
	for page, want := range map[string]string{
		"<title>Ferry leaves at noon" + rest:                                            "Ferry leaves at noon",
		"<title>Ferry leaves at noon" + rest + strings.Repeat("<p>And so on.", 500):     "Ferry leaves at noon",
		"<title>Ferry leaves at noon" + rest + "<svg><title>x</title></svg><p>It left.": "Ferry leaves at noon",
		"<title>" + strings.Repeat("Ferry ", 100) + rest:                                "",
		"<title>What the &lt;p> tag is for</title>" + rest:                              "What the <p> tag is for",
		"<title>A < B, and 1 <2</title>":                                                "A < B, and 1 <2",
	} {
		d := parse(t, page)
		if d.Facts.Title != want {
			t.Errorf("%.60s: title %q, want %q", page, d.Facts.Title, want)
		}
		if warned := len(d.Warnings) > 0; warned != strings.Contains(page, "noon<") && want != "" {
			t.Errorf("%.60s: warnings %q", page, d.Warnings)
		}
	}
}
