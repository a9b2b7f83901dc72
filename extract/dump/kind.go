package dump

import (
	"copydesk/article"
	"copydesk/extract/label"
)

// leastArticle is how many characters of prose make a page an article.
const leastArticle = 250

// kind says what sort of page the dump is of, by what was found in it.
func (r *reader) kind() article.PageKind {
	prose, items := 0, 0
	for i, role := range r.roles {
		l := &r.lines[i]
		if role == label.Body && !l.bullet {
			prose += len(l.text)
			if l.m[mSpaceless] > 0 {
				prose += len(l.text) // a character there says more
			}
		}
		if l.bullet || l.m[mTokens] > logOf(3) && l.m[mProse] == 0 {
			items++
		}
	}
	switch {
	case prose >= leastArticle:
		return article.KindArticle
	case items >= 20:
		return article.KindIndex
	}
	return article.KindOther
}
