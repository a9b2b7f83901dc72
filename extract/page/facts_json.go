package page

import (
	"strings"
	"unicode/utf8"
)

// Bounds of one script's data. What lies beyond is passed over.
const (
	maxJSONDepth  = 48
	maxJSONThings = 50_000
)

// jsonReader reads one script's JSON into things, valid or not. Sites write raw
// line breaks and unescaped quotes into strings, leave commas behind the last
// value or out altogether, wrap the data in comments or CDATA and put several
// objects side by side: all that is read as it was meant. Every leniency is
// one that valid JSON never takes, so valid data is read as it stands.
//
// Lists are flattened: each member becomes a value of the property.
type jsonReader struct {
	s     string
	i     int
	node  int32
	short bool // the data ended, or made no sense, before it was complete

	things []*Thing
	slab   []Thing // things are cut from here …
	props  []Prop  // … and their properties from here, to allocate once for many
	stack  []Prop  // properties of the objects that are still open
}

// readJSON gives the things of one script, outermost first. ok is false where
// nothing could be read, or the data broke off.
func readJSON(s string, node int32) (things []*Thing, ok bool) {
	r := jsonReader{s: s, node: node}
	for r.skipSpace(); r.i < len(r.s); r.skipSpace() {
		switch r.s[r.i] {
		case '{', '[':
			r.value("", 0)
		default: // what stands between two objects: ; or a variable's name
			r.i++
		}
	}
	return r.things, len(r.things) > 0 && !r.short
}

// value reads one value and leaves it, or each of its members, on the stack.
func (r *jsonReader) value(name string, depth int) {
	r.skipSpace()
	if r.i >= len(r.s) {
		r.short = true
		return
	}
	switch c := r.s[r.i]; {
	case c == '{' || c == '[':
		if depth >= maxJSONDepth || len(r.things) >= maxJSONThings {
			r.passOver()
			return
		}
		if c == '[' {
			r.list(name, depth+1)
			return
		}
		t := r.object(name, depth+1)
		r.push(Prop{Name: name, Value: Value{Thing: t}})
	case c == '"' || c == '\'':
		r.push(Prop{Name: name, Value: Value{Text: r.text(false, false)}})
	default:
		if w := r.word(); w != "" && w != "null" && w != "undefined" {
			r.push(Prop{Name: name, Value: Value{Text: w}})
		}
	}
}

func (r *jsonReader) push(p Prop) {
	if p.Name != "" { // members of an outermost list belong to nobody
		r.stack = append(r.stack, p)
	}
}

func (r *jsonReader) list(name string, depth int) {
	r.i++
	for {
		r.skipSpace()
		if r.i >= len(r.s) {
			r.short = true
			return
		}
		switch c := r.s[r.i]; c {
		case ']':
			r.i++
			return
		case ',':
			r.i++
		case '}', ':': // the list was never closed
			r.short = true
			return
		case '"', '\'':
			r.push(Prop{Name: name, Value: Value{Text: r.text(false, true)}})
		default:
			at := r.i
			r.value(name, depth)
			if r.i == at {
				r.i++
			}
		}
	}
}

func (r *jsonReader) object(held string, depth int) *Thing {
	t := r.newThing(held)
	base := len(r.stack)
	r.i++
	for open := true; open; {
		r.skipSpace()
		if r.i >= len(r.s) {
			r.short = true
			break
		}
		switch c := r.s[r.i]; c {
		case '}':
			r.i++
			open = false
		case ',':
			r.i++
		case ']': // the object was never closed
			r.short = true
			open = false
		default:
			at := r.i
			r.property(depth)
			if r.i == at {
				r.i++
			}
		}
	}
	r.keep(t, r.stack[base:])
	clear(r.stack[base:])
	r.stack = r.stack[:base]
	return t
}

func (r *jsonReader) property(depth int) {
	var key string
	if c := r.s[r.i]; c == '"' || c == '\'' {
		key = r.text(true, false)
	} else {
		key = r.word()
	}
	r.skipSpace()
	if r.i >= len(r.s) || r.s[r.i] != ':' {
		return
	}
	r.i++
	if key == "" {
		key = "_"
	}
	r.value(key, depth)
}

// keep stores an object's properties with its thing: @type and @id apart, the rest in one piece.
func (r *jsonReader) keep(t *Thing, props []Prop) {
	if len(r.props)+len(props) > cap(r.props) {
		r.props = make([]Prop, 0, max(64, len(props)))
	}
	from := len(r.props)
	for _, p := range props {
		switch p.Name {
		case "@type":
			if p.Text != "" {
				t.Types = append(t.Types, schemaName(p.Text))
			}
		case "@id":
			t.ID = p.Text
		case "@context":
		case "@graph": // its members stand on their own
			if p.Thing != nil {
				p.Thing.Held = ""
			}
		default:
			r.props = append(r.props, p)
		}
	}
	t.Props = r.props[from:len(r.props):len(r.props)]
}

