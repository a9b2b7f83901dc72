package dates

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// tells says whether the dates of a short text stand in a sentence that tells of
// something else: "The ferry was founded on May 1, 1926.". A date line is a date
// with a label, a name, a place or a source. So a word of publishing leaves it one,
// and so does a byline's; what is counted is words in small letters that the
// vocabulary of date lines and bylines does not know, in the piece of the line that
// holds the date: one where the piece ends as a sentence, some where it does not.
// Words of two letters are left alone ("à Paris, le 4 mai 2024."), and scripts
// without small letters are not judged.
func tells(in *label.Input, text string, found []Shown) bool {
	var room [16]vocab.Hit
	hits := in.Words.Find(room[:0], text, vocab.Date|vocab.Byline)
	for _, h := range hits {
		if h.Kind == vocab.Published || h.Kind == vocab.Updated {
			// "The book was published on May 1, 1926." is of no page: the web is younger.
			return !opensWithLabel(text, hits) && slices.ContainsFunc(found, func(d Shown) bool { return d.year > 0 && d.year < 1995 })
		}
		if h.Kind == vocab.By && h.Start == 0 {
			return false
		}
	}
	for _, d := range found {
		from, to := piece(text, d)
		n, last := 0, ""
		for at, w := range wordsIn(text[from:to]) {
			at += from
			if r, _ := utf8.DecodeRuneInString(w); !unicode.IsLower(r) || utf8.RuneCountInString(w) < 3 || at < d.End && at+len(w) > d.Start || explained(hits, found, at) {
				continue
			}
			n++
			last = w
		}
		s := strings.TrimRight(text[from:to], " \"”»“)")
		ended := strings.HasSuffix(s, ".") && !initialEnds(s) || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
		if ended && n > 0 && !(n == 1 && utf8.RuneCountInString(last) == 3 && strings.HasSuffix(s, last+".")) || n >= proseWords { // "3 min." is no sentence
			return true
		}
	}
	return false
}

// opensWithLabel says whether a word of publishing opens a line: nothing in small
// letters stands before it, as "was" in "It was published on 4 May 2024.".
func opensWithLabel(text string, hits []vocab.Hit) bool {
	for _, h := range hits {
		if h.Kind != vocab.Published && h.Kind != vocab.Updated {
			continue
		}
		for at, w := range wordsIn(text[:h.Start]) {
			if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && utf8.RuneCountInString(w) > 2 && !explained(hits, nil, at) {
				return false
			}
		}
		return true
	}
	return false
}

// initialEnds says whether the stop at a text's end is that of one letter, as in "12:00 A. M.".
func initialEnds(s string) bool {
	s = strings.TrimRight(s, ".")
	r, n := utf8.DecodeLastRuneInString(s)
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-n])
	return unicode.IsLetter(r) && !unicode.IsLetter(before)
}

// proseWords is how many words that no date line has make a sentence without its stop, as standfirsts are.
const proseWords = 4

// piece gives the part of a line that holds a date, between the signs that part a line into pieces.
func piece(text string, d Shown) (from, to int) {
	to = len(text)
	for _, sign := range [...]string{"|", "•", "·", "\n", " – ", " — ", " - ", " / "} {
		if i := strings.LastIndex(text[:d.Start], sign); i >= 0 {
			from = max(from, i+len(sign))
		}
		if i := strings.Index(text[d.End:], sign); i >= 0 {
			to = min(to, d.End+i)
		}
	}
	return from, to
}

// wordsIn gives the runs of letters with where they stand.
func wordsIn(s string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for at := 0; at < len(s); {
			from := strings.IndexFunc(s[at:], unicode.IsLetter)
			if from < 0 {
				return
			}
			from += at
			at = len(s)
			if n := strings.IndexFunc(s[from:], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) }); n >= 0 {
				at = from + n
			}
			if !yield(from, s[from:at]) {
				return
			}
		}
	}
}

func explained(hits []vocab.Hit, found []Shown, at int) bool {
	for _, h := range hits {
		if at >= h.Start && at < h.End {
			return true
		}
	}
	for _, d := range found {
		if at >= d.Start && at < d.End {
			return true
		}
	}
	return false
}

// quoted says whether a node stands in a quotation that does not hold the headline,
// too: the date in it is that of an embedded post or of what is quoted.
func quoted(in *label.Input, i int32) bool {
	nodes := in.Doc.Nodes
	for ; i > 0; i = nodes[i].Parent {
		if nodes[i].Atom == atom.Blockquote {
			return !(in.HeadlineShown && i <= in.HeadlineNode && nodes[i].End > in.HeadlineNode)
		}
	}
	return false
}

// opening counts the article's first paragraphs, behind which dates are of other
// things. One long paragraph is enough, of shorter ones, which a standfirst may be, it takes two.
type opening struct{ paragraphs, bytes int }

func (o *opening) add(in *label.Input, i int) {
	b := &in.Blocks[i]
	if b.Scores.Body < 0.9 || in.Roles[i] != label.None || b.Level > 0 || b.Kind == block.Caption || b.Figure >= 0 || len(b.Text) < 80 {
		return
	}
	o.paragraphs++
	o.bytes += len(b.Text)
}

func (o *opening) over() bool { return o.paragraphs > 1 && o.bytes > 250 }

// marked says whether a line behind the first paragraphs may still be the date line:
// it says what it is, or its markup does, and it is no subhead and no entry of a list.
func marked(in *label.Input, i int) bool {
	b := &in.Blocks[i]
	if b.Level > 0 {
		return false
	}
	var room [8]vocab.Hit
	if opensWithLabel(b.Text, in.Words.Find(room[:0], b.Text, vocab.Date)) {
		return true
	}
	if b.List >= 0 {
		return false
	}
	nodes := in.Doc.Nodes
	for k := b.First; k < b.Last; k++ {
		if datesElement(&nodes[k]) {
			return true
		}
	}
	for k := b.First; k > 0; k = nodes[k].Parent {
		if datesElement(&nodes[k]) {
			return true
		}
		if k == b.Node {
			break
		}
	}
	return false
}

// datesElement says whether an element is a time, or named as that of publishing.
func datesElement(n *page.Node) bool {
	return n.Atom == atom.Time || strings.Contains(strings.ToLower(n.Attribute("class")), "publish")
}
