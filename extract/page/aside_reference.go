package page

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// known says whether all character references of an attribute's value are such
// that unescaped reads as the parser does. It reads them otherwise in attributes
// than in text where a semicolon is missing and where there are none of the name.
func known(val []byte) bool {
	for {
		i := bytes.IndexByte(val, '&')
		if i < 0 {
			return true
		}
		val = val[i:]
		n := referenceLen(val)
		if n < 0 || n > 1 && val[n-1] == ';' && plainReference(string(val[:n])) == "" && strings.HasSuffix(html.UnescapeString(string(val[:n])), ";") {
			return false
		}
		val = val[n:]
	}
}

// unescaped gives an attribute's value with its character references resolved.
func unescaped(val string) string {
	i := strings.IndexByte(val, '&')
	if i < 0 {
		return val
	}
	b := make([]byte, 0, len(val))
	for ; i >= 0; i = strings.IndexByte(val, '&') {
		b = append(b, val[:i]...)
		val = val[i:]
		n := referenceLen(val)
		switch c := plainReference(val[:n]); {
		case c != "":
			b = append(b, c...)
		case n > 1 && val[n-1] == ';':
			b = append(b, html.UnescapeString(val[:n])...)
		default:
			b = append(b, val[:n]...)
		}
		val = val[n:]
	}
	return string(append(b, val...))
}

// referenceLen is the length of the reference, with its semicolon, that a value
// begins with; of what is none, such as the parts of an address, without. It is
// -1 where the parser would have to say.
func referenceLen[T string | []byte](val T) int {
	n := 1
	if n < len(val) && val[n] == '#' {
		n++
	}
	for n < len(val) && (isLetter(val[n]) || '0' <= val[n] && val[n] <= '9') {
		n++
	}
	switch {
	case n < len(val) && val[n] == ';':
		return n + 1
	case n == 1, n < len(val) && val[n] == '=' && val[1] != '#': // &name= in an address
		return n
	}
	return -1
}

// plainReference resolves the references that nearly all are; "" for others.
func plainReference(ref string) string {
	switch ref {
	case "&amp;", "&#38;", "&#038;":
		return "&"
	case "&quot;", "&#34;", "&#034;":
		return `"`
	case "&#39;", "&#039;", "&#x27;":
		return "'"
	case "&lt;":
		return "<"
	case "&gt;":
		return ">"
	}
	return ""
}
