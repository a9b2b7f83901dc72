package body

import (
	"copydesk/extract/block"
	"copydesk/extract/label"
)

// joins says which blocks of the body are joined into a table or a list. Each of
// these is judged once, as a whole and at its first block: judged again at each of
// its blocks, the last paragraphs of a list that is none would be one, and a page
// of many cells would take long.
type joins struct {
	in     *label.Input
	tables map[int32]tableShape
	lists  map[int32]bool
}

// tableShape is what a table's cells make of it.
type tableShape struct{ data, grid bool }

// table says whether block i is joined into its table.
func (j *joins) table(i int) bool {
	b := &j.in.Blocks[i]
	shape, known := j.tables[b.Table]
	if !known {
		shape = tableShape{dataTable(j.in, i, b.Table), isGrid(j.in, i, b.Table)}
		j.tables[b.Table] = shape
	}
	return b.Kind == block.Cell && shape.data || shape.grid
}

// list says whether block i is joined into its list.
func (j *joins) list(i int) bool {
	list := j.in.Blocks[i].List
	is, known := j.lists[list]
	if !known {
		is = isList(j.in, i)
		j.lists[list] = is
	}
	return is
}
