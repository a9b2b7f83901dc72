// Package charmap knows what the characters of one-byte code pages stand for
// when they are the bytes of a UTF-8 text that was read in the wrong one.
//
// The tables are made by gen.go from golang.org/x/text/encoding/charmap.
package charmap

//go:generate go run gen.go

// Page is a one-byte code page, an index into Names.
type Page uint8

// Set is a set of code pages, one bit each.
type Set uint64

// Has says whether p is in the set.
func (s Set) Has(p Page) bool { return s>>p&1 != 0 }

// Roles says in which code pages a character is what kind of UTF-8 byte: the
// first of two, three or four bytes, or a further one.
type Roles struct {
	Lead [3]Set // of 2, 3 and 4 bytes
	Cont Set
}

// RolesOf gives the roles of a character; nil where it has none in any page.
func RolesOf(r rune) *Roles {
	if i := index(r); i > 0 {
		return &roles[i]
	}
	return nil
}

// ByteOf gives the byte that r is in the code page. It is of meaning only for
// a page in which r has a role.
func ByteOf(r rune, p Page) byte {
	return bytes[int(index(r))*len(Names)+int(p)]
}

// Gap says whether the page has no character for the byte b, 80 to BF: what a
// strict decoder loses.
func Gap(b byte, p Page) bool { return gaps[p]>>(b-0x80)&1 != 0 }

func index(r rune) uint16 {
	if r < 0x80 || r > 0xFFFF {
		return 0
	}
	return cells[int(blocks[r>>5])<<5|int(r&31)]
}
