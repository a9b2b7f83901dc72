package label

import (
	"strings"

	"golang.org/x/text/language"
)

// FindLanguage gives the language of the article as a BCP 47 tag: what the user
// says, else what the page declares. guess identifies the language of a text, or
// gives "" where it is not sure; it may be nil. It decides where nothing is
// declared, where the letters rule the declared language out, and where that
// is English, which themes declare on sites that never wrote a word of it.
func FindLanguage(in *Input, guess func(string) string) string {
	if in.Doc.Lang != "" {
		in.Tag = canonicalTag(in.Doc.Lang)
		return in.Tag
	}
	tag, source := in.declaredLanguage()
	if guess != nil {
		if text := in.sample(); text != "" && (tag == "" || PrimaryTag(tag) == "en" && len(text) >= enoughText || foreignScript(tag, text)) {
			if g := canonicalTag(guess(text)); g != "" && (tag == "" || PrimaryTag(g) != PrimaryTag(tag)) {
				tag, source = g, "text"
			}
		}
	}
	if tag != "" {
		in.Trace.Add(Choice{Field: "language", Value: tag, Source: source})
	}
	in.Tag = tag
	return tag
}

// A text of fewer bytes than enoughText does not overrule a declaration;
// more than sampleText are not read.
const (
	enoughText = 400
	sampleText = 1200
)

func (in *Input) declaredLanguage() (tag, source string) {
	f := &in.Doc.Facts
	for i := range in.Doc.Nodes {
		if n := &in.Doc.Nodes[i]; n.Node != nil && n.Data == "html" && n.Parent == 0 {
			tag = n.Attribute("lang")
			if tag == "" {
				tag = n.Attribute("xml:lang")
			}
			break
		}
	}
	tag = canonicalTag(tag)
	article := ""
	if t := in.Declared.Article; t != nil {
		article = canonicalTag(t.Text("inLanguage"))
	}
	// The article's own node knows better than the theme of the site, unless it
	// only leaves the region out.
	switch {
	case article != "" && (tag == "" || PrimaryTag(article) != PrimaryTag(tag)):
		return article, "jsonld inLanguage"
	case tag != "":
		return tag, "html lang"
	}
	if t := canonicalTag(f.MetaContent("content-language", "language", "dc.language", "dcterms.language")); t != "" {
		return t, "meta"
	}
	if t := in.Declared.Page; t != nil {
		if l := canonicalTag(t.Text("inLanguage")); l != "" {
			return l, "jsonld inLanguage"
		}
	}
	return canonicalTag(f.MetaContent("og:locale")), "meta og:locale"
}

// plainTags are the languages whose two letters need no look at the registry.
const plainTags = "en de fr es it pt nl sv nb nn da fi is pl cs sk hu ro bg el tr ru uk lt lv et sl hr sr ar he fa hi bn ta te ur th vi id ms ja zh ko ca eu gl"

// countryTags are countries' codes that sites declare for their languages and
// that are no language's.
var countryTags = map[string]string{"cz": "cs", "gr": "el", "ua": "uk", "dk": "da", "jp": "ja", "cn": "zh", "vn": "vi", "us": "en", "gb": "en"}

// canonicalTag gives a tag in its canonical form, or "" for what is none.
func canonicalTag(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), ",")
	if s == "" || len(s) > 35 || strings.ContainsAny(s, "{}$%") {
		return ""
	}
	if len(s) == 2 && strings.Contains(plainTags, s) {
		return s // canonical as it is, the usual case
	}
	if meant, ok := countryTags[strings.ToLower(s)]; ok {
		return meant
	}
	t, err := language.Parse(strings.ReplaceAll(s, "_", "-"))
	if err != nil || t == language.Und || t.IsRoot() {
		return ""
	}
	return t.String()
}

// PrimaryTag gives the language of a tag without script and region: "pt" of "pt-BR".
func PrimaryTag(tag string) string {
	b, _, _ := strings.Cut(tag, "-")
	return b
}

// sample gives enough of the page's running text to tell its language.
func (in *Input) sample() string {
	var b strings.Builder
	for i := range in.Blocks {
		if in.Blocks[i].Scores.Body >= BodyLine && b.Len() < sampleText {
			b.WriteString(in.Blocks[i].Text)
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// foreignScript says whether a text is written in letters that its declared
// language never uses: Cyrillic under "en", Latin under "ru".
func foreignScript(tag, text string) bool {
	latin, other := 0, 0
	for _, r := range text {
		switch {
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xc0 && r < 0x250:
			latin++
		case r >= 0x370 && wordRune(r):
			other++
		}
	}
	if latin+other < 100 {
		return false
	}
	t, err := language.Parse(tag)
	if err != nil {
		return false
	}
	script, _ := t.Script()
	if script.String() == "Latn" {
		return other > 4*latin
	}
	return latin > 20*other
}
