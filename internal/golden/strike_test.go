package golden

import "testing"

func TestStrike(t *testing.T) {
	const file = `{
  "about": "A page.",
  "headline": "Ferry",
  "known_failures": [
    "headline",
    "text_has: <b> & co"
  ]
}
`
	for _, c := range []struct {
		name    string
		passing []string
		want    string
	}{
		{"nothing passes", nil, file},
		{"one of two", []string{"headline"}, "{\n  \"about\": \"A page.\",\n  \"headline\": \"Ferry\",\n  \"known_failures\": [\n    \"text_has: <b> & co\"\n  ]\n}\n"},
		{"all", []string{"headline", "text_has: <b> & co"}, "{\n  \"about\": \"A page.\",\n  \"headline\": \"Ferry\"\n}\n"},
	} {
		if got := string(Strike([]byte(file), c.passing)); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}
