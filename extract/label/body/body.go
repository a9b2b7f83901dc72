// Package body takes the paragraphs that are the article, refuses what stands
// among and behind them (furniture, forms, the next article), and builds the
// record's body of them, with its figures and embeds in their places.
package body

import (
	"math/bits"
	"strings"

	"golang.org/x/net/html/atom"

	"copydesk/article"
	"copydesk/extract/block"
	"copydesk/extract/label"
)

// Take gives the role Body to the blocks that are picked and have no other
// role, and refuses those that repeat what was already taken. Tables of data
// are taken as wholes.
func Take(in *label.Input, pick func(i int, b *block.Block) bool) {
	var seen repeats
	var p printed
	for i := range in.Blocks {
		b := &in.Blocks[i]
		if in.Roles[i] != label.None || !pick(i, b) {
			continue
		}
		copied, whole := seen.repeats(b.Text)
		copied = copied && (whole || !inSeries(in, i))
		if len(seen.runs) > 0 {
			p.long = append(p.long, printedBlock{i, copied})
			p.copied = p.copied || copied
		}
		if !copied {
			in.Roles[i] = label.Body
		}
	}
	p.settle(in)
	takeTables(in)
	takeLists(in)
	takeAmong(in)
	takeBetween(in)
}

// inSeries says whether block i, nearly all of whose words were taken before, is
// one of a series: a paragraph of about its length stands close above it in the
// same element, as in the terms of one offer after another. A page's second copy
// of its text stands in an element of its own.
func inSeries(in *label.Input, i int) bool {
	if in.Doc.Nodes == nil {
		return false
	}
	b := &in.Blocks[i]
	for k := i - 1; k >= max(0, i-6); k-- {
		a := &in.Blocks[k]
		if in.Roles[k] == label.Body && a.Kind == b.Kind && in.Doc.Nodes[a.Node].Parent == in.Doc.Nodes[b.Node].Parent &&
			5*len(a.Text) > 4*len(b.Text) && 5*len(b.Text) > 4*len(a.Text) {
			return true
		}
	}
	return false
}

// repeats knows the texts that were taken, by runs of words, so that a text
// printed twice is found whether or not it is parted in the same way.
type repeats struct {
	taken hashSet  // hashes of runs of words
	words []uint64 // of the text at hand: the hashes of its words …
	runs  []uint64 // … and of its runs
}

// runWords is how many words make a run: long enough that no two sentences of an article share one by chance.
const runWords = 8

// repeats says whether nearly all of a text was taken before, or the whole of it,
// and takes it if not. Short texts may repeat: a line of dialogue, a refrain, a cell.
func (r *repeats) repeats(text string) (copied, whole bool) {
	r.words = wordHashes(r.words[:0], text)
	r.runs = runHashes(r.runs[:0], r.words)
	known := 0
	for _, h := range r.runs {
		if r.taken.has(h) {
			known++
		}
	}
	if n := len(r.runs); n > 0 && known*10 >= n*9 {
		return true, known == n
	}
	r.taken.add(r.runs)
	return false, false
}

// hashSet is a set of hashes; the zero value is empty.
type hashSet struct {
	slots []uint64 // a power of two, at most half of them in use; 0 is free
	used  int
}

// usualSlots hold the runs of most articles.
const usualSlots = 1 << 11

func (s *hashSet) has(h uint64) bool {
	if len(s.slots) == 0 {
		return false
	}
	return s.slots[s.place(h)] != 0
}

// place gives the slot of a hash, or the free one where it would go.
func (s *hashSet) place(h uint64) int {
	mask := len(s.slots) - 1
	i := int(h>>32) & mask
	for s.slots[i] != 0 && s.slots[i] != h|1 {
		i = (i + 1) & mask
	}
	return i
}

func (s *hashSet) add(hashes []uint64) {
	if room := 2 * (s.used + len(hashes)); room > len(s.slots) {
		old := s.slots
		s.slots = make([]uint64, max(usualSlots, 1<<bits.Len(uint(room))))
		for _, h := range old {
			if h != 0 {
				s.slots[s.place(h)] = h
			}
		}
	}
	for _, h := range hashes {
		if i := s.place(h); s.slots[i] == 0 {
			s.slots[i] = h | 1
			s.used++
		}
	}
}

