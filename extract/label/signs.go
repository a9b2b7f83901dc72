package label

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// HasDigit says whether a text holds an ASCII digit.
func HasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// IsASCII says whether a text has no letters outside ASCII.
func IsASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// StartsUpper says whether a text opens with a capital.
func StartsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// IsCounter says whether a text only counts pictures or time: "3", "1/12", "0:42".
func IsCounter(s string) bool {
	if s == "" || len(s) > 12 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && !strings.ContainsRune(" /:.,[]()|#-", rune(c)) {
			return false
		}
	}
	return true
}

// HasClock says whether a text holds a time of day, as date lines do and captions hardly.
func HasClock(s string) bool {
	for i := 1; i+2 < len(s); i++ {
		if s[i] == ':' && s[i-1] >= '0' && s[i-1] <= '9' && s[i+1] >= '0' && s[i+1] <= '5' && s[i+2] >= '0' && s[i+2] <= '9' {
			return true
		}
	}
	return false
}
