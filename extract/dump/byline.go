package dump

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/extract/label/byline"
)

// longestByline is how many words a byline has at most.
const longestByline = 20

// byline finds who wrote the article: a line near the headline that opens as
// bylines do ("By", "Von"), else one below it that is a name and nothing else.
// A name alone on a line above the headline is a section or a person the
// article is about, and one behind the body belongs to a teaser.
func (r *reader) byline() {
	from, to := r.head()
	named := func(i int, opened bool) bool {
		l := &r.lines[i]
		if r.roles[i] != label.None || l.bullet || l.m[mTokens] > logOf(longestByline) || l.m[mEndStop] > 0 || l.isFurniture() {
			return false
		}
		if l.hits.first[cueByline] != opened || !opened && (l.m[mTokens] > logOf(6) || l.m[mTitle] < 0.7 || l.m[mColon] > 0) {
			return false
		}
		text := l.text
		if !opened && i+1 < len(r.lines) {
			if r.headsList(i) {
				return false
			}
			text = nameAgain(text, r.lines[i+1].text)
		}
		if opened && l.m[mTokens] <= logOf(2) && i+1 < to && r.lines[i+1].m[mTokens] <= logOf(6) {
			// "By" on a line of its own: the name is on the next one.
			if bare := byline.NamesIn(r.in, text); len(bare) == 0 {
				text += " " + r.lines[i+1].text
			}
		}
		return r.takeAuthors(byline.NamesIn(r.in, text), i)
	}
	for i := from; i < to; i++ {
		if named(i, true) {
			return
		}
	}
	for i := r.headline + 1; i < min(to, r.headline+8); i++ {
		if named(i, false) {
			return
		}
	}
}

// headsList says whether a line is the heading of a list of sentences that stands
// right under it: "Key Points". Under a name there may be a list of buttons.
func (r *reader) headsList(i int) bool {
	if i+2 >= len(r.lines) {
		return false
	}
	first, second := &r.lines[i+1], &r.lines[i+2]
	return first.bullet && second.bullet && first.blanks == 0 && min(first.m[mTokens], second.m[mTokens]) > logOf(4)
}

// nameAgain gives the name in a line that says before it what a picture shows, as
// the alternative text of a portrait does ("Headshot of Ada Lind"): the next line
// is that name alone, or has more glued to it. Without that line the words before
// the small one may be names themselves, as those of "Ana de Sousa Lima" are.
func nameAgain(text, next string) string {
	words := strings.Fields(text)
	for i := 1; i+2 < len(words); i++ {
		if r, _ := utf8.DecodeRuneInString(words[i]); !unicode.IsLower(r) {
			continue
		}
		name := strings.Join(words[i+1:], " ")
		if more, ok := strings.CutPrefix(next, name); ok {
			if r, _ := utf8.DecodeRuneInString(more); more == "" || unicode.IsUpper(r) {
				return name
			}
		}
	}
	return text
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
