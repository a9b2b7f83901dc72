package dump

import (
	"slices"
	"strings"
	"testing"

	"copydesk/article"
	"copydesk/extract/label"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// decided makes a reader of lines whose roles are given, one a line: h headline,
// b body, c caption, . nothing.
func decided(t *testing.T, roles string, lines ...string) *reader {
	t.Helper()
	s := NewSheet(lines)
	if len(s.lines) != len(roles) {
		t.Fatalf("%d lines, %d roles", len(s.lines), len(roles))
	}
	a := new(article.Article)
	doc := &page.Document{Media: page.Text, Lines: lines}
	r := &reader{in: &label.Input{Doc: doc, Words: vocab.Builtin().For("en"), Declared: label.Declare(doc)}, lines: s.lines,
		scores: make([]scores, len(lines)), roles: make([]label.Role, len(lines)), headline: -1, article: a}
	for i, c := range roles {
		r.roles[i] = map[rune]label.Role{'h': label.Headline, 'b': label.Body, 'c': label.Caption}[c]
		if c == 'h' {
			r.headline = i
			a.Headline = s.lines[i].text
		}
	}
	return r
}

const prose = "The ferry will not sail before Friday, the harbour master said, since the valve that was sent for has not come and nobody can tell where it is now."

func TestCaptionsArePartedAndDoubletsDropped(t *testing.T) {
	r := decided(t, "hccb", "Ferry stays in port", "Ada Lind, keeper of the light",
		"Ada Lind, keeper of the western light, on Monday.Reuters", prose)
	r.captions()
	want := article.Caption{Text: "Ada Lind, keeper of the western light, on Monday.", Credit: "Reuters", Alt: "Ada Lind, keeper of the light",
		Raw: "Ada Lind, keeper of the western light, on Monday.Reuters"}
	if c := r.article.Captions; len(c) != 1 || c[0] != want {
		t.Errorf("captions %+v, want one: %+v", c, want)
	}
}

func TestCreditOnItsOwnLineBelongsToTheCaption(t *testing.T) {
	r := decided(t, "hc.bc", "Ferry stays in port", "The ferry at the pier on Sunday.", "Photo: Ada Lind / AFP", prose, "The pier at night, seen from the hill above it.")
	r.captions()
	c := r.article.Captions
	if len(c) != 2 || c[0].Credit != "Ada Lind / AFP" || c[1].Credit != "" {
		t.Errorf("captions %+v, want the credit on the first only", c)
	}
}

func TestGluedCreditIsParted(t *testing.T) {
	for raw, want := range map[string][2]string{
		"The pier by nightFoto: Ada Lind. Light: Bo Holm": {"The pier by night", "Ada Lind. Light: Bo Holm"},
		"Coat by HOLMPhoto: Ada Lind":                     {"Coat by HOLM", "Ada Lind"},
	} {
		if text, credit, ok := partGlued(raw); !ok || text != want[0] || credit != want[1] {
			t.Errorf("%q gives %q and %q", raw, text, credit)
		}
	}
	for _, raw := range []string{"A telephoto: seen from afar", "Seen by a Telefoto: the pier", "Note: no credit here"} {
		if _, credit, ok := partGlued(raw); ok {
			t.Errorf("%q gives the credit %q", raw, credit)
		}
	}
}

func TestHeadOfTheArticleIsRead(t *testing.T) {
	r := decided(t, "..h..b", "  • Harbour", "Shipping", "Ferry stays in port", "By Ada Lind", "3 May 2024, 17:47", "RIGA (AFP) - "+prose)
	r.kicker()
	r.byline()
	r.date()
	r.dateline()
	a := r.article
	if a.Kicker != "Shipping" || len(a.Authors) != 1 || a.Authors[0].Name != "Ada Lind" || a.DateText != "3 May 2024, 17:47" ||
		a.Published != "2024-05-03T17:47" || a.Dateline != "RIGA" {
		t.Errorf("kicker %q, authors %v, date %q (%s), dateline %q", a.Kicker, a.Authors, a.DateText, a.Published, a.Dateline)
	}
}

func TestKickerIsNoControl(t *testing.T) {
	for above, want := range map[string]string{"Shipping": "Shipping", "Search": "", "Go back": ""} {
		r := decided(t, ".h.b", above, "Ferry stays in port", "3 May 2024", prose)
		if r.kicker(); r.article.Kicker != want {
			t.Errorf("%q gives the kicker %q, want %q", above, r.article.Kicker, want)
		}
	}
}

func TestDatesAroundTheHeadline(t *testing.T) {
	for _, c := range []struct{ what, above, below, published, modified string }{
		{"over the headline", "3 May 2024", "Ada Lind", "2024-05-03", ""},
		{"the day of the visit over the headline", "Monday, 6 May 2024", "3 May 2024", "2024-05-03", ""},
		{"published and updated", "Shipping", "Published 3 May 2024 Updated 4 May 2024", "2024-05-03", "2024-05-04"},
		{"only updated", "Shipping", "Updated 4 May 2024", "2024-05-04", "2024-05-04"},
		{"glued to the time", "Shipping", "Published Fri, May 3 20245:47 PM", "2024-05-03T17:47", ""},
		{"a number", "Shipping", "Boat 20245 sails again", "", ""},
	} {
		r := decided(t, ".h.b", c.above, "Ferry stays in port", c.below, prose)
		r.date()
		if a := r.article; a.Published != c.published || a.Modified != c.modified {
			t.Errorf("%s: published %q, modified %q, want %q and %q", c.what, a.Published, a.Modified, c.published, c.modified)
		}
	}
}

func TestNameAloneIsTheByline(t *testing.T) {
	for _, c := range []struct {
		what, want string
		lines      []string
	}{
		{"printed twice", "Ada Lind", []string{"Ada Lind Ada Lind", "Published 3 May 2024"}},
		{"an alternative text over the name", "Ada Lind-Holm", []string{"Headshot of Ada Lind-Holm", "Ada Lind-HolmThe Shore Post"}},
		{"an alternative text over the name alone", "Ada Lind", []string{"Porträt von Ada Lind", "Ada Lind"}},
		{"a small word in a name", "Ana de Sousa Lima", []string{"Ana de Sousa Lima", "Sousa Lima writes about the sea."}},
		{"a longer name over a shorter one", "Eva Ada Lind", []string{"Eva Ada Lind", "Ada Lind, the keeper"}},
		{"the heading of a list", "", []string{"Main Points", "  • The valve has not come.", "  • Nobody sails before Friday noon."}},
		{"the heading of a list over the name", "Ada Lind", []string{"Main Points", "  • The valve has not come.", "  • Nobody sails before Friday noon.", "Ada Lind"}},
		{"a name over a list of buttons", "Ada Lind", []string{"Ada Lind", "  • Print", "  • Read this later"}},
		{"the name beside the date, not the section", "Ada Lind", []string{"High Harbour Court", "Ada Lind", "3 May 2024, 17:47"}},
		{"a name below the date, not whom the picture shows", "Ada Lind", []string{"Bo Holm", "Bo Holm", "Photo: Cy Dahl", "3 May 2024, 17:47", "Ada Lind"}},
		{"several names over the date, a line each", "Bo Holm; Ada Lind", []string{"The pier by night", "Bo Holm", "Ada Lind", "Published 3 May 2024, 17:47"}},
		{"a list item over the date's", "Ada Lind", []string{"  • Ada Lind", "  • Published: 3 May 2024, 17:47"}},
		{"a list item beside no date", "", []string{"  • Ada Lind", "  • Bo Holm"}},
		{"opened, with its date", "Ada Lind", []string{"By Ada Lind published 3 May 2024"}},
		{"opened, as a list item", "Ada Lind", []string{"  • By Ada Lind"}},
		{"opened behind a bar, and no section", "Ada Lind", []string{"High Harbour, News | Published: 3 May 2024 | Written by Ada Lind"}},
		{"behind an entity without its end", "Ada Lind", []string{"By&nbspAda Lind"}},
		{"beside its date in one line", "Ada Lind", []string{"3 May 2024 • Ada Lind • 3 minutes"}},
		{"beside its date, with what may be another", "", []string{"3 May 2024 • Ada Lind • High Harbour"}},
		{"of a recording, beside its date", "", []string{"Audio 03:07 | 3 May 2024 | Ada Lind"}},
		{"with a handle glued to it", "Ada Lind", []string{"Published 3 May 2024", "Ada Lind@AdaLind"}},
		{"with a house glued to it", "Ada Holmes", []string{"Ada HolmesThe Shore Post", "Published 3 May 2024"}},
		{"with a capital within", "Ada McDonald", []string{"Ada McDonald", "Published 3 May 2024"}},
		{"before a dash, a kicker", "", []string{"High Harbour –", "The old boat is back"}},
		{"a name over a list that is set apart", "Ada Lind", []string{"Ada Lind", "", "  • The valve has not come.", "  • Nobody sails before Friday noon."}},
	} {
		full := len(slices.DeleteFunc(slices.Clone(c.lines), func(l string) bool { return l == "" }))
		r := decided(t, "h"+strings.Repeat(".", full)+"b", append(append([]string{"Ferry stays in port"}, c.lines...), prose)...)
		r.byline()
		var names []string
		for _, a := range r.article.Authors {
			names = append(names, a.Name)
		}
		if got := strings.Join(names, "; "); got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func TestNoYearIsInvented(t *testing.T) {
	r := decided(t, ".hb", "Tuesday, May 4", "Ferry stays in port", prose)
	r.kicker()
	r.date()
	if a := r.article; a.DateText != "Tuesday, May 4" || a.Published != "" || a.Kicker != "" {
		t.Errorf("date %q, published %q, kicker %q", a.DateText, a.Published, a.Kicker)
	}
}

func TestRelatedLinksAndTrustBox(t *testing.T) {
	r := decided(t, "h..b.....", "Ferry stays in port",
		"  • The Long Read How an island learned to wait for its boat",
		"  • Home", prose,
		"According to the criteria of", "The Trust Project", "Leave a Reply",
		"Your email address will not be published. Required fields are marked *", "  • Facebook")
	r.trust()
	r.related()
	a := r.article
	if len(a.Related) != 1 || a.Related[0].Title != "The Long Read How an island learned to wait for its boat" {
		t.Errorf("related %+v", a.Related)
	}
	if len(a.TrustLabels) != 1 || a.TrustLabels[0].Kind != "trust-project" || a.TrustLabels[0].Label != "According to the criteria of The Trust Project" {
		t.Errorf("trust labels %+v", a.TrustLabels)
	}
}

func TestListsGoInWholeOrNotAtAll(t *testing.T) {
	list := []string{"  • One valve is missing.", "  • Two oars are broken.", "  • The rope has gone.", "  • The horn is mute."}
	lines := append(append([]string{"Ferry stays in port", prose}, list...), prose)
	for roles, want := range map[string]int{"hbbb..b": 3, "hbb...b": 2} {
		r := decided(t, roles, lines...)
		evenLists(r.lines, r.roles)
		r.body()
		b := r.article.Body
		if len(b) != want || want == 3 && (b[1].Type != article.List || len(b[1].Items) != 4) {
			t.Errorf("%s: body of %d blocks, want %d: %+v", roles, len(b), want, b)
		}
	}
}

func TestNextArticleIsLeftAlone(t *testing.T) {
	other := "Carrots want loose soil and patience, says the gardener, who has grown them for thirty summers behind her cottage and sells seedlings on Saturdays at the market square."
	gap := []string{"Tags", "Harbour", "Ferries", "Islands", "What carrots want", "Published: 4 May 2024, 12:00", "By Bo Holm", "Share", "Save"}
	lines := append(append([]string{"Ferry stays in port", prose, prose}, gap...), other, other)
	s := NewSheet(lines)
	scored := make([]scores, len(lines))
	for i, l := range lines {
		if l == prose || l == other {
			scored[i][partBody] = 1
		}
	}
	if to := endBeforeNext(s.lines, scored, 1, len(lines)-1, 0.5); to != 2 {
		t.Errorf("article ends at line %d, want 2", to)
	}
	lines[len(lines)-1], lines[len(lines)-2] = prose, prose
	if to := endBeforeNext(NewSheet(lines).lines, scored, 1, len(lines)-1, 0.5); to != len(lines)-1 {
		t.Errorf("article that goes on behind a gap ends at line %d", to)
	}
}

func TestDumpIsReadWhole(t *testing.T) {
	text := strings.Join([]string{"Skip to content", "  • Home", "  • Sport", "  • Jobs", "Ferry stays in port as valve goes missing",
		"Islanders wait for the third week; the captain has gone to the mainland in a rowing boat.", "By Ada Lind", "3 May 2024, 17:47",
		prose, "", "Nobody on the island has seen a newspaper since the Sunday before last, and the shop has run out of flour, candles and, as of this morning, patience.", "",
		"“We have waited before,” said the keeper of the light, “and we shall wait again, but my brother was to be married on Saturday.”", "",
		"The harbour master expects the part on the next tide. He has said so before.", "", "Leave a Reply",
		"Your email address will not be published. Required fields are marked *", "About us", "Privacy policy"}, "\n")
	var a article.Article
	Read(&page.Document{Media: page.Text, Lines: strings.Split(text, "\n")}, nil, nil, &a, nil)
	if a.Headline != "Ferry stays in port as valve goes missing" || a.PageKind != article.KindArticle || a.Language != "en" {
		t.Errorf("headline %q, kind %s, language %q", a.Headline, a.PageKind, a.Language)
	}
	for _, no := range []string{"Leave a Reply", "Privacy", "Skip", "Jobs"} {
		if strings.Contains(a.Text, no) {
			t.Errorf("the text holds %q", no)
		}
	}
	if !strings.HasPrefix(a.Text, "The ferry will not sail") || !strings.HasSuffix(a.Text, "He has said so before.") {
		t.Errorf("text: %q", a.Text)
	}
}

func TestHugeDumpsAreBounded(t *testing.T) {
	var a article.Article
	Read(&page.Document{Media: page.Text, Lines: slices.Repeat([]string{"a b"}, mostLines+1)}, nil, nil, &a, nil)
	if len(a.Quality.Warnings) != 1 {
		t.Errorf("warnings %q, want one about the lines left out", a.Quality.Warnings)
	}
	for _, line := range []string{strings.Repeat("[", 1<<20), strings.Repeat("*", 1<<20), strings.Repeat("word ", 1<<18)} {
		NewSheet([]string{"[a](b) [c](d)", line, line})
	}
	NewSheet(slices.Repeat([]string{"   a line that was broken at a width of about sixty signs"}, 30_000))
}

func TestEmptyDumpsGiveEmptyRecords(t *testing.T) {
	for _, lines := range [][]string{nil, {""}, {"one line"}, {"  • ", "-----"}} {
		var a article.Article
		Read(&page.Document{Media: page.Text, Lines: lines}, nil, nil, &a, nil)
		if len(a.Body) > 0 || a.PageKind == article.KindArticle {
			t.Errorf("%q gives %+v", lines, a)
		}
	}
}
