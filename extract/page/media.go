package page

import "bytes"

// sniff tells HTML from plain text by content. Text may quote a tag or two;
// what begins with markup, or holds many of the tags that pages are made of, is HTML.
func sniff(b []byte) Media {
	head := b[:min(len(b), 64<<10)]
	t := bytes.TrimLeft(head, " \t\r\n\ufeff")
	if len(t) > 1 && t[0] == '<' && (t[1] == '!' || t[1] == '?' || isLetter(t[1])) {
		return HTML
	}
	tags := 0
	for i := bytes.IndexByte(head, '<'); i >= 0; {
		if pageTag(head[i+1:]) {
			if tags++; tags >= 4 {
				return HTML
			}
		}
		next := bytes.IndexByte(head[i+1:], '<')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return Text
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// pageTags are the tags that a saved page cannot do without.
var pageTags = []string{"html", "head", "body", "div", "p", "br", "a", "span", "table", "td", "h1", "h2", "ul", "li", "meta", "script", "b", "i", "font", "section", "article"}

func pageTag(b []byte) bool {
	if len(b) > 0 && b[0] == '/' {
		b = b[1:]
	}
	n := 0
	for n < len(b) && n < 8 && (isLetter(b[n]) || '0' <= b[n] && b[n] <= '9') {
		n++
	}
	if n == 0 || n == len(b) || b[n] != '>' && b[n] != ' ' && b[n] != '/' {
		return false
	}
	for _, t := range pageTags {
		if len(t) == n && bytes.EqualFold(b[:n], []byte(t)) {
			return true
		}
	}
	return false
}
