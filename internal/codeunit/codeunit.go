// Package codeunit tells text in units of two or four bytes (UTF-16, UTF-32)
// from text in single bytes, by its mark or by where its zero bytes stand.
package codeunit

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// Form is a form of text in units of more than one byte.
type Form struct {
	Name string // as web pages declare it
	Size int    // bytes of a unit: 2 or 4
	Big  bool   // the high byte comes first
	Mark int    // length of the byte-order mark that the text begins with; 0 for none
}

// Decoder gives a decoder for the text behind the mark.
func (f *Form) Decoder() *encoding.Decoder {
	if f.Size == 4 {
		if f.Big {
			return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM).NewDecoder()
		}
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM).NewDecoder()
	}
	if f.Big {
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder()
	}
	return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder()
}

var forms = []struct {
	mark string
	Form
}{
	// The marks of four bytes come first, for one begins like one of two.
	{"\xff\xfe\x00\x00", Form{Name: "utf-32le", Size: 4}},
	{"\x00\x00\xfe\xff", Form{Name: "utf-32be", Size: 4, Big: true}},
	{"\xff\xfe", Form{Name: "utf-16le", Size: 2}},
	{"\xfe\xff", Form{Name: "utf-16be", Size: 2, Big: true}},
}

// Of gives the form of some content by its first bytes, nil for single bytes.
//
// Without a mark it is told by its zeros: markup, and text of Western languages,
// leaves the high bytes of a unit zero and its low byte not. Zeros count only
// by that pattern over the content's beginning, so that a page with stray ones,
// or with a gap of nothing but zeros, stays as it is.
func Of(head []byte) *Form {
	for i := range forms {
		if f := &forms[i]; bytes.HasPrefix(head, []byte(f.mark)) {
			marked := f.Form
			marked.Mark = len(f.mark)
			return &marked
		}
	}
	for _, n := range [...]int{1024, 64} { // markup first, then perhaps text of another script
		if f := byZeros(head[:min(len(head), n)]); f != nil {
			return f
		}
	}
	return nil
}

// leastBytes is from how many bytes on zeros are looked at.
const leastBytes = 8

func byZeros(head []byte) *Form {
	if head = head[:len(head)&^3]; len(head) < leastBytes || bytes.IndexByte(head, 0) < 0 {
		return nil
	}
	for i := range forms {
		f := &forms[i].Form
		var western, wrong int
		for at := 0; at < len(head); at += f.Size {
			switch u := f.Unit(head[at:]); {
			case NoText(u):
				wrong++
			case u < 0x100:
				western++
			}
		}
		if units := len(head) / f.Size; western >= units/2 && wrong <= units/32 {
			return f
		}
	}
	return nil
}

// Unit reads the first unit of b, which must hold one.
func (f *Form) Unit(b []byte) rune {
	switch {
	case f.Size == 4 && f.Big:
		return rune(binary.BigEndian.Uint32(b) & 0x7fffffff)
	case f.Size == 4:
		return rune(binary.LittleEndian.Uint32(b) & 0x7fffffff)
	case f.Big:
		return rune(binary.BigEndian.Uint16(b))
	}
	return rune(binary.LittleEndian.Uint16(b))
}

// NoText says whether a unit is a control character that texts do not use, or
// beyond all characters.
func NoText(u rune) bool {
	switch u {
	case '\t', '\n', '\r', '\f':
		return false
	}
	return u < ' ' || u >= 0x7f && u < 0xa0 || u > utf8.MaxRune
}
