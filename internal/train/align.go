package main

import (
	"strings"
	"unicode"

	"copydesk/extract/block"
	"copydesk/extract/page"
)

// tokens parts a text as the scorers do: runs of letters and digits, an
// ideograph or kana for itself; case is folded here.
func tokens(s string) []string {
	var out []string
	start := -1
	for i, r := range s {
		cjk := r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff
		word := !cjk && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || r == '_')
		if !word && start >= 0 {
			out = append(out, strings.ToLower(s[start:i]))
			start = -1
		}
		if word && start < 0 {
			start = i
		}
		if cjk {
			out = append(out, string(r))
		}
	}
	if start >= 0 {
		out = append(out, strings.ToLower(s[start:]))
	}
	return out
}

type shingle [4]string

func shingles(t []string) []shingle {
	var out []shingle
	for i := 0; i+4 <= len(t); i++ {
		out = append(out, shingle(t[i:i+4]))
	}
	return out
}

// answer is what gold says of one block: in the body or not, and how much that counts.
type answer struct{ y, w float32 }

// alignBody compares every block with gold's body. A block is in when half of
// its shingles are; a short one when it is a line of gold's. Where gold holds a
// text once and the page twice, the copy among more of the body counts and the
// others are left out of the training.
func alignBody(g *gold, nodes []page.Node, blocks []block.Block) []answer {
	out := make([]answer, len(blocks))
	if g.Body == "" {
		alignSegments(g, blocks, out)
		return out
	}
	has := map[shingle]bool{}
	words := tokens(g.Body)
	for _, s := range shingles(words) {
		has[s] = true
	}
	lines := map[string]bool{}
	for l := range strings.SplitSeq(g.Body, "\n") {
		lines[strings.Join(tokens(l), " ")] = true
	}
	optional := map[shingle]bool{}
	for _, o := range g.Optional {
		for _, s := range shingles(tokens(o)) {
			optional[s] = true
		}
	}
	own := make([][]string, len(blocks))
	var short []int
	for i := range blocks {
		t := tokens(blocks[i].Text)
		own[i] = t
		if len(t) == 0 {
			continue
		}
		out[i].w = weight(len(t))
		sh := shingles(t)
		if len(sh) == 0 {
			out[i].y = one(lines[strings.Join(t, " ")])
			short = append(short, i)
			continue
		}
		in, opt := 0, 0
		for _, s := range sh {
			if has[s] {
				in++
			}
			if optional[s] {
				opt++
			}
		}
		out[i].y = one(2*in >= len(sh))
		if 2*opt >= len(sh) {
			out[i].w = 0
		}
	}
	for _, i := range short {
		if out[i].y == 0 && runsOn(own, i, has) {
			out[i].y = 1
		}
	}
	keepBestCopies(own, out)
	leaveOut(g, blocks, own, out)
	leaveOpen(nodes, blocks, own, out)
	normalise(out)
	return out
}

// runsOn says whether a block too short to be told by itself, such as a cell of
// a table, stands in gold between the words that stand around it on the page:
// gold often writes the cells of a row, or the items of a list, on one line.
func runsOn(own [][]string, i int, has map[shingle]bool) bool {
	var before, after []string
	for k := i - 1; k >= max(0, i-3) && len(before) < 3; k-- {
		before = append(append([]string{}, own[k]...), before...)
	}
	for k := i + 1; k < min(len(own), i+4) && len(after) < 3; k++ {
		after = append(after, own[k]...)
	}
	before = before[max(0, len(before)-3):]
	after = after[:min(3, len(after))]
	row := append(append(append([]string{}, before...), own[i]...), after...)
	from, to := len(before), len(before)+len(own[i])
	known, all := 0, 0
	for k := max(0, to-4); k <= from && k+4 <= len(row); k++ {
		all++
		if has[shingle(row[k:k+4])] {
			known++
		}
	}
	return known >= 2 || known > 0 && known == all
}

func one(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

// weight is how much a block counts for its length.
func weight(words int) float32 { return 1 + float32(min(words, 200))/12 }

// normalise lets every page count the same: its body as much as any other's, and
// all that is not body at most three times as much.
func normalise(a []answer) {
	var in, out float32
	for _, x := range a {
		if x.y == 1 {
			in += x.w
		} else {
			out += x.w
		}
	}
	for i := range a {
		if a[i].y == 1 {
			a[i].w *= 120 / (in + 1)
		} else {
			a[i].w *= min(120/(in+1), 360/(out+1))
		}
	}
}

// alignSegments uses what a corpus says of single sentences: some must stand in the text, some must not.
func alignSegments(g *gold, blocks []block.Block, out []answer) {
	for i := range blocks {
		text := strings.Join(strings.Fields(strings.ToLower(blocks[i].Text)), " ")
		for _, s := range g.With {
			if s = strings.Join(strings.Fields(strings.ToLower(s)), " "); s != "" && strings.Contains(text, s) {
				out[i] = answer{1, 15}
			}
		}
		for _, s := range g.Without {
			if s = strings.Join(strings.Fields(strings.ToLower(s)), " "); s != "" && strings.Contains(text, s) && 3*len(s) > len(text) {
				out[i] = answer{0, 15}
			}
		}
	}
}
