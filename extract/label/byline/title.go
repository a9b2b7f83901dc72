package byline

import (
	"slices"
	"strings"

	"copydesk/extract/label"
	"copydesk/extract/vocab"
)

// withoutTitle cuts a role that stands before or behind a name: "Jane Doe
// Political Editor", "Reporter Jane Doe".
// A part behind a comma that has a role in it is the role: "Healthcare Reporter".
func withoutTitle(in *label.Input, s string, first bool) string {
	var room [8]vocab.Hit
	if word, rest, ok := strings.Cut(s, " "); ok && first && looksLikeName(rest) && roleCompound(in, word) {
		return rest
	}
	for _, h := range in.Words.Find(room[:0], s, vocab.Byline) {
		if h.Kind == vocab.Agency && h.To == h.Words && h.From >= 2 {
			if rest := strings.TrimRight(s[:h.Start], " :,–-"); looksLikeName(rest) {
				return rest
			}
		}
		if h.Kind != vocab.JobTitle {
			continue
		}
		if h.To == h.Words && h.From > 0 && ranked(in, s) {
			return ""
		}
		if !first && (h.From == 0 || h.To == h.Words) {
			return ""
		}
		if h.From == 0 {
			if rest := strings.TrimLeft(s[h.End:], " :,.–-"); looksLikeName(rest) {
				return rest
			}
		}
		if h.To == h.Words {
			if rest := strings.TrimRight(s[:h.Start], " :,–-"); looksLikeName(rest) {
				return withoutBeat(in, rest)
			}
		}
	}
	return s
}

// withoutBeat cuts the field of a role that was cut: "Jane Doe Parliamentary". A name
// must be left.
func withoutBeat(in *label.Input, s string) string {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 || !looksLikeName(s[:i]) || !in.Words.Has(s[i+1:], vocab.Name, vocab.Beat) {
		return s
	}
	return s[:i]
}

// ranked says whether the words of a role open with a rank and name its field in
// between: "Senior Ferries Reporter".
func ranked(in *label.Input, role string) bool {
	var room [4]vocab.Hit
	hits := in.Words.Find(room[:0], role, vocab.Name)
	return slices.ContainsFunc(hits, func(h vocab.Hit) bool { return h.Kind == vocab.Rank && h.From == 0 })
}

// roleCompound says whether a word ends with a role, as languages that join words
// have it: "Wirtschaftskorrespondent", "Sportredakteurin", "kulturredaktör".
func roleCompound(in *label.Input, word string) bool {
	if !shapeWords["compounding"][label.PrimaryTag(in.Tag)] {
		return false
	}
	f := label.Folded(word)
	for end := range shapeWords["role-ending"] {
		if len(f) > len(end)+2 && strings.HasSuffix(f, end) {
			return true
		}
	}
	return false
}
