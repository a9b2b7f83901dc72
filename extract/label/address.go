package label

import (
	"net/url"
	"strings"
)

// Address gives a link's absolute form; "" for what is no address of the web, or has
// nothing to be absolute by.
func (in *Input) Address(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if s == "" || err != nil {
		return ""
	}
	if base := in.base(); base != nil {
		u = base.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

// base is the address that links are relative to; nil where none is known.
func (in *Input) base() *url.URL {
	if in.Doc.URL != nil || in.Declared == nil {
		return in.Doc.URL
	}
	return in.Declared.Canonical
}

// Resolve makes an address whole by the page's own, and leaves it as it is written
// where that is not known; "" for another scheme.
func (in *Input) Resolve(ref string) string {
	if ref == "" {
		return ""
	}
	u, err := url.Parse(strings.TrimSpace(ref))
	if err != nil {
		return ""
	}
	if base := in.base(); base != nil {
		u = base.ResolveReference(u)
	}
	if u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// LeadsAway says whether an address leads to another page: pictures, fragments and scripts do not.
func LeadsAway(href string) bool {
	path, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(href)), "?")
	if path == "" || path[0] == '#' || strings.HasPrefix(path, "javascript:") {
		return false
	}
	for _, ext := range [...]string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"} {
		if strings.HasSuffix(path, ext) {
			return false
		}
	}
	return true
}

// leadsBack says whether an address leads to the page itself, or to a place on it,
// as the entries of a table of contents do that name the whole address. Another
// query is another page: "?id=2".
func (in *Input) leadsBack(ref string) bool {
	bare := func(s string) string {
		s, _, _ = strings.Cut(s, "#")
		return strings.TrimSuffix(s, "/")
	}
	to := bare(in.Resolve(ref))
	if to == "" {
		return false
	}
	for _, own := range []*url.URL{in.Doc.URL, in.Declared.Canonical} {
		if own != nil && bare(own.String()) == to {
			return true
		}
	}
	return false
}
