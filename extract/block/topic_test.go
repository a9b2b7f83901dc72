package block

import "testing"

// A text is about what the title says, whatever the case and the signs around
// its words; short words, and those of other stories, say nothing.
func TestTopicCounts(t *testing.T) {
	var about topic
	about.add("Miller of Ostrel saves “weir”")
	about.add("オストレルの水車")
	for text, want := range map[string]float32{
		"The MILLER, of all people, saves the weir.": 3,
		"Five ways to cook a trout of the river":     0,
		"Ostrel’s council – and Ostrel's mill":       2,
		"村の水車が直った":                                   2,
		"":                                           0,
		"市長は明日の会議に出席する":                              0,
		"Свободная мельница":                         0,
		"of of of":                                   0,
	} {
		if got := about.count(text); got != want {
			t.Errorf("%q: %v words, want %v", text, got, want)
		}
	}
}

// Where a container holds another story's teasers, its words of the topic are fewer.
func TestTopicTellsContainers(t *testing.T) {
	doc, blocks := segments(t, `<title>Miller saves weir</title><article><p>The miller and the weir were of one mind again.</p><p>The weir held, said the miller.</p></article>
		<section><p>Five ways to cook a trout for your guests.</p><p>What the harvest has to do with the moon.</p></section>`)
	l := layOut(doc, blocks)
	from, to := l.span(l.container(0))
	_, own := l.wordsOf(from, to)
	from, to = l.span(l.container(2))
	_, other := l.wordsOf(from, to)
	if own <= other {
		t.Errorf("%v words of the topic in the article, %v in the teasers", own, other)
	}
}
