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
	for i, line := range splitAny(s, "|•·;\n\u2028/") {
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
		for k, part := range strings.Split(strings.NewReplacer("、", ",", "，", ",").Replace(list), ",") {
			n := judgeName(in, part, strict, first && k == 0)
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

// isHouse says whether a text behind a comma is the house that a writer writes for:
// it opens with the site's name ("NFR Nord") or is a house's name.
func isHouse(in *label.Input, s string) bool {
	words := strings.Fields(s)
	return len(words) > 1 && in.Declared.IsSiteName(words[0]) || houseName(s)
}

// houseName says whether a name of several words ends in one that no family has for
// its name: "Northern Times".
func houseName(s string) bool {
	words := strings.Fields(s)
	return len(words) > 1 && slices.Contains(houseEndings, label.Folded(words[len(words)-1]))
}

var houseEndings = []string{"times", "news", "herald", "tribune", "gazette", "journal", "magazine", "media", "network", "university", "institute", "foundation", "association", "inc", "ltd", "llc", "gmbh"}

// alone says whether a single word may be a name of its own behind a comma: one
// in a script that writes names without spaces.
func alone(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 0x2e80
}

// judgeName says what one part of a byline is. first tells the part that must
// hold the name from those behind a comma, where roles stand.
func judgeName(in *label.Input, s string, strict, first bool) named {
	whole := strings.TrimRight(s, " :,-–—*\"“”„‘’'«»@")
	s = strings.Trim(s, " .:,-–—*\"“”„‘’'«»@")
	if strings.HasSuffix(s, " Jr") || strings.HasSuffix(s, " Sr") || len(s) > 3 && s[len(s)-2] == '.' && strings.HasSuffix(whole, ".") { // "Ida C.J."
		s += "."
	}
	if _, after, ok := strings.Cut(s, ": "); ok && looksLikeName(after) { // "Interview: Ida Moen"
		s = after
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
	case isDomain(s), houseName(s):
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

// withoutTitle cuts a role that stands before or behind a name: "Jane Doe
// Political Editor", "Reporter Jane Doe".
// A part behind a comma that has a role in it is the role: "Healthcare Reporter".
func withoutTitle(in *label.Input, s string, first bool) string {
	var room [8]vocab.Hit
	if word, rest, ok := strings.Cut(s, " "); ok && first && looksLikeName(rest) && roleCompound(in, word) {
		return rest
	}
	for _, h := range in.Words.Find(room[:0], s, vocab.Byline) {
		if h.Kind == vocab.Agency && h.To == h.Words && h.From >= 2 {
			if rest := strings.TrimRight(s[:h.Start], " :,–-"); looksLikeName(rest) {
				return rest
			}
		}
		if h.Kind != vocab.JobTitle {
			continue
		}
		if word, _, _ := strings.Cut(s, " "); h.To == h.Words && h.From > 0 && slices.Contains(ranks, strings.ToLower(word)) {
			return "" // "Senior Ferries Reporter"
		}
		if !first && (h.From == 0 || h.To == h.Words) {
			return ""
		}
		if h.From == 0 {
			if rest := strings.TrimLeft(s[h.End:], " :,.–-"); looksLikeName(rest) {
				return rest
			}
		}
		if h.To == h.Words {
			if rest := strings.TrimRight(s[:h.Start], " :,–-"); looksLikeName(rest) {
				return rest
			}
		}
	}
	return s
}

// ranks open a role that names its field in between.
var ranks = []string{"senior", "chief", "deputy", "lead", "associate", "assistant", "managing", "executive", "contributing", "staff", "principal", "freelance", "special", "former", "expert"}

// roleCompound says whether a word ends with a role, as languages that join words
// have it: "Wirtschaftskorrespondent", "Sportredakteurin", "kulturredaktör".
func roleCompound(in *label.Input, word string) bool {
	switch label.PrimaryTag(in.Tag) {
	case "de", "nl", "sv", "no", "nb", "nn", "da", "fi", "hu", "is":
	default:
		return false
	}
	f := label.Folded(word)
	for _, end := range roleEndings {
		if len(f) > len(end)+2 && strings.HasSuffix(f, end) {
			return true
		}
	}
	return false
}

// roleEndings are folded words for who writes, as they end compounds.
var roleEndings = [...]string{
	"korrespondent", "korrespondenten", "korrespondentin", "redakteur", "redakteurin", "redakteurs", "mitarbeiter", "mitarbeiterin", "reporter",
	"reporterin", "berichterstatter", "kommentator", "kolumnist", "kolumnistin", "correspondent", "redacteur", "verslaggever",
	"medarbejder", "medarbetare", "redaktor", "redaktør", "journalist", "journalisten", "journalistin", "toimittaja", "kirjeenvaihtaja",
}

// looksLikeName says whether a text has the form of a person's name: two to
// five words with capitals, particles apart. In scripts without capitals it is a
// short run of letters.
func looksLikeName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 6 || placeShaped(words) {
		return false
	}
	capitals := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if r == '\'' || r == '’' {
			continue
		}
		switch {
		case !unicode.IsLetter(r):
			return false
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			capitals++
		case unicode.IsLower(r):
			if len(w) > 5 && !strings.ContainsAny(w, "'’") { // de, van, der, bin, d’Arc
				return false
			}
		default: // no capitals in this script
			return len(words) <= 4 && utf8.RuneCountInString(s) <= 24 && !strings.ContainsFunc(s, unicode.IsDigit)
		}
		if strings.ContainsFunc(w, unicode.IsDigit) {
			return false
		}
	}
	return capitals >= 2 && 2*capitals >= len(words)
}

// placeShaped says whether a small word within stands as it does in names of places
// or houses and in roles only: "Hofheim am Taunus", "Châlons sur Marne", "Stoke upon
// Trent", "Founder at Shoreworks", "Social Links for".
func placeShaped(words []string) bool {
	for i := 1; i < len(words); i++ {
		switch words[i] {
		case "am", "im", "bei", "ob", "sur", "upon", "aan", "nad", "at", "for", "with", "on":
			return true
		}
	}
	return false
}

// hasDate says whether digits make a text a date, a time or an id rather than a name.
func hasDate(s string) bool {
	digits := 0
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			digits++
		}
	}
	return digits >= 3 && 3*digits >= len(s) || digits >= 4
}

// isDomain says whether a text is a host name: "harbourpost.com".
func isDomain(s string) bool {
	i := strings.LastIndexByte(s, '.')
	if i <= 1 || strings.ContainsRune(s, ' ') || len(s)-i-1 < 2 || len(s)-i-1 > 5 {
		return false
	}
	for _, c := range []byte(s[i+1:]) {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
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
