package page

import (
	"bytes"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Half of a page's bytes are scripts and styles, in which the parser looks, byte
// by byte, for nothing but their end. setAside finds that end by searching, gives
// the parser a short mark in their place, and putBack restores them in the tree.
//
// The tree must be the one that the whole page gives, so setAside reads tags,
// comments and raw text as the tokenizer does. Where it would have to know more
// (HTML inside svg, mathml, framesets, scripts within
// scripts), it leaves the rest of the page as it stands.

// asideMark begins what stands for a script or style; its number follows. Its
// first byte occurs in next to no page, so that the search for it is quick.
const asideMark = "\x1aaside:"

// shortAside is how long a script must be to be worth setting aside.
const shortAside = 64

// setAside gives the page in pieces, with marks for its long scripts and styles,
// and what stood there.
func setAside(text []byte) (pieces [][]byte, aside []string) {
	if bytes.Contains(text, []byte(asideMark)) {
		return [][]byte{text}, nil
	}
	s := asideScan{text: text}
	for s.next() {
	}
	return append(s.pieces, text[s.given:]), s.aside
}

// putBack gives a script or style element its text again.
func putBack(n *html.Node, aside []string) {
	if n.DataAtom != atom.Script && n.DataAtom != atom.Style || n.Namespace != "" || n.FirstChild == nil {
		return
	}
	number, marked := strings.CutPrefix(n.FirstChild.Data, asideMark)
	if i, err := strconv.Atoi(number); marked && err == nil && 0 <= i && i < len(aside) {
		n.FirstChild.Data = aside[i]
	}
}

// asideScan walks over the markup of a page, from one tag to the next.
type asideScan struct {
	text     []byte
	at       int // all before it has been read
	given    int // all before it is in pieces or aside
	pieces   [][]byte
	aside    []string
	svgs     int  // svg elements that are open
	template bool // a template was opened
	closed   bool // the tag that was read last closes its element (<svg/>)
}

// next reads up to and over the next tag, comment or declaration. It gives false
// at the end, and where it cannot be sure how the parser reads on.
func (s *asideScan) next() bool {
	i := bytes.IndexByte(s.text[s.at:], '<')
	if i < 0 || s.at+i+1 >= len(s.text) {
		return false
	}
	s.at += i + 1
	switch c := s.text[s.at]; {
	case isLetter(c):
		return s.startTag()
	case c == '/':
		if s.at++; s.at < len(s.text) && isLetter(s.text[s.at]) {
			return s.endTag()
		}
		return s.pastTag()
	case c == '!':
		rest := s.text[s.at+1:]
		switch {
		case bytes.HasPrefix(rest, []byte("--")):
			s.at += len("!--")
			return s.comment()
		case bytes.HasPrefix(rest, []byte("[CDATA[")):
			return false
		}
		return s.pastTag()
	case c == '?':
		return s.pastTag()
	}
	return true
}

// pastTag moves behind the next >.
func (s *asideScan) pastTag() bool {
	i := bytes.IndexByte(s.text[s.at:], '>')
	s.at += i + 1
	return i >= 0
}

// comment moves behind a comment's end: --> or --!>, or > after nothing but dashes.
func (s *asideScan) comment() bool {
	from := s.at
	for s.pastTag() {
		inside := s.text[from : s.at-1]
		if bytes.HasSuffix(inside, []byte("--")) || bytes.HasSuffix(inside, []byte("--!")) || len(inside) == 0 || string(inside) == "-" {
			return true
		}
	}
	return false
}

func (s *asideScan) endTag() bool {
	var room [24]byte
	if s.svgs > 0 && string(smallName(room[:0], s.text[s.at:])) == "svg" {
		s.svgs--
	}
	return s.tag()
}

// startTag reads a start tag and, where what follows is raw text, that too.
func (s *asideScan) startTag() bool {
	from := s.at
	if !s.tag() {
		return false
	}
	if s.svgs == 0 && !special[firstTwo(s.text[from:])] {
		return true
	}
	var room [24]byte
	name := smallName(room[:0], s.text[from:])
	switch string(name) {
	case "script", "style":
		return s.raw(name)
	case "title", "textarea", "iframe", "noembed", "noframes", "noscript", "xmp":
		return s.opaque(name)
	case "plaintext", "math", "frameset":
		return false
	case "template":
		s.template = true
	case "col", "colgroup":
		return !s.template // the parser ignores what follows, script or not
	case "desc":
		return s.svgs == 0 || s.opaque(name)
	case "svg":
		if !s.closed {
			s.svgs++
		}
		return true
	}
	return s.svgs == 0 || !breakout[string(name)]
}

// opaque moves to the end tag of an element in which no tags are read. Inside
// svg there would be, so there it must hold none.
func (s *asideScan) opaque(name []byte) bool {
	end := rawEnd(s.text[s.at:], name)
	if end < 0 || s.svgs > 0 && bytes.IndexByte(s.text[s.at:s.at+end], '<') >= 0 {
		return false
	}
	s.at += end
	return true
}

// raw sets aside the text of a script or style that begins here.
func (s *asideScan) raw(name []byte) bool {
	from := s.at
	if !s.opaque(name) {
		return false
	}
	text := s.text[from:s.at]
	if bytes.Contains(text, []byte("<!--")) && bytes.Contains(bytes.ToLower(text), []byte("<script")) {
		return false // the end that was found may be that of a script within the script
	}
	if len(text) >= shortAside && s.svgs == 0 {
		s.pieces = append(s.pieces, s.text[s.given:from], []byte(asideMark+strconv.Itoa(len(s.aside))))
		s.aside = append(s.aside, asParsed(text))
		s.given = s.at
	}
	return true
}

// asParsed gives raw text as the parser does: line ends as \n, no NUL.
func asParsed(raw []byte) string {
	text := string(raw)
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	return strings.ReplaceAll(text, "\x00", "\ufffd")
}

// smallName appends the name of the tag that starts here, in small letters. Of a
// name longer than any that matters it gives the beginning.
func smallName(dst []byte, tag []byte) []byte {
	for _, c := range tag {
		if part[c] != 0 && c != '=' || len(dst) == cap(dst) {
			break
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst = append(dst, c)
	}
	return dst
}

// special holds the first two letters, whatever their case, of the elements that
// startTag treats apart.
var special = func() (t [1 << 10]bool) {
	for _, p := range []string{"sc", "st", "sv", "ti", "te", "xm", "if", "no", "pl", "ma", "fr", "de", "co"} {
		t[firstTwo([]byte(p))] = true
	}
	return t
}()

func firstTwo(tag []byte) int { return int(tag[0]&31)<<5 | int(tag[1]&31) }

// breakout are the elements that end an svg where they stand in it, and those
// that hold HTML in it.
var breakout = wordSet(`b big blockquote body br center code dd div dl dt em embed font foreignobject
	h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike
	sub sup table tt u ul var`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}
