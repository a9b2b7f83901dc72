package dump

import (
	"strings"

	"copydesk/article"
	"copydesk/extract/label"
)

// captions parts each caption from its credit, which ends the line or stands on
// a line of its own beside it, and drops the doublets that dumps have where a
// page gives a picture's words twice.
func (r *reader) captions() {
	for i, role := range r.roles {
		if role != label.Caption {
			continue
		}
		c := r.caption(i)
		if c.Text == "" && c.Credit == "" || r.seenCaption(&c) {
			continue
		}
		r.article.Captions = append(r.article.Captions, c)
	}
}

// caption reads the caption on line i.
func (r *reader) caption(i int) article.Caption {
	raw := r.lines[i].text
	text, credit, parted := label.PartCredit(r.in.Words, raw)
	c := article.Caption{Text: text, Credit: credit}
	if parted && text != "" {
		c.Raw = raw
	}
	if text == "" && credit != "" { // a credit that was taken for a caption: it belongs to the line beside it
		return article.Caption{}
	}
	for _, j := range [...]int{i + 1, i - 1} {
		if c.Credit != "" || j < 0 || j >= len(r.lines) || r.roles[j] != label.None && r.roles[j] != label.Caption {
			continue
		}
		if name, ok := r.creditLine(j); ok {
			c.Credit = name
			if r.roles[j] == label.None {
				r.roles[j] = label.Other
			}
		}
	}
	return c
}

// creditLine reads a line that is nothing but a credit.
func (r *reader) creditLine(i int) (credit string, ok bool) {
	text := r.lines[i].text
	if len(text) > 160 {
		return "", false
	}
	rest, credit, parted := label.PartCredit(r.in.Words, text)
	if parted && rest == "" {
		return credit, true
	}
	return text, r.scores[i][partCredit] >= leastCredit && !parted
}

// seenCaption drops a caption whose words the last ones had already, or had in
// part: the fuller one stays, and a shorter one before it was the picture's alternative text.
func (r *reader) seenCaption(c *article.Caption) bool {
	have := r.article.Captions
	words := longWords(tokens(c.Text, nil))
	for k := len(have) - 1; k >= 0; k-- {
		old := &have[k]
		if old.Text == c.Text {
			if old.Credit == "" {
				*old = *c
			}
			return true
		}
		if k < len(have)-1 {
			continue
		}
		before := longWords(tokens(old.Text, nil))
		switch {
		case len(before) >= 2 && len(before) <= len(words) && shared(before, words) >= 0.75 && old.Credit == "":
			alt := old.Text
			*old = *c
			if old.Text != alt {
				old.Alt = alt
			}
			return true
		case len(words) >= 2 && len(words) <= len(before) && shared(words, before) >= 0.75 && c.Credit == "":
			return true
		}
	}
	return strings.TrimSpace(c.Text) == ""
}
