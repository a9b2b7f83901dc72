package dump

import (
	"testing"

	"copydesk/extract/label"
)

// unsure gives n lines scores as the models might: the line at could be a standfirst or a caption.
func unsure(n, at int, standfirst, caption float32) []scores {
	s := make([]scores, n)
	s[at][partStandfirst], s[at][partCaption] = standfirst, caption
	return s
}

func TestLineAbovePhotoCreditIsACaption(t *testing.T) {
	const text = "The ferry at the western pier, seen on Sunday"
	for _, c := range []struct {
		below string
		want  label.Role
	}{
		{"Photo: Ada Lind", label.Caption},
		{"Foto: Ada Lind", label.Caption},
		{"Source: a harbour", label.Standfirst}, // where the text comes from, no picture
		{"By Ada Lind", label.Standfirst},
	} {
		lines := NewSheet([]string{"Ferry stays in port", text, c.below, prose, prose + " He would not say more.", "It was " + prose}).lines
		s := unsure(len(lines), 1, 0.3, 0.05)
		s[0][partHeadline] = 0.9
		for i := 3; i < len(lines); i++ {
			s[i][partBody] = 0.9
		}
		roles, _ := decide(lines, s)
		if roles[1] != c.want {
			t.Errorf("above %q the line is %v, want %v", c.below, roles[1], c.want)
		}
	}
}

func TestSurerOfStandfirstAndCaptionWins(t *testing.T) {
	const text = "The ferry waits at the western pier since Sunday, and nobody knows for how long."
	for _, c := range []struct {
		standfirst, caption float32
		want                label.Role
	}{{0.8, 0.3, label.Standfirst}, {0.3, 0.8, label.Caption}} {
		lines := NewSheet([]string{"Ferry stays in port", text, prose, prose + " He would not say more.", "It was " + prose}).lines
		s := unsure(len(lines), 1, c.standfirst, c.caption)
		s[0][partHeadline] = 0.9
		for i := 2; i < len(lines); i++ {
			s[i][partBody] = 0.9
		}
		if roles, _ := decide(lines, s); roles[1] != c.want {
			t.Errorf("at %v to %v the line is %v, want %v", c.standfirst, c.caption, roles[1], c.want)
		}
	}
}

func TestFirstParagraphIsNoStandfirst(t *testing.T) {
	const text = "The ferry waits at the western pier since Sunday, and nobody knows for how long."
	for _, c := range []struct {
		below            string
		standfirst, body float32
		want             label.Role
	}{
		{prose, 0.35, 0.8, label.Body},
		{prose, 0.35, 0.2, label.Standfirst},
		{prose, 0.6, 0.8, label.Standfirst},
		{"By Ada Lind", 0.15, 0.8, label.Standfirst},
	} {
		lines := NewSheet([]string{"Ferry stays in port", text, c.below, prose + " He would not say more.", "It was " + prose}).lines
		s := unsure(len(lines), 1, c.standfirst, 0)
		s[0][partHeadline], s[1][partBody] = 0.9, c.body
		for i := 3; i < len(lines); i++ {
			s[i][partBody] = 0.9
		}
		if roles, _ := decide(lines, s); roles[1] != c.want {
			t.Errorf("at %v to %v over %.20q the line is %v, want %v", c.standfirst, c.body, c.below, roles[1], c.want)
		}
	}
}

func TestStandfirstMayStandAboveThePicture(t *testing.T) {
	lines := NewSheet([]string{"Ferry stays in port", "A valve that nobody can find keeps two hundred people ashore.",
		"Ada Lind, keeper of the light, at the pier. Photo: Bo Holm", "By Cy Dahl", prose}).lines
	if deckBonus(lines, 1, 0) != bonusBeforeByline {
		t.Error("a standfirst above the picture counts for less than one above the byline")
	}
	lines = NewSheet([]string{"Ferry stays in port", "Ada Lind, keeper of the light, at the pier.",
		"Ada Lind, keeper of the light, at the pier. Photo: Bo Holm", "By Cy Dahl", prose}).lines
	if deckBonus(lines, 1, 0) == bonusBeforeByline {
		t.Error("a picture's alternative text above its caption was favoured as a standfirst")
	}
}

func TestAlternativeTextGoesWithItsCaption(t *testing.T) {
	for above, want := range map[string]label.Role{
		"Ada Lind, keeper of the light":    label.Caption,
		"Ferries wait for a pilot all day": label.None,
	} {
		lines := NewSheet([]string{"Ferry stays in port", above, "Ada Lind, keeper of the western light, at the pier on Sunday. Photo: Bo Holm", prose, prose + " He would not say more."}).lines
		s := unsure(len(lines), 2, 0, 0.9)
		s[0][partHeadline], s[3][partBody], s[4][partBody] = 0.9, 0.9, 0.9
		if roles, _ := decide(lines, s); roles[1] != want {
			t.Errorf("%q above the caption is %v, want %v", above, roles[1], want)
		}
	}
}

