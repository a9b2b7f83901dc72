package ingest

import "bytes"

// dataKind names a text format that is no page: it has a shape of its own
// that starts with the first bytes. XML whose root is html is a page and is
// left to looksHTML.
func dataKind(t []byte) string {
	switch t[0] {
	case '{', '[':
		return jsonKind(t)
	case '<':
		return xmlKind(t)
	}
	head := t[:min(len(t), 2048)]
	switch {
	case bytes.HasPrefix(t, []byte("-----BEGIN ")):
		return "PEM data"
	case bytes.HasPrefix(t, []byte("#!")):
		return "script"
	case bytes.Contains(head, []byte("MIME-Version:")) && bytes.Contains(head, []byte("Content-Type: multipart/")):
		return "MIME message or MHTML archive"
	}
	return ""
}

// jsonKind tells JSON from text that opens with a bracket ("[Updated] …").
func jsonKind(t []byte) string {
	rest := bytes.TrimLeft(t[1:], " \t\r\n")
	if len(rest) == 0 {
		return "JSON"
	}
	switch {
	case t[0] == '{' && (rest[0] == '"' || rest[0] == '}'),
		t[0] == '[' && bytes.IndexByte([]byte(`{["]`), rest[0]) >= 0:
		return "JSON"
	}
	return ""
}

// xmlRoots are the roots of XML documents that are found beside pages.
var xmlRoots = map[string]string{
	"rss": "RSS feed", "feed": "Atom feed", "rdf:rdf": "RDF", "urlset": "sitemap", "sitemapindex": "sitemap",
	"svg": "SVG picture", "plist": "property list", "opml": "OPML list", "kml": "KML", "smil": "SMIL",
}

// xmlKind names an XML document other than XHTML by its root element.
func xmlKind(t []byte) string {
	declared := bytes.HasPrefix(t, []byte("<?xml"))
	for len(t) > 0 && t[0] == '<' {
		switch {
		case bytes.HasPrefix(t, []byte("<?")):
			t = after(t, "?>")
		case bytes.HasPrefix(t, []byte("<!--")):
			t = after(t, "-->")
		case bytes.HasPrefix(t, []byte("<!")):
			if name := nameAt(skipWord(t[2:])); name != "" && xmlRoots[name] != "" {
				return xmlRoots[name]
			}
			t = after(t, ">")
		default:
			name := nameAt(t[1:])
			if kind := xmlRoots[name]; kind != "" {
				return kind
			}
			if declared && name != "" && !htmlNames[name] {
				return "XML"
			}
			return ""
		}
		t = bytes.TrimLeft(t, " \t\r\n\f")
	}
	return ""
}

func after(t []byte, end string) []byte {
	_, rest, _ := bytes.Cut(t, []byte(end))
	return rest
}

func skipWord(t []byte) []byte {
	_, rest, _ := bytes.Cut(t, []byte(" "))
	return bytes.TrimLeft(rest, " ")
}

// nameAt reads the name of a tag, in lower case; empty where none stands.
func nameAt(t []byte) string {
	n := 0
	for n < len(t) && n < 16 && (isAlnum(t[n]) || t[n] == ':' || t[n] == '-') {
		n++
	}
	if n == 0 || !isLetter(t[0]) {
		return ""
	}
	return string(bytes.ToLower(t[:n]))
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isAlnum(c byte) bool  { return isLetter(c) || c >= '0' && c <= '9' }

var htmlNames = func() map[string]bool {
	m := map[string]bool{}
	for _, n := range []string{
		"html", "head", "body", "title", "meta", "link", "script", "style", "base", "noscript", "template",
		"div", "p", "span", "a", "img", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
		"table", "tbody", "thead", "tr", "td", "th", "article", "section", "header", "footer", "main", "nav", "aside",
		"figure", "figcaption", "picture", "blockquote", "pre", "em", "strong", "b", "i", "u", "font", "center",
		"form", "input", "button", "iframe", "time", "small", "sub", "sup", "frameset", "frame",
	} {
		m[n] = true
	}
	return m
}()

// looksHTML says whether text is HTML: it opens with a tag, a doctype or a
// comment before one; or a frame tag (html, body, a doctype) stands behind
// some noise, as after a server's warning; or several tags stand anywhere. A
// text that merely speaks of a tag or two is none.
func looksHTML(t []byte) bool {
	if t[0] == '<' {
		if len(t) > 2 && t[1] == '!' || bytes.HasPrefix(t, []byte("<?xml")) {
			return true
		}
		if htmlNames[nameAt(bytes.TrimPrefix(t[1:], []byte("/")))] {
			return true
		}
	}
	tags := 0
	for i := 0; i < len(t)-1; i++ {
		j := bytes.IndexByte(t[i:], '<')
		if j < 0 {
			return false
		}
		i += j
		rest := t[i+1:]
		switch name := nameAt(bytes.TrimPrefix(rest, []byte("/"))); {
		case name == "html", name == "body", hasFold(rest, "!doctype html"):
			return true
		case htmlNames[name]:
			if tags++; tags >= 5 {
				return true
			}
		}
	}
	return false
}

func hasFold(t []byte, prefix string) bool {
	return len(t) >= len(prefix) && bytes.EqualFold(t[:len(prefix)], []byte(prefix))
}
