package dates

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"copydesk/extract/label"
)

// run is one run of digits: its bytes, its value and how many digits it has.
type run struct{ start, end, n, width int }

// zeros are the digits for zero of the scripts whose numbers are read: the common
// one, and those of Arabic, Persian and Urdu, Hindi, Bengali, Thai, and full width.
var zeros = [...]rune{'0', '\u0660', '\u06f0', '\u0966', '\u09e6', '\u0e50', '０'}

// digit gives the value of a digit, -1 for another sign.
func digit(r rune) int {
	for _, zero := range zeros {
		if r >= zero && r <= zero+9 {
			return int(r - zero)
		}
	}
	return -1
}

func hasDigits(s string) bool {
	return label.HasDigit(s) || !label.IsASCII(s) && strings.IndexFunc(s, func(r rune) bool { return digit(r) >= 0 }) >= 0
}

// numbers gives the runs of up to four digits, and those that glued makes.
func numbers(s string) []run {
	var out []run
	r, open := run{}, false
	for i, c := range s {
		v := digit(c)
		if v >= 0 {
			if !open {
				r, open = run{start: i}, true
			}
			if r.width++; r.width <= 4 {
				r.n = 10*r.n + v
			}
			r.end = i + utf8.RuneLen(c)
		}
		if open && (v < 0 || r.end == len(s)) {
			if open = false; r.width <= 4 {
				out = append(out, r)
			} else {
				out = append(out, glued(s, r)...)
			}
			if len(out) == 24 {
				break
			}
		}
	}
	return out
}

func isYear(r run) bool { return r.width == 4 && r.n >= 1900 && r.n <= 2100 }

// glued parts a year from the hour or the day that stands right behind it, where a
// page has them in elements of their own: "Apr 28 20232:23 PM", "30.01.202430. Januar".
// Other numbers of five or six digits open with a year by chance, but no time and no
// date goes on behind those.
func glued(s string, r run) []run {
	if r.end-r.start != r.width || r.width > 6 || r.end+1 >= len(s) {
		return nil
	}
	year, _ := strconv.Atoi(s[r.start : r.start+4])
	rest, _ := strconv.Atoi(s[r.start+4 : r.end])
	time := s[r.end] == ':' && digit(rune(s[r.end+1])) >= 0 && rest < 24
	date := s[r.end] == '.' && r.start > 0 && s[r.start-1] == '.' && rest > 0 && rest <= 31
	if year < 1990 || year > 2040 || !time && !date {
		return nil
	}
	return []run{{r.start, r.start + 4, year, 4}, {r.start + 4, r.end, rest, r.width - 4}}
}
