package trust

import "testing"

// A sign in which no word of the glance stands would never be looked for.
func TestTheGlanceSeesEverySign(t *testing.T) {
	for i, m := range marks {
		if markedBy[i] == 0 || glanceMarks("https://example.org/"+m.sign) == 0 {
			t.Errorf("no word of the glance stands in %q", m.sign)
		}
	}
	if glanceMarks("https://example.org/harbour/ferry.jpg") != 0 {
		t.Error("an address without a sign is looked at")
	}
}
