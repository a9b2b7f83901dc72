package vocab

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// token is one word of a text, or one character of a script that is matched by character.
type token struct {
	start, end int32  // in the text
	from, to   int32  // in the folded bytes
	hash       uint32 // of the word
	brk        brk    // what stands before it
	number     bool
}

// brk is what parts a word from the one before it.
type brk uint8

const (
	none brk = iota
	soft     // a sign that parts labels: a colon, a slash, a dash with spaces
	hard     // the end of a sentence or line, a bullet: no phrase runs over it
)

// tokens is a text taken apart.
type tokens struct {
	list   []token
	folded []byte
}

func (t tokens) text(k token) []byte { return t.folded[k.from:k.to] }

// buffers keeps the tokens of short texts off the heap.
type buffers struct {
	list   [64]token
	folded [512]byte
}

// rooms hands the same few buffers out again and again: texts are read by the
// hundred on every page, and clearing fresh room for each would cost as much.
var rooms = sync.Pool{New: func() any { return new(buffers) }}

// tokenize parts text into folded words, the first most of them.
func tokenize(room *buffers, text string, most int) tokens {
	var t tokens
	if room != nil {
		t.list, t.folded = room.list[:0], room.folded[:0]
	}
	open, before := false, none
	var last rune // the letter before, while a word is open
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(text[i:])
		}
		switch class := classOf(c); class {
		case letter, digit, single:
			if !open || class == single || glued(last, c) {
				if len(t.list) == most {
					return t
				}
				t.list = append(t.list, token{start: int32(i), from: int32(len(t.folded)), hash: hashStart, brk: before, number: class == digit})
				before = none
			}
			k := &t.list[len(t.list)-1]
			h, folded := k.hash, t.folded
			if c < utf8.RuneSelf {
				b := lower(byte(c))
				h, folded = hashByte(h, b), append(folded, b)
			} else {
				done := len(folded)
				folded = appendFolded(folded, c)
				for _, b := range folded[done:] {
					h = hashByte(h, b)
				}
			}
			k.number = k.number && class == digit
			i += size
			open, last = class != single, c
			if from := i; open { // the rest of the word in one piece, where it is in small letters
				for i < len(text) && 'a' <= text[i] && text[i] <= 'z' {
					h, folded = hashByte(h, text[i]), append(folded, text[i])
					i++
				}
				if i > from {
					k.number, last = false, 'a'
				}
			}
			t.folded = folded
			k.end, k.to, k.hash = int32(i), int32(len(t.folded)), h
			continue
		case mark: // does not count and does not part
			if open {
				t.list[len(t.list)-1].end = int32(i + size)
			}
		case divider:
			open, before = false, hard
		case parting:
			if !(open && inName(text, i, last)) {
				before = max(before, soft)
			}
			open = false
		default:
			open = false
		}
		i += size
	}
	return t
}

// glued says whether two words stand together without a space, as they do
// where a site parts them by its style sheet alone: "18:02Updated".
func glued(last, c rune) bool {
	if last < utf8.RuneSelf && c < utf8.RuneSelf {
		return c >= 'A' && c <= 'Z' && (last >= 'a' && last <= 'z' || last >= '0' && last <= '9')
	}
	return unicode.IsUpper(c) && (unicode.IsLower(last) || last >= '0' && last <= '9')
}

// inName says whether the sign at i stands inside a machine's name: a colon
// between small letters ("xsl:comment") parts no labels.
func inName(text string, i int, last rune) bool {
	return text[i] == ':' && 'a' <= last && last <= 'z' && i+1 < len(text) && 'a' <= text[i+1] && text[i+1] <= 'z'
}

type class uint8

const (
	other class = iota
	letter
	digit
	single  // a character that is a word for the matcher
	mark    // an accent, a vowel sign that is often left out, a joiner
	divider // ends a sentence or a line
	parting // parts two labels
)

