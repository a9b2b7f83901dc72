package main

import (
	"strings"

	"copydesk/extract/block"
	"copydesk/extract/page"
)

// leaveOut forgets what gold counts in and a record does not: headline and
// captions, which some corpora hold among the body's lines.
func leaveOut(g *gold, blocks []block.Block, own [][]string, out []answer) {
	headline := strings.Join(tokens(g.Headline), " ")
	for i := range out {
		if out[i].y == 1 && (blocks[i].Kind == block.Caption || blocks[i].Level == 1 || strings.Join(own[i], " ") == headline) {
			out[i].w = 0
		}
	}
}

// leaveOpen forgets what stands behind the end of gold's body where gold stops
// in the middle: where paragraphs go on in the same element, three or more and
// of some length. One or two more are what sites put below an article, a note
// on the author or the agency, and are learned as such.
func leaveOpen(nodes []page.Node, blocks []block.Block, own [][]string, out []answer) {
	prose := func(i int) bool {
		return len(own[i]) >= 12 && (blocks[i].Kind == block.Paragraph || blocks[i].Kind == block.Loose)
	}
	last := -1
	for i := range out {
		if out[i].y == 1 && prose(i) {
			last = i
		}
	}
	if last < 0 {
		return
	}
	holder := nodes[blocks[last].Node].Parent
	like := func(i int) bool {
		return prose(i) && blocks[i].Kind == blocks[last].Kind && nodes[blocks[i].Node].Parent == holder
	}
	before, behind, words := 0, 0, 0
	for i := range blocks {
		switch {
		case !like(i):
		case i <= last:
			before++
		default:
			behind++
			words += len(own[i])
		}
	}
	if before < 2 || behind < 3 || words < 100 {
		return
	}
	for i := last + 1; i < len(blocks) && blocks[i].Node < nodes[holder].End; i++ {
		out[i].w = 0
	}
}

// keepBestCopies leaves one of the blocks that are in the body by the same words.
func keepBestCopies(own [][]string, out []answer) {
	copies := map[string][]int{}
	var order []string // by first copy: what is decided of one text weighs in the next
	for i, a := range out {
		if a.y == 1 {
			k := strings.Join(own[i], " ")
			if copies[k] == nil {
				order = append(order, k)
			}
			copies[k] = append(copies[k], i)
		}
	}
	support := func(i int) (n int) {
		for k := max(0, i-12); k < min(len(out), i+13); k++ {
			if out[k].y == 1 {
				n += len(own[k])
			}
		}
		return n - len(own[i])
	}
	for _, text := range order {
		at := copies[text]
		best := at[0]
		for _, i := range at[1:] {
			if support(i) > support(best) {
				best = i
			}
		}
		for _, i := range at {
			if i == best {
				continue
			}
			if 3*support(i) < support(best) {
				out[i].y = 0 // a teaser, a menu, a copy of a line far from the body
			} else {
				out[i].w = 0
			}
		}
	}
}
