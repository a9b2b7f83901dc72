package captions

import (
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"
)

// picture gives the address of the candidate's picture, in the largest size
// the page offers, and its alternative text.
func (f *captionFinder) picture(c candidate) (address, alt string) {
	if c.media < 0 {
		return "", ""
	}
	n := &f.nodes[c.media]
	alt = strings.Join(strings.Fields(n.Attribute("alt")), " ")
	best, width := "", 0
	take := func(srcset string) {
		if u, w := largest(srcset); w > width {
			best, width = u, w
		}
	}
	take(n.Attribute("srcset"))
	take(n.Attribute("data-srcset"))
	if p := n.Parent; p >= 0 && f.nodes[p].Atom == atom.Picture {
		for i := p + 1; i < f.nodes[p].End; i++ {
			if f.nodes[i].Atom == atom.Source {
				take(f.nodes[i].Attribute("srcset"))
				take(f.nodes[i].Attribute("data-srcset"))
			}
		}
	}
	if best == "" {
		for _, key := range [...]string{"data-src", "data-original", "data-lazy-src", "data-lazy", "data-image", "src", "poster", "data-poster"} {
			if s := strings.TrimSpace(n.Attribute(key)); s != "" && !strings.HasPrefix(s, "data:") && !strings.ContainsAny(s, "{ ") {
				best = s
				break
			}
		}
	}
	return f.in.Resolve(best), alt
}

// largest gives the address of the widest picture of a srcset.
func largest(srcset string) (address string, width int) {
	for len(srcset) > 0 {
		srcset = strings.TrimLeft(srcset, " ,\n\t\r")
		end := strings.IndexAny(srcset, " \n\t\r")
		if end < 0 {
			end = len(srcset)
		}
		u := strings.TrimRight(srcset[:end], ",")
		bare := end < len(srcset) && len(u) < end
		srcset = srcset[end:]
		w := 1
		if !bare {
			next := strings.IndexByte(srcset, ',')
			if next < 0 {
				next = len(srcset)
			}
			w = descriptor(strings.TrimSpace(srcset[:next]))
			srcset = srcset[min(next+1, len(srcset)):]
		}
		if u != "" && !strings.HasPrefix(u, "data:") && w > width {
			address, width = u, w
		}
	}
	return address, width
}

// descriptor reads 640w or 2x; a density counts as hundreds of pixels.
func descriptor(s string) int {
	if s == "" {
		return 1
	}
	v, err := strconv.ParseFloat(s[:len(s)-1], 64)
	if err != nil || v <= 0 || v > 1e5 {
		return 1
	}
	if s[len(s)-1] == 'x' {
		return int(v * 100)
	}
	return int(v)
}

// declaredCredit finds the credit of a picture whose words have none: in its
// own attributes, else in what the page declares for a picture of that address.
func (f *captionFinder) declaredCredit(c candidate) string {
	n := &f.nodes[c.media]
	for _, el := range [...]int32{c.media, c.node} {
		for _, key := range [...]string{"data-credit", "data-copyright", "data-photographer", "data-image-credit", "data-source"} {
			if s := strings.TrimSpace(f.nodes[el].Attribute(key)); s != "" && len(s) < 120 && !strings.Contains(s, "://") {
				return cleanCredit(f.in.Words, s)
			}
		}
	}
	src := lastSegment(n.Attribute("src"))
	for _, t := range f.in.Doc.Facts.LD {
		if !t.Is("ImageObject") {
			continue
		}
		u := t.URL("contentUrl")
		if u == "" {
			u = t.URL("url")
		}
		if src == "" || lastSegment(u) != src {
			continue
		}
		for _, p := range [...]string{"creditText", "copyrightHolder", "creator", "author"} {
			if s := t.Name(p); s != "" && len(s) < 120 {
				return cleanCredit(f.in.Words, s)
			}
		}
	}
	return ""
}

// lastSegment gives the file name of an address.
func lastSegment(address string) string {
	address, _, _ = strings.Cut(address, "?")
	s := address[strings.LastIndexByte(address, '/')+1:]
	if len(s) < 8 {
		return ""
	}
	return s
}
