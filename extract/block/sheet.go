package block

import "copydesk/extract/page"

// Sheet is a page laid out for training: from it come the rows that the models are trained on.
type Sheet struct{ layout *layout }

// NewSheet lays out a page whose blocks are given.
func NewSheet(doc *page.Document, blocks []Block) *Sheet { return &Sheet{layOut(doc, blocks)} }

// Rows gives the features of the first look, one row a block.
func (s *Sheet) Rows() []float32 { return s.layout.features() }

// Second appends to the row of each of the blocks at the features of the second
// look, for given scores of the first; rows holds those of the first look of all blocks.
func (s *Sheet) Second(dst, rows, first []float32, at []int) []float32 {
	around := s.layout.surround(first)
	width := len(featureNames)
	for _, i := range at {
		dst = s.layout.secondRow(append(dst, rows[i*width:(i+1)*width]...), i, around)
	}
	return dst
}
