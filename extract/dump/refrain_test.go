package dump

import (
	"testing"

	"copydesk/extract/label"
)

func TestRefrainsAreNoSubheads(t *testing.T) {
	for _, c := range []struct {
		what, first, second string
		body                float32
		want                label.Role
	}{
		{"over each piece of the text", "Boat news content", "Boat news content", 0.3, label.None},
		{"each once", "The valve", "The pilot", 0.3, label.Body},
		{"a speaker's name", "KEEPER OF THE LIGHT", "KEEPER OF THE LIGHT", 0.9, label.Body},
		{"items of a list", "  • The valve", "  • The valve", 0.5, label.Body},
	} {
		lines := NewSheet([]string{"Ferry stays in port", prose, c.first, prose + " He would not say more.", c.second, "It was " + prose}).lines
		s := make([]scores, len(lines))
		s[0][partHeadline] = 0.9
		for _, i := range []int{1, 3, 5} {
			s[i][partBody] = 0.9
		}
		for _, i := range []int{2, 4} {
			s[i][partBody], s[i][partSubhead] = c.body, 0.7
		}
		if roles, _ := decide(lines, s); roles[2] != c.want || roles[4] != c.want {
			t.Errorf("%s: %v and %v, want %v", c.what, roles[2], roles[4], c.want)
		}
	}
}
