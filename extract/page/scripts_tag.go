package page

import "bytes"

// tag moves from the name of a tag behind its >, attributes and quotes read as
// the tokenizer reads them. It gives false where the page ends inside.
func (s *asideScan) tag() bool {
	text := s.text
	i := s.at
	for i < len(text) && (part[text[i]] == 0 || text[i] == '=') {
		i++
	}
	s.closed = false
	for {
		if i = afterSpace(text, i); i == len(text) {
			return false
		}
		if text[i] == '>' {
			s.at = i + 1
			return true
		}
		s.closed = false
		if text[i] == '=' { // at the start it is a part of the name
			i++
		}
		for i < len(text) && part[text[i]] == 0 {
			i++
		}
		if i = afterSpace(text, i); i == len(text) {
			return false
		}
		switch text[i] {
		case '/':
			s.closed = true
			i++
		case '=':
			if i = afterValue(text, i+1); i < 0 {
				return false
			}
		}
	}
}

// afterValue gives the place behind an attribute's value, -1 where the page ends inside.
func afterValue(text []byte, i int) int {
	if i = afterSpace(text, i); i == len(text) {
		return -1
	}
	switch quote := text[i]; quote {
	case '>':
		return i
	case '"', '\'':
		n := bytes.IndexByte(text[i+1:], quote)
		if n < 0 {
			return -1
		}
		return i + 1 + n + 1
	}
	for i < len(text) && !isSpace(text[i]) && text[i] != '>' {
		i++
	}
	return i
}

func afterSpace(text []byte, i int) int {
	for i < len(text) && isSpace(text[i]) {
		i++
	}
	return i
}

func isSpace(c byte) bool { return part[c] == white }

// part says which bytes part the words of a tag.
var part = [256]uint8{' ': white, '\n': white, '\r': white, '\t': white, '\f': white, '/': sign, '>': sign, '=': sign}

const (
	white uint8 = 1
	sign  uint8 = 2
)

// rawEnd finds the end tag of a raw text element: </name and a white space, a
// slash or >. It gives -1 where there is none.
func rawEnd(text, name []byte) int {
	for from := 0; ; {
		i := bytes.Index(text[from:], []byte("</"))
		if i < 0 {
			return -1
		}
		from += i
		end := from + len("</") + len(name)
		if end >= len(text) {
			return -1
		}
		if c := text[end]; (isSpace(c) || c == '/' || c == '>') && bytes.EqualFold(text[from+2:end], name) {
			return from
		}
		from += len("</")
	}
}
