package trust

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"copydesk/article"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// longestLinkText is the most bytes that a link to a policy has.
const longestLinkText = 90

// fromLinks reads links and logos: policies, press councils and marks of trust
// in the page's footer, behind the article and in it.
func (t *truster) fromLinks() {
	nodes := t.in.Doc.Nodes
	for i := int32(1); i < int32(len(nodes)); i++ {
		n := &nodes[i]
		switch n.Atom {
		case atom.Head, atom.Script, atom.Style, atom.Template, atom.Noscript:
			i = n.End - 1
			continue
		case atom.A:
			if t.shown(n) {
				t.link(i, n)
			}
		case atom.Img:
			if t.shown(n) {
				t.logo(i, firstOf(n.Attribute("alt"), n.Attribute("title")), n.Attribute("src"))
			}
		}
		if n.Type == html.ElementNode && n.Class.Has(trustClass) && t.shown(n) {
			t.logo(i, "", n.Attribute("class")+" "+n.Attribute("id"))
		}
	}
}

var trustClass = page.ClassGroup("trust")

func (t *truster) shown(n *page.Node) bool {
	return n.Flags&(page.Hidden|page.NoScript) == 0 || n.Flags&page.Unfoldable != 0
}

// link reads one link by its words, then by its target.
func (t *truster) link(i int32, n *page.Node) {
	href := n.Attribute("href")
	if href == "" || strings.HasPrefix(href, "mailto:") || strings.HasPrefix(href, "javascript:") {
		return
	}
	place := t.place(i, n)
	if place == "" {
		return
	}
	if place != "a menu" {
		t.mark(i, "", href)
	}
	text := firstOf(t.in.Doc.Words(i, longestLinkText+30), n.Attribute("title"), n.Attribute("aria-label"))
	if len(text) > longestLinkText {
		return
	}
	var room [8]vocab.Hit
	hits := t.in.Words.Find(room[:0], text, vocab.Footer)
	if prop, ok := policyIn(hits); ok {
		t.add(article.TrustLabel{Kind: string(vocab.Policy), Label: text, URL: t.in.Resolve(href), Source: "dom", Policy: prop}, "a link in "+place+" names it")
		return
	}
	if place == "a menu" {
		return
	}
	if prop, ok := t.policyTarget(href, place == "the footer"); ok {
		t.add(article.TrustLabel{Kind: string(vocab.Policy), Label: text, URL: t.in.Resolve(href), Source: "dom", Policy: prop}, "the target of a link in "+place+" names it")
	}
	for _, h := range hits {
		switch h.Kind {
		case vocab.PressCouncil, vocab.TrustProject, vocab.JTI:
			t.add(article.TrustLabel{Kind: string(h.Kind), Label: text, URL: t.in.Resolve(href), Source: "dom"}, "a link in "+place)
		}
	}
}

// place says where a link stands, "" for a menu or a teaser.
func (t *truster) place(i int32, n *page.Node) string {
	switch {
	case n.Flags&page.InFooter != 0:
		return "the footer"
	case i > t.body.Last && n.Flags&(page.InArticle) == 0:
		return "the part behind the article"
	case t.body.Inside(t.in.Doc.Nodes, i, t.body.Text):
		return "the article"
	case i > t.body.Last:
		return "the part behind the article"
	case n.Flags&page.InNav != 0:
		return "a menu"
	}
	return ""
}

// policyIn says which editorial policy a link's words name.
func policyIn(hits []vocab.Hit) (string, bool) {
	for _, h := range hits {
		if h.Kind != vocab.Policy {
			continue
		}
		// One word must be the whole link: "Corrections", not "Corrections officer jailed".
		if h.Whole() || h.To-h.From >= 2 && h.Words <= 9 && h.Words-(h.To-h.From) <= 4 {
			return h.Value, true
		}
	}
	return "", false
}

// policyTarget says which editorial policy a link's address names.
func (t *truster) policyTarget(href string, footer bool) (string, bool) {
	if end := strings.IndexAny(href, "?#"); end >= 0 {
		href = href[:end]
	}
	href = strings.TrimRight(href, "/")
	slug := href[strings.LastIndexByte(href, '/')+1:]
	limit := 40 // longer ones are articles about such things
	if footer {
		limit = 90
	}
	if len(slug) < 5 || len(slug) > limit || !strings.ContainsAny(slug, "-_") {
		return "", false
	}
	slug = spacedSlug(slug)
	var room [8]vocab.Hit
	for _, h := range t.in.Words.Find(room[:0], slug, vocab.Footer) {
		if h.Kind == vocab.Policy && (h.Whole() || footer) && h.To-h.From >= 2 {
			return h.Value, true
		}
	}
	return "", false
}

// spacedSlug parts the words of an address and drops the ending of a file.
func spacedSlug(slug string) string {
	if strings.IndexByte(slug, '.') >= 0 {
		return slugSpaces.Replace(slug)
	}
	return strings.ReplaceAll(strings.ReplaceAll(slug, "-", " "), "_", " ")
}

