package captions

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/extract/label"
	"copydesk/extract/vocab"
)

// longestCredit is the most bytes a credit that is found by its words has.
const longestCredit = 140

// PartCredit parts the credit from a caption's words where it stands at their
// end (or is all there is): in brackets, after a cue such as "Photo:" or ©,
// glued to the last full stop, or as the name of a picture house after it. ok
// is false where there is none, and the text is then given back trimmed.
//
// Left alone are brackets that explain ("(left)", "(archive)"), sentences that
// only name an agency, and initials and addresses with a full stop in them.
func PartCredit(w vocab.Words, s string) (text, credit string, ok bool) {
	s = strings.TrimSpace(s)
	if looksLikeCredit(w, s) && !sentences(s) {
		return "", cleanCredit(w, s), true
	}
	for _, try := range [...]func(vocab.Words, string) (string, string, bool){byBracket, byCue, byGlue, byTail} {
		if text, credit, ok := try(w, s); ok && hasWord(credit) {
			return strings.TrimRight(text, " |·•/–—-(["), cleanCredit(w, credit), true
		}
	}
	return s, "", false
}

// hasWord says whether a credit holds a word of two letters or more, or initials:
// "N/R" in a table of ranks names nobody.
func hasWord(s string) bool {
	letters := 0
	for _, r := range s {
		switch {
		case !unicode.IsLetter(r):
			letters = 0
			if r == '.' {
				return true
			}
		case unicode.Is(unicode.Lo, r) || letters > 0:
			return true
		default:
			letters++
		}
	}
	return false
}

var closing = map[rune]string{')': "(", ']': "[", '）': "（", '】': "【", '〉': "〈"}

// byBracket reads a credit in brackets at the end: "(AP Photo/X)", "(Foto: X)", "（X撮影）".
func byBracket(w vocab.Words, s string) (text, credit string, ok bool) {
	body := strings.TrimRight(s, ". ")
	last, size := utf8.DecodeLastRuneInString(body)
	open := closing[last]
	if open == "" {
		return s, "", false
	}
	i := strings.LastIndex(body, open)
	if i < 0 || len(body)-i > longestCredit {
		return s, "", false
	}
	inner := strings.TrimSpace(body[i+len(open) : len(body)-size])
	if OpensCredit(w, inner) || looksLikeCredit(w, inner) {
		return body[:i], inner, true
	}
	// "(Christie's)" after a sentence names who gave the picture; "(Archivbild)" says what it is.
	if endsSentence(strings.TrimSpace(body[:i])) && nameShaped(inner) && !isCue(w, inner) {
		return body[:i], inner, true
	}
	return s, "", false
}

// byCue reads a credit that a cue opens: "Foto: X / dpa", "© X", "Photograph by X".
func byCue(w vocab.Words, s string) (text, credit string, ok bool) {
	var room [12]vocab.Hit
	best := -1
	for _, h := range w.Find(room[:0], s, vocab.Caption) {
		if h.Kind != vocab.Credit || !cueAt(s, h) {
			continue
		}
		rest := strings.TrimSpace(s[h.End:])
		if rest == "" && h.Start > 0 || len(rest) > longestCredit || tooLong(rest) {
			continue
		}
		if best < 0 || h.Start < best {
			best = h.Start
		}
	}
	if best < 0 {
		return s, "", false
	}
	return s[:best], s[best:], true
}

// cueAt says whether a credit word stands where a credit begins: it is followed
// by a colon, or it is a sign, or it says "by" and opens a part of the text.
func cueAt(s string, h vocab.Hit) bool {
	before := strings.TrimRight(s[:h.Start], " ")
	after := s[h.End:]
	word := s[h.Start:h.End]
	opens := before == "" || strings.ContainsAny(before[len(before)-1:], ".!?|)]([/-") || endsWithAny(before, "–", "—", "”", "»", "·", "•", "。", "…", "’")
	trimmed := strings.TrimLeft(after, " ")
	if word == "©" || word == "Ⓒ" || word == "ⓒ" {
		return true
	}
	if strings.HasPrefix(trimmed, ":") || strings.HasPrefix(trimmed, "：") || strings.HasPrefix(trimmed, "=") || strings.HasPrefix(trimmed, "＝") {
		return opens || label.StartsUpper(word) || !label.IsASCII(word)
	}
	if strings.HasPrefix(trimmed, "©") {
		return opens
	}
	if rest := strings.TrimLeft(strings.TrimPrefix(after, "."), " "); strings.HasPrefix(after, ".") && opens && nameShaped(rest) {
		return true // "Fot. X"
	}
	if endsWithAny(before, " -", " –", "—", " /") && nameShaped(trimmed) {
		return true // "… at the quay - foto X"
	}
	// "Photograph by X" opens a credit after a full stop; "photo" alone does not.
	return opens && strings.ContainsRune(word, ' ') && label.StartsUpper(trimmed)
}

