package block

import (
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"copydesk/extract/page"
)

// Segment parts a page's text into blocks, in document order. A block
// ends where a block-level element begins or ends, at a rule, and at two line
// breaks in a row (the paragraphs of pages without <p>).
func Segment(doc *page.Document) []Block {
	s := segmenter{nodes: doc.Nodes, holder: make([]int32, len(doc.Nodes)), open: -1}
	room := texts.Get().(*[]byte)
	defer texts.Put(room)
	s.buf = (*room)[:0]
	s.blocks, s.at = make([]Block, 0, len(doc.Nodes)/8), make([][2]int, 0, len(doc.Nodes)/8)
	for i := 1; i < len(s.nodes); {
		i = s.visit(int32(i))
	}
	s.flush()
	s.joinDropCaps()
	text := string(s.buf)
	*room = s.buf
	for i := range s.blocks {
		if b := &s.blocks[i]; b.Text == "" {
			b.Text = text[s.at[i][0]:s.at[i][1]]
		}
	}
	return s.blocks
}

// texts hands out the room in which the blocks of a page are gathered.
var texts = sync.Pool{New: func() any { return new([]byte) }}

type segmenter struct {
	nodes  []page.Node
	holder []int32 // for each node, the nearest block-level element
	buf    []byte  // the texts of all blocks, one behind the other
	at     [][2]int
	blocks []Block

	open        int32 // the element whose block is being filled; -1 for none
	start       int   // where it starts in buf
	first, last int32
	link, bold  int32
	opens       int32 // of link, what stands before any other text
	space       bool  // white space is waiting for the next letter
	breaks      int   // line breaks since the last letter
}

// visit takes one node in and returns the index of the next.
func (s *segmenter) visit(i int32) int {
	n := &s.nodes[i]
	s.holder[i] = s.holder[n.Parent]
	if n.Atom == 0 && n.FirstChild == nil && n.Type == textNode {
		s.text(i, n)
		return int(i) + 1
	}
	switch {
	case unread(n.Atom), s.hiddenWord(i, n):
		return int(n.End)
	case n.Atom == atom.Br:
		s.lineBreak()
	case blockLevel(n, s.nodes[s.holder[i]].Atom):
		s.flush()
		s.holder[i] = i
	}
	return int(i) + 1
}

// lineBreak ends the line, and the block at the second break in a row.
func (s *segmenter) lineBreak() {
	s.breaks++
	if s.breaks > 1 {
		s.flush()
	}
}

// text adds a text node to the open block, or opens one for it.
func (s *segmenter) text(i int32, n *page.Node) {
	holder := s.holder[i]
	if s.open != holder {
		if blank(n.Data) && s.open < 0 {
			return
		}
		s.flush()
	}
	code := n.Parent >= 0 && s.nodes[holder].Atom == atom.Pre
	before := len(s.buf)
	if s.raised(holder, i, n) {
		return
	}
	for k := 0; k < len(n.Data); {
		if w := spaceLen(n.Data, k); w > 0 {
			run := k
			plain := 0
			for k < len(n.Data) {
				w = spaceLen(n.Data, k)
				if w == 0 {
					break
				}
				if n.Data[k] == ' ' && plain >= 0 {
					plain++
				} else if n.Data[k] != ' ' {
					plain = -1
				}
				k += w
			}
			switch {
			case code && s.open == holder:
				s.buf = append(s.buf, n.Data[run:k]...)
				s.space = false
			case plain > 1 && run > 0 && k < len(n.Data) && s.open == holder:
				s.space = false
				s.buf = append(s.buf, "  "...) // two spaces inside a line may be the trace of a lost word
			default:
				s.space = true
			}
			continue
		}
		s.begin(holder, i)
		end := wordsEnd(n.Data, k+1)
		s.buf = append(s.buf, n.Data[k:end]...)
		s.last = i + 1
		k = end
	}
	if s.open != holder {
		return
	}
	added := int32(len(s.buf) - before)
	if n.Flags&page.InLink != 0 {
		if before-s.start <= int(s.opens) {
			s.opens += added
		}
		s.link += added
	}
	if inBold(s.nodes, n.Parent, holder) {
		s.bold += added
	}
}

