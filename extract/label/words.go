package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/internal/bag"
)

// Folded gives a text's words in lower case with one space between them and
// nothing else: what remains the same when quotes, dashes and spacing differ.
// A Chinese, Japanese or Korean character is a word of its own only in length
// and likeness, not here, where it need only compare.
func Folded(s string) string { return fold(s, true) }

// Squeezed is Folded without the spaces, for names that sites write apart or together.
func Squeezed(s string) string { return fold(s, false) }

func fold(s string, spaces bool) string {
	var room [256]byte
	b := room[:0]
	if len(s) > len(room) {
		b = make([]byte, 0, len(s))
	}
	gap := false
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			i++
			switch c = foldedASCII[c]; {
			case c == 0:
				gap = spaces && len(b) > 0
			case gap:
				b, gap = append(b, ' ', c), false
			default:
				b = append(b, c)
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if r == '\u00ad' || r >= '\u200b' && r <= '\u200d' { // soft hyphens and zero-width signs are not seen
			continue
		}
		if !wordRune(r) {
			gap = spaces && len(b) > 0
			continue
		}
		if gap {
			b = append(b, ' ')
			gap = false
		}
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return string(b)
}

// foldedASCII gives the small letter or digit of a character; 0 for what is in no word.
var foldedASCII = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		switch {
		case 'A' <= c && c <= 'Z':
			t[c] = byte(c) + 'a' - 'A'
		case wordRune(rune(c)):
			t[c] = byte(c)
		}
	}
	return t
}()

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// Terms gives the words of a folded text; in scripts without spaces each character is one.
func Terms(f string) []string {
	var out []string
	for w := range strings.FieldsSeq(f) {
		if r, _ := utf8.DecodeRuneInString(w); !noSpaces(r) {
			out = append(out, w)
			continue
		}
		for i, r := range w {
			out = append(out, w[i:i+utf8.RuneLen(r)])
		}
	}
	return out
}

// noSpaces says whether a letter belongs to a script that is written without
// spaces between words.
func noSpaces(r rune) bool {
	return r >= 0x2e80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)) || r >= 0xe00 && r < 0xe80
}

// Likeness is the F1 of two folded texts' words as bags: 1 for the same words, 0 for none in common.
func Likeness(a, b string) float64 {
	if a == b && a != "" {
		return 1
	}
	return bag.F1(Terms(a), Terms(b))
}
