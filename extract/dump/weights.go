package dump

import (
	"embed"
	"io/fs"
	"sync"

	"copydesk/internal/gbdt"
)

//go:embed weights/*.txt
var shipped embed.FS

// Weights is what the models of both glances learned. Safe for use by many goroutines.
type Weights struct {
	first, second [parts]*gbdt.Model
}

// Shipped gives the weights that are part of the program; they are read when first asked for.
var Shipped = sync.OnceValue(func() *Weights { return gbdt.Embedded(shipped, ReadWeights) })

// ReadWeights reads first-PART.txt and second-PART.txt for each of Parts. The
// error names the file that is missing or was trained on other features.
func ReadWeights(files fs.FS) (*Weights, error) {
	w := new(Weights)
	names := featureNames()
	for p := range parts {
		var err error
		if w.first[p], err = gbdt.Load(files, "first-"+partNames[p]+".txt", names[:firstWidth], gbdt.Read); err != nil {
			return nil, err
		}
		if w.second[p], err = gbdt.Load(files, "second-"+partNames[p]+".txt", names, gbdt.Read); err != nil {
			return nil, err
		}
	}
	return w, nil
}

// clearlyNot is the score below which the first glance is the last word: most
// lines are menus, and a second look at them changes nothing. The second glance
// learns from somewhat less likely lines, too, so that it knows what lies below.
const (
	clearlyNot = 0.008
	learnsFrom = 0.003
)

// LearnsFrom says whether the second glance learns from a line of this first score.
func LearnsFrom(first float32) bool { return first >= learnsFrom }

// firstShare is how much the first glance counts beside the second, which
// knows more but follows the lines around more, too.
const firstShare = 0.3

// score judges every line, twice: the second time with what the first said of the lines around.
func (s *Sheet) score(w *Weights) []scores {
	out := make([]scores, len(s.lines))
	rows := make([][]float32, len(s.lines))
	for i := range rows {
		rows[i] = s.First(i)
	}
	found := make([]float32, 0, len(s.lines))
	for p := range parts {
		found = w.first[p].PredictAll(found[:0], rows)
		for i, v := range found {
			out[i][p] = v
		}
	}
	addScores(s.rows, s.lines, out)
	asked := make([]int, 0, len(s.lines))
	for p := range parts {
		asked, rows = asked[:0], rows[:0]
		for i := range out {
			if out[i][p] >= clearlyNot {
				asked, rows = append(asked, i), append(rows, s.Second(i))
			}
		}
		found = w.second[p].PredictAll(found[:0], rows)
		for k, i := range asked {
			out[i][p] = firstShare*out[i][p] + (1-firstShare)*found[k]
		}
	}
	s.trustMarks(out)
	return out
}

// trustMarks lets Markdown's signs, where a dump has them, overrule what was
// guessed: they are the page's own markup.
func (s *Sheet) trustMarks(out []scores) {
	for i := range s.lines {
		p := &out[i]
		switch m := &s.lines[i].marks; {
		case m.heading == 1:
			p[partHeadline] = max(p[partHeadline], 0.9)
			p[partBody] = min(p[partBody], 0.1)
		case m.heading > 1:
			p[partSubhead] = max(p[partSubhead], 0.9*min(1, 2*p[partBody]))
		case m.picture:
			*p = scores{}
		case m.linked:
			p[partBody] = min(p[partBody], 0.2)
		}
	}
}
