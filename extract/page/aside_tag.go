package page

import "bytes"

// tag moves from the name of a tag behind its >, attributes and quotes read as
// the tokenizer reads them, and notes the attributes where asked to. It gives
// false where the page ends inside.
func (s *asideScan) tag(note bool) bool {
	text := s.text
	i := s.at
	for i < len(text) && (part[text[i]] == 0 || text[i] == '=') {
		i++
	}
	slash := -1
	for {
		if i = afterSpace(text, i); i == len(text) {
			return false
		}
		if text[i] == '>' {
			s.at, s.closed = i+1, slash == i-1
			return true
		}
		key, val := span{from: int32(i)}, span{}
		if text[i] == '=' { // at the start it is a part of the name
			i++
		}
		for i < len(text) && part[text[i]] == 0 {
			i++
		}
		key.to = int32(i)
		if i = afterSpace(text, i); i == len(text) {
			return false
		}
		switch text[i] {
		case '/':
			slash = i
			i++
		case '=':
			if val, i = value(text, i+1); i < 0 {
				return false
			}
		}
		if note && key.from < key.to {
			s.attrs = append(s.attrs, attrSpan{key, val})
		}
	}
}

// value gives an attribute's value and the place behind it, -1 where the page ends inside.
func value(text []byte, i int) (span, int) {
	if i = afterSpace(text, i); i == len(text) {
		return span{}, -1
	}
	from := i
	switch quote := text[i]; quote {
	case '>':
		return span{}, i
	case '"', '\'':
		n := bytes.IndexByte(text[i+1:], quote)
		if n < 0 {
			return span{}, -1
		}
		return span{int32(i + 1), int32(i + 1 + n)}, i + 1 + n + 1
	}
	for i < len(text) && !isSpace(text[i]) && text[i] != '>' {
		i++
	}
	return span{int32(from), int32(i)}, i
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