// wordHashes appends an FNV-1a hash for every word.
func wordHashes(out []uint64, text string) []uint64 {
	const start, prime = 14695981039346656037, 1099511628211
	h, in := uint64(start), false
	for i := 0; i < len(text); i++ {
		if c := text[i]; c == ' ' || c == '\n' || c == '\t' {
			if in {
				out = append(out, h)
			}
			h, in = start, false
			continue
		}
		h, in = (h^uint64(text[i]))*prime, true
	}
	if in {
		out = append(out, h)
	}
	return out
}

// runHashes appends a hash for every run of words: one word comes in, one goes out.
func runHashes(out, words []uint64) []uint64 {
	const prime = 0x9e3779b97f4a7c15
	first := uint64(1) // what the first word of a run counts by
	for range runWords - 1 {
		first *= prime
	}
	var h uint64
	for i, w := range words {
		if i >= runWords {
			h -= words[i-runWords] * first
		}
		if h = h*prime + w; i >= runWords-1 {
			out = append(out, h)
		}
	}
	return out
}

// Build makes the record's body of the blocks whose role is Body. Items of
// one list, cells of one table and paragraphs of one quotation are joined.
// in.BodyStarts keeps where each begins.
func Build(in *label.Input) []article.Block {
	var body []article.Block
	in.BodyStarts = in.BodyStarts[:0]
	joined := joins{in: in, tables: map[int32]tableShape{}, lists: map[int32]bool{}}
	for i := 0; i < len(in.Blocks); {
		if in.Roles[i] != label.Body {
			i++
			continue
		}
		b := &in.Blocks[i]
		var made article.Block
		n := 1
		switch {
		case in.Doc.Nodes == nil:
			made = plainBlock(b)
		case b.Table >= 0 && joined.table(i):
			made, n = table(in, i)
		case b.List >= 0 && joined.list(i):
			made, n = list(in, i)
		case b.Quote >= 0:
			made, n = quote(in, i)
		default:
			made = plainBlock(b)
		}
		if made.PlainText() != "" {
			body = append(body, made)
			in.BodyStarts = append(in.BodyStarts, b.First)
		}
		i += n
	}
	return body
}

func plainBlock(b *block.Block) article.Block {
	text := strings.TrimSpace(b.Text)
	switch b.Kind {
	case block.Heading:
		return article.Block{Type: article.Heading, Level: int(b.Level), Text: strings.ReplaceAll(text, "\n", " ")}
	case block.Code:
		return article.Block{Type: article.Code, Text: text}
	}
	return article.Block{Type: article.Paragraph, Text: strings.ReplaceAll(text, "\n", " ")}
}

// run gives how many blocks from i on satisfy inside, other roles among them skipped over.
func run(in *label.Input, i int, inside func(*block.Block) bool) int {
	n := 1
	for k := i + 1; k < len(in.Blocks) && inside(&in.Blocks[k]); k++ {
		n = k - i + 1
	}
	return n
}

// isList says whether the list of which block i is the first is one of the text: of
// a list whose items hold more than two paragraphs each they stand for themselves.
func isList(in *label.Input, i int) bool {
	list := in.Blocks[i].List
	items, blocks := map[int32]bool{}, 0
	for k := i; k < len(in.Blocks) && in.Inside(k, list); k++ {
		if in.Roles[k] == label.Body {
			items[item(in, k)] = true
			blocks++
		}
	}
	return blocks <= 2*len(items)
}

// item gives the list item that block k stands in.
func item(in *label.Input, k int) int32 {
	at := in.Blocks[k].Node
	for at > 0 {
		switch in.Doc.Nodes[at].Atom {
		case atom.Li, atom.Dt, atom.Dd:
			return at
		}
		at = in.Doc.Nodes[at].Parent
	}
	return -1
}