func endsWithAny(s string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// byGlue reads a credit that lost the space before it: "in Moscow.AFP".
func byGlue(w vocab.Words, s string) (text, credit string, ok bool) {
	for i := len(s) - 1; i > 0 && i > len(s)-80; i-- {
		if c := s[i]; c != '.' && c != '!' && c != '?' && c != ')' && c != '"' {
			continue
		}
		tail := s[i+1:]
		if tail == "" || !label.StartsUpper(tail) && !looksLikeCredit(w, tail) || !smallBefore(s[:i]) {
			continue
		}
		if looksLikeCredit(w, tail) || nameShaped(tail) || allCapitals(tail) {
			return s[:i+1], tail, true
		}
	}
	return s, "", false
}

// sentences says whether a sentence ends within s.
func sentences(s string) bool {
	for _, end := range [...]string{". ", "! ", "? "} {
		if i := strings.Index(s, end); i > 0 && smallBefore(s[:i]) {
			return true
		}
	}
	return false
}

// smallBefore says whether a word of at least two small letters ends s: no initial, no "U.S".
func smallBefore(s string) bool {
	s = strings.TrimRight(s, ".\"”’)")
	r, n := utf8.DecodeLastRuneInString(s)
	q, _ := utf8.DecodeLastRuneInString(s[:len(s)-n])
	return (unicode.IsLower(r) || unicode.IsDigit(r) || unicode.Is(unicode.Lo, r)) && !unicode.IsSpace(q) && q != '.'
}

// byTail reads a picture house's name after the last sentence, a bar or a dash.
func byTail(w vocab.Words, s string) (text, credit string, ok bool) {
	if i := strings.LastIndex(s, " / "); i > 0 && endsSentence(s[:i]) && nameShaped(s[i+3:]) {
		return s[:i], s[i+3:], true
	}
	cut := -1
	for _, sep := range [...]string{". ", "! ", "? ", ".” ", ".\" ", ") ", " | ", " – ", " — ", "—", " - ", " / ", "。", "＝", "। ", " · ", "다. ", ": "} {
		if i := strings.LastIndex(s, sep); i >= 0 {
			at := i + len(sep)
			if at > cut && at < len(s) {
				cut = at
			}
		}
	}
	if cut < 0 {
		return s, "", false
	}
	// A name with a full stop or a slash in it: look one division further back.
	for try := 0; try < 2; try++ {
		tail := s[cut:]
		if len(tail) <= 90 && looksLikeCredit(w, tail) {
			if prev := lastDivision(s[:cut]); prev > 0 && len(s)-prev <= 60 && try == 0 && nameShaped(strings.TrimRight(s[prev:cut], " |/-–—.")) && !strings.HasSuffix(strings.TrimRight(s[:cut], " "), ".") {
				cut = prev
			}
			return s[:cut], s[cut:], true
		}
		prev := lastDivision(s[:cut])
		if prev <= 0 {
			break
		}
		cut = prev
	}
	return s, "", false
}

// lastDivision gives the place behind the last end of a sentence, or bar, in s without its own tail.
func lastDivision(s string) int {
	s = strings.TrimRight(s, " |/-–—·.:")
	best := -1
	for _, sep := range [...]string{". ", " | ", "! ", "? ", "。", ".” "} {
		if i := strings.LastIndex(s, sep); i >= 0 {
			best = max(best, i+len(sep))
		}
	}
	return best
}

// tooLong says whether what follows a cue is prose, not a name.
func tooLong(s string) bool {
	words := strings.Count(s, " ") + 1
	if words > 16 {
		return true
	}
	i := strings.Index(s, ". ")
	return i > 0 && strings.Count(s[i+2:], " ") >= 7
}

// OpensCredit says whether a cue opens s.
func OpensCredit(w vocab.Words, s string) bool {
	s = strings.TrimLeft(s, " ([|–—-/")
	var room [8]vocab.Hit
	for _, h := range w.Find(room[:0], s, vocab.Caption) {
		if h.Kind == vocab.Credit && h.From == 0 && h.Start < 4 && h.To < h.Words && (cueAt(s, h) || strings.HasPrefix(s[h.End:], " ") && label.StartsUpper(s[h.End+1:])) && !tooLong(s[h.End:]) {
			return true
		}
		if h.Kind == vocab.Credit && h.To == h.Words && h.Words <= 12 && !label.IsASCII(s[h.Start:h.End]) && h.From > 0 { // 撮影, 提供, 기자, 摄
			return true
		}
	}
	return false
}

// looksLikeCredit says whether s names a picture house, alone or with a person, and nothing more.
func looksLikeCredit(w vocab.Words, s string) bool {
	s = strings.Trim(s, " .|()[]–—-/,")
	if s == "" || len(s) > longestCredit || tooLong(s) {
		return false
	}
	if OpensCredit(w, s) {
		return true
	}
	var room [12]vocab.Hit
	for _, h := range w.Find(room[:0], s, vocab.Caption) {
		if h.Kind != vocab.PhotoHouse {
			continue
		}
		if h.Whole() {
			return true
		}
		// With other words, the house stands first or last, and the rest are names.
		if (h.From == 0 || h.To == h.Words) && namesOnly(s) {
			return true
		}
		if strings.ContainsAny(s, "/|(") && namesOnly(s) {
			return true
		}
		// A handle and the library: "ninamo - stock.adobe.com".
		if h.To == h.Words && h.From == 1 && endsWithAny(s[:h.Start], "- ", "– ", "/", "/ ", "| ") {
			return true
		}
	}
	return strings.Contains(s, "/") && !strings.Contains(s, ". ") && namesOnly(s) && len(s) < 60 && !label.HasDigit(s)
}

// namesOnly says whether every word of s begins with a capital or is a particle of names.
func namesOnly(s string) bool {
	words, slash := 0, strings.Contains(s, "/")
	for f := range strings.FieldsFuncSeq(s, func(r rune) bool {
		return r == ' ' || r == '/' || r == ',' || r == '(' || r == ')' || r == '|' || r == '-' || r == '–'
	}) {
		if words++; words > 9 {
			return false
		}
		if label.StartsUpper(f) || particles[strings.ToLower(f)] || !label.IsASCII(f) && !startsLower(f) || strings.ContainsAny(f, ".@") && len(f) > 3 || slash && len(f) <= 4 {
			continue
		}
		return false
	}
	return words > 0
}

var particles = map[string]bool{"de": true, "van": true, "von": true, "der": true, "den": true, "da": true, "di": true, "do": true,
	"dos": true, "del": true, "la": true, "le": true, "und": true, "and": true, "via": true, "für": true, "for": true, "of": true,
	"the": true, "pour": true, "y": true, "et": true, "e": true, "och": true, "og": true, "en": true, "al": true, "bin": true, "&": true,
	"dpa": true, "imago": true, "afp": true, "dpa-zentralbild": true, "images": true, "alliance": true, "picture": true, "iha": true, "i": true, "by": true, "per": true, "von-": true}

// nameShaped says whether s reads like the name of one to four persons or houses: capitals, no sentence.
func nameShaped(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 60 || !label.StartsUpper(s) || label.HasDigit(s) || strings.HasSuffix(s, ".") && strings.Count(s, " ") > 2 {
		return false
	}
	return strings.Count(s, " ") <= 5 && namesOnly(s)
}

func allCapitals(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 2 && len(s) <= 24
}

// isCue says whether a credit word is all there is ("Photo:").
func isCue(w vocab.Words, s string) bool {
	var room [8]vocab.Hit
	for _, h := range w.Find(room[:0], s, vocab.Caption) {
		if h.Kind == vocab.Credit && h.Whole() {
			return true
		}
	}
	return strings.Trim(s, " :|/-–—©.()") == ""
}

// isHouse says whether a picture house, or a word that stands for one ("Handout"), is all there is.
func isHouse(w vocab.Words, s string) bool {
	var room [8]vocab.Hit
	for _, h := range w.Find(room[:0], s, vocab.Caption) {
		if h.Kind == vocab.PhotoHouse && h.Whole() {
			return true
		}
	}
	return false
}

// trimCue takes a credit word off the end of a caption whose credit followed in an element of its own.
func trimCue(w vocab.Words, s string) string {
	var room [12]vocab.Hit
	for _, h := range w.Find(room[:0], s, vocab.Caption) {
		if h.Kind == vocab.Credit && h.To == h.Words && h.From > 0 && label.StartsUpper(s[h.Start:]) && strings.ContainsAny(s[h.End:], ":") {
			return strings.TrimRight(s[:h.Start], " |(·–—-/")
		}
	}
	return s
}

// cleanCredit takes the cue and the brackets off a credit: what remains names who made the picture.
func cleanCredit(w vocab.Words, s string) string {
	for range 3 {
		was := s
		s = strings.TrimSpace(s)
		if n := len(s); n > 1 && (s[0] == '(' && s[n-1] == ')' && strings.Count(s, "(") == 1 || s[0] == '[' && s[n-1] == ']') {
			s = strings.TrimSpace(s[1 : n-1])
		}
		s = strings.TrimLeft(s, " :|·•–—-/©ⓒ=＝，,.")
		for _, made := range [...]string{"撮影", "摄影", "攝影", "提供", "供图", "供圖", "摄", "攝"} {
			if t := strings.TrimSuffix(s, made); t != "" {
				s = t
			}
		}
		var room [8]vocab.Hit
		for _, h := range w.Find(room[:0], s, vocab.Caption) {
			if h.Kind != vocab.Credit || h.From != 0 || h.To == h.Words {
				continue
			}
			rest := strings.TrimLeft(s[h.End:], " ")
			if strings.ContainsRune(s[h.Start:h.End], ' ') || rest != "" && strings.ContainsAny(rest[:1], ":=") || strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, "＝") || strings.HasPrefix(rest, "©") ||
				strings.HasPrefix(rest, ".") || startsLower(s) && label.StartsUpper(rest) ||
				strings.EqualFold(s[h.Start:h.End], "copyright") {
				s = rest
				break
			}
		}
		if s == was {
			break
		}
	}
	return strings.TrimRight(strings.TrimSpace(s), " |/–—-")
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
