package block

import (
	"embed"
	"io/fs"
	"slices"
	"sync"

	"copydesk/extract/page"
	"copydesk/internal/gbdt"
)

// Models are the trained judges of blocks. They are read once and shared by all pages.
type Models struct {
	Glance *gbdt.Linear // can the block be refused at a glance?
	First  *gbdt.Model  // is it a part of the body? many small trees …
	Deep   *gbdt.Model  // … and a few large ones, asked where the small ones do not rule it out
	Second *gbdt.Model  // is it, knowing what these made of its surroundings?
}

// GlanceLine is the log odds below which the glance refuses a block. It is set so
// low that next to no part of a body falls under it, while most menus do.
const GlanceLine = -5

// LoadModels reads the models from files named body_glance.txt, body_first.txt,
// body_deep.txt and body_second.txt.
func LoadModels(files fs.FS) (*Models, error) {
	m := &Models{}
	var err error
	if m.Glance, err = gbdt.Load(files, "body_glance.txt", glanceNames, gbdt.ReadLinear); err != nil {
		return nil, err
	}
	if m.First, err = gbdt.Load(files, "body_first.txt", featureNames, gbdt.Read); err != nil {
		return nil, err
	}
	if m.Deep, err = gbdt.Load(files, "body_deep.txt", featureNames, gbdt.Read); err != nil {
		return nil, err
	}
	if m.Second, err = gbdt.Load(files, "body_second.txt", secondNames, gbdt.Read); err != nil {
		return nil, err
	}
	return m, nil
}

// firstLine is the probability below which the first look's small trees have the
// last word.
const firstLine = 0.03

// SecondLine is the probability below which the first look as a whole has the
// last word: whatever its neighbours are, such a block is no part of the body.
const SecondLine = 0.03

// FirstLook gives the scores of the first look for rows of its features. Trees of
// different size err on different pages: their mean is better than either.
func (m *Models) FirstLook(rows [][]float32) []float32 {
	scores := m.First.PredictAll(make([]float32, 0, len(rows)), rows)
	open := make([][]float32, 0, len(rows))
	for k, p := range scores {
		if p >= firstLine {
			open = append(open, rows[k])
		}
	}
	deep := m.Deep.PredictAll(make([]float32, 0, len(open)), open)
	for k, p := range scores {
		if p >= firstLine {
			scores[k], deep = (p+deep[0])/2, deep[1:]
		}
	}
	return scores
}

// BothLooks joins what the first and the second look say of a block: their mean
// wavers less from one training to the next than either.
func BothLooks(first, second float32) float32 { return (first + second) / 2 }

// rooms hands out what rows are written in: too much to be made anew for each page.
var rooms = sync.Pool{New: func() any { return new([]float32) }}

// Judge gives every block its scores.
func (m *Models) Judge(doc *page.Document, blocks []Block) {
	if len(blocks) == 0 {
		return
	}
	l := layOut(doc, blocks)
	kept := m.glance(l)
	width := len(secondNames)
	room := rooms.Get().(*[]float32)
	defer rooms.Put(room)
	values := slices.Grow((*room)[:0], width*len(kept))[:width*len(kept)] // each row has room for what the second look adds
	clear(values)
	*room = values
	rows := make([][]float32, len(kept))
	for k, i := range kept {
		rows[k] = l.rest(l.glance(values[k*width:k*width:(k+1)*width], int(i)), int(i))
	}
	first := make([]float32, len(blocks))
	for k, p := range m.FirstLook(rows) {
		first[kept[k]] = p
	}
	s := l.surround(first)
	doubtful := kept[:0]
	for k, i := range kept {
		if blocks[i].Scores.Body = first[i]; first[i] >= SecondLine {
			rows[len(doubtful)] = l.secondRow(rows[k], int(i), s)
			doubtful = append(doubtful, i)
		}
	}
	rows = rows[:len(doubtful)]
	for k, p := range m.Second.PredictAll(make([]float32, 0, len(rows)), rows) {
		b := &blocks[doubtful[k]]
		b.Scores.Body = BothLooks(b.Scores.Body, p)
	}
}

// glance gives the blocks that are worth a look.
func (m *Models) glance(l *layout) []int32 {
	kept := make([]int32, 0, len(l.blocks))
	row := make([]float32, 0, len(glanceNames))
	for i := range l.blocks {
		if row = l.glance(row[:0], i); m.Glance.Score(row) >= GlanceLine {
			kept = append(kept, int32(i))
		}
	}
	return kept
}

//go:embed weights/*.txt
var weights embed.FS

// Default gives the models that come with the program.
var Default = sync.OnceValue(func() *Models { return gbdt.Embedded(weights, LoadModels) })

func firstH1(blocks []Block) int32 {
	for i := range blocks {
		if blocks[i].Level == 1 {
			return int32(i)
		}
	}
	return -1
}
