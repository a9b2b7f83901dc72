package page

import (
	"bytes"

	"golang.org/x/net/html"
)

// maxDepth is how deep elements may stand in one another. The parser refuses
// more than 512 open elements; what a reader can see never nests so deep, so the
// tags beyond are dropped and their contents kept.
const maxDepth = 400

// shallow writes the page again without the tags that stand deeper than
// maxDepth. Unclosed elements count as open, as they do for the parser.
func shallow(b []byte) []byte {
	out := bytes.NewBuffer(make([]byte, 0, len(b)))
	z := html.NewTokenizer(bytes.NewReader(b))
	var open []string // the kept elements that are open
	dropped := map[string]int{}
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out.Bytes()
		case html.StartTagToken:
			raw := z.Raw()
			name, _ := z.TagName()
			switch {
			case voidElement[string(name)]:
			case len(open) >= maxDepth:
				dropped[string(name)]++
				continue
			default:
				open = append(open, string(name))
			}
			out.Write(raw)
		case html.EndTagToken:
			raw := z.Raw()
			name, _ := z.TagName()
			if dropped[string(name)] > 0 {
				dropped[string(name)]--
				continue
			}
			for i := len(open) - 1; i >= 0; i-- {
				if open[i] == string(name) {
					open = open[:i]
					break
				}
			}
			out.Write(raw)
		default:
			out.Write(z.Raw())
		}
	}
}

var voidElement = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true,
	"link": true, "meta": true, "param": true, "source": true, "track": true, "wbr": true,
}
