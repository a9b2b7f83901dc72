package label

import (
	"strings"
	"unicode/utf8"

	"copydesk/extract/block"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// timeElement gives the machine-readable time nearest to the headline that says
// (modified) or does not say (published) that it is of an update.
func (in *Input) timeElement(modified bool) dateClaim {
	head, end := in.headNodes()
	best, distance := dateClaim{}, int32(1<<30)
	for _, t := range in.Doc.Facts.Time {
		n := &in.Doc.Nodes[t.Node]
		if in.elsewhere(t.Node) || in.updatedElement(t) != modified {
			continue
		}
		if in.within(t.Node, notDated) {
			continue // a comment's, a related story's
		}
		m, ok := parseMoment(t.Datetime)
		if !ok || t.Node > end {
			continue
		}
		away := t.Node - head
		if away < 0 {
			away = -4 * away // what stands over the headline is more often another story's
		}
		if prop := attribute(n.Node, "itemprop"); prop == "datePublished" && !modified || prop == "dateModified" && modified {
			away /= 4
		}
		if away < distance {
			best, distance = dateClaim{m, "dom", "time element near the headline"}, away
		}
	}
	return best
}

// headNodes gives the node of the headline and the last one at which the dates of
// the same article may stand: behind the body come comments and other stories.
func (in *Input) headNodes() (head, end int32) {
	end = int32(len(in.Doc.Nodes))
	if !in.shown {
		return 0, end
	}
	end = min(end, in.at+600)
	if _, _, _, last := in.bylineWindow(); last > 0 && last < len(in.Blocks) && in.Blocks[last].Last > in.at {
		end = min(end, in.Blocks[last].Last+120)
	}
	return in.at, end
}

// updatedElement says whether a time stands for an update: by its own name or by the words before it.
func (in *Input) updatedElement(t page.Time) bool {
	n := &in.Doc.Nodes[t.Node]
	class, prop := attribute(n.Node, "class"), attribute(n.Node, "itemprop")
	if prop == "datePublished" || strings.Contains(class, "published") && !strings.Contains(class, "updated") {
		return false
	}
	if prop == "dateModified" || strings.Contains(class, "updated") || strings.Contains(class, "modified") {
		return true
	}
	for _, d := range in.findDates(t.Text) {
		if d.updated {
			return true
		}
	}
	return false
}

// shownDates finds the dates in the short texts around the headline, and the
// words of the first that is of the publication.
func (in *Input) shownDates() (dates []shownDate, text string) {
	head, from, to, _ := in.bylineWindow()
	order := make([]int, 0, to-from)
	for i := head + 1; i < to; i++ {
		order = append(order, i)
	}
	for i := head; i >= max(from, head-4); i-- {
		order = append(order, i)
	}
	best, prose := "", false
	for _, i := range order {
		if i < 0 || i >= len(in.Blocks) {
			continue
		}
		if i <= head && best != "" {
			break // what stands over the headline counts only where nothing stands under it
		}
		b := &in.Blocks[i]
		if i > head {
			if prose = prose || b.Scores.Body >= 0.9 && len(b.Text) > 250; prose && !in.dateClass(b.First) {
				continue // dates behind the first paragraphs are of other things
			}
		}
		if in.Roles[i] == Headline || utf8.RuneCountInString(b.Text) > 200 || in.elsewhere(b.First) {
			continue
		}
		if b.Kind == block.Caption || b.Figure >= 0 { // the day on which a picture was taken
			continue
		}
		// A sentence of the text may hold a date, too: what is a date line has little else.
		found := in.findDates(b.Text)
		rest := len(b.Text)
		for _, d := range found {
			rest -= d.end - d.start
		}
		if len(found) == 0 || in.within(b.First, notDated) || rest > 90 && !in.dateClass(b.First) || b.Scores.Body >= bodyLine && rest > 30 && in.Roles[i] != Byline {
			continue
		}
		if rest > 30 && in.Roles[i] != Byline && !in.within(b.First, datedClass) && !in.datesLine(b.Text, found) {
			continue // "…, 24 April 2023" under a picture that nothing marks as its caption
		}
		for _, d := range found {
			words := strings.TrimSpace(b.Text[d.start:d.end])
			if best == "" || text == "" && !d.updated {
				best = words
				if !d.updated {
					text = words
				}
			}
			dates = append(dates, d)
		}
		if in.Roles[i] == None && rest < 40 {
			in.Roles[i] = Date
		}
		if len(dates) >= 4 {
			break
		}
	}
	return dates, best
}

var (
	dateWords = page.ClassGroup("date")
	notDated  = page.ClassGroup("comment") | page.ClassGroup("related") | page.ClassGroup("newsletter") | page.ClassGroup("gallery")
)

// datedClass names what holds the lines of names and dates.
var datedClass = dateWords | page.ClassGroup("byline") | page.ClassGroup("meta") | page.ClassGroup("header")

// datesLine says whether a text with other words beside its date is still a line
// about the article's date: a word says so, it gives the time of day, or signs
// part it into pieces.
func (in *Input) datesLine(text string, found []shownDate) bool {
	for _, d := range found {
		if d.timed {
			return true
		}
	}
	if strings.ContainsAny(text, "|•·/") || strings.Contains(text, " – ") || strings.Contains(text, " - ") || strings.Contains(text, "\n") {
		return true
	}
	var room [12]vocab.Hit
	for _, h := range in.Words.Find(room[:0], text, vocab.Date|vocab.Byline) {
		switch h.Kind {
		case vocab.Published, vocab.Updated, vocab.Weekday, vocab.By:
			return true
		}
	}
	return false
}

// farDate looks for the date of publication where the page shows none near its
// headline: at the text's end, or behind a list of contents. It must stand in a
// line of its own that says what it is, or, unless said is asked for, is named as
// a date or stands right under the byline.
func (in *Input) farDate(modified, said bool) dateClaim {
	head, _, _, last := in.bylineWindow()
	for i := max(head+1, 0); i < min(last+40, len(in.Blocks)); i++ {
		b := &in.Blocks[i]
		if len(b.Text) > 80 || b.LinkChars > 0 || in.Roles[i] != None && in.Roles[i] != Date || b.Level > 0 || b.Figure >= 0 || in.elsewhere(b.First) || in.within(b.First, notDated|teased) {
			continue
		}
		found := in.findDates(b.Text)
		rest := len(b.Text)
		for _, d := range found {
			rest -= d.end - d.start
		}
		if len(found) == 0 || rest > 40 || (said || !in.dateClass(b.First) && !(rest <= 2 && i > 0 && in.Roles[i-1] == Byline)) && !in.saysDate(b.Text) {
			continue
		}
		for _, d := range found {
			if d.year != 0 && d.updated == modified {
				return dateClaim{d.moment, "dom", "a date line far from the headline"}
			}
		}
	}
	return dateClaim{}
}

// teased names the boxes of other articles, whose dates are theirs.
var teased = page.ClassGroup("teaser") | page.ClassGroup("sidebar") | page.ClassGroup("footer")

// saysDate says whether a word of publishing or updating stands in a text.
func (in *Input) saysDate(text string) bool {
	var room [8]vocab.Hit
	for _, h := range in.Words.Find(room[:0], text, vocab.Date) {
		if h.Kind == vocab.Published || h.Kind == vocab.Updated {
			return true
		}
	}
	return false
}

func (in *Input) dateClass(i int32) bool {
	nodes := in.Doc.Nodes
	for k := 0; i > 0 && k < 4; k++ {
		if nodes[i].Class.Has(dateWords) {
			return true
		}
		i = nodes[i].Parent
	}
	return false
}

// shownMoment gives the first shown date that has a year.
func (in *Input) shownMoment(shown []shownDate, modified bool) dateClaim {
	for _, d := range shown {
		if d.year != 0 && d.updated == modified {
			return dateClaim{d.moment, "dom", "shown near the headline"}
		}
	}
	return dateClaim{}
}