var slugSpaces = strings.NewReplacer("-", " ", "_", " ", ".html", "", ".php", "", ".pdf", "", ".", " ")

// logo reads a picture or a class that stands for a mark of trust.
func (t *truster) logo(i int32, words, address string) { t.mark(i, words, address) }

// marks are the signs by which logos are known, in addresses, classes and alternative texts.
var marks = [...]struct {
	sign string
	kind vocab.Kind
}{
	{"thetrustproject", vocab.TrustProject}, {"trust-project", vocab.TrustProject}, {"trustproject", vocab.TrustProject}, {"the-trust-project", vocab.TrustProject},
	{"journalismtrustinitiative", vocab.JTI}, {"jti-app", vocab.JTI}, {"jti-certif", vocab.JTI}, {"jti_certif", vocab.JTI}, {"journalism-trust-initiative", vocab.JTI},
	{"ipso.co.uk", vocab.PressCouncil}, {"ipso-", vocab.PressCouncil}, {"-ipso", vocab.PressCouncil}, {"ipso_", vocab.PressCouncil}, {"impress.press", vocab.PressCouncil}, {"impressorg", vocab.PressCouncil},
	{"presserat.de", vocab.PressCouncil}, {"presserat.at", vocab.PressCouncil}, {"presserat.ch", vocab.PressCouncil}, {"presscouncil", vocab.PressCouncil}, {"press-council", vocab.PressCouncil},
	{"pressombudsman", vocab.PressCouncil}, {"medieombudsmannen.se", vocab.PressCouncil}, {"presse.no/pfu", vocab.PressCouncil}, {"pressenaevnet", vocab.PressCouncil}, {"rvdj.", vocab.PressCouncil},
	{"cdjm.org", vocab.PressCouncil}, {"lecdj.be", vocab.PressCouncil}, {"newsmediacouncil", vocab.PressCouncil}, {"mediacouncil", vocab.PressCouncil}, {"ikpec.or.kr", vocab.PressCouncil},
	{"conseildepresse", vocab.PressCouncil}, {"jsn.fi", vocab.PressCouncil}, {"contentcredentials.org", vocab.Provenance}, {"contentauthenticity", vocab.Provenance},
}

// glanceMarks tells which signs may stand in a text, as a set of the words by which
// markOpens holds them; most addresses and alternative texts have none.
func glanceMarks(text string) (seen uint16) {
	for i := 1; i < len(text); i++ {
		for _, k := range markOpens[firstTwo(text[i-1], text[i])] {
			if s := markWords[k]; len(text)-i >= len(s)-1 && strings.EqualFold(text[i-1:i-1+len(s)], s) {
				seen |= 1 << k
			}
		}
	}
	return seen
}

// markWords are words one of which stands in every sign.
var markWords = [...]string{"trust", "ipso", "press", "medi", "jti", "rvdj", "cdj", "ikpec", "jsn.fi", "content"}

// markOpens holds them by their first two letters in any case, markedBy tells for
// every sign which of them stand in it.
var markOpens, markedBy = func() (opens [1 << 10][]uint8, by [len(marks)]uint16) {
	for k, s := range markWords {
		slot := firstTwo(s[0], s[1])
		opens[slot] = append(opens[slot], uint8(k))
	}
	for i, m := range marks {
		for k, s := range markWords {
			if strings.Contains(m.sign, s) {
				by[i] |= 1 << k
			}
		}
	}
	return opens, by
}()

func firstTwo(a, b byte) int { return int(a&31)<<5 | int(b&31) }

// mark reads a logo or link that stands for a mark of trust.
func (t *truster) mark(at int32, words, address string) {
	alt, inAlt := "", uint16(0)
	if len(words) > 2 && len(words) < 120 {
		if inAlt = glanceMarks(words); inAlt != 0 {
			alt = "-" + strings.ReplaceAll(strings.ToLower(words), " ", "-") + "-"
		}
	}
	low, inAddress := "", glanceMarks(address)
	if inAddress != 0 {
		low = strings.ToLower(address)
	}
	if inAddress|inAlt == 0 {
		return
	}
	for i, m := range marks {
		if markedBy[i]&inAddress == 0 || !strings.Contains(low, m.sign) {
			if markedBy[i]&inAlt == 0 || !strings.Contains(alt, m.sign) {
				continue
			}
		}
		if t.has(m.kind) {
			return
		}
		n := &t.in.Doc.Nodes[at]
		target := ""
		if n.Atom == atom.A {
			target = n.Attribute("href")
			if words == "" {
				words = t.in.Doc.Words(at, 120)
			}
		} else if p := n.Parent; p > 0 && t.in.Doc.Nodes[p].Atom == atom.A {
			target = t.in.Doc.Nodes[p].Attribute("href")
		}
		t.add(article.TrustLabel{Kind: string(m.kind), Label: words, URL: t.in.Resolve(target), Source: "dom"}, "a logo or link: "+m.sign)
		return
	}
}
