package page

import (
	"bytes"
	"strings"
)

// startTag reads a start tag and, where what follows is raw text, that too.
func (s *asideScan) startTag() bool {
	from, first := s.at, len(s.attrs)
	if !s.tag(true) {
		s.attrs = s.attrs[:first]
		return false
	}
	if len(s.attrs) > first && !s.attributes(from, first) {
		s.attrs = s.attrs[:first]
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
	case "pre", "listing":
		s.pre = true
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
	if s.svgs == 0 {
		return true
	}
	if shapes[string(name)] {
		s.shape(from)
	}
	return !breakout[string(name)]
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
	if bytes.Contains(text, []byte("<!--")) && opensScript(text) {
		return false // the end that was found may be that of a script within the script
	}
	if len(text) >= shortAside && s.svgs == 0 {
		s.mark(from, len(s.scripts), s.at)
		s.scripts = append(s.scripts, span{int32(from), int32(s.at)})
	}
	return true
}

// opensScript says whether a script's start tag stands in the text.
func opensScript(text []byte) bool {
	const tag = "<script"
	for {
		i := bytes.IndexByte(text, '<')
		if i < 0 || len(text)-i < len(tag) {
			return false
		}
		if text = text[i:]; bytes.EqualFold(text[:len(tag)], []byte(tag)) {
			return true
		}
		text = text[1:]
	}
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
	for _, p := range []string{"sc", "st", "sv", "ti", "te", "xm", "if", "no", "pl", "ma", "fr", "de", "co", "pr", "li"} {
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