func TestHeadlineBelowItsSearchTitle(t *testing.T) {
	for _, c := range []struct {
		lines      []string
		standfirst float32 // the score of the last of them as one
		want       string
	}{
		{[]string{"Ferry stopped: why the harbour waits", "Harbour", "Nobody knows why the ferry waits in the harbour"}, 0.02,
			"Nobody knows why the ferry waits in the harbour"},
		{[]string{"Nobody knows why the ferry waits", "The ferry waits in the harbour since a valve was lost"}, 0.1,
			"Nobody knows why the ferry waits"},
		{[]string{"Ferry waits in the harbour", "The ferry, which waits in the harbour, has lost a valve."}, 0.02, "Ferry waits in the harbour"},
	} {
		lines := NewSheet(append(c.lines, "3 May 2024, 17:47", prose, prose+" He would not say more.")).lines
		last := len(c.lines) - 1
		s := unsure(len(lines), last, c.standfirst, 0)
		s[0][partHeadline], s[last][partHeadline] = 0.8, 0.25
		s[last+2][partBody], s[last+3][partBody] = 0.9, 0.9
		if _, at := decide(lines, s); at < 0 || lines[at].text != c.want {
			t.Errorf("the headline is line %d, want %q", at, c.want)
		}
	}
}

func TestCaptionIsNoHeadline(t *testing.T) {
	for caption, want := range map[float32]int{0.9: 0, 0.1: 1} {
		lines := NewSheet([]string{"Ferry stays in port", "The western pier at noon", prose, prose + " He would not say more."}).lines
		s := unsure(len(lines), 1, 0, caption)
		s[0][partHeadline], s[1][partHeadline], s[2][partBody], s[3][partBody] = 0.2, 0.5, 0.9, 0.9
		if _, at := decide(lines, s); at != want {
			t.Errorf("with the score %v as a caption the headline is line %d, want %d", caption, at, want)
		}
	}
}

func TestTitlePrintedAgainIsNoStandfirst(t *testing.T) {
	for again, want := range map[string]label.Role{
		"Ferry stays in port – why nobody can help":           label.None,
		"Ferry in port: a valve that nobody can find is why.": label.Standfirst,
	} {
		lines := NewSheet([]string{"Ferry stays in port: why nobody can help", again, "3 May 2024, 17:47", prose, prose + " He would not say more."}).lines
		s := unsure(len(lines), 1, 0.6, 0)
		s[0][partHeadline], s[3][partBody], s[4][partBody] = 0.9, 0.9, 0.9
		if roles, _ := decide(lines, s); roles[1] != want {
			t.Errorf("%q below the headline is %v, want %v", again, roles[1], want)
		}
	}
}

func TestSentenceBelowAnotherLikelyHeadlineIsItsStandfirst(t *testing.T) {
	for above, want := range map[float32]int{0.3: 0, 0.02: 1} {
		lines := NewSheet([]string{"Ferry stays in port", "Two hundred people wait for a valve on Friday.", "3 May 2024, 17:47", prose, prose + " He would not say more."}).lines
		s := unsure(len(lines), 1, 0.1, 0)
		s[0][partHeadline], s[1][partHeadline], s[3][partBody], s[4][partBody] = above, 0.6, 0.9, 0.9
		if _, at := decide(lines, s); at != want {
			t.Errorf("with %v for the line above, line %d is the headline, want %d", above, at, want)
		}
	}
}

func TestBylineAboveACreditIsNoCaption(t *testing.T) {
	for text, want := range map[string]label.Role{
		"By Ada Lind, in Boats, Harbour · 31 Jan 2025, 20:02": label.None,
		"By the western pier, where the ferry waits":          label.Caption,
	} {
		lines := NewSheet([]string{"Ferry stays in port", text, "Photo: Bo Holm", prose, prose + " He would not say more."}).lines
		s := unsure(len(lines), 1, 0, 0.4)
		s[0][partHeadline], s[3][partBody], s[4][partBody] = 0.9, 0.9, 0.9
		if roles, _ := decide(lines, s); roles[1] != want {
			t.Errorf("%q is %q, want %q", text, roles[1], want)
		}
	}
}

// What stands where standfirsts stand, each beside a line that is one.
func TestLinesThatAreNoStandfirst(t *testing.T) {
	const line = "The old ferry waits at the western pier, and nobody can find the valve."
	for name, c := range map[string]struct {
		above, below []string
		want         label.Role
	}{
		"alternative text, said again below":    {nil, []string{"The ferry is seen waiting at the western pier on Sunday while nobody finds its valve"}, label.None},
		"a line that the next has little of":    {nil, []string{"Passengers of the first boat on Sunday are seen here with a band"}, label.Standfirst},
		"the title of a film over its length":   {[]string{"Ada Lind"}, []string{"5:00"}, label.None},
		"right below the headline, over a film": {nil, []string{"5:00"}, label.Standfirst},
		"over the time at which it was written": {[]string{"Ada Lind"}, []string{"3 May 2024, 17:47"}, label.Standfirst},
		"one of several items":                  {nil, []string{"  • The council has no money for a second boat."}, label.None},
	} {
		text := line
		if name == "one of several items" {
			text = "  • " + line
		}
		raw := append([]string{"Ferry stays in port"}, c.above...)
		at := len(raw)
		raw = append(append(raw, text), c.below...)
		lines := NewSheet(append(raw, prose, prose+" He would not say more.")).lines
		s := unsure(len(lines), at, 0.35, 0)
		s[0][partHeadline], s[len(lines)-2][partBody], s[len(lines)-1][partBody] = 0.9, 0.9, 0.9
		if roles, _ := decide(lines, s); roles[at] != c.want {
			t.Errorf("%s: %v, want %v", name, roles[at], c.want)
		}
	}
}
