package block

import (
	"bytes"

	"copydesk/extract/page"
)

// pageContext holds the page's own words about itself that blocks are compared with.
type pageContext struct {
	description []byte // letters only
	title       []byte
	body        []byte // the longest declared articleBody, letters only
}

func (l *layout) context() pageContext {
	var description, title, body string
	facts := &l.doc.Facts
	for _, m := range facts.Meta {
		switch m.Name {
		case "description", "og:description", "twitter:description":
			if len(m.Content) > len(description) {
				description = m.Content
			}
		case "og:title", "twitter:title":
			if letters(nil, title, 1) == nil {
				title = m.Content
			}
		}
	}
	if letters(nil, title, 1) == nil {
		title = facts.Title
	}
	for _, things := range [][]*page.Thing{facts.LD, facts.Items} {
		for _, t := range things {
			if s := t.Text("articleBody"); len(s) > len(body) {
				body = s
			}
		}
	}
	all := func(s string) []byte { return letters(nil, s, len(s)) }
	return pageContext{description: all(description), title: all(title), body: all(body)}
}

// letters appends a text's letters and digits, in lower case where ASCII: what
// remains the same when spacing, quotes and markup differ. It stops when limit
// bytes are written.
func letters(dst []byte, s string, limit int) []byte {
	if cap(dst) == 0 && limit > 1 {
		dst = make([]byte, 0, limit)
	}
	for i := 0; i < len(s) && len(dst) < limit; i++ {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			dst = append(dst, c+'a'-'A')
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c >= 0xc3 && c != 0xe2, c >= 0x80 && c < 0xc0 && len(dst) > 0 && dst[len(dst)-1] >= 0x80:
			dst = append(dst, c)
		}
	}
	return dst
}

// shortest is the number of letters below which an agreement says nothing.
const shortest = 20

func (c *pageContext) described(b *Block, st *stats) bool {
	if len(c.description) == 0 || st.chars < shortest {
		return false
	}
	var room [60]byte
	own := letters(room[:0], b.Text[:min(len(b.Text), 160)], 60)
	return len(own) >= shortest && bytes.Contains(c.description, own)
}

func (c *pageContext) titled(b *Block) bool {
	if len(c.title) == 0 || len(b.Text) > 2*len(c.title)+40 {
		return false
	}
	if first := b.Text[0] | 0x20; 'a' <= first && first <= 'z' && first != c.title[0] {
		return false // most; the rest is for those that may be
	}
	var room [8]byte
	if start := letters(room[:0], b.Text, len(room)); len(start) < len(room) || !bytes.HasPrefix(c.title, start) {
		return false
	}
	own := letters(nil, b.Text, len(b.Text))
	return bytes.Equal(own, c.title) || len(own) >= shortest && bytes.HasPrefix(c.title, own)
}

// declared says whether the declared body holds the beginning and the end of the block.
func (c *pageContext) declared(b *Block, st *stats) bool {
	if len(c.body) == 0 || st.chars < shortest {
		return false
	}
	var room [80]byte
	head := letters(room[:0], b.Text[:min(len(b.Text), 80)], 40)
	if len(head) < shortest || !bytes.Contains(c.body, head) {
		return false
	}
	tail := letters(room[:0], b.Text[max(0, len(b.Text)-80):], 80)
	return bytes.Contains(c.body, tail[max(0, len(tail)-24):])
}
