package byline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/extract/label"
	"copydesk/extract/label/dates"
	"copydesk/extract/vocab"
)

// longestOpening is how many bytes of a line are read to see whether it opens a byline.
const longestOpening = 48

// openedByline reads a line that opens as a byline does: "By Ida Moen".
// Near the headline a single word or a newsroom will do.
func openedByline(in *label.Input, text string, first, last int32, near bool) []named {
	var room [8]vocab.Hit
	open, line := false, text
	if !near && len(line) > longestOpening { // what opens a byline stands first
		line = line[:longestOpening]
		for !utf8.ValidString(line) {
			line = line[:len(line)-1]
		}
	}
	for _, h := range in.Words.Find(room[:0], line, vocab.Byline) {
		if h.Kind == vocab.By && h.From == 0 && h.To < h.Words {
			open = true
		}
		// "Source: Harbour Post  Author: Ida Moen": a label with a colon opens anywhere.
		if rest := text[h.End:]; h.Kind == vocab.By && h.From > 0 && near && (strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：")) && !helps(in, text[:h.End]) {
			rest = strings.TrimLeft(rest, ":： ")
			if i := strings.IndexFunc(rest, unicode.IsSpace); i > 0 && alone(rest) {
				rest = rest[:i]
			}
			if names := parseNames(in, rest, true); len(names) > 0 {
				return names[:1]
			}
		}
	}
	if !open {
		return nil
	}
	// The line may go on in other elements: a role, a date. Names are read up to the first text that holds none.
	var names []named
	for k, p := range in.Texts(first, last) {
		part := parseNames(in, p, true)
		if len(part) == 0 && (k > 0 && len(names) > 0) && !joins(in, p) {
			break
		}
		names = append(names, part...)
	}
	if names = onlyPeople(names); names == nil && near {
		return shortByline(in, text)
	}
	return names
}

// behindDate reads a line in which a date stands before what opens a byline:
// "posted on 12 March 2024 by Ida Moen".
func behindDate(in *label.Input, text string) []named {
	var room [8]vocab.Hit
	for _, h := range in.Words.Find(room[:0], text, vocab.Byline) {
		if h.Kind == vocab.By && h.From > 0 && onlyDate(in, text[:h.Start]) {
			rest := text[h.End:]
			if i := strings.Index(strings.ToLower(rest), " in "); i > 0 && len(strings.ToLower(rest)) == len(rest) {
				rest = rest[:i] // "… by Ida Moen in Shipping": the section
			}
			if names := parseNames(in, rest, true); len(names) > 0 {
				return names
			}
		}
	}
	return nil
}

// onlyDate says whether a text is a date and a few words that belong to it.
func onlyDate(in *label.Input, s string) bool {
	rest := len(strings.TrimSpace(s))
	for _, d := range dates.In(in, s) {
		rest -= d.End - d.Start
	}
	return rest < len(strings.TrimSpace(s)) && rest <= 16
}

// shortByline reads an opened line whose author has no name of the usual form: a
// handle, a first name, a team. It must end where a date, a comma or the line does.
func shortByline(in *label.Input, text string) []named {
	var room [8]vocab.Hit
	end := 0
	for _, h := range in.Words.Find(room[:0], text, vocab.Byline) {
		if h.Kind == vocab.By && h.From == 0 {
			end = max(end, h.End)
		}
	}
	rest := strings.TrimLeft(text[end:], " :")
	if dates := dates.In(in, rest); len(dates) > 0 { // "by BoDahl on Friday, 12 March"
		words := strings.Fields(rest[:dates[0].Start])
		if n := len(words); n > 1 && len(words[n-1]) <= 3 && words[n-1] == strings.ToLower(words[n-1]) {
			words = words[:n-1]
		}
		rest = strings.Join(words, " ")
	}
	if i := strings.IndexAny(rest, ",|•·\n0123456789("); i >= 0 {
		rest = rest[:i]
	}
	if n := len(strings.Fields(rest)); n == 0 || n > 3 {
		return nil
	}
	n := judgeName(in, rest, false, true)
	if n.sort == noName {
		return nil
	}
	return []named{n}
}

// joins says whether a text between two names is only a joiner or what opens a byline.
func joins(in *label.Input, s string) bool {
	s = strings.Trim(s, " ,&:")
	if s == "" {
		return true
	}
	var room [4]vocab.Hit
	for _, h := range in.Words.Find(room[:0], s, vocab.Byline) {
		if h.Whole() && (h.Kind == vocab.And || h.Kind == vocab.By) {
			return true
		}
	}
	return false
}

// calledByline reads an element that is named as a byline; its texts must look like names.
func calledByline(in *label.Input, first, last int32) []named {
	var names []named
	parts := in.Texts(first, last)
	if whole := strings.Join(parts, " "); looksLikeName(whole) && !(looksLikeName(parts[0]) && len(strings.Fields(whole)) > len(strings.Fields(parts[0]))+1) {
		parts = []string{whole} // "Ida" and "Moen", each in an element of its own
	}
	helped := false
	for _, p := range parts {
		if list := parseNames(in, p, true); !helped {
			names = append(names, list...)
		}
		if helps(in, p) {
			helped = true // who comes next, and what they are
		} else if opens(in, p) {
			helped = false
		}
	}
	if len(names) > 6 {
		return nil // a list of people, not a byline
	}
	return onlyPeople(names)
}

// onlyPeople drops institutions, and agencies beside people; nil where nobody is left.
func onlyPeople(names []named) []named {
	people := false
	for _, n := range names {
		people = people || n.sort == person
	}
	out := names[:0]
	for _, n := range names {
		if n.sort == person || n.sort == agency && !people {
			out = append(out, n)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return unique(out)
}
