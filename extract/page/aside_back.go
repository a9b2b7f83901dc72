package page

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// putBack gives an element what was set aside of it.
func (a *aside) putBack(n *html.Node) {
	for k := range n.Attr {
		i, ok := number(n.Attr[k].Key, len(a.tags)-1)
		if !ok {
			continue
		}
		n.Attr = a.attributes(i, n.Attr, k)
		if n.DataAtom == atom.A && n.Namespace == "" { // the parser sorts those of formatting
			slices.SortFunc(n.Attr, func(x, y html.Attribute) int { return strings.Compare(x.Key, y.Key) })
		}
		break // there is one mark a tag
	}
	if (n.DataAtom == atom.Script || n.DataAtom == atom.Style) && n.Namespace == "" && n.FirstChild != nil {
		if i, ok := number(n.FirstChild.Data, len(a.scripts)); ok {
			s := a.scripts[i]
			n.FirstChild.Data = asParsed(a.text[s.from:s.to])
		}
	}
}

// asideRoom is how many attributes are made at a time.
const asideRoom = 512

// number reads a mark for one of so many things.
func number(mark string, many int) (int, bool) {
	if mark == "" || mark[0] != asideMark {
		return 0, false
	}
	i, err := strconv.ParseInt(mark[1:], asideBase, 32)
	return int(i), err == nil && 0 <= i && int(i) < many
}

// attributes gives the attributes of a tag: what the mark at k stands for, which
// is all of them or one.
func (a *aside) attributes(tag int, have []html.Attribute, k int) []html.Attribute {
	spans := a.attrs[a.tags[tag]:a.tags[tag+1]]
	if len(spans) == 1 {
		a.read(have[k:k+1], spans)
		return have
	}
	if cap(a.room) < len(spans) {
		a.room = make([]html.Attribute, 0, max(asideRoom, len(spans)))
	}
	attrs := a.room[:len(spans):len(spans)]
	a.room = a.room[len(spans):len(spans)]
	a.read(attrs, spans)
	return attrs
}

func (a *aside) read(attrs []html.Attribute, spans []attrSpan) {
	for i, s := range spans {
		attrs[i].Key = lowered(a.text[s.key.from:s.key.to])
		attrs[i].Val = unescaped(a.text[s.val.from:s.val.to])
	}
}

func lowered(key string) string {
	for i := range len(key) {
		if small(key[i]) != key[i] {
			b := []byte(key)
			for i, c := range b {
				b[i] = small(c)
			}
			return string(b)
		}
	}
	return key
}

// asParsed gives raw text as the parser does: line ends as \n, no NUL.
func asParsed(raw string) string {
	if strings.IndexByte(raw, '\r') >= 0 {
		raw = strings.ReplaceAll(strings.ReplaceAll(raw, "\r\n", "\n"), "\r", "\n")
	}
	return strings.ReplaceAll(raw, "\x00", "\ufffd")
}
