package normalize

import (
	"math"
	"strings"
	"unicode/utf8"

	"copydesk/article"

	"golang.org/x/text/unicode/norm"
)

// Article repairs every text of the record in place, all fields judged
// together, adds to its Fixes and Suspects, and derives Text anew. Afterwards
// every text is in form NFC with single spaces; a newline stays where the page
// broke the line, and code is left as it stands. article.Undo takes the fixes
// back.
//
// The texts must come as the page shows them, with their runs of white space:
// two spaces in a row may be a lost word.
func Article(a *article.Article, opts Options) {
	d := Document{Lang: a.Language, Evidence: []string{a.Source.CanonicalURL, a.Source.URL, a.Source.Site}}
	if a.Publisher != nil {
		d.Evidence = append(d.Evidence, a.Publisher.Name)
	}
	most := len(a.Body) + len(a.Captions)*2 + len(a.Related) + 32
	names, places := make([]string, 0, most), make([]*string, 0, most)
	d.Fields = make([]Field, 0, most)
	for name, p := range a.Fields() {
		*p = norm.NFC.String(*p)
		names, places = append(names, name), append(places, p)
		d.Fields = append(d.Fields, Field{Name: name, Kind: kindOf(a, name), Text: *p})
	}
	for i, r := range Repair(d, opts) {
		if d.Fields[i].Kind != Verbatim {
			r = compose(r)
			r = fold(r)
		}
		*places[i] = r.Text
		a.Fixes = record(a.Fixes, names[i], r.Text, r.Fixes)
		a.Suspects = record(a.Suspects, names[i], r.Text, r.Suspects)
	}
	a.Text = article.PlainText(a.Body)
}

// compose puts the result of repair in form NFC, should a repair have left it.
func compose(r Result) Result {
	if norm.NFC.IsNormalString(r.Text) {
		return r
	}
	f := field{text: r.Text, fixes: r.Fixes, suspects: r.Suspects}
	var edits []edit
	for at := 0; at < len(r.Text); {
		n := norm.NFC.NextBoundaryInString(r.Text[at:], true)
		piece := r.Text[at : at+n]
		if c := norm.NFC.String(piece); c != piece {
			edits = append(edits, edit{at, at + n, c, 0.99, "one form of the character"})
		}
		at += n
	}
	f.apply(ruleForm.name, edits)
	return Result{Text: f.text, Fixes: f.fixes, Suspects: f.suspects}
}

// kindOf tells how the named field is to be read.
func kindOf(a *article.Article, name string) Kind {
	switch {
	case strings.HasPrefix(name, "body["):
		n := 0
		for _, c := range []byte(name[len("body["):]) {
			if c < '0' || c > '9' {
				break
			}
			n = n*10 + int(c-'0')
		}
		if a.Body[n].Type == article.Code {
			return Verbatim
		}
		if strings.Contains(name, ".rows[") {
			return Short
		}
	case strings.HasPrefix(name, "authors["), strings.HasPrefix(name, "tags["), strings.HasSuffix(name, ".credit"),
		name == "kicker", name == "dateline", name == "date_text", name == "section":
		return Short
	}
	return Prose
}

// record adds fixes of one field in the record's shape, Start in code points.
func record(out []article.Fix, name, text string, fixes []Fix) []article.Fix {
	at, points := 0, 0
	for _, f := range fixes {
		points += utf8.RuneCountInString(text[at:f.Start])
		at = f.Start
		out = append(out, article.Fix{
			Field: name, Start: points, Before: f.Before, After: f.After,
			Rule: f.Rule, Confidence: confidence(f.Confidence), Evidence: f.Evidence,
		})
	}
	return out
}

// confidence is a rule's own figure as the record gives it: from 0 to 1, to three digits.
func confidence(c float64) float64 { return math.Round(min(max(c, 0), 1)*1000) / 1000 }
