package block

import (
	"strings"

	"copydesk/extract/page"
)

// pageContext holds the page's own words about itself that blocks are compared with.
type pageContext struct {
	description string // letters only
	title       string
	body        string // the longest declared articleBody, letters only
}

func (l *layout) context() pageContext {
	var c pageContext
	facts := &l.doc.Facts
	for _, m := range facts.Meta {
		switch m.Name {
		case "description", "og:description", "twitter:description":
			if len(m.Content) > len(c.description) {
				c.description = m.Content
			}
		case "og:title", "twitter:title":
			if c.title == "" {
				c.title = letters(m.Content)
			}
		}
	}
	c.description = letters(c.description)
	if c.title == "" {
		c.title = letters(facts.Title)
	}
	for _, things := range [][]*page.Thing{facts.LD, facts.Items} {
		for _, t := range things {
			if s := t.Text("articleBody"); len(s) > len(c.body) {
				c.body = s
			}
		}
	}
	c.body = letters(c.body)
	return c
}

// letters folds a text to its letters and digits, in lower case where ASCII:
// what remains the same when spacing, quotes and markup differ.
func letters(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			b = append(b, c+'a'-'A')
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c >= 0xc3 && c != 0xe2, c >= 0x80 && c < 0xc0 && len(b) > 0 && b[len(b)-1] >= 0x80:
			b = append(b, c)
		}
	}
	return string(b)
}

// shortest is the number of letters below which an agreement says nothing.
const shortest = 20

func (c *pageContext) described(b *Block, st *stats) bool {
	if c.description == "" || st.chars < shortest {
		return false
	}
	own := letters(b.Text[:min(len(b.Text), 160)])
	return len(own) >= shortest && strings.Contains(c.description, own[:min(len(own), 60)])
}

func (c *pageContext) titled(b *Block) bool {
	if c.title == "" || len(b.Text) > 2*len(c.title)+40 {
		return false
	}
	own := letters(b.Text)
	return len(own) >= 8 && (own == c.title || len(own) >= shortest && strings.HasPrefix(c.title, own))
}

// declared says whether the declared body holds the beginning and the end of the block.
func (c *pageContext) declared(b *Block, st *stats) bool {
	if c.body == "" || st.chars < shortest {
		return false
	}
	head := letters(b.Text[:min(len(b.Text), 80)])
	if len(head) < shortest || !strings.Contains(c.body, head[:min(len(head), 40)]) {
		return false
	}
	tail := letters(b.Text[max(0, len(b.Text)-80):])
	return strings.Contains(c.body, tail[max(0, len(tail)-24):])
}
