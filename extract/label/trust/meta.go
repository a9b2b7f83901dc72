package trust

import (
	"net/url"
	"strings"

	"copydesk/article"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// fromMeta reads what stands in meta and link elements.
func (t *truster) fromMeta() {
	outOfNews := false
	for _, m := range t.in.Doc.Facts.Meta {
		switch m.Name {
		case "article:opinion", "og:article:opinion":
			if m.Content == "true" || m.Content == "1" {
				t.add(article.TrustLabel{Kind: string(vocab.Opinion), Source: "meta"}, m.Name)
			}
		case "article:section", "genre", "dc.type", "dcterms.type", "parsely-section", "iptc:genre", "iptc.genre":
			t.section(m.Content, "meta")
		case "article:content_tier", "og:article:content_tier":
			if strings.EqualFold(m.Content, "locked") { // a metered one is open to most readers
				t.add(article.TrustLabel{Kind: string(vocab.Paywall), Source: "meta"}, m.Name+" is locked")
			}
		case "syndication-source", "original-source":
			t.syndicated(m.Content, m.Name)
		case "digitalsourcetype", "iptc:digitalsourcetype", "iptc.digitalsourcetype", "dcterms.digitalsourcetype":
			if madeByAI(m.Content) {
				t.add(article.TrustLabel{Kind: string(vocab.AI), Source: "meta"}, "IPTC digital source type")
			}
		case "googlebot-news", "robots":
			outOfNews = outOfNews || strings.Contains(strings.ToLower(m.Content), "noindex")
		}
	}
	t.keywords(outOfNews)
	for _, l := range t.in.Doc.Facts.Links {
		if l.Rel == "c2pa-manifest" && l.Href != "" {
			t.add(article.TrustLabel{Kind: string(vocab.Provenance), URL: t.in.Resolve(l.Href), Source: "meta"}, "a link to a C2PA manifest")
		}
	}
}

// keywords reads what the keywords say was paid for or released. A keyword alone
// says what a text is about; where the page is also kept out of the news, as
// search engines ask of such texts, it says what the text is.
func (t *truster) keywords(outOfNews bool) {
	for _, m := range t.in.Doc.Facts.Meta {
		switch m.Name {
		case "news_keywords", "keywords", "parsely-tags", "article:tag":
		default:
			continue
		}
		for word := range strings.SplitSeq(m.Content, ",") {
			if word = strings.TrimSpace(word); word == "" || len(word) > longestBadge {
				continue
			}
			var room [6]vocab.Hit
			for _, h := range t.in.Words.Find(room[:0], word, vocab.Kicker|vocab.Badge) {
				switch {
				case !h.Whole() || h.Kind != vocab.Sponsored && h.Kind != vocab.PressRelease:
				case !outOfNews:
					t.refuse(h.Kind, word, "meta", "a keyword says what a text is about")
				default:
					t.add(article.TrustLabel{Kind: string(h.Kind), Label: word, Source: "meta"}, "a keyword, on a page that is kept out of the news")
				}
			}
		}
	}
}

// syndicated reads the address that a page names as its text's origin: one of
// another site says that the text is another publisher's.
func (t *truster) syndicated(address, name string) {
	from, err := url.Parse(strings.TrimSpace(address))
	own := t.in.Doc.URL
	if own == nil {
		own = t.in.Declared.Canonical
	}
	if err != nil || from.Hostname() == "" || own == nil || sameSite(from.Hostname(), own.Hostname()) {
		return
	}
	t.add(article.TrustLabel{Kind: string(vocab.Agency), URL: from.String(), Source: "meta"}, name+" names another site")
}

// sameSite says whether one host is the other, or stands below it.
func sameSite(a, b string) bool {
	a, b = strings.TrimPrefix(strings.ToLower(a), "www."), strings.TrimPrefix(strings.ToLower(b), "www.")
	return a == b || strings.HasSuffix(a, "."+b) || strings.HasSuffix(b, "."+a)
}

// backstory takes in what the article declares of how and why it was made.
func (t *truster) backstory(a *page.Thing, source string) {
	words, address := a.Text("backstory"), a.URL("backstory")
	if thing := a.Thing("backstory"); thing != nil {
		words = firstOf(thing.Text("text"), thing.Text("description"), thing.Text("name"))
		address = thing.URL("url")
	}
	if strings.HasPrefix(words, "http") {
		words = ""
	}
	if words != "" || address != "" {
		t.add(article.TrustLabel{Kind: string(vocab.Policy), Label: words, URL: t.in.Resolve(address), Source: source, Policy: "backstory"}, "property backstory")
	}
}

// iptcGenre gives the code of an IPTC genre, as "genre:Opinion" or as the
// address of the code, in small letters with hyphens.
func iptcGenre(s string) (code string, ok bool) {
	for _, mark := range [...]string{"genre:", "newscodes/genre/"} {
		if _, code, ok = strings.Cut(s, mark); ok {
			return strings.ToLower(strings.Trim(strings.ReplaceAll(code, "_", "-"), "/ ")), code != ""
		}
	}
	return "", false
}

// iptcGenres are the codes of https://cv.iptc.org/newscodes/genre/ that say what kind of text it is.
var iptcGenres = map[string]vocab.Kind{
	"analysis": vocab.Analysis, "background": vocab.Analysis, "opinion": vocab.Opinion, "interview": vocab.Interview,
	"question-and-answer-session": vocab.Interview, "obituary": vocab.Obituary, "press-release": vocab.PressRelease,
	"review": vocab.Review, "special-report": vocab.Investigation, "satire": vocab.Satire, "advertiser-supplied": vocab.Sponsored,
}

// madeByAI says whether an IPTC digital source type is one of those that a trained model made, or had a part in.
func madeByAI(code string) bool { return strings.Contains(code, "rainedAlgorithmicMedia") }
