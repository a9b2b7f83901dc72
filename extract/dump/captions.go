package dump

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/extract/label/captions"
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
	text, credit, parted := captions.PartCredit(r.in.Words, raw)
	if !parted {
		text, credit, parted = partGlued(raw)
	}
	if strings.HasSuffix(credit, ":") { // the name is on the next line
		credit = ""
		if i+1 < len(r.lines) && r.roles[i+1] == label.None && len(r.lines[i+1].text) < 80 {
			credit = r.lines[i+1].text
			r.roles[i+1] = label.Other
		}
	}
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

// partGlued parts a credit that its cue glues to the last word: "by the
// seaFoto: Ada Lind". The cue must be a word for pictures with a capital and a
// colon; "telephoto:" is one word and stays.
func partGlued(s string) (text, credit string, ok bool) {
	for at := 0; ; {
		colon := strings.IndexByte(s[at:], ':')
		if colon < 0 {
			return s, "", false
		}
		colon += at
		at = colon + 1
		word := strings.LastIndexFunc(s[:colon], func(r rune) bool { return !unicode.IsLetter(r) }) + 1
		for i, r := range s[word:colon] {
			cut := word + i
			if !unicode.IsUpper(r) || cut == 0 || colon-cut < 4 || s[cut-1] == ' ' {
				continue
			}
			if h := words().find(tokens(s[cut:colon], nil)); h.covered[cueCredit]+h.covered[cueSource] == 1 {
				return strings.TrimSpace(s[:cut]), strings.TrimSpace(s[colon+1:]), true
			}
		}
	}
}

// isCredit sees a line that opens with a word for pictures and a colon, in
// whatever language: a page's own language is not always among those known.
func (l *line) isCredit() bool {
	colon := strings.IndexByte(l.text, ':')
	if colon < 0 || !l.hits.first[cueCredit] || l.m[mLen] > logOf(100) || l.m[mEndStop] > 0 {
		return false
	}
	h := words().find(tokens(l.text[:colon], nil))
	name, _ := utf8.DecodeRuneInString(strings.TrimSpace(l.text[colon+1:]))
	return int(h.covered[cueCredit]) == len(tokens(l.text[:colon], nil)) && !unicode.IsLower(name) && name != utf8.RuneError
}

// creditLine reads a line that is nothing but a credit.
func (r *reader) creditLine(i int) (credit string, ok bool) {
	text := r.lines[i].text
	if len(text) > 160 {
		return "", false
	}
	rest, credit, parted := captions.PartCredit(r.in.Words, text)
	if parted && rest == "" {
		return credit, true
	}
	if parted || r.scores[i][partCredit] < leastCredit {
		return "", false
	}
	return withoutCue(r.lines[i]), true
}

// withoutCue cuts a word such as "Photo" that opens a credit without a colon.
func withoutCue(l line) string {
	if !l.hits.first[cueCredit] && !l.hits.first[cueSource] {
		return l.text
	}
	_, name, _ := strings.Cut(l.text, " ")
	if first, _ := utf8.DecodeRuneInString(name); unicode.IsUpper(first) {
		return name
	}
	return l.text
}

// seenCaption drops a caption whose words the last ones had already, or had in
// part: the fuller one stays, and a shorter one before it was the picture's alternative text.
func (r *reader) seenCaption(c *article.Caption) bool {
	have := r.article.Captions
	mine := longWords(tokens(c.Text, nil))
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
		case len(before) >= 2 && len(before) <= len(mine) && shared(before, mine) >= 0.75 && old.Credit == "":
			alt := old.Text
			*old = *c
			if old.Text != alt {
				old.Alt = alt
			}
			return true
		case len(mine) >= 2 && len(mine) <= len(before) && shared(mine, before) >= 0.75 && c.Credit == "":
			return true
		}
	}
	return strings.TrimSpace(c.Text) == ""
}
