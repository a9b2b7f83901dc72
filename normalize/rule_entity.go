package normalize

import (
	"html"
	"strings"
)

// ruleEntity resolves character references that were left in the text, however
// often they were escaped.
var ruleEntity = &rule{name: "entity", cue: cueEntity, find: findEntities, escapes: true}

func findEntities(d *doc) {
	for i := range d.fields {
		f := &d.fields[i]
		if f.cues&cueEntity == 0 {
			continue
		}
		for at := 0; at < len(f.text); {
			j := strings.IndexByte(f.text[at:], '&')
			if j < 0 {
				break
			}
			at += j
			semi := strings.IndexByte(f.text[at:min(len(f.text), at+32)], ';')
			if semi > 0 {
				whole := f.text[at : at+semi+1]
				if plain := html.UnescapeString(whole); plain != whole && !strings.HasSuffix(plain, ";") {
					f.report(at, at+len(whole), plain, 0.98, "a character reference")
					at += len(whole)
					continue
				}
			}
			at++
		}
	}
}
