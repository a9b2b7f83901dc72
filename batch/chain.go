package batch

import (
	"fmt"

	"copydesk/article"
	"copydesk/extract"
	"copydesk/extract/label"
)

// mostParts is how many parts an article may have to be joined.
const mostParts = 50

// link is a page that names other parts of its article, as far as joining needs to know it.
type link struct {
	item       int // in the listing
	id         string
	address    string
	next, prev string
}

func linkOf(item int, a *article.Article) *link {
	return &link{item: item, id: a.ID, address: extract.Address(a), next: a.Parts.Next, prev: a.Parts.Prev}
}

// chains sorts pages into articles of which all parts are there, each in order,
// and gives for every other page the reason why it was not joined. It depends on
// what the pages say, not on the order they come in.
func chains(links []*link) (whole [][]*link, why map[*link]string) {
	at, why := known(links)
	placed := map[*link]bool{}
	for _, first := range links {
		if first.prev != "" || why[first] != "" {
			continue
		}
		parts, reason := follow(first, at)
		if reason == "" {
			whole = append(whole, parts)
		}
		for _, p := range parts {
			if why[p] == "" {
				why[p] = reason
			}
			placed[p] = true
		}
	}
	for _, l := range links {
		switch {
		case placed[l] || why[l] != "":
		case find(at, l.prev) == nil:
			why[l] = missingPart(l.prev)
		default:
			why[l] = "not joined: the part before it could not be joined"
		}
	}
	return whole, why
}

func missingPart(address string) string {
	return fmt.Sprintf("not joined: the part %s is not among the pages", address)
}

// known finds pages by their addresses. An address that two pages give as theirs finds neither.
func known(links []*link) (at map[string]*link, why map[*link]string) {
	at, why = map[string]*link{}, map[*link]string{}
	for _, l := range links {
		for _, key := range label.PartKeys(l.address) {
			other, taken := at[key]
			if !taken {
				at[key] = l
				continue
			}
			for _, both := range [...]*link{other, l} {
				if both != nil {
					why[both] = fmt.Sprintf("not joined: two pages give %s as their address", l.address)
				}
			}
			at[key] = nil
		}
	}
	return at, why
}

func find(at map[string]*link, address string) *link {
	for _, key := range label.PartKeys(address) {
		if l := at[key]; l != nil {
			return l
		}
	}
	return nil
}

// follow walks from a first part to the last. Each part must lead to the next
// one, and that one back to it where it leads anywhere.
func follow(first *link, at map[string]*link) (parts []*link, reason string) {
	seen := map[*link]bool{}
	for l := first; ; {
		parts = append(parts, l)
		seen[l] = true
		if l.next == "" {
			break
		}
		next := find(at, l.next)
		switch {
		case next == nil:
			return parts, missingPart(l.next)
		case seen[next]:
			return parts, "not joined: the parts lead in a circle"
		case next.prev != "" && find(at, next.prev) != l:
			return parts, fmt.Sprintf("not joined: %s does not lead back to %s", next.address, l.address)
		case len(parts) == mostParts:
			return parts, fmt.Sprintf("not joined: more than %d parts", mostParts)
		}
		l = next
	}
	if len(parts) == 1 {
		return parts, "not joined: no other part is among the pages"
	}
	return parts, ""
}
