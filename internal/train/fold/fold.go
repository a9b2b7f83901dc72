// Package fold splits pages by site, so that a model is never judged on pages
// of a site it was trained on.
package fold

import (
	"hash/fnv"
	"io"
	"net/url"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// Count is into how many parts the sites are split.
const Count = 5

// Of gives the part that an address falls into: all pages of one registrable
// domain fall into one.
func Of(address string) int {
	site := address
	if u, err := url.Parse(address); err == nil && u.Hostname() != "" {
		site = u.Hostname()
		if d, err := publicsuffix.EffectiveTLDPlusOne(site); err == nil {
			site = d
		}
	}
	h := fnv.New64a()
	_, _ = io.WriteString(h, strings.ToLower(site)) // a hash takes all
	return int(h.Sum64() % Count)
}
