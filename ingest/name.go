package ingest

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Spelled gives a name as text. File systems allow names that are not UTF-8;
// each byte of those that is none is written \xE9, and so is a backslash that
// would be taken for one of these (\x5C), so that two names keep two spellings
// and each leads back to its name: replace every \x and two hexadecimal digits by
// that byte. All other names, and all other backslashes, are as they are.
func Spelled(name string) string {
	if utf8.ValidString(name) && !strings.Contains(name, `\x`) {
		return name
	}
	var b strings.Builder
	for i := 0; i < len(name); {
		r, n := utf8.DecodeRuneInString(name[i:])
		if r == utf8.RuneError && n == 1 || escapes(name[i:]) {
			fmt.Fprintf(&b, `\x%02X`, name[i])
			i++
			continue
		}
		b.WriteString(name[i : i+n])
		i += n
	}
	return b.String()
}

// escapes says whether a name reads like an escaped byte here.
func escapes(s string) bool {
	return len(s) >= 4 && s[:2] == `\x` && upperHex(s[2]) && upperHex(s[3])
}

func upperHex(c byte) bool { return c >= '0' && c <= '9' || c >= 'A' && c <= 'F' }

// Shown gives a name as it can stand in a line of a message.
func Shown(name string) string { return OneLine(Spelled(name)) }

// OneLine gives a text as it can stand in a line of a message: quoted where it
// is empty or holds line breaks or other characters that do not print.
func OneLine(s string) string {
	if s == "" || strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) && r != '\u00a0' }) {
		return strconv.Quote(s)
	}
	return s
}
