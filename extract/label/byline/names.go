package byline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/extract/label/dates"
	"copydesk/extract/vocab"
)

// nameSort says what a text that stands for an author is.
type nameSort uint8

const (
	noName      nameSort = iota
	person               // a name, or a handle that serves as one
	agency               // a news agency or another source of the text
	institution          // the site itself, a newsroom, a company: an author only where nobody else is named
)

// named is one author as parsed from a text.
type named struct {
	text string
	sort nameSort
}

// longestName bounds an author's name, in code points: longer texts are sentences.
const longestName = 60

// parseNames reads the names out of a text that declares or shows authors:
// "By Ida Moen and Per Lie, Oslo" gives the two names. What opens a byline, joins
// names, gives a role, a place, a mail address or a date is left out; so is who
// only helped: "Photos by", "Reviewed by". strict asks that a name looks like
// one, for text that is not declared to be names.
func parseNames(in *label.Input, s string, strict bool) []named {
	if strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || strings.Contains(s, ".com/") {
		return nil
	}
	s = cutBrackets(strings.Join(strings.Fields(s), " "))
	if s == "" || utf8.RuneCountInString(s) > 400 {
		return nil
	}
	var out []named
	for _, dash := range [...]string{" - ", " – ", " — "} { // behind it stand a house or a place
		if i := strings.LastIndex(s, dash); i > 0 && (strict || in.Declared.IsSite(s[i+len(dash):])) {
			s = s[:i]
		}
	}
	for i, line := range splitAny(slashes(s), "|•·;\n\u2028") {
		out = parseLine(in, out, line, strict, i == 0)
	}
	return unique(out)
}

// parseLine reads one line of a byline, up to the first dividing sign.
func parseLine(in *label.Input, out []named, s string, strict, first bool) []named {
	var room [16]vocab.Hit
	hits := in.Words.Find(room[:0], s, vocab.Byline)
	from, to := opening(hits, s, strict)
	for _, h := range hits {
		if (h.Kind == vocab.Helper || h.Kind == vocab.Translated) && h.Start >= from && h.Start < to || h.Kind == vocab.Translated && h.From == 0 || h.Kind == vocab.Helper && h.From == 0 && h.End >= from {
			to = h.Start
		}
	}
	start := from
	for _, h := range hits {
		if h.Kind != vocab.And || h.Start <= start || h.End >= to || !joiner(s, h) {
			continue
		}
		out = parseList(in, out, s[start:h.Start], strict, first)
		start = h.End
	}
	if start < to {
		out = parseList(in, out, s[start:to], strict, first)
	}
	return out
}

// opening gives the span of a line that holds names: behind what opens the
// byline, at its start or behind a genre ("A comment by").
func opening(hits []vocab.Hit, s string, strict bool) (from, to int) {
	to = len(s)
	for _, h := range hits {
		switch {
		case h.Kind != vocab.By || h.End >= len(s):
		case h.From == 0:
			from = max(from, h.End)
		case from == 0 && strict && (looksLikeName(strings.TrimSpace(s[h.End:])) || !looksLikeName(strings.TrimSpace(s[:h.Start]))):
			from = h.End // but not the "von" of a name, with one word behind it
		}
	}
	return from, to
}

// joiner says whether a word that joins names does so here: written small and
// on its own, not the "E." or "Y" of a name.
func joiner(s string, h vocab.Hit) bool {
	r, _ := utf8.DecodeRuneInString(s[h.Start:])
	if unicode.IsUpper(r) || h.Start > 0 && s[h.Start-1] != ' ' && r < utf8.RuneSelf {
		return false
	}
	return h.End >= len(s) || s[h.End] == ' ' || r >= 0x2e80
}

// parseList reads names parted by commas.
func parseList(in *label.Input, out []named, s string, strict, first bool) []named {
	for list := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '&' || r == '+' }) {
		parts := strings.Split(strings.NewReplacer("、", ",", "，", ",").Replace(list), ",")
		head := noName // of the first part
		for k, part := range parts {
			n := judgeName(in, part, strict, first && k == 0)
			if k == 0 {
				head = n.sort
			} else if n.sort == person && (behindName(parts[0], part) || strict && head == noName && oneWord(parts[0])) {
				continue
			}
			if k > 0 && (n.sort == person && len(strings.Fields(n.text)) == 1 && !alone(n.text) || n.sort != noName && isHouse(in, n.text)) {
				continue // behind a comma a single word is a place: "Ida Moen, Oslo"; and there stands the house
			}
			if n.sort != noName {
				out = append(out, n)
			}
		}
	}
	return out
}

// behindName says whether a part behind a comma is the house that a name before it
// writes for: it stands in capitals throughout, and the name does not ("Ida Moen, RADIO STOKE").
func behindName(name, part string) bool {
	return allCapitals(part) && !allCapitals(name) && looksLikeName(strings.TrimSpace(name))
}

// oneWord says whether a text that is no name is a single word: a place, and so is
// what looks like a name behind its comma ("Stoke, Harbour Green").
func oneWord(s string) bool {
	words := strings.Fields(s)
	return len(words) == 1 && !alone(words[0]) && !strings.ContainsFunc(s, unicode.IsDigit)
}

func allCapitals(s string) bool {
	return strings.ContainsFunc(s, unicode.IsUpper) && !strings.ContainsFunc(s, unicode.IsLower)
}

