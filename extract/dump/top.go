package dump

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/extract/label"
)

// headBefore is how many lines above the headline belong to it: kicker, date, section.
const headBefore = 3

// head gives the lines around the headline that may hold kicker, date and
// byline: from a few above it to the first line of the body.
func (r *reader) head() (from, to int) {
	if r.headline < 0 {
		return 0, 0
	}
	from, to = max(0, r.headline-headBefore), r.headline+1
	for to < len(r.lines) && r.roles[to] != label.Body && to < r.headline+25 {
		to++
	}
	return from, to
}

// kicker takes the short line right above the headline, unless it is a date, a
// list item or furniture. A section's name there is a kicker, too; a line of a
// menu has others like it above and is an item mostly.
func (r *reader) kicker() {
	k := r.headline - 1
	if k < 0 || r.roles[k] != label.None {
		return
	}
	l := &r.lines[k]
	m := &l.m
	switch {
	case l.bullet || m[mTokens] > logOf(6) || m[mLen] > logOf(60) || m[mEndStop] > 0 || m[mPipe] > 0 || m[mRepeats] > 0:
		return
	case isDate(l) || m[mClock] > 0 || l.hits.first[cueByline] || l.isFurniture():
		return
	case strings.HasSuffix(r.article.Headline, l.text) || strings.HasSuffix(l.text, r.article.Headline):
		return // a breadcrumb that ends in the headline
	}
	r.roles[k] = label.Kicker
	r.article.Kicker = strings.TrimRight(l.text, " :–-|")
	r.trace.Add(label.Choice{Field: "kicker", Value: r.article.Kicker, Source: "text", Why: "the short line right above the headline"})
}

// furniture are the cues of lines that surround an article on every page of a site.
var furniture = [...]cue{cueAdvert, cueShare, cueFollow, cueNewsletter, cueComment, cueRelated, cueSubscribe, cueCookie, cueLegal,
	cueVideo, cueGallery}

// isFurniture says whether such words make up half of the line.
func (l *line) isFurniture() bool {
	for _, c := range furniture {
		if l.m[mCueFirst+int(c)] >= 0.5 {
			return true
		}
	}
	return false
}

// isDate sees a short line that names a day.
func isDate(l *line) bool {
	m := &l.m
	if m[mLen] > logOf(120) || m[mDigits] == 0 {
		return false
	}
	return m[mDate] == 1 || m[mCueFirst+int(cueMonth)] > 0 || m[mCueFirst+int(cueWeekday)] > 0
}

// date takes the first line near the headline that names a day, as it stands
// there; a year that is not there is not invented.
func (r *reader) date() {
	from, to := r.head()
	for i := from; i < to; i++ {
		l := &r.lines[i]
		if r.roles[i] != label.None && r.roles[i] != label.Byline || !isDate(l) {
			continue
		}
		text := datePart(l.text)
		if text == "" {
			continue
		}
		r.article.DateText = text
		if r.roles[i] == label.None {
			r.roles[i] = label.Date
		}
		r.trace.Add(label.Choice{Field: "date_text", Value: text, Source: "text", Why: "the first date near the headline"})
		return
	}
}

// datePart cuts what stands before and behind the date on its line: an author,
// a reading time, the site's name.
func datePart(text string) string {
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '|' || r == '•' || r == '·' || r == '（' || r == '[' }) {
		t := tokens(part, nil)
		h := words().find(t)
		if h.covered[cueMonth]+h.covered[cueWeekday] == 0 && !strings.ContainsFunc(part, unicode.IsDigit) {
			continue
		}
		part = strings.TrimFunc(part, isGap)
		if at := firstOfDate(part); at > 0 && utf8.RuneCountInString(part[:at]) > 1 && !h.first[cuePublished] {
			part = part[at:]
		}
		return strings.Trim(part, " ,;–-")
	}
	return ""
}

// firstOfDate gives where a date begins: at a weekday, a month or a number.
func firstOfDate(s string) int {
	lex, at := words(), 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '(' }) {
		i := strings.Index(s[at:], w) + at
		h := lex.find(tokens(w, nil))
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsDigit(c) || h.covered[cueMonth]+h.covered[cueWeekday] > 0 {
			return i
		}
		at = i + len(w)
	}
	return 0
}

// dateline reads the place that opens the body before a dash: "PARIS (AFP) - ".
func (r *reader) dateline() {
	for i, role := range r.roles {
		if role != label.Body {
			continue
		}
		if r.lines[i].m[mDateline] == 0 {
			return
		}
		text := r.lines[i].text
		end := strings.IndexAny(text, "(,-–—")
		if end < 3 {
			return
		}
		place := strings.TrimSpace(text[:end])
		if n := len(strings.Fields(place)); n == 0 || n > 4 || strings.ContainsAny(place, ".:!?0123456789\"“„«") {
			return
		}
		r.article.Dateline = place
		r.trace.Add(label.Choice{Field: "dateline", Value: place, Source: "text", Why: "opens the body before a dash"})
		return
	}
}
