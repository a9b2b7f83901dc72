package dump

import (
	"strings"

	"copydesk/extract/label"
	"copydesk/extract/label/dates"
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
	case isDate(l) || m[mClock] > 0 || l.hits.first[cueByline] || l.isFurniture() || r.in.IsControl(l.text):
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

// nearDate is how many lines below the headline a date goes before one above it.
const nearDate = 10

// date takes the dates of the lines near the headline: the first one's words
// as they stand there, and the days of publication and of the last change where
// a year is given. A year that is not there is not invented. What stands over the
// headline is another story's or the day on which the page was seen, where a date
// stands under it. The day of an update, where no other is given, is that on which
// this edition was published.
func (r *reader) date() {
	from, to := r.head()
	below := min(to, r.headline+nearDate)
	a := r.article
	for _, span := range [...][2]int{{r.headline + 1, below}, {from, r.headline}, {below, to}} {
		for i := span[0]; i < span[1]; i++ {
			r.dateOf(i)
		}
		if a.DateText != "" {
			break
		}
	}
	if a.Published == "" {
		a.Published = a.Modified
	}
	if a.Modified != "" && a.Modified < a.Published {
		a.Modified = ""
	}
}

// dateOf takes the dates of line i, as far as none was taken before.
func (r *reader) dateOf(i int) {
	l := &r.lines[i]
	a := r.article
	role := r.roles[i]
	if role != label.None && role != label.Byline || l.m[mProse] > 0 || l.m[mLen] > logOf(200) {
		return
	}
	for _, d := range dates.In(r.in, l.text) {
		switch {
		case d.Updated && a.Modified == "":
			a.Modified = d.String()
		case !d.Updated && a.Published == "":
			a.Published = d.String()
		}
		if a.DateText == "" {
			a.DateText = strings.TrimSpace(l.text[d.Start:d.End])
			r.trace.Add(label.Choice{Field: "date_text", Value: a.DateText, Source: "text", Why: "the first date near the headline"})
		}
		if role == label.None {
			r.roles[i] = label.Date
		}
	}
	if a.DateText == "" && isDate(l) && l.m[mTokens] <= logOf(8) {
		a.DateText = l.text // a day in words that no calendar of ours has
		r.roles[i] = label.Date
	}
}

// dateline reads the place that opens the body.
func (r *reader) dateline() {
	if first, _ := r.bodyEnds(); first >= 0 {
		r.article.Dateline = dates.FindDateline(r.in, r.lines[first].text)
	}
}