// judgeName says what one part of a byline is. first tells the part that must
// hold the name from those behind a comma, where roles stand.
func judgeName(in *label.Input, s string, strict, first bool) named {
	whole := strings.TrimRight(s, " :,-–—*\"“”„‘’'«»@")
	s = strings.Trim(s, " .:,-–—*\"“”„‘’'«»@")
	if strings.HasSuffix(s, " Jr") || strings.HasSuffix(s, " Sr") || len(s) > 3 && strings.IndexByte(". ", s[len(s)-2]) >= 0 && strings.HasSuffix(whole, ".") { // "Ida C.J.", "Ida M."
		s += "."
	}
	if _, after, ok := strings.Cut(s, ": "); ok && looksLikeName(after) { // "Interview: Ida Moen"
		s = after
	}
	if s = once(s); strict {
		s = withoutButtons(in, s)
	}
	if s = withoutTitle(in, s, first); s == "" {
		return named{}
	}
	n := utf8.RuneCountInString(s)
	switch {
	case n < 2 || n > longestName || !strings.ContainsFunc(s, unicode.IsLetter):
		return named{}
	case strings.ContainsAny(s, "@<>{}=\\[]…?!") || strings.Contains(s, "://") || strings.Contains(s, "www."):
		return named{}
	case hasDate(s) || len(dates.In(in, s)) > 0:
		return named{}
	}
	var room [8]vocab.Hit
	hits := in.Words.Find(room[:0], s, vocab.Byline|vocab.Badge)
	for _, h := range hits {
		if h.Kind == vocab.Nobody && h.Whole() {
			return named{}
		}
	}
	for _, h := range hits {
		switch {
		case h.Kind == vocab.Desk && (h.Whole() || !strict):
			return named{s, institution}
		case h.Kind == vocab.Agency && h.Whole():
			return named{s, agency}
		case h.Kind.Trust() && h.Kind != vocab.Agency && h.Whole(): // a label, not a name: "Sponsored"
			return named{}
		case (h.Kind == vocab.JobTitle || h.Kind == vocab.By || h.Kind == vocab.And) && h.Whole(), h.Kind == vocab.Published, h.Kind == vocab.Updated:
			return named{}
		}
	}
	switch {
	case in.IsControl(s):
		return named{}
	case in.Declared.IsSite(s):
		return named{s, institution}
	case isDomain(s), houseName(in, s):
		return named{s, institution}
	case !strings.ContainsRune(s, ' ') && strings.Count(s, ".") > 1:
		return named{} // a template's variable
	case len(strings.Fields(s)) > 7:
		return named{}
	case strict && !looksLikeName(s):
		return named{}
	}
	return named{s, person}
}

// once gives a name that is printed twice in a row one time, as where the
// alternative text of a portrait stands before it: "Ida Moen Ida Moen". A single
// word may be a name that says it twice.
func once(s string) string {
	words := strings.Fields(s)
	if half := len(words) / 2; half >= 2 && slices.Equal(words[:half], words[half:]) {
		return strings.Join(words[:half], " ")
	}
	return s
}

// withoutButtons cuts what a page offers behind a name: "Ida Moen Follow". Only
// what follows and shares is cut, and a name must be left: words for more stories
// or for comments are families' names as well.
func withoutButtons(in *label.Input, s string) string {
	for {
		i := strings.LastIndexByte(s, ' ')
		if i < 0 || !looksLikeName(s[:i]) {
			return s
		}
		var room [4]vocab.Hit
		hits := in.Words.Find(room[:0], s[i+1:], vocab.Line)
		if !slices.ContainsFunc(hits, func(h vocab.Hit) bool { return h.Kind == vocab.Share && h.Whole() }) {
			return s
		}
		s = strings.TrimRight(s[:i], " :,-–—*")
	}
}

// cutBrackets takes out what stands in brackets: roles, places, agencies.
func cutBrackets(s string) string {
	for {
		i := strings.IndexAny(s, "([")
		if i < 0 {
			return s
		}
		j := strings.IndexAny(s[i:], ")]")
		if j < 0 {
			return strings.TrimSpace(s[:i])
		}
		s = strings.TrimSpace(s[:i]) + " " + strings.TrimSpace(s[i+j+1:])
	}
}

// slashes makes bars of the slashes that part names. One behind a digit stands in a
// name: "Northern List 90/The Harbour".
func slashes(s string) string {
	b := []byte(s)
	for i := range b {
		if b[i] == '/' && !(i > 0 && b[i-1] >= '0' && b[i-1] <= '9') {
			b[i] = '|'
		}
	}
	return string(b)
}

func splitAny(s, signs string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(signs, r) })
}

// unique drops names that came before.
func unique(list []named) []named {
	out := list[:0]
	seen := make(map[string]bool, len(list))
	for _, n := range list {
		if f := label.Folded(n.text); f != "" && !seen[f] {
			seen[f] = true
			out = append(out, n)
		}
	}
	return out
}

// NamesIn reads the authors' names from a line. Only what looks like a name is
// taken: there is nothing else that tells a byline from other short lines. An
// agency counts as a name.
func NamesIn(in *label.Input, line string) []article.Author {
	var out []article.Author
	for _, n := range parseNames(in, line, true) {
		if n.sort == person || n.sort == agency {
			out = append(out, article.Author{Name: n.text})
		}
	}
	return out
}

// Opens says whether a text opens as a byline does: "Written by Ida Moen".
func Opens(in *label.Input, text string) bool {
	var room [8]vocab.Hit
	return slices.ContainsFunc(in.Words.Find(room[:0], text, vocab.Byline), func(h vocab.Hit) bool {
		return h.Kind == vocab.By && h.From == 0 && h.To < h.Words
	})
}

// BeforePublished cuts a text before a word of publishing or updating that stands
// behind a name: "By Ida Moen published".
func BeforePublished(in *label.Input, text string) string {
	var room [8]vocab.Hit
	for _, h := range in.Words.Find(room[:0], text, vocab.Byline|vocab.Date) {
		if (h.Kind == vocab.Published || h.Kind == vocab.Updated) && h.From > 1 {
			return strings.TrimSpace(text[:h.Start])
		}
	}
	return text
}
