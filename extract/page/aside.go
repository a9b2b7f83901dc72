package page

import (
	"bytes"
	"math"
	"strconv"
	"sync"

	"golang.org/x/net/html"
)

// Two bytes of a page in three are scripts, styles and attributes. The parser
// looks, byte by byte, for nothing but the end of the former, and makes half a
// dozen small strings for each of the latter. setAside finds those ends by
// searching, gives the parser a short mark in their place, and aside.putBack
// restores in the tree what stood there, as parts of the page's one text.
//
// Comments, shapes of drawings (aside_svg.go) and white space that says no more
// than one sign of it (aside_space.go) are left out. But for these the tree must be
// the one that the whole page gives, so setAside reads tags, comments and raw text
// as the tokenizer does. Where it would have to know more (HTML inside svg, mathml,
// framesets, scripts within scripts), it leaves the rest of the page as it stands.

// asideMark begins what stands for something set aside; its number follows. A
// page that holds the byte is left whole.
const (
	asideMark = '\x1a'
	asideBase = 36 // its digits have no capitals, which the parser would change
)

// shortAside is how long a script must be to be worth setting aside.
const shortAside = 64

// aside is what was set aside from a page.
type aside struct {
	text    string     // the page
	scripts []span     // scripts and styles, by number
	attrs   []attrSpan // attributes of all tags
	tags    []int32    // by number, where the attributes of a tag begin; one more at the end
	room    []html.Attribute
	short   []byte // the page with marks
}

// span is a stretch of the page's text.
type span struct{ from, to int32 }

// attrSpan is an attribute in a page's text.
type attrSpan struct{ key, val span }

// setAside gives the page with marks for its long scripts and styles and for
// the attributes of its tags, and what stood there. Both hold until released.
func setAside(text []byte) (short []byte, a *aside) {
	a = asides.Get().(*aside)
	if bytes.IndexByte(text, asideMark) >= 0 || len(text) > math.MaxInt32 {
		return text, a
	}
	s := asideScan{text: text, aside: a, odd: bytes.IndexByte(text, '\r') >= 0 || bytes.IndexByte(text, 0) >= 0}
	for s.next() {
	}
	a.tags = append(a.tags, int32(len(a.attrs)))
	a.text = string(text)
	a.short = append(a.short, text[s.given:]...)
	return a.short, a
}

// asides keeps the memory of pages that are done: nothing of a tree is in it.
var asides = sync.Pool{New: func() any { return new(aside) }}

// mostKept is the longest list, in its elements, of which the memory is kept.
const mostKept = 1 << 18

// release ends the use of what setAside gave.
func (a *aside) release() {
	if cap(a.short) <= mostKept && cap(a.attrs) <= mostKept && cap(a.tags) <= mostKept && cap(a.scripts) <= mostKept {
		asides.Put(&aside{scripts: a.scripts[:0], attrs: a.attrs[:0], tags: a.tags[:0], short: a.short[:0]})
	}
}

// asideScan walks over the markup of a page, from one tag to the next.
type asideScan struct {
	*aside
	text     []byte
	odd      bool // the page has bytes that the parser changes
	at       int  // all before it has been read
	given    int  // all before it is in short or aside
	svgs     int  // svg elements that are open
	template bool // a template was opened
	pre      bool // a pre was opened
	closed   bool // the tag that was read last closes its element (<svg/>)
}

// next reads up to and over the next tag, comment or declaration. It gives false
// at the end, and where it cannot be sure how the parser reads on.
func (s *asideScan) next() bool {
	from := s.at
	if !s.markup() {
		return false
	}
	s.squeeze(from, s.at-len("<"))
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
			return s.comment()
		case bytes.HasPrefix(rest, []byte("[CDATA[")):
			return false
		}
		return s.pastTag()
	}
	return s.pastTag() // <?
}

// markup moves behind the next < that is no mere sign.
func (s *asideScan) markup() bool {
	for {
		i := bytes.IndexByte(s.text[s.at:], '<')
		if i < 0 || s.at+i+1 >= len(s.text) {
			return false
		}
		s.at += i + 1
		if c := s.text[s.at]; isLetter(c) || c == '/' || c == '!' || c == '?' {
			return true
		}
	}
}

// pastTag moves behind the next >.
func (s *asideScan) pastTag() bool {
	i := bytes.IndexByte(s.text[s.at:], '>')
	s.at += i + 1
	return i >= 0
}

// comment moves behind a comment's end (--> or --!>, or > after nothing but
// dashes) and leaves the comment out: "Photo<!-- -->: <!-- -->Ann" is one text.
func (s *asideScan) comment() bool {
	begin := s.at - len("<")
	s.at += len("!--")
	from := s.at
	for s.pastTag() {
		inside := s.text[from : s.at-1]
		if bytes.HasSuffix(inside, []byte("--")) || bytes.HasSuffix(inside, []byte("--!")) || len(inside) == 0 || string(inside) == "-" {
			if !s.pre { // a line end at its start does not count, unless a comment stands before it
				s.leaveOut(begin, s.at)
			}
			return true
		}
	}
	return false
}

// leaveOut leaves out what stands between from and to, unless the text before it
// would then be read with the text behind it, as a tag or a reference.
func (s *asideScan) leaveOut(from, to int) {
	s.short = append(s.short, s.text[s.given:from]...)
	if s.given = from; !unfinished(s.short) {
		s.given = to
	}
}

// longestName is more than any reference has letters.
const longestName = 40

// unfinished says whether a text ends in what may begin a tag or a reference.
func unfinished(text []byte) bool {
	i := len(text) - 1
	for i >= 0 && (isLetter(text[i]) || '0' <= text[i] && text[i] <= '9') {
		if i--; len(text)-i > longestName {
			return true
		}
	}
	return i >= 0 && (text[i] == '<' && i == len(text)-1 || text[i] == '&' || text[i] == '#')
}

func (s *asideScan) endTag() bool {
	if s.svgs > 0 {
		var room [24]byte
		switch name := string(smallName(room[:0], s.text[s.at:])); {
		case name == "svg":
			s.svgs--
		case !shapes[name] && !worded[name]:
			return false // it may end an element around the drawing
		}
	}
	return s.tag(false)
}

// mark gives the parser a mark for what stands between from and to.
func (s *asideScan) mark(from, number, to int) {
	s.short = append(append(s.short, s.text[s.given:from]...), asideMark)
	s.short = strconv.AppendInt(s.short, int64(number), asideBase)
	s.given = to
}
