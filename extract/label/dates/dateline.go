package dates

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/extract/label"
	"copydesk/extract/vocab"
)

// FindDateline gives the place that the body opens with: "MOSCOW (AP) — …",
// "Berlin. …", "PARIS, March 3 –". The place must be written in capitals, or be
// set off by a dash or an agency in brackets; a name before a full stop alone is
// prose too often. first is the text of the body's first paragraph.
func FindDateline(in *label.Input, first string) string {
	if d := in.Declared.Article; d != nil {
		if s := strings.Join(strings.Fields(d.Text("dateline")), " "); s != "" && utf8.RuneCountInString(s) <= 60 && strings.Contains(label.Folded(first), label.Folded(s)) {
			in.Trace.Add(label.Choice{Field: "dateline", Value: s, Source: "jsonld"})
			return s
		}
	}
	place := openingPlace(first)
	if place == "" {
		place = creditedPlace(in, first)
	}
	if place != "" {
		in.Trace.Add(label.Choice{Field: "dateline", Value: place, Source: "text", Why: "the body opens with it"})
	}
	return place
}

// creditedPlace reads a place that an agency or a date sets off before a full
// stop: "Wittlohe (dpa).", "ВЕРХНЕОЗЁРСК, 3 октября.".
func creditedPlace(in *label.Input, s string) string {
	s = strings.TrimSpace(s)
	head := s[:min(len(s), 2*longestPlace)]
	if i := strings.IndexByte(head, '('); i > 1 {
		place := strings.TrimSpace(head[:i])
		inside, rest, ok := strings.Cut(head[i+1:], ")")
		if ok && strings.HasPrefix(rest, ".") && isPlace(place) && in.Words.Has(inside, vocab.Byline, vocab.Agency) {
			return place
		}
	}
	place, rest, ok := strings.Cut(head, ", ")
	if !ok || !isPlace(place) || !capitals(place) || utf8.RuneCountInString(place) < 3 {
		return ""
	}
	if end := strings.IndexAny(rest, ".—–"); end > 0 && end < 30 {
		if dates := In(in, rest[:end]); len(dates) == 1 && dates[0].Start == 0 {
			return place
		}
	}
	return ""
}

// isPlace says whether a text has the form of a place's name: up to four words,
// the first with a capital, no digits.
func isPlace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	n := len(strings.Fields(s))
	return unicode.IsUpper(r) && n >= 1 && n <= 4 && !strings.ContainsFunc(s, unicode.IsDigit) && !strings.ContainsAny(s, ".:;!?\"“„«")
}

// longestPlace bounds what stands before the dash, in bytes.
const longestPlace = 60

func openingPlace(s string) string {
	s = strings.TrimSpace(s)
	cut, dash := -1, false
	for i, r := range s {
		if i > longestPlace {
			return ""
		}
		if r == '—' || r == '–' || r == '-' && i > 0 && s[i-1] == ' ' {
			if i+utf8.RuneLen(r) < len(s) {
				cut, dash = i, true
			}
			break
		}
		if r == ':' || r == '!' || r == '?' || r == '"' || r == '“' || r == '«' || r == '„' {
			return ""
		}
	}
	if !dash {
		return ""
	}
	head := strings.TrimSpace(s[:cut])
	agency := false
	if i := strings.IndexByte(head, '('); i > 0 {
		if j := strings.IndexByte(head[i:], ')'); j > 0 && strings.TrimSpace(head[i+j+1:]) == "" {
			agency, head = true, strings.TrimSpace(head[:i])
		}
	}
	place, rest, _ := strings.Cut(head, ",")
	place = strings.TrimSpace(place)
	if rest = strings.TrimSpace(rest); rest != "" && strings.ContainsFunc(rest, unicode.IsLetter) && !strings.ContainsFunc(rest, unicode.IsDigit) && upperShare(rest) > 0 && len(strings.Fields(rest)) <= 2 {
		place = head // "WACO, Texas"
	}
	words := strings.Fields(place)
	if len(words) == 0 || len(words) > 5 || strings.ContainsFunc(place, unicode.IsDigit) {
		return ""
	}
	first, _ := utf8.DecodeRuneInString(place)
	if !unicode.IsUpper(first) {
		return ""
	}
	// Capitals throughout, or an agency, set a place apart from a sentence with a dash.
	if capitals(words[0]) && utf8.RuneCountInString(words[0]) > 2 || agency {
		return strings.TrimRight(place, " /")
	}
	return ""
}

func capitals(w string) bool {
	return strings.ContainsFunc(w, unicode.IsUpper) && !strings.ContainsFunc(w, unicode.IsLower)
}

func upperShare(s string) float64 {
	up, all := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			all++
			if unicode.IsUpper(r) {
				up++
			}
		}
	}
	return float64(up) / float64(max(all, 1))
}