func classOf(c rune) class {
	if c < utf8.RuneSelf {
		return asciiClass[c]
	}
	switch {
	case c < 0x2000:
		switch {
		case c == 0xAD, c >= 0x300 && c <= 0x36F, c >= 0x591 && c <= 0x5C7, c == 0x640, c >= 0x64B && c <= 0x65F, c == 0x670:
			return mark
		case c == 0xA9: // ©
			return single
		case c == 0xB7, c == 0x61F, c == 0x964:
			return divider
		case c == 0xBB, c == 0x60C, c == 0x387:
			return parting
		case c == 0xAA, c == 0xBA:
			return letter
		case c >= 0xE00 && c <= 0xEFF, c >= 0x1000 && c <= 0x109F, c >= 0x1100 && c <= 0x11FF, c >= 0x1780 && c <= 0x17FF:
			if unicode.IsPunct(c) {
				return other
			}
			return single // Thai, Lao, Burmese, Hangul letters, Khmer
		}
	case c >= 0x200B && c <= 0x200F, c == 0x2060, c == 0xFEFF, c >= 0xFE00 && c <= 0xFE0F:
		return mark
	case c == 0x2013, c == 0x2014, c == 0x203A, c == 0x3001, c == 0xFF1A, c == 0xFF0F, c == 0xFF08, c == 0xFF09, c == 0x3010, c == 0x3011:
		return parting
	case c == 0x2022, c == 0x2026, c == 0x203C, c == 0x2049, c == 0x3002, c == 0xFF01, c == 0xFF0E, c == 0xFF1F, c == 0xFF1B, c == 0xFF5C:
		return divider
	case c == 0x24B8, c == 0x24D2, c >= 0x3041 && c <= 0x309F, c >= 0x3400 && c <= 0x9FFF, c >= 0xAC00 && c <= 0xD7A3, c >= 0xF900 && c <= 0xFAFF, c >= 0x20000 && c <= 0x3FFFF, c == 0x3005:
		return single
	case c >= 0x30A1 && c <= 0x30FA, c == 0x30FC, c >= 0xFF66 && c <= 0xFF9F:
		return letter
	case c >= 0xFF10 && c <= 0xFF19:
		return digit
	}
	switch {
	case unicode.IsLetter(c), unicode.Is(unicode.M, c):
		return letter
	case unicode.IsDigit(c):
		return digit
	}
	return other
}

var asciiClass = func() (t [utf8.RuneSelf]class) {
	for c := range t {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
			t[c] = letter
		case c >= '0' && c <= '9':
			t[c] = digit
		case c == '+':
			t[c] = single
		case c == '.', c == '!', c == '?', c == ';', c == '|', c == '\n':
			t[c] = divider
		case c == ':', c == '/', c == '>', c == '(', c == ')', c == '[', c == ']', c == ',':
			t[c] = parting
		}
	}
	return t
}()

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// appendFolded adds the form of c that is compared: lower case, plain width, no accents.
func appendFolded(dst []byte, c rune) []byte {
	if c < utf8.RuneSelf {
		return append(dst, lower(byte(c)))
	}
	if c < foldEnd {
		return append(dst, foldTable[c]...)
	}
	if c >= 0x3041 && c <= 0x9FFF || c >= 0xAC00 && c <= 0xD7A3 {
		return utf8.AppendRune(dst, c)
	}
	return append(dst, foldSlow(c)...)
}

// foldEnd is behind the scripts whose folding is looked up: Latin, Greek, Cyrillic, Hebrew, Arabic.
const foldEnd = 0x700

var foldTable = func() (t [foldEnd]string) {
	for c := range rune(foldEnd) {
		t[c] = foldSlow(c)
	}
	return t
}()

func foldSlow(c rune) string {
	switch c {
	case 0x24B8, 0x24D2: // Ⓒ ⓒ
		return "©"
	case 'ß', 'ẞ':
		return "ss"
	case 'ı', 'İ':
		return "i"
	case 'ς':
		return "σ"
	case 'ى', 'ي': // written for each other, by country
		return "ي"
	case 'ة', 'ه':
		return "ه"
	}
	var out []byte
	for _, r := range norm.NFKD.String(string(unicode.ToLower(c))) {
		if r >= 0x300 && r <= 0x36F || r >= 0x653 && r <= 0x655 {
			continue
		}
		out = utf8.AppendRune(out, unicode.ToLower(r))
	}
	// Halves of katakana and the like come back in one piece.
	return norm.NFC.String(string(out))
}
