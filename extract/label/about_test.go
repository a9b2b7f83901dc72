package label_test

import (
	"encoding/json"
	"strings"
	"testing"

	"copydesk/article"
	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/label/body"
	"copydesk/extract/label/labeltest"
)

func TestAbout(t *testing.T) {
	in, _, _ := labeltest.Read(t, `<html lang=en_GB><link rel=canonical href="/a/ferry#top"><meta property="og:site_name" content="Shore Post">
	<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry returns after nine months","articleSection":["Local"],
	"keywords":["Ferries","ferries","Shore Post","type:story","4711","Harbour: the new plan"],
	"publisher":{"@type":"NewsMediaOrganization","name":"Shore Post","url":"https://shorepost.example/","ethicsPolicy":"https://shorepost.example/ethics","correctionsPolicy":{"@id":"/corrections"}}}</script>
	<h1>Ferry returns after nine months</h1>`+labeltest.Prose, "https://shorepost.example/a/ferry?ref=home")
	if got := label.FindSection(in); got != "Local" {
		t.Errorf("section %q", got)
	}
	if got := strings.Join(label.FindTags(in), "; "); got != "Ferries; Harbour: the new plan" {
		t.Errorf("tags %q", got)
	}
	p, _ := json.Marshal(label.FindPublisher(in))
	if want := `{"name":"Shore Post","url":"https://shorepost.example/","policies":[{"policy":"ethicsPolicy","url":"https://shorepost.example/ethics"},{"policy":"correctionsPolicy","url":"https://shorepost.example/corrections"}]}`; string(p) != want {
		t.Errorf("publisher %s", p)
	}
	if got := in.Declared.CanonicalURL(in.Doc); got != "https://shorepost.example/a/ferry" {
		t.Errorf("canonical %q", got)
	}
	if in.Tag != "en-GB" {
		t.Errorf("language %q", in.Tag)
	}
}

// The id follows the page's own address, and only that.
func TestID(t *testing.T) {
	id := func(markup, sum string) string {
		in, _, _ := labeltest.Read(t, markup, "")
		return label.ID(in.Declared, sum)
	}
	const page = `<link rel=canonical href="https://shorepost.example/a/ferry"><p>x`
	if id(page, "aaaaaaaaaaaaaaaaaaaa") != id(page+"y", "bbbbbbbbbbbbbbbbbbbb") {
		t.Error("one address, two ids")
	}
	if id(page, "a") == id(`<link rel=canonical href="https://shorepost.example/a/bus"><p>x`, "a") {
		t.Error("two addresses, one id")
	}
	if got := id(`<link rel=canonical href="https://shorepost.example/"><p>x`, "0123456789abcdef0123"); got != "0123456789abcdef" {
		t.Errorf("a front page as canonical gives %q, want the bytes' id", got)
	}
}

func TestLanguage(t *testing.T) {
	russian := func(string) string { return "ru" }
	text := strings.Repeat("<p>Паром вернулся на линию после девяти месяцев стоянки, и на первом рейсе играл духовой оркестр, сообщили в порту.</p>", 6)
	for _, c := range []struct {
		name, page string
		guess      func(string) string
		want       string
	}{
		{"html", `<html lang="de-at">` + labeltest.Prose, nil, "de-AT"},
		{"the article's own", `<html lang="en"><script type="application/ld+json">{"@type":"NewsArticle","inLanguage":"pt-BR"}</script>` + labeltest.Prose, nil, "pt-BR"},
		{"the same, less exact", `<html lang="pt-BR"><script type="application/ld+json">{"@type":"NewsArticle","inLanguage":"pt"}</script>` + labeltest.Prose, nil, "pt-BR"},
		{"a country for a language", `<html lang="jp">` + labeltest.Prose, nil, "ja"},
		{"an old tag", `<html lang="iw">` + labeltest.Prose, nil, "he"},
		{"no language", `<html lang="xx">` + labeltest.Prose, nil, ""},
		{"og:locale", `<meta property="og:locale" content="fr_FR">` + labeltest.Prose, nil, "fr-FR"},
		{"a template's variable", `<html lang="{{lang}}">` + labeltest.Prose, nil, ""},
		{"asked where nothing is declared", text, russian, "ru"},
		{"asked where the letters are others", `<html lang="en">` + text, russian, "ru"},
		{"asked where the theme says English", `<html lang="en-US">` + labeltest.Prose, func(string) string { return "no" }, "no"},
		{"the same language, less exact", `<html lang="en-GB">` + labeltest.Prose, func(string) string { return "en" }, "en-GB"},
		{"not sure", `<html lang="en">` + labeltest.Prose, func(string) string { return "" }, "en"},
		{"not asked elsewhere", `<html lang="da">` + labeltest.Prose, func(string) string { return "no" }, "da"},
	} {
		in, _, _ := labeltest.Read(t, c.page, "")
		in.Tag = ""
		if got := label.FindLanguage(in, c.guess); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestKind(t *testing.T) {
	teasers := ""
	for _, s := range []string{"Bakery closes after ninety years", "Night bus never comes on time", "Seven walks before the clocks change", "Caretaker wins chess title at 71", "Goat found in the mayor's chair", "Band plays on as roof comes down", "Old mill to become a library"} {
		teasers += `<div class=teaser><h3><a href="/x">` + s + `</a></h3><p>The council heard of it on Tuesday.</p></div>`
	}
	for _, c := range []struct {
		name, page string
		want       article.PageKind
	}{
		{"an article", `<title>Ferry returns</title><h1>Ferry returns after nine months</h1>` + labeltest.Prose, article.KindArticle},
		{"an article about robot checks", `<title>Verify you are human: how the tests came about</title><meta property="og:type" content="article"><h1>Verify you are human: how the tests came about</h1>` + labeltest.Prose, article.KindArticle},
		{"an article beside teasers", `<meta property="og:type" content="article"><h1>Ferry returns after nine months</h1>` + labeltest.Prose + teasers, article.KindArticle},
		{"an error page", `<title>Page not found - Shore Post</title><h1>Page not found</h1><p>Try the search or go back to the front page.</p>`, article.KindError},
		{"a robot check", `<title>Just a moment...</title><h1>shorepost.example</h1><p>Checking your browser before you go on. This will not take long.</p>`, article.KindBlocked},
		{"a consent wall", `<title>Before you continue</title><h1>We value your privacy</h1><p>We and our 143 partners store information on your device.</p><button>Accept all</button>`, article.KindWall},
		{"a login wall", `<title>Sign in - Shore Post</title><h1>Sign in</h1><form><input type=email><input type=password></form>`, article.KindWall},
		{"a front page", `<title>Shore Post</title><meta property="og:type" content="website"><meta property="og:site_name" content="Shore Post"><h1>Shore Post</h1>` + teasers, article.KindIndex},
		{"a film", `<meta property="og:type" content="video.other"><h1>Ferry returns after nine months</h1><p>Watch the first crossing.</p>`, article.KindVideo},
		{"nothing", `<title>x</title><p>x`, article.KindOther},
	} {
		in, headline, _ := labeltest.Read(t, `<html lang=en>`+c.page, "")
		body.Take(in, func(_ int, b *block.Block) bool { return b.Scores.Body >= 0.5 })
		a := &article.Article{Headline: headline, Body: body.Build(in)}
		if got := label.FindKind(in, a); got != c.want {
			t.Errorf("%s: got %s, want %s (%+v)", c.name, got, c.want, in.Trace.Choices[len(in.Trace.Choices)-1])
		}
	}
}
