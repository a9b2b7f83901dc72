package files

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// maxDepth bounds how deep JSON may be nested.
const maxDepth = 1000

// eachJSON calls fn for each document of a JSON text, data[start:]: each
// element of a list at the top, else the whole.
func eachJSON(data []byte, start int, w *wanted, fn func([]value)) error {
	p := parser{data: data, at: start, wanted: w}
	p.space()
	if p.at < len(data) && data[p.at] == '[' {
		p.each = fn
	}
	if err := p.value("", nil, false, 0); err != nil {
		return err
	}
	if p.space(); p.at < len(data) {
		return p.fail("more after the end")
	}
	if len(p.values) > 0 {
		fn(p.values)
	}
	return nil
}

// eachLine calls fn for each line of NDJSON, data[start:].
func eachLine(data []byte, start int, w *wanted, fn func([]value)) error {
	for line := 1; start < len(data); line++ {
		end := len(data)
		if n := bytes.IndexByte(data[start:], '\n'); n >= 0 {
			end = start + n + 1
		}
		if len(bytes.TrimSpace(data[start:end])) > 0 {
			p := parser{data: data[:end], at: start, wanted: w, prefix: strconv.Itoa(line) + ":"}
			if err := p.value("", nil, false, 0); err != nil {
				return fmt.Errorf("line %d: %w", line, err)
			}
			if p.space(); p.at < end {
				return fmt.Errorf("line %d: %w", line, p.fail("more after the end"))
			}
			if len(p.values) > 0 {
				fn(p.values)
			}
		}
		start = end
	}
	return nil
}

// parser walks JSON and keeps the strings of the named fields with their
// places. It reads what the standard reads, and bytes that are not UTF-8.
type parser struct {
	data   []byte
	at     int
	wanted *wanted
	prefix string
	values []value
	each   func([]value) // called for each element of the list at the top
}

func (p *parser) fail(what string) error {
	return fmt.Errorf("%w: byte %d: %s", ErrSyntax, p.at, what)
}

func (p *parser) space() {
	for p.at < len(p.data) && strings.IndexByte(" \t\r\n", p.data[p.at]) >= 0 {
		p.at++
	}
}

// value reads one value; keys are those that lead to it, and asked says whether
// they are of a named field.
func (p *parser) value(place string, keys []string, asked bool, depth int) error {
	p.space()
	switch {
	case depth > maxDepth:
		return p.fail("nested too deep")
	case p.at >= len(p.data):
		return p.fail("it ends too soon")
	}
	c := p.data[p.at]
	p.wanted.records = p.wanted.records || c != '['
	if asked {
		p.wanted.note(keys, c)
	}
	switch {
	case c == '{' && asked:
		outer := p.wanted.inside
		p.wanted.inside = append(outer, len(keys))
		err := p.object(place, keys, depth)
		p.wanted.inside = outer
		return err
	case c == '{':
		return p.object(place, keys, depth)
	case c == '[':
		return p.list(place, keys, asked, depth)
	case c == '"':
		start, end, err := p.quoted()
		if err == nil && asked {
			p.values = append(p.values, jsonValue(p.data, start, end, p.prefix+place))
		} else if err == nil {
			p.wanted.beneath(keys, end-start)
		}
		return err
	default:
		return p.word()
	}
}

func (p *parser) object(place string, keys []string, depth int) error {
	p.at++
	for first := true; ; first = false {
		if done, err := p.next('}', first); done || err != nil {
			return err
		}
		if p.at >= len(p.data) || p.data[p.at] != '"' {
			return p.fail("want a key in quotes")
		}
		start, end, err := p.quoted()
		if err != nil {
			return err
		}
		key := jsonValue(p.data, start, end, "").text
		if p.space(); p.at >= len(p.data) || p.data[p.at] != ':' {
			return p.fail("want : after a key")
		}
		p.at++
		pointer := strings.NewReplacer("~", "~0", "/", "~1").Replace(key)
		under := append(keys[:len(keys):len(keys)], key)
		if err := p.value(place+"/"+pointer, under, p.wanted.keys(under), depth+1); err != nil {
			return err
		}
	}
}

