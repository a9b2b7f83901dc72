package dump

import (
	"slices"
	"strings"

	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/extract/label/byline"
)

// longestByline is how many words a byline has at most.
const longestByline = 20

// byline finds who wrote the article: a line near the headline that opens as
// bylines do ("By", "Von"), else one below it that is a name and nothing else, or a
// name beside a date. Of several names alone the one next to the date is the
// writer's: the others are the section, a portrait or who the article is about. A name
// alone on a line above the headline is one of these, too, and one behind the body
// belongs to a teaser.
func (r *reader) byline() {
	from, to := r.head()
	for i := from; i < to; i++ {
		if r.takeAuthors(r.opened(i, to), i) {
			return
		}
	}
	to = min(to, r.headline+8)
	for i := r.headline + 1; i < to; i++ {
		if r.besideDate(i) && r.takeAuthors(r.nameLines(i), i) {
			return
		}
	}
	for i := r.headline + 1; i < to; i++ {
		if r.takeAuthors(r.nameAlone(i), i) {
			return
		}
	}
	for i := r.headline + 1; i < to; i++ {
		if r.takeAuthors(r.nameInDateLine(i), i) {
			return
		}
	}
}

// mayName says whether a line may hold names of writers.
func (r *reader) mayName(i int) bool {
	l := &r.lines[i]
	return r.roles[i] == label.None && l.m[mTokens] <= logOf(longestByline) && l.m[mEndStop] == 0 && !l.isFurniture()
}

// opened reads a line that opens as a byline does, whatever date stands behind the
// names, and one that does so behind a dividing sign.
func (r *reader) opened(i, to int) []article.Author {
	l := &r.lines[i]
	text := nameText(l.text)
	if !l.hits.first[cueByline] {
		if l.m[mPipe] == 0 || l.m[mEndStop] > 0 || r.roles[i] != label.None || !r.datesIt(i) {
			return nil
		}
		for _, part := range pieces(text) {
			if byline.Opens(r.in, part) {
				return byline.NamesIn(r.in, part)
			}
		}
		return nil
	}
	if !r.mayName(i) {
		return nil
	}
	if l.m[mTokens] <= logOf(2) && i+1 < to && r.lines[i+1].m[mTokens] <= logOf(6) {
		// "By" on a line of its own: the name is on the next one.
		if bare := byline.NamesIn(r.in, text); len(bare) == 0 {
			text += " " + r.lines[i+1].text
		}
	}
	return byline.NamesIn(r.in, r.beforeDate(text))
}

// nameAlone reads a line that is a name, or two joined, and nothing else.
func (r *reader) nameAlone(i int) []article.Author {
	l := &r.lines[i]
	most := 6
	if r.besideDate(i) {
		most = 10
	} else if l.bullet {
		return nil
	}
	if !r.mayName(i) || l.hits.first[cueByline] || l.m[mTokens] > logOf(most) || l.m[mTitle] < 0.7 || l.m[mColon] > 0 || r.headsList(i) || r.namesPicture(i) || strings.ContainsAny(l.text[len(l.text)-1:], "-:") || strings.HasSuffix(l.text, "–") {
		return nil
	}
	text := nameText(l.text)
	if i+1 < len(r.lines) {
		text = nameAgain(text, r.lines[i+1].text)
	}
	return byline.NamesIn(r.in, unglued(text))
}

// nameLines reads the name on line i, beside a date, with those of the lines before
// it: of several writers each may have a line.
func (r *reader) nameLines(i int) []article.Author {
	names := r.nameAlone(i)
	if len(names) == 0 {
		return nil
	}
	for k := i - 1; k > r.headline+1; k-- {
		more := r.nameAlone(k)
		if len(more) != 1 {
			break
		}
		if !slices.Contains(names, more[0]) {
			names = append(more, names...)
			r.roles[k] = label.Byline
		}
	}
	return names
}

// nameInDateLine reads the name that a line has beside its date: "3 May 2024 • Ada Lind • 3 minutes".
func (r *reader) nameInDateLine(i int) []article.Author {
	l := &r.lines[i]
	if l.m[mPipe] == 0 || l.m[mCueFirst+int(cueVideo)] > 0 || !r.mayName(i) || !r.datesIt(i) {
		return nil // those of a film or a recording name who made it
	}
	var found []article.Author
	for _, part := range pieces(nameText(l.text)) {
		if names := byline.NamesIn(r.in, part); len(names) == 1 {
			if found != nil {
				return nil // one of them is the section
			}
			found = names
		}
	}
	return found
}

// datesIt says whether a line says when the article was published or changed.
func (r *reader) datesIt(i int) bool {
	l := &r.lines[i]
	return isDate(l) || l.m[mCueFirst+int(cuePublished)] > 0
}

// besideDate says whether the line before or behind is that of the date.
func (r *reader) besideDate(i int) bool {
	date := func(k int) bool {
		return k >= 0 && k < len(r.lines) && k != r.headline && r.lines[k].m[mTokens] <= logOf(longestByline) && r.lines[k].m[mProse] == 0 && r.datesIt(k)
	}
	return date(i-1) || date(i+1)
}

// namesPicture says whether a line says whom a picture shows: it stands there twice,
// as alternative text and as caption, or over a credit that follows the second.
func (r *reader) namesPicture(i int) bool {
	text := r.lines[i].text
	same := func(k int) bool { return k > r.headline && k < len(r.lines) && r.lines[k].text == text }
	return same(i+1) && i+2 < len(r.lines) && r.lines[i+2].isCredit() || same(i-1) && i+1 < len(r.lines) && r.lines[i+1].isCredit()
}

// headsList says whether a line is the heading of a list of sentences that stands
// right under it: "Key Points". Under a name there may be a list of buttons.
func (r *reader) headsList(i int) bool {
	if i+2 >= len(r.lines) || r.lines[i].bullet {
		return false
	}
	first, second := &r.lines[i+1], &r.lines[i+2]
	return first.bullet && second.bullet && first.blanks == 0 && min(first.m[mTokens], second.m[mTokens]) > logOf(4)
}

func (r *reader) takeAuthors(names []article.Author, line int) bool {
	if len(names) == 0 {
		return false
	}
	r.article.Authors = names
	r.roles[line] = label.Byline
	if r.trace.On() {
		all := make([]string, len(names))
		for i, n := range names {
			all[i] = n.Name
		}
		r.trace.Add(label.Choice{Field: "authors", Value: strings.Join(all, "; "), Source: "text", Why: "names on the line " + r.lines[line].text})
	}
	return true
}
