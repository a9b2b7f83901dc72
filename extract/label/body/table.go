package body

import (
	"golang.org/x/net/html/atom"

	"copydesk/extract/label"
	"copydesk/extract/page"
)

// takeTables gives the role Body to tables of data inside the body. Judged one
// by one, the cells of a table say too little; as a whole it is part of the
// article where body stands right before and behind it, all in one container, or
// where most of it was taken: a table with holes misleads. A table with header
// cells may also close a body; a wrapper that lets it scroll may stand around it.
//
// Left alone are tables that lay out the page (few cells, or long ones), those
// made of links, and those in asides and forms.
func takeTables(in *label.Input) {
	for i := 0; i < len(in.Blocks); {
		table := in.Blocks[i].Table
		if table < 0 {
			i++
			continue
		}
		end := i + 1
		for end < len(in.Blocks) && in.Inside(end, table) {
			end++
		}
		if isTableOfData(in, i, end) && (inBody(in, i, end, table) || mostlyBody(in, i, end)) {
			for k := i; k < end; k++ {
				in.Roles[k] = label.Body
			}
		}
		i = end
	}
}

// isTableOfData judges a table, whose blocks are those from i to end, by its cells.
func isTableOfData(in *label.Input, i, end int) bool {
	cells, chars, links, long := 0, 0, 0, 0
	for k := i; k < end; k++ {
		b := &in.Blocks[k]
		if in.Roles[k] != label.None && in.Roles[k] != label.Body || b.Hidden {
			return false
		}
		cells++
		chars += len(b.Text)
		links += int(b.LinkChars)
		if len(b.Text) > 300 {
			long++
		}
	}
	return cells >= 4 && 2*links <= chars && 4*long <= cells
}

// mostlyBody says whether more than half of the blocks from i to end are body.
func mostlyBody(in *label.Input, i, end int) bool {
	n := 0
	for k := i; k < end; k++ {
		if in.Roles[k] == label.Body {
			n++
		}
	}
	return 2*n > end-i
}

// inBody says whether body stands right around the blocks from i to end, which
// node holds: at most two other blocks away, and in a container of the node's own.
func inBody(in *label.Input, i, end int, node int32) bool {
	if in.Doc.Nodes[node].Flags&(page.InForm|page.InNav|page.InAside|page.InFooter) != 0 {
		return false
	}
	before, behind := nearBody(in, i-1, -1), nearBody(in, end, 1)
	if before < 0 {
		return false
	}
	up := 3
	if behind < 0 {
		if !hasHeaderCells(in, node) {
			return false
		}
		behind, up = before, 2
	}
	nodes := in.Doc.Nodes
	for at := nodes[node].Parent; at > 0 && up > 0 && nodes[at].Atom != atom.Body; at = nodes[at].Parent {
		if before > at && behind < nodes[at].End {
			return true
		}
		up--
	}
	return false
}

// nearBody gives the node of the first body block among the three from k on.
func nearBody(in *label.Input, k, step int) int32 {
	for range 3 {
		if k < 0 || k >= len(in.Blocks) {
			break
		}
		if in.Roles[k] == label.Body {
			return in.Blocks[k].Node
		}
		k += step
	}
	return -1
}

func hasHeaderCells(in *label.Input, table int32) bool {
	for i := table; i < in.Doc.Nodes[table].End; i++ {
		if in.Doc.Nodes[i].Atom == atom.Th {
			return true
		}
	}
	return false
}