func (p *parser) list(place string, keys []string, asked bool, depth int) error {
	p.at++
	for n := 0; ; n++ {
		if done, err := p.next(']', n == 0); done || err != nil {
			return err
		}
		if err := p.value(place+"/"+strconv.Itoa(n), keys, asked, depth+1); err != nil {
			return err
		}
		if depth == 0 && p.each != nil && len(p.values) > 0 {
			p.each(p.values)
			p.values = nil
		}
	}
}

// next steps over the comma between parts of a list or an object, or over its end.
func (p *parser) next(end byte, first bool) (bool, error) {
	p.space()
	switch {
	case p.at >= len(p.data):
		return false, p.fail("it ends too soon")
	case p.data[p.at] == end:
		p.at++
		return true, nil
	case first:
		return false, nil
	case p.data[p.at] != ',':
		return false, p.fail("want a comma")
	}
	p.at++
	p.space()
	return false, nil
}

// word steps over a number, true, false or null.
func (p *parser) word() error {
	start := p.at
	for p.at < len(p.data) && strings.IndexByte(" \t\r\n,]}", p.data[p.at]) < 0 {
		p.at++
	}
	w := string(p.data[start:p.at])
	if w == "true" || w == "false" || w == "null" {
		return nil
	}
	if _, err := strconv.ParseFloat(w, 64); err != nil && !strings.Contains(err.Error(), "range") {
		p.at = start
		return p.fail("want a value")
	}
	return nil
}

// quoted steps over a string and gives where its content stands.
func (p *parser) quoted() (start, end int, err error) {
	start = p.at + 1
	for i := start; i < len(p.data); i++ {
		switch p.data[i] {
		case '\\':
			i++
		case '"':
			p.at = i + 1
			return start, i, nil
		}
	}
	return 0, 0, p.fail("a string without end")
}

// jsonValue reads the content of a string, data[start:end].
func jsonValue(data []byte, start, end int, place string) value {
	raw := data[start:end]
	v := value{start: start, end: end, place: place, encode: encodeJSON}
	if bytes.IndexByte(raw, '\\') < 0 {
		v.text = string(raw)
		return v
	}
	ascii := true
	var text []byte
	for i := 0; i < len(raw); {
		if raw[i] != '\\' {
			ascii = ascii && raw[i] < utf8.RuneSelf
			text = append(text, raw[i])
			i++
			continue
		}
		// Escapes that follow each other each need a turn, so that a fix may
		// begin or end between them.
		v.turns = append(v.turns, turn{len(text), i})
		var n int
		text, n = unescape(text, raw[i:])
		i += n
		v.turns = append(v.turns, turn{len(text), i})
	}
	v.text = string(text)
	if ascii && bytes.Contains(raw, []byte(`\u`)) {
		v.encode = encodeASCII
	}
	return v
}

// unescape reads the escape that raw begins with. Half a pair of surrogates
// becomes the three bytes that repair knows it by.
func unescape(text, raw []byte) ([]byte, int) {
	if len(raw) < 2 {
		return append(text, raw...), len(raw)
	}
	if i := strings.IndexByte(`"\/bfnrt`, raw[1]); i >= 0 {
		return append(text, "\"\\/\b\f\n\r\t"[i]), 2
	}
	r, ok := unit(raw)
	if !ok {
		return append(text, raw[:2]...), 2
	}
	if utf16.IsSurrogate(r) {
		if low, ok := unit(raw[6:]); ok {
			if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
				return utf8.AppendRune(text, pair), 12
			}
		}
		return append(text, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F), 6
	}
	return utf8.AppendRune(text, r), 6
}

// unit reads \uXXXX.
func unit(raw []byte) (rune, bool) {
	if len(raw) < 6 || raw[0] != '\\' || raw[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(raw[2:6]), 16, 16)
	return rune(n), err == nil
}

// encodeJSON writes text as the content of a JSON string.
func encodeJSON(s string) string { return escapeJSON(s, false) }

// encodeASCII does so with everything outside ASCII escaped, as the value was.
func encodeASCII(s string) string { return escapeJSON(s, true) }

func escapeJSON(s string, ascii bool) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ':
			fmt.Fprintf(&b, `\u%04x`, r)
		case ascii && r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		case ascii && r >= utf8.RuneSelf:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