func (r *jsonReader) newThing(held string) *Thing {
	if len(r.slab) == cap(r.slab) {
		r.slab = make([]Thing, 0, 16)
	}
	r.slab = append(r.slab, Thing{Held: held, Node: r.node})
	t := &r.slab[len(r.slab)-1]
	r.things = append(r.things, t)
	return t
}

// passOver skips a value whose depth or number is beyond the bounds.
func (r *jsonReader) passOver() {
	depth := 0
	for r.i < len(r.s) {
		switch r.s[r.i] {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		case '"':
			r.text(false, false)
			continue
		}
		r.i++
		if depth == 0 {
			return
		}
	}
	r.short = true
}

// word reads what is not quoted: a number, true, null, a name.
func (r *jsonReader) word() string {
	from := r.i
	for r.i < len(r.s) {
		switch r.s[r.i] {
		case ',', '}', ']', ':', '{', '[', '"', ' ', '\n', '\r', '\t':
			return r.s[from:r.i]
		}
		r.i++
	}
	return r.s[from:r.i]
}

// text reads a quoted string and leaves the reader behind its closing quote.
func (r *jsonReader) text(key, inList bool) string {
	quote := r.s[r.i]
	r.i++
	from, plain := r.i, true
	for r.i < len(r.s) {
		c := r.s[r.i]
		switch {
		case c == '\\':
			plain = false
			r.i += 2
		case c == quote && r.closes(r.i+1, key, inList):
			s := r.s[from:r.i]
			r.i++
			return resolve(s, plain)
		default:
			if c < ' ' {
				plain = false
			}
			r.i++
		}
	}
	r.i, r.short = len(r.s), true
	return resolve(r.s[from:], plain)
}

// closes tells the quote that ends a string from one that the site forgot to
// escape, by what follows. In valid JSON every closing quote passes.
func (r *jsonReader) closes(at int, key, inList bool) bool {
	next, line := r.peek(at)
	if key {
		return next == ':' || next == 0
	}
	switch next {
	case 0, ']', '}':
		return true
	case ',':
		return r.follows(r.past(r.past(at)+1), inList)
	case '"': // a comma left out at the end of a line
		return line
	}
	return false
}

// follows says whether what stands at i may follow a comma.
func (r *jsonReader) follows(i int, inList bool) bool {
	if i >= len(r.s) {
		return true
	}
	switch c := r.s[i]; {
	case c == '"' || c == '\'' || c == '}' || c == ']':
		return true
	case !inList:
		return false
	case c == '{' || c == '[' || c == '-' || c >= '0' && c <= '9':
		return true
	}
	rest := r.s[i:]
	return strings.HasPrefix(rest, "true") || strings.HasPrefix(rest, "false") || strings.HasPrefix(rest, "null")
}

// past gives the index of the first character at or behind i that is no space.
func (r *jsonReader) past(i int) int {
	for i < len(r.s) && (r.s[i] == ' ' || r.s[i] == '\n' || r.s[i] == '\r' || r.s[i] == '\t') {
		i++
	}
	return i
}

// peek gives the first character at or behind i that is no space, 0 at the
// end, and whether a line ended before it.
func (r *jsonReader) peek(i int) (c byte, line bool) {
	j := r.past(i)
	if j < len(r.s) {
		c = r.s[j]
	}
	return c, strings.IndexByte(r.s[min(i, len(r.s)):j], '\n') >= 0
}

// skipSpace skips white space, comments and the wrappings of CDATA.
func (r *jsonReader) skipSpace() {
	for r.i < len(r.s) {
		switch c := r.s[r.i]; {
		case c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\v':
			r.i++
		case c == '/' && strings.HasPrefix(r.s[r.i:], "/*"):
			r.skipTo("*/")
		case c == '/' && strings.HasPrefix(r.s[r.i:], "//"):
			if strings.HasPrefix(strings.TrimLeft(r.s[r.i+2:], " "), "<![CDATA[") {
				r.skipTo("[CDATA[")
			} else {
				r.skipTo("\n")
			}
		case c == '<' && strings.HasPrefix(r.s[r.i:], "<![CDATA["):
			r.i += len("<![CDATA[")
		case c == '<' && strings.HasPrefix(r.s[r.i:], "<!--"):
			r.i += len("<!--") // what it holds is the data
		case c == '-' && strings.HasPrefix(r.s[r.i:], "-->"):
			r.i += len("-->")
		case c == ']' && strings.HasPrefix(r.s[r.i:], "]]>"):
			r.i += len("]]>")
		case c == 0xEF && strings.HasPrefix(r.s[r.i:], "\ufeff"), c == 0xC2 && strings.HasPrefix(r.s[r.i:], "\u00a0"):
			_, n := utf8.DecodeRuneInString(r.s[r.i:])
			r.i += n
		default:
			return
		}
	}
}

func (r *jsonReader) skipTo(end string) {
	if j := strings.Index(r.s[r.i:], end); j >= 0 {
		r.i += j + len(end)
	} else {
		r.i = len(r.s)
	}
}
