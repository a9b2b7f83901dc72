package normalize

import (
	"html"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ruleEntity resolves character references that were left in the text, however
// often they were escaped: &eacute; &#8217; &amp;amp;nbsp; also without their
// semicolon where no word or parameter can be meant. Left alone: AT&T, R&B,
// parameters of addresses (a=1&copy=2), source text with tags, and a reference that
// stands by itself between quotation marks, on a line or in a list of them: the text speaks of it.
var ruleEntity = &rule{name: "entity", cue: cueEntity, find: findEntities, escapes: true}

func findEntities(d *doc) {
	for i := range d.fields {
		f := &d.fields[i]
		if f.cues&cueEntity == 0 {
			continue
		}
		source := strings.Contains(f.text, "</") || strings.Contains(f.text, "/>")
		list := 0 // where the list of references at hand ends
		for at := 0; at < len(f.text); {
			n := strings.IndexByte(f.text[at:], '&')
			if n < 0 {
				break
			}
			at += n
			end, plain, sure := reference(f.text, at)
			if sure == 0 {
				at++
				continue
			}
			if at >= list {
				list = listed(f.text, at)
			}
			if source && strings.Contains(`<>&"`, plain) || at < list || f.mentions(at, end) || f.fillsLine(at, end) && strings.Contains(`<>&"'`, plain) {
				sure = min(sure, 0.6)
			}
			f.report(at, end, plain, sure, "a character reference")
			at = end
		}
	}
}

// mentions says whether text[start:end] stands alone between quotation marks.
func (f *field) mentions(start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(f.text[:start])
	after, _ := utf8.DecodeRuneInString(f.text[end:])
	return (isQuoteMark(before) || before == '`' || strings.HasSuffix(f.text[:start], "&quot;")) &&
		(isQuoteMark(after) || after == '`' || strings.HasPrefix(f.text[end:], "&quot;"))
}

// fillsLine says whether text[start:end] is all of one of several lines: a cell of a
// table that speaks of references ("&lt;" over "<").
func (f *field) fillsLine(start, end int) bool {
	return (start == 0 || f.text[start-1] == '\n') && (end == len(f.text) || f.text[end] == '\n' || f.text[end] == '\r') && (start > 0 || end < len(f.text))
}

// reference reads the reference that begins at the & at the place: its end,
// what it stands for and how sure that is, 0 where there is none.
func reference(s string, at int) (end int, plain string, sure float64) {
	// Escaped more than once: every further time leaves another amp;
	name := at + 1
	for strings.HasPrefix(s[name:], "amp;") && inner(s[name+4:]) {
		name += 4
	}
	if name < len(s) && s[name] == '#' {
		return numbered(s, name+1)
	}
	end = name
	for end < len(s) && end < name+32 && isNameByte(s[end]) {
		end++
	}
	if end < len(s) && s[end] == ';' && end > name+1 {
		if plain, ok := named(s[name:end]); ok {
			return end + 1, plain, 0.98
		}
	}
	return unended(s, name, end)
}

// inner says whether what follows an amp; is a reference, too.
func inner(s string) bool {
	if strings.HasPrefix(s, "amp;") {
		return true
	}
	end, _, sure := reference("&"+s[:min(len(s), 40)], 0)
	return sure > 0 && end > 2
}

// named resolves a name that a semicolon ended. Names all in capitals are
// those of old programs: &EACUTE; is É.
func named(name string) (string, bool) {
	whole := "&" + name + ";"
	if plain := html.UnescapeString(whole); plain != whole && !strings.HasSuffix(plain, ";") {
		return plain, true
	}
	lower := strings.ToLower(name)
	if lower != name && strings.ToUpper(name) == name {
		if plain, ok := named(lower); ok {
			return strings.ToUpper(plain), true
		}
	}
	return "", false
}

// numbered reads a reference by number, whose digits begin at the place.
func numbered(s string, at int) (int, string, float64) {
	base, i := 10, at
	if i < len(s) && s[i]|0x20 == 'x' {
		base, i = 16, i+1
	}
	value, digits := 0, 0
	for i < len(s) && digits < 8 {
		d := hexDigit(s[i])
		if d < 0 || d >= base {
			break
		}
		value, i, digits = value*base+d, i+1, digits+1
	}
	if digits == 0 || value == 0 || value > unicode.MaxRune || value >= 0xD800 && value < 0xE000 {
		return 0, "", 0
	}
	sure := 0.98
	if i < len(s) && s[i] == ';' {
		i++
	} else if i < len(s) && isNameByte(s[i]) && (base == 16 || value < 0xA0 || byteClass[s[i]] != byteLetter) || value < 0x80 && value != '\'' && value != '"' && value != '&' || digits < 2 {
		return 0, "", 0
	} else {
		sure = 0.93
	}
	switch {
	case value == '\t' || value == '\r':
		return i, " ", sure
	case value < ' ' && value != '\n' || value == 0x7F:
		return i, "", sure
	case value >= 0x80 && value < 0xA0:
		return i, html.UnescapeString("&#" + strconv.Itoa(value) + ";"), sure
	}
	return i, string(rune(value)), sure
}

// unended reads a reference without its semicolon; s[name:end] are the letters
// and digits after the &.
func unended(s string, name, end int) (int, string, float64) {
	run := s[name:end]
	if end < len(s) && (s[end] == '=' || s[end] == ';') {
		return 0, "", 0 // a parameter; or a name that nobody knows
	}
	for n := min(len(run), 7); n >= 4; n-- {
		head := run[:n]
		if _, ok := unendedNames[head]; !ok {
			continue
		}
		plain, _ := named(head)
		if r, _ := utf8.DecodeRuneInString(plain); unicode.IsLetter(r) || len(run) == n || !isNameByte(s[name+n]) || head == "nbsp" {
			return name + n, plain, 0.94
		}
		// A sign, then letters: &rsquos is ’s; longer words may be names.
		if len(run)-n <= 2 {
			return name + n, plain, 0.92
		}
	}
	return 0, "", 0
}

// unendedNames are those that are read without a semicolon: no word and no
// usual parameter begins so.
var unendedNames = set("Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml " +
	"Ntilde Ograve Oacute Ocirc Otilde Ouml Oslash Ugrave Uacute Ucirc Uuml Yacute szlig agrave aacute acirc atilde auml aring " +
	"aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml ntilde ograve oacute ocirc otilde ouml oslash ugrave uacute " +
	"ucirc uuml yacute yuml nbsp laquo raquo quot rsquo lsquo rdquo ldquo bdquo ndash mdash hellip iquest iexcl euro")

func isNameByte(c byte) bool { return byteClass[c] == byteLetter || c >= '0' && c <= '9' }

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}
