package byline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/extract/label"
	"copydesk/extract/vocab"
)

// looksLikeName says whether a text has the form of a person's name: two to
// five words with capitals, particles apart. In scripts without capitals it is a
// short run of letters.
func looksLikeName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 6 || placeShaped(words) || endsSmall(words) {
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
		case strings.IndexByte(w, '.') > 2 && isDomain(strings.ToLower(w)):
			return false // "POST.NET"
		case unicode.IsUpper(r) || unicode.IsTitle(r) || joined(w):
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

// joined says whether a small particle is joined to a name: "al-Sisi".
func joined(w string) bool {
	i := strings.IndexByte(w, '-')
	if i < 1 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(w[i+1:])
	return unicode.IsUpper(r)
}

// endsSmall says whether words end in one written small: no name does, but for the
// generation, while a headline with names in it may: "Lie amid harbour probe".
func endsSmall(words []string) bool {
	last := words[len(words)-1]
	r, _ := utf8.DecodeRuneInString(last)
	if !unicode.IsLower(r) || joined(last) || strings.ContainsAny(strings.TrimRight(last, "."), "'’.") {
		return false
	}
	return len(words) > 1 && strings.TrimRight(last, ".") != "jr" && strings.TrimRight(last, ".") != "sr"
}

// placeShaped says whether a small word within stands as it does in names of places
// or houses and in roles only: "Hofheim am Taunus", "Châlons sur Marne", "Stoke upon
// Trent", "Founder at Shoreworks", "Social Links for".
func placeShaped(words []string) bool {
	for i := 1; i < len(words); i++ {
		if shapeWords["place"][words[i]] {
			return true
		}
	}
	return false
}

// isHouse says whether a text behind a comma is the house that a writer writes for:
// it opens with the site's name ("NFR Nord") or is a house's name.
func isHouse(in *label.Input, s string) bool {
	words := strings.Fields(s)
	return len(words) > 1 && in.Declared.IsSiteName(words[0]) || houseName(in, s)
}

// houseName says whether a name of several words ends in one that no family has for
// its name: "Northern Times".
func houseName(in *label.Input, s string) bool {
	var room [4]vocab.Hit
	hits := in.Words.Find(room[:0], s, vocab.Name)
	return slices.ContainsFunc(hits, func(h vocab.Hit) bool { return h.Kind == vocab.HouseWord && h.From > 0 && h.To == h.Words })
}

// alone says whether a single word may be a name of its own behind a comma: one
// in a script that writes names without spaces.
func alone(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 0x2e80
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
