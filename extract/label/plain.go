package label

import "copydesk/article"

// NamesIn reads the authors' names from a line without markup, as text dumps
// have it. Only what looks like a name is taken: there is nothing else that
// tells a byline from other short lines. An agency counts as a name.
func (in *Input) NamesIn(line string) []article.Author {
	var out []article.Author
	for _, n := range in.parseNames(line, true) {
		if n.sort == person || n.sort == agency {
			out = append(out, article.Author{Name: n.text})
		}
	}
	return out
}
