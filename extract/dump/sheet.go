package dump

// Sheet is a dump laid out line by line with the features of each line, before
// anything is decided. It is how the training program sees what Read sees.
type Sheet struct {
	lines []line
	lang  string    // BCP 47, empty where no language shows clearly
	rows  []float32 // secondWidth values a line
}

// NewSheet lays out the lines of a dump, as page.Document.Lines holds them.
func NewSheet(raw []string) *Sheet {
	s := &Sheet{lines: layOut(undo(raw))}
	s.lang = prepare(s.lines)
	s.lines = cutRefrains(s.lines)
	s.rows = firstRows(s.lines, survey(s.lines), secondWidth)
	return s
}

// Len is the number of lines that hold something.
func (s *Sheet) Len() int { return len(s.lines) }

// Text gives a line without its indent and bullet.
func (s *Sheet) Text(i int) string { return s.lines[i].text }

// HasCredit says whether a picture's credit ends a line.
func (s *Sheet) HasCredit(i int) bool { return s.lines[i].m[mCreditEnd] > 0 }

// IsCredit says whether a line is nothing but a picture's credit.
func (s *Sheet) IsCredit(i int) bool { return s.lines[i].m[mCreditOnly] > 0 }

// First gives the features of a line for the first glance, as FirstFeatures names them.
func (s *Sheet) First(i int) []float32 {
	return s.rows[i*secondWidth : i*secondWidth+firstWidth : i*secondWidth+firstWidth]
}

// Second gives the features of a line for the second glance, as SecondFeatures
// names them. They hold only after SetFirst.
func (s *Sheet) Second(i int) []float32 {
	return s.rows[i*secondWidth : (i+1)*secondWidth : (i+1)*secondWidth]
}

// SetFirst takes the first glance's scores, one row of as many values as Parts has names for each line.
func (s *Sheet) SetFirst(first [][]float32) {
	all := make([]scores, len(first))
	for i := range first {
		copy(all[i][:], first[i])
	}
	addScores(s.rows, s.lines, all)
}

// Parts names the sorts of line that have a model each, in the order of their scores.
func Parts() []string { return partNames[:] }

// FirstFeatures names the features of the first glance.
func FirstFeatures() []string { return featureNames()[:firstWidth] }

// SecondFeatures names the features of the second glance; those of the first come first.
func SecondFeatures() []string { return featureNames() }
