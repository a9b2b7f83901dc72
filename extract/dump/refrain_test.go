package dump

import (
	"slices"
	"testing"

	"copydesk/extract/label"
)

func TestRefrainsAreCut(t *testing.T) {
	const again, more = " He would not say more.", "It was "
	for _, c := range []struct {
		what, refrain string
		twice, cut    bool
	}{
		{"over each piece, and twice where a box was", "Boat news content", true, true},
		{"a heading that the parts of a guide have in common", "How we like it", false, false},
		{"a name with its colon", "Keeper of the light:", true, false},
		{"a credit", "Photo: Ada Lind", true, false},
		{"an item", "  • The valve", true, false},
	} {
		lines := []string{"Ferry stays in port", c.refrain, prose, c.refrain, prose + again, c.refrain, more + prose}
		if c.twice {
			lines = append(lines, c.refrain)
		}
		lines = append(lines, c.refrain, more+prose+again)
		s := NewSheet(lines)
		if cut := !slices.ContainsFunc(s.lines, func(l line) bool { return l.m[mRepeats] > 0 }); cut != c.cut {
			t.Errorf("%s: cut %v, want %v", c.what, cut, c.cut)
		}
		if want := len(lines) - s.Len(); c.cut != (want > 0) {
			t.Errorf("%s: %d lines of %d", c.what, s.Len(), len(lines))
		}
	}
}

func TestMarksOfAdvertisingAreNoSubheads(t *testing.T) {
	for _, c := range []struct {
		first, second string
		want          label.Role
	}{
		{"Advertisement · Scroll to continue", "Advertisement · Scroll to continue", label.None},
		{"The first advertisement", "The second pilot", label.Body},
		{"The pilot", "The pilot", label.Body},
	} {
		lines := NewSheet([]string{"Ferry stays in port", prose, c.first, prose + " He would not say more.", c.second, "It was " + prose}).lines
		s := make([]scores, len(lines))
		s[0][partHeadline] = 0.9
		for _, i := range []int{1, 3, 5} {
			s[i][partBody] = 0.9
		}
		for _, i := range []int{2, 4} {
			s[i][partBody], s[i][partSubhead] = 0.4, 0.7
		}
		if roles, _ := decide(lines, s); roles[2] != c.want {
			t.Errorf("%q and %q: %v, want %v", c.first, c.second, roles[2], c.want)
		}
	}
}
