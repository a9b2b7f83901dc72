package block

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"sync"

	"copydesk/extract/page"
	"copydesk/internal/gbdt"
)

// Models are the trained judges of blocks. They are read once and shared by all pages.
type Models struct {
	First, Second *gbdt.Model // is the block a part of the body? at first look, and knowing its surroundings
	Standfirst    *gbdt.Model // is it the standfirst?
}

// LoadModels reads the models from files named body_first.txt, body_second.txt and standfirst.txt.
func LoadModels(files fs.FS) (*Models, error) {
	m := &Models{}
	for _, f := range []struct {
		name  string
		into  **gbdt.Model
		names []string
	}{{"body_first.txt", &m.First, featureNames}, {"body_second.txt", &m.Second, secondNames}, {"standfirst.txt", &m.Standfirst, secondNames}} {
		r, err := files.Open(f.name)
		if err != nil {
			return nil, fmt.Errorf("models: %w", err)
		}
		*f.into, err = gbdt.Read(r)
		r.Close()
		if err != nil {
			return nil, fmt.Errorf("models: %s: %w", f.name, err)
		}
		if !slices.Equal((*f.into).Features(), f.names) {
			return nil, fmt.Errorf("models: %s was trained on other features: train again", f.name)
		}
	}
	return m, nil
}

// Judge gives every block its score.
func (m *Models) Judge(doc *page.Document, blocks []Block) {
	if len(blocks) == 0 {
		return
	}
	l := layOut(doc, blocks)
	width, rows := len(featureNames), l.features()
	first := make([]float32, len(blocks))
	for i := range blocks {
		first[i] = m.First.Predict(rows[i*width : (i+1)*width])
	}
	s := l.surround(first)
	row := make([]float32, 0, len(secondNames))
	for i := range blocks {
		row = l.secondRow(append(row[:0], rows[i*width:(i+1)*width]...), i, s)
		blocks[i].Scores.Body = m.Second.Predict(row)
		if l.mayBeStandfirst(i) {
			blocks[i].Scores.Standfirst = m.Standfirst.Predict(row)
		}
	}
}

// Rows gives the features of the first look, one row a block: what the models are trained on.
func Rows(doc *page.Document, blocks []Block) []float32 { return layOut(doc, blocks).features() }

// SecondRows gives the features of the second look for given scores of the first.
func SecondRows(doc *page.Document, blocks []Block, first []float32) []float32 {
	l := layOut(doc, blocks)
	rows, s := l.features(), l.surround(first)
	width := len(featureNames)
	out := make([]float32, 0, len(blocks)*len(secondNames))
	for i := range blocks {
		out = l.secondRow(append(out, rows[i*width:(i+1)*width]...), i, s)
	}
	return out
}

//go:embed weights/*.txt
var weights embed.FS

// Default gives the models that come with the program.
var Default = sync.OnceValue(func() *Models {
	files, err := fs.Sub(weights, "weights")
	if err == nil {
		var m *Models
		if m, err = LoadModels(files); err == nil {
			return m
		}
	}
	panic(err) // the files are part of the program
})

// MayBeStandfirst says whether a block is worth asking about: prose of one to
// five lines, hardly linked, not far below the headline.
func MayBeStandfirst(doc *page.Document, blocks []Block, i int) bool {
	l := layout{doc: doc, blocks: blocks, h1: firstH1(blocks)}
	return l.mayBeStandfirst(i)
}

func (l *layout) mayBeStandfirst(i int) bool {
	b := &l.blocks[i]
	if len(b.Text) < 20 || len(b.Text) > 1500 || 2*int(b.LinkChars) > len(b.Text) || b.Level == 1 {
		return false
	}
	if l.doc.Nodes[b.First].Flags&(page.InNav|page.InFooter|page.InForm) != 0 {
		return false
	}
	from := max(l.h1, 0)
	return int32(i) >= from-6 && int32(i) <= from+40
}

func firstH1(blocks []Block) int32 {
	for i := range blocks {
		if blocks[i].Level == 1 {
			return int32(i)
		}
	}
	return -1
}
