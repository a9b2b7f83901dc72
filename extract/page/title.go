package page

import (
	"strings"

	"golang.org/x/net/html"
)

const (
	longestTitle  = 2 << 10 // bytes
	longForATitle = 512     // bytes: markup in one beyond this is the page's own
)

// readTitle gives the words of a title element. One that is never closed holds
// all markup behind it as text: it is cut where that begins. A title that merely
// speaks of a tag is short, has the page behind it, and does not go on from the
// page's head to its body.
func (d *Document) readTitle(at int32) string {
	words := d.Words(at, longestTitle)
	cut := markupAt(words)
	if cut < 0 || len(words) <= longForATitle && d.textBehind(at) && !(strings.Contains(words, "</head") && strings.Contains(words, "<body")) {
		return words
	}
	d.Warnings = append(d.Warnings, "the page's title holds markup, as one that is never closed; it was cut there")
	if cut > longForATitle {
		return ""
	}
	return strings.TrimSpace(words[:cut])
}

// markupAt finds the first tag in a text, -1 for none.
func markupAt(s string) int {
	for i := 0; i < len(s)-1; i++ {
		if s[i] == '<' && (isLetter(s[i+1]) || s[i+1] == '/' || s[i+1] == '!') {
			return i
		}
	}
	return -1
}

// textBehind says whether any text stands behind an element.
func (d *Document) textBehind(at int32) bool {
	for i := d.Nodes[at].End; int(i) < len(d.Nodes); i++ {
		if n := &d.Nodes[i]; n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			return true
		}
	}
	return false
}
