package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// leastListed is how many references make a list that the text speaks of.
const leastListed = 3

// listMemory is how many bytes back a reference must not stand in its list again.
const listMemory = 256

// listed gives the end of a list of references that begins at the place, 0 where
// there is none: three or more, each another and by itself, between commas, from
// the second on also with a short word between ("&lt;, &gt; and &amp;"). Seen in
// manuals, where a repair would leave nothing of what is said. Letters within words
// ("caf&eacute;, &eacute;t&eacute;"), signs between names ("A &amp; B &amp; C") and
// quotations after each other ("&raquo;, &laquo; non &raquo;") are no such list.
func listed(s string, start int) (upTo int) {
	at := start
	for n := 1; at >= 0; n++ {
		end, _, sure := reference(s, at)
		if sure == 0 || !apart(s, at, end) || strings.Contains(s[max(start, at-listMemory):at], s[at:end]) {
			break
		}
		if n >= leastListed {
			upTo = end
		}
		at = nextListed(s, end, n > 1)
	}
	return upTo
}

// nextListed gives the place of the reference that stands next in a list, -1 where
// none does. A word of four letters at most may stand before it where that is allowed.
func nextListed(s string, at int, word bool) int {
	rest, comma := strings.CutPrefix(s[at:], ",")
	rest, spaced := strings.CutPrefix(rest, " ")
	if !spaced {
		return -1
	}
	if comma && strings.HasPrefix(rest, "&") {
		return len(s) - len(rest)
	}
	before, behind, found := strings.Cut(rest[:min(len(rest), 20)], " ")
	if n := utf8.RuneCountInString(before); !word || !found || n > 4 || !strings.HasPrefix(behind, "&") || strings.IndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) }) >= 0 {
		return -1
	}
	return len(s) - len(rest) + len(before) + len(" ")
}

// apart says whether text[start:end] touches no word.
func apart(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return !unicode.IsLetter(before) && !unicode.IsDigit(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after)
}
