package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ruleQuote puts quotation marks on the side where they belong. Their style
// is the page's own and stays.
var ruleQuote = &rule{name: "quote", cue: cueQuote, find: findQuotes}

func findQuotes(d *doc) {
	for i := range d.fields {
		f := &d.fields[i]
		if f.cues&cueQuote == 0 || !strings.Contains(f.text, "“") || strings.Contains(f.text, "„") {
			continue
		}
		open := false
		for at := 0; at < len(f.text); {
			r, size := utf8.DecodeRuneInString(f.text[at:])
			before, _ := utf8.DecodeLastRuneInString(f.text[:at])
			after, _ := utf8.DecodeRuneInString(f.text[at+size:])
			end := at + size
			switch {
			case r == '\n':
				open = false
			case r == '“' && !open:
				open = true
			case r == '“' && (unicode.IsLetter(before) || unicode.IsPunct(before)):
				open = false
				if unicode.IsLetter(after) {
					f.report(at, end, "” ", 0.95, "closes the quotation opened before")
				} else {
					f.report(at, end, "”", 0.95, "closes the quotation opened before")
				}
			case r == '”':
				if open && before == ' ' && (end == len(f.text) || unicode.IsSpace(after)) {
					f.report(at-1, at, "", 0.95, "a space before the closing mark")
				}
				open = false
			}
			at = end
		}
	}
}
