package dump

import (
	"slices"
	"testing"
)

// labelled gives the kinds of the trust labels of a dump whose roles are given, once it was read.
func labelled(t *testing.T, roles string, lines ...string) []string {
	t.Helper()
	r := decided(t, roles, lines...)
	r.kicker()
	r.byline()
	r.date()
	r.trust()
	var kinds []string
	for _, l := range r.article.TrustLabels {
		kinds = append(kinds, l.Kind)
	}
	return kinds
}

func TestDumpBadgeCountsAtTheHeadlineOnly(t *testing.T) {
	const head = "Ferry stays in port"
	for name, c := range map[string]struct {
		roles string
		lines []string
		want  []string
	}{
		"above the headline":                {".hbb", []string{"Advertorial", head, prose, "Second. " + prose}, []string{"sponsored"}},
		"below the headline":                {"h.bb", []string{head, "Sponsored content", prose, "Second. " + prose}, []string{"sponsored"}},
		"a column above the headline":       {".hb", []string{"Opinion", head, prose}, []string{"opinion"}},
		"for subscribers, under the byline": {"h..b", []string{head, "By Ada Lind", "Subscribers only", prose}, []string{"paywall"}},
		"a sentence under the byline":       {"h..b", []string{head, "By Ada Lind", "This is a sponsored article.", prose}, []string{"sponsored"}},
		"a sentence behind the text":        {"hbb.", []string{head, prose, "Second. " + prose, "This article was paid for by CalmCo."}, []string{"sponsored"}},

		"an advertisement's place": {"h..b", []string{head, "By Ada Lind", "Sponsored", prose}, nil},
		"one place of several":     {".hb.b", []string{"Ad", head, prose, "Advertisement", "Second. " + prose}, nil},
		"a word that comes again":  {"h.b.b", []string{head, "Sponsored", prose, "Sponsored", "Second. " + prose}, nil},
		"in a menu":                {"h...b", []string{head, "Programmes", "No Comment", "Partner content", prose}, nil},
		"a comment button":         {"h.b", []string{head, "Share Comment", prose}, nil},
		"a comment button further": {"h..b", []string{head, "By Ada Lind", "Comment", prose}, nil},
		"a teaser behind the text": {"hb..", []string{head, prose, "The quay, where the next queue waits", "This is an opinion piece by Bo Holm"}, nil},
	} {
		if got := labelled(t, c.roles, c.lines...); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
