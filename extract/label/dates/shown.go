package dates

import (
	"strings"
	"unicode/utf8"

	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// timeElement gives the machine-readable time nearest to the headline that says
// (modified) or does not say (published) that it is of an update.
func timeElement(in *label.Input, modified bool) dateClaim {
	head, end := headNodes(in)
	best, distance := dateClaim{}, int32(1<<30)
	for _, t := range in.Doc.Facts.Time {
		n := &in.Doc.Nodes[t.Node]
		if in.Elsewhere(t.Node) || updatedElement(in, t) != modified {
			continue
		}
		if in.Within(t.Node, notDated) || quoted(in, t.Node) {
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
		if prop := n.Attribute("itemprop"); prop == "datePublished" && !modified || prop == "dateModified" && modified {
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
func headNodes(in *label.Input) (head, end int32) {
	end = int32(len(in.Doc.Nodes))
	if !in.HeadlineShown {
		return 0, end
	}
	end = min(end, in.HeadlineNode+600)
	if _, _, _, last := in.Window(); last > 0 && last < len(in.Blocks) && in.Blocks[last].Last > in.HeadlineNode {
		end = min(end, in.Blocks[last].Last+120)
	}
	return in.HeadlineNode, end
}

// updatedElement says whether a time stands for an update: by its own name or by the words before it.
// One that is named as both ("entry-date published updated") is that of an article never updated.
func updatedElement(in *label.Input, t page.Time) bool {
	n := &in.Doc.Nodes[t.Node]
	class, prop := n.Attribute("class"), n.Attribute("itemprop")
	if prop == "datePublished" || strings.Contains(class, "published") {
		return false
	}
	if prop == "dateModified" || strings.Contains(class, "updated") || strings.Contains(class, "modified") {
		return true
	}
	for _, d := range In(in, t.Text) {
		if d.Updated {
			return true
		}
	}
	return false
}

// shownDates finds the dates in the short texts around the headline, and the
// words of the first that is of the publication.
func shownDates(in *label.Input) (dates []Shown, text string) {
	head, from, to, _ := in.Window()
	order := make([]int, 0, to-from)
	for i := head + 1; i < to; i++ {
		order = append(order, i)
	}
	for i := head; i >= max(from, head-4); i-- {
		order = append(order, i)
	}
	best, prose := "", false
	var begun opening
	for _, i := range order {
		if i < 0 || i >= len(in.Blocks) {
			continue
		}
		if i <= head && best != "" {
			break // what stands over the headline counts only where nothing stands under it
		}
		b := &in.Blocks[i]
		if i > head {
			if prose = prose || b.Scores.Body >= 0.9 && len(b.Text) > 250; prose && !dateClass(in, b.First) {
				continue // dates behind the first paragraphs are of other things
			}
			if begun.over() && !dateClass(in, b.First) && !marked(in, i) {
				continue
			}
			begun.add(in, i)
		}
		if in.Roles[i] == label.Headline || utf8.RuneCountInString(b.Text) > 200 || in.Elsewhere(b.First) {
			continue
		}
		if b.Kind == block.Caption || b.Figure >= 0 || b.Quote >= 0 && quoted(in, b.First) { // the day on which a picture was taken
			continue
		}
		// A sentence of the text may hold a date, too: what is a date line has little else.
		found := In(in, b.Text)
		rest := len(b.Text)
		for _, d := range found {
			rest -= d.End - d.Start
		}
		if len(found) == 0 || in.Within(b.First, notDated) || rest > 90 && !dateClass(in, b.First) || b.Scores.Body >= label.BodyLine && rest > 30 && in.Roles[i] != label.Byline {
			continue
		}
		if rest > 30 && in.Roles[i] != label.Byline && !in.Within(b.First, datedClass) && !datesLine(in, b.Text, found) {
			continue // "…, 24 April 2023" under a picture that nothing marks as its caption
		}
		if in.Roles[i] != label.Byline && !dateClass(in, b.First) && tells(in, b.Text, found) {
			continue
		}
		for _, d := range found {
			words := strings.TrimSpace(b.Text[d.Start:d.End])
			if best == "" || text == "" && !d.Updated {
				best = words
				if !d.Updated {
					text = words
				}
			}
			dates = append(dates, d)
		}
		if in.Roles[i] == label.None && rest < 40 {
			in.Roles[i] = label.Date
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
func datesLine(in *label.Input, text string, found []Shown) bool {
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

func dateClass(in *label.Input, i int32) bool {
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
func shownMoment(shown []Shown, modified bool) dateClaim {
	for _, d := range shown {
		if d.year != 0 && d.Updated == modified {
			return dateClaim{d.moment, "dom", "shown near the headline"}
		}
	}
	return dateClaim{}
}
