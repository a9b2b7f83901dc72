package standfirst

import (
	"embed"
	"io/fs"
	"slices"
	"sync"

	"copydesk/extract/label"
	"copydesk/internal/gbdt"
)

// Judge is the trained judge of standfirsts. It is read once and shared by all pages.
type Judge struct{ trees *gbdt.Model }

// standfirstFile is the name of the file that holds the judge's weights.
const standfirstFile = "standfirst.txt"

// ReadJudge reads the judge from the file standfirst.txt.
func ReadJudge(files fs.FS) (*Judge, error) {
	m, err := gbdt.Load(files, standfirstFile, standfirstNames, gbdt.Read)
	if err != nil {
		return nil, err
	}
	return &Judge{m}, nil
}

//go:embed weights/*.txt
var weights embed.FS

// defaultJudge gives the judge that comes with the program.
var defaultJudge = sync.OnceValue(func() *Judge {
	return gbdt.Embedded(weights, ReadJudge)
})

// judge gives the candidates' blocks their score. Two things are none unless they
// are what the page declares as its description: words of the site to its readers
// (on cookies, newsletters, paid links, where the text comes from), and words
// that lead into no text longer than they are, for those are the text, unless
// their element is named a standfirst.
func (j *Judge) judge(in *label.Input, candidates []int) {
	width := len(standfirstNames)
	rows := Rows(in, candidates)
	for k, i := range candidates {
		row := rows[k*width : (k+1)*width]
		b := &in.Blocks[i]
		s := j.trees.Predict(row)
		if s >= standfirstLine && row[declaredHolds] == 0 && (row[charsBehind] <= row[ownChars] && row[ownStandfirst]+row[nearStandfirst] == 0 || isNotice(in, b.Text)) {
			s = 0
		}
		if setApart(row) {
			s = max(s, sureLine)
		}
		b.Scores.Standfirst = s
	}
}

// The places of some features in a row.
var (
	declaredHolds  = slices.Index(standfirstNames, "declared_holds")
	ownChars       = slices.Index(standfirstNames, "chars")
	charsBehind    = slices.Index(standfirstNames, "bodies_chars")
	ownStandfirst  = slices.Index(standfirstNames, "own_standfirst")
	nearStandfirst = slices.Index(standfirstNames, "near_standfirst")
)