func list(in *label.Input, i int) (article.Block, int) {
	list := outerList(in, in.Blocks[i].List)
	n := run(in, i, func(b *block.Block) bool { return b.Node >= list && b.Node < in.Doc.Nodes[list].End })
	ordered := in.Doc.Nodes[list].Atom == atom.Ol
	made := article.Block{Type: article.List, Ordered: &ordered}
	last := int32(-1)
	for k := i; k < i+n; k++ {
		if in.Roles[k] != label.Body {
			continue
		}
		text := strings.ReplaceAll(in.Blocks[k].Text, "\n", " ")
		if item := item(in, k); item == last && item >= 0 {
			made.Items[len(made.Items)-1] += " " + text
		} else {
			made.Items = append(made.Items, text)
			last = item
		}
	}
	return made, n
}

// outerList gives the outermost list around a list that stands inside another's items.
func outerList(in *label.Input, list int32) int32 {
	nodes := in.Doc.Nodes
	best := list
	for at := nodes[list].Parent; at > 0; at = nodes[at].Parent {
		switch nodes[at].Atom {
		case atom.Li, atom.Dd, atom.Span:
		case atom.Ul, atom.Ol, atom.Dl:
			best = at
		default:
			return best
		}
	}
	return best
}

// dataTable tells a table of data, whose first block is i, from one that only lays
// the page out: it has several short cells, each with a text or two.
func dataTable(in *label.Input, i int, table int32) bool {
	texts, cells, long := 0, 0, 0
	last := int32(-1)
	for k := i; k < len(in.Blocks) && in.Blocks[k].First < in.Doc.Nodes[table].End; k++ {
		b := &in.Blocks[k]
		if b.Table != table || in.Roles[k] != label.Body {
			continue
		}
		texts++
		if _, cell := cell(in, k); cell != last {
			cells, last = cells+1, cell
		}
		if len(b.Text) > 400 {
			long++
		}
	}
	return cells >= 2 && texts <= 2*cells && long*4 <= cells
}

func table(in *label.Input, i int) (article.Block, int) {
	table := in.Blocks[i].Table
	n := run(in, i, func(b *block.Block) bool { return b.Node >= table && b.Node < in.Doc.Nodes[table].End })
	made := article.Block{Type: article.Table}
	lastRow, lastCell := int32(-1), int32(-1)
	for k := i; k < i+n; k++ {
		if in.Roles[k] != label.Body {
			continue
		}
		row, cell := cell(in, k)
		text := strings.ReplaceAll(in.Blocks[k].Text, "\n", " ")
		switch {
		case row != lastRow || row < 0:
			made.Rows = append(made.Rows, []string{text})
		case cell == lastCell:
			r := made.Rows[len(made.Rows)-1]
			r[len(r)-1] += " " + text
		default:
			r := &made.Rows[len(made.Rows)-1]
			*r = append(*r, text)
		}
		lastRow, lastCell = row, cell
	}
	return made, n
}

// cell gives the row and the cell that block k stands in.
func cell(in *label.Input, k int) (row, cell int32) {
	row, cell = -1, -1
	for at := in.Blocks[k].Node; at > 0; at = in.Doc.Nodes[at].Parent {
		switch in.Doc.Nodes[at].Atom {
		case atom.Td, atom.Th:
			if cell < 0 {
				cell = at
			}
		case atom.Tr:
			return at, cell
		}
	}
	return row, cell
}

func quote(in *label.Input, i int) (article.Block, int) {
	quote := in.Blocks[i].Quote
	n := run(in, i, func(b *block.Block) bool { return b.Quote == quote })
	made := article.Block{Type: article.Quote}
	var parts []string
	for k := i; k < i+n; k++ {
		if in.Roles[k] != label.Body {
			continue
		}
		text := strings.ReplaceAll(in.Blocks[k].Text, "\n", " ")
		if attributes(in, k) && len(parts) > 0 {
			made.Attribution = text
			continue
		}
		parts = append(parts, text)
	}
	made.Text = strings.Join(parts, " ")
	return made, n
}

// attributes says whether block k of a quotation names who said it: a footer or cite of its own.
func attributes(in *label.Input, k int) bool {
	for at := in.Blocks[k].Node; at > in.Blocks[k].Quote; at = in.Doc.Nodes[at].Parent {
		if a := in.Doc.Nodes[at].Atom; a == atom.Footer || a == atom.Cite || a == atom.Figcaption {
			return true
		}
	}
	return false
}