// wordsEnd is where the words that follow each other with single spaces end.
func wordsEnd(s string, k int) int {
	for k < len(s) {
		switch c := s[k]; {
		case c > ' ' && c != 0xc2:
			k++
		case c == ' ' && k+1 < len(s) && s[k+1] > ' ' && s[k+1] != 0xc2:
			k += 2
		case spaceLen(s, k) == 0:
			k++
		default:
			return k
		}
	}
	return k
}

// begin makes room for the next word: it opens the block if none is open, and
// writes the white space that was waiting.
func (s *segmenter) begin(holder, i int32) {
	switch {
	case s.open < 0:
		s.open, s.start, s.first = holder, len(s.buf), i
		s.link, s.bold, s.opens = 0, 0, 0
	case s.breaks > 0:
		s.buf = append(trimSpace(s.buf, s.start), '\n')
	case s.space && len(s.buf) > s.start && s.buf[len(s.buf)-1] != ' ':
		s.buf = append(s.buf, ' ')
	}
	s.space, s.breaks = false, 0
}

func (s *segmenter) flush() {
	if s.open >= 0 {
		s.buf = trimSpace(s.buf, s.start)
		if len(s.buf) > s.start {
			b := Block{Node: s.open, First: s.first, Last: s.last, LinkChars: s.link, BoldChars: s.bold, LinkOpens: s.opens}
			place(s.nodes, &b)
			s.blocks = append(s.blocks, b)
			s.at = append(s.at, [2]int{s.start, len(s.buf)})
		}
	}
	s.open, s.space, s.breaks = -1, false, 0
}

func trimSpace(b []byte, from int) []byte {
	for len(b) > from && (b[len(b)-1] == ' ' || b[len(b)-1] == '\n' || b[len(b)-1] == '\t') {
		b = b[:len(b)-1]
	}
	return b
}

// place finds what the block stands in.
func place(nodes []page.Node, b *Block) {
	b.List, b.Table, b.Quote, b.Figure = -1, -1, -1, -1
	f := nodes[b.First].Flags
	b.Hidden = f&page.Hidden != 0 && f&page.Unfoldable == 0
	holder := nodes[b.Node].Atom
	item := false
	for i := b.Node; i > 0; i = nodes[i].Parent {
		switch nodes[i].Atom {
		case atom.Li, atom.Dt, atom.Dd:
			item = item || b.List < 0
		case atom.Ul, atom.Ol, atom.Dl:
			if b.List < 0 {
				b.List = i
			}
		case atom.Table:
			if b.Table < 0 {
				b.Table = i
			}
		case atom.Blockquote:
			if b.Quote < 0 {
				b.Quote = i
			}
		case atom.Figure:
			if b.Figure < 0 {
				b.Figure = i
			}
		}
	}
	switch holder {
	case atom.P:
		b.Kind = Paragraph
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		b.Kind, b.Level = Heading, int8(nodes[b.Node].Data[1]-'0')
	case atom.Li, atom.Dt, atom.Dd:
		b.Kind = ListItem
	case atom.Blockquote:
		b.Kind = Quote
	case atom.Td, atom.Th, atom.Caption:
		b.Kind = Cell
	case atom.Pre:
		b.Kind = Code
	case atom.Figcaption:
		b.Kind = Caption
	default:
		b.Kind = Loose
	}
	if !item {
		b.List = -1
	}
}

// inBold says whether a text stands in bold type, looking no higher than the block's own element.
func inBold(nodes []page.Node, i, holder int32) bool {
	for ; i > holder; i = nodes[i].Parent {
		if a := nodes[i].Atom; a == atom.B || a == atom.Strong {
			return true
		}
	}
	return false
}

// spaceLen is the length of the white space at s[k], or 0. The no-break space
// is white space here too: it parts words, and repair has no use for it.
func spaceLen(s string, k int) int {
	switch s[k] {
	case ' ', '\n', '\t', '\r', '\f', '\v':
		return 1
	case 0xc2:
		if k+1 < len(s) && (s[k+1] == 0xa0 || s[k+1] == 0x85) {
			return 2
		}
	}
	return 0
}

// blank says whether a text shows nothing: white space, and characters without
// width that editors leave behind in paragraphs of their own.
func blank(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f':
		case c < utf8.RuneSelf:
			return false
		default:
			return blankRunes(s[i:])
		}
	}
	return true
}

func blankRunes(s string) bool {
	return strings.TrimLeft(s, " \n\t\r\f\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff") == ""
}
