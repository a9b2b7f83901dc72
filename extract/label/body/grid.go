package body

import "copydesk/extract/label"

// longestHead is the most bytes that a head cell of a grid has.
const longestHead = 100

// isGrid says whether a table, whose first block is i, is one of data for its shape, whatever its cells
// hold: three rows or more of as many cells each, with short cells along the top
// and down the left. Seen where a term stands beside a paragraph that explains it,
// and where an editor wraps each cell's text in a paragraph. A table that lays out
// a page has a row or two, or a text where the head would be.
func isGrid(in *label.Input, i int, table int32) bool {
	g := grid{cells: -1}
	lastRow, lastCell := int32(-1), int32(-1)
	for k := i; k < len(in.Blocks) && in.Blocks[k].First < in.Doc.Nodes[table].End; k++ {
		b := &in.Blocks[k]
		if b.Table != table || in.Roles[k] != label.Body {
			continue
		}
		row, cell := cell(in, k)
		if row < 0 || cell < 0 {
			return false
		}
		if row != lastRow && !g.closeRow() {
			return false
		}
		if cell != lastCell {
			g.row++
		}
		if len(b.Text) > longestHead && (g.rows == 0 || g.row == 1) {
			return false
		}
		lastRow, lastCell = row, cell
	}
	return g.closeRow() && g.rows >= 3
}

// grid counts a table's rows as they are read.
type grid struct {
	rows  int // that are closed
	cells int // of each of these
	row   int // cells of the row at hand
}

// closeRow ends the row at hand; false where it has not as many cells as those above.
func (g *grid) closeRow() bool {
	if g.row == 0 {
		return true
	}
	fits := g.row >= 2 && g.row <= 12 && (g.rows == 0 || g.row == g.cells)
	g.rows, g.cells, g.row = g.rows+1, g.row, 0
	return fits
}
