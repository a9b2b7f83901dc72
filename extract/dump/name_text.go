package dump

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/extract/label/byline"
	"copydesk/extract/label/dates"
)

// nameText is a line's text as names are read from it: entities that lost their sign
// at the end are spaces, and a handle that is glued to a name is none of it.
func nameText(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "&nbsp;", " "), "&nbsp", " ")
	if at := strings.IndexByte(s, '@'); at > 0 && s[at-1] != ' ' && !strings.Contains(s[at:], ".") {
		s = s[:at]
	}
	return s
}

// unglued cuts what is glued to a name of several words, a house or a role in an
// element of its own: "Ada Lind-HolmeThe Shore Post". The capitals within names
// stand behind fewer letters: "McDonald", "FitzGerald".
func unglued(s string) string {
	letters := 0
	for i, r := range s {
		switch {
		case unicode.IsUpper(r) && letters >= 5 && strings.ContainsRune(s[:i], ' '):
			return s[:i]
		case unicode.IsLetter(r):
			letters++
		default:
			letters = 0
		}
		if unicode.IsUpper(r) && letters > 1 { // a word in capitals throughout
			letters = -len(s)
		}
	}
	return s
}

// beforeDate cuts a byline before the date that stands in it, with the word that opens the date.
func (r *reader) beforeDate(s string) string {
	if found := dates.In(r.in, s); len(found) > 0 && found[0].Start > 0 {
		s = strings.TrimSpace(s[:found[0].Start])
	}
	return byline.BeforePublished(r.in, s)
}

// pieces are the pieces of a line between dividing signs.
func pieces(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("|•·", r) })
}

// nameAgain gives the name in a line that says before it what a picture shows, as
// the alternative text of a portrait does ("Headshot of Ada Lind"): the next line
// is that name alone, or has more glued to it. Without that line the words before
// the small one may be names themselves, as those of "Ana de Sousa Lima" are.
func nameAgain(text, next string) string {
	words := strings.Fields(text)
	for i := 1; i+2 < len(words); i++ {
		if r, _ := utf8.DecodeRuneInString(words[i]); !unicode.IsLower(r) {
			continue
		}
		name := strings.Join(words[i+1:], " ")
		if more, ok := strings.CutPrefix(next, name); ok {
			if r, _ := utf8.DecodeRuneInString(more); more == "" || unicode.IsUpper(r) {
				return name
			}
		}
	}
	return text
}
