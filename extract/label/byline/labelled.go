package byline

import (
	"strings"
	"unicode/utf8"

	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/vocab"
)

// inHeading reads a byline that is set as a small heading under the headline. It is
// nothing but names behind what opens a byline: "By land and sea" and "From Theory to
// Practice" open subheads.
func inHeading(in *label.Input, b *block.Block) *byline {
	if utf8.RuneCountInString(b.Text) > longestName {
		return nil
	}
	var room [4]vocab.Hit
	for _, h := range in.Words.Find(room[:0], b.Text, vocab.Byline) {
		if h.Kind == vocab.By && h.From == 0 && h.Phrase != "from" {
			if n := judgeName(in, b.Text[h.End:], true, true); (n.sort == person || n.sort == agency) && strings.HasSuffix(b.Text, n.text) {
				return &byline{source: "dom", names: []named{n}, sure: true}
			}
		}
	}
	return nil
}

// labelled is how many blocks behind the text a label over names is looked for.
const labelled = 14

// underLabel reads the names in the blocks under one that is nothing but what
// opens a byline: "Written by", "Authors". A word that may as well begin something
// else ("From", "Von") is not enough.
func underLabel(in *label.Input, i int) *byline {
	text := strings.TrimRight(cutBrackets(in.Blocks[i].Text), " :") // "Author(s)"
	if f := label.Folded(text); len(f) > 24 || len(f) < 5 && f != "by" || !opens(in, text) || in.Elsewhere(in.Blocks[i].First) || in.Within(in.Blocks[i].First, notByline) {
		return nil
	}
	b := &byline{source: "dom", sure: true}
	for k := i + 1; k < min(i+7, len(in.Blocks)) && utf8.RuneCountInString(in.Blocks[k].Text) <= longestName && in.Roles[k] != label.Headline; k++ {
		if k > i+1 && in.Blocks[k].List < 0 {
			break // a role, a date; several names stand in a list
		}
		names := calledByline(in, in.Blocks[k].First, in.Blocks[k].Last)
		if names == nil && k == i+1 && isInitials(in.Blocks[k].Text) && k+1 < len(in.Blocks) {
			k++ // for a portrait
			names = calledByline(in, in.Blocks[k].First, in.Blocks[k].Last)
		}
		if names == nil {
			break
		}
		in.Roles[k] = label.Byline
		b.names = append(b.names, names...)
	}
	if b.names = unique(b.names); len(b.names) == 0 {
		return nil
	}
	return b
}

// besideLabel reads a block of two texts, a label and names, as lists of facts about
// an article have it: "Author" "Ida Moen".
func besideLabel(in *label.Input, i int) *byline {
	b := &in.Blocks[i]
	if utf8.RuneCountInString(b.Text) > longestName+24 || in.Elsewhere(b.First) || in.Within(b.First, others) {
		return nil
	}
	texts := in.Texts(b.First, b.Last)
	if len(texts) != 2 {
		return nil
	}
	name, _, _ := strings.Cut(cutBrackets(texts[0]), "/") // "Autorin/Autor"
	if name = strings.TrimRight(name, " :"); len(name) < 5 || !opens(in, name) {
		return nil
	}
	names := onlyPeople(parseNames(in, texts[1], true))
	if names == nil {
		return nil
	}
	in.Roles[i] = label.Byline
	return &byline{source: "dom", names: names, sure: true}
}

// isInitials says whether a text is two or three capitals.
func isInitials(s string) bool {
	return (len(s) == 2 || len(s) == 3) && label.IsASCII(s) && strings.ToUpper(s) == s && !label.HasDigit(s)
}

// overRole reads a block that is a name and stands over one that is a role: "Ida
// Moen", "Ferries Writer". Over a date it may be a place, over a text anything.
func overRole(in *label.Input, i int) *byline {
	if i+1 >= len(in.Blocks) || in.Roles[i] != label.None || in.Blocks[i].Level > 0 || len(strings.Fields(in.Blocks[i].Text)) > 4 || len(in.Blocks[i+1].Text) > longestName {
		return nil
	}
	n := judgeName(in, in.Blocks[i].Text, true, true)
	if n.sort != person || n.text != in.Blocks[i].Text {
		return nil
	}
	var room [4]vocab.Hit
	for _, h := range in.Words.Find(room[:0], in.Blocks[i+1].Text, vocab.Byline) {
		if h.Kind == vocab.JobTitle && h.To == h.Words && h.Words <= 4 {
			in.Roles[i] = label.Byline
			return &byline{source: "dom", names: []named{n}}
		}
	}
	return nil
}

// portrait is how many blocks behind the text the name over a writer's portrait is looked for.
const portrait = 24

// namedAgain reads a line close under the headline that is a name and nothing else,
// where the page has the same name alone behind the text, as over a portrait of the
// writer. A name alone may be a place or who the article is about; these come again
// as a link or in a list of topics.
func namedAgain(in *label.Input, head, end int) *byline {
	if head < 0 {
		return nil
	}
	alone := func(i int) bool {
		b := &in.Blocks[i]
		return in.Roles[i] == label.None && b.LinkChars == 0 && b.List < 0 && b.Figure < 0 && len(b.Text) <= longestName && !in.Elsewhere(b.First) && !in.Within(b.First, notByline)
	}
	for i := head + 1; i < min(head+6, end); i++ {
		if in.Blocks[i].Level > 0 || len(strings.Fields(in.Blocks[i].Text)) > 4 || !alone(i) {
			continue
		}
		n := judgeName(in, in.Blocks[i].Text, true, true)
		if n.sort != person || n.text != in.Blocks[i].Text {
			continue
		}
		for j := end; j < min(end+portrait, len(in.Blocks)); j++ {
			if in.Blocks[j].Text == n.text && alone(j) {
				in.Roles[i] = label.Byline
				return &byline{source: "dom", names: []named{n}}
			}
		}
	}
	return nil
}

// houseIn reads a line under the headline that is named as a byline and names the
// house: "Shore Post Staff". It is asked where the page shows nobody else.
func houseIn(in *label.Input, from, to, head int) *byline {
	for i := max(from, head+1); head >= 0 && i < min(to, head+5); i++ {
		b := &in.Blocks[i]
		if called, refused := bylineClass(in, b.First); !called || refused || utf8.RuneCountInString(b.Text) > longestName || in.Elsewhere(b.First) {
			continue
		}
		if names := parseNames(in, b.Text, true); len(names) == 1 && names[0].sort == institution {
			if strings.HasPrefix(b.Text, names[0].text+" ") && len(strings.Fields(b.Text)) <= 4 && !strings.ContainsAny(b.Text, "|•·0123456789") {
				names[0].text = b.Text // "Staff" is no role of the house
			}
			in.Roles[i] = label.Byline
			return &byline{source: "dom", names: names}
		}
	}
	return nil
}
