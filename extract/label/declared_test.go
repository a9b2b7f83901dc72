package label_test

import (
	"testing"

	"copydesk/extract/label/labeltest"
)

// A name with an address or an explanation in brackets is a name without them, too.
func TestSiteNameInBrackets(t *testing.T) {
	in, _, _ := labeltest.Read(t, `<meta name=publisher content="Shore Broadcasting (www.sb.example)"><p>x`, "https://sb.example/a")
	if !in.Declared.IsSite("Shore Broadcasting") || in.Declared.IsSite("Shore Lines") {
		t.Error("the house's name is not told")
	}
}

func TestSiteNames(t *testing.T) {
	in, _, _ := labeltest.Read(t, `<meta property="og:site_name" content="Shore Post"><link rel=canonical href="https://www.dailyshore-post.co.uk/a"><p>x`, "")
	for name, want := range map[string]bool{
		"Shore Post": true, "SHORE POST": true, "shorepost.com": true, "Daily Shore Post": true, "@dailyshorepost": true,
		"Shore": false, "Post": false, "Shore Post readers choose a new boat": false, "": false,
	} {
		if got := in.Declared.IsSite(name); got != want {
			t.Errorf("isSite(%q) = %v", name, got)
		}
	}
}
