package dump

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The width to which programs break lines, in characters.
const (
	leastWidth = 55
	mostWidth  = 100
)

// longestJoined is from how many bytes on a paragraph takes no further line.
const longestJoined = 20_000

// unwrap joins lines that a program broke at a fixed width, as text browsers
// and mail programs do. A dump is taken for broken when hardly a line is
// longer than that width although many come near it. What is safe to join: a
// line goes on in the next one if the next one's first word would not have
// fitted on it. Verse and lists have lines that end well before the edge.
func unwrap(raw []rawLine) []rawLine {
	width := wrapWidth(raw)
	if width == 0 {
		return raw
	}
	out := make([]rawLine, 0, len(raw))
	room := -1 // what is left on the last line; -1 where nothing can go on
	for _, l := range raw {
		text := strings.TrimRightFunc(l.text, unicode.IsSpace)
		body := strings.TrimLeftFunc(text, unicode.IsSpace)
		first, _, _ := strings.Cut(body, " ")
		_, bullet, _ := cutBullet(body, l.text)
		switch {
		case body == "":
			room = -1
			out = append(out, rawLine{l.at, ""})
			continue
		case room >= 0 && !bullet && len(out[len(out)-1].text) < longestJoined && utf8.RuneCountInString(first)+1 > room:
			out[len(out)-1].text += " " + body
		default:
			out = append(out, rawLine{l.at, text})
		}
		room = max(0, width-utf8.RuneCountInString(text))
	}
	return out
}

// wrapWidth gives the width at which a dump was broken, 0 where it was not.
func wrapWidth(raw []rawLine) int {
	var byLength [mostWidth + 1]int
	long, lines := 0, 0
	for _, l := range raw {
		n := utf8.RuneCountInString(strings.TrimRightFunc(l.text, unicode.IsSpace))
		if n < leastWidth-10 || strings.Contains(l.text, "://") {
			continue
		}
		lines++
		if n > mostWidth {
			long++
		} else {
			byLength[n]++
		}
	}
	if lines < 6 || long*20 > lines {
		return 0
	}
	width := mostWidth
	for width > 0 && byLength[width] == 0 {
		width--
	}
	near := 0
	for n := max(0, width-14); n <= width; n++ {
		near += byLength[n]
	}
	if width < leastWidth || near*5 < lines*3 {
		return 0
	}
	return width
}

// dropNumbers takes a text browser's numbers off its links ("[13]a line") and
// its list of addresses off the end. Only that list tells the numbers from
// footnotes, which stay.
func dropNumbers(raw []rawLine) []rawLine {
	end := len(raw)
	for i, l := range raw {
		switch strings.TrimSpace(l.text) {
		case "References", "Verweise", "Références", "Referencias", "Riferimenti", "Referências":
			if listsAddresses(raw[i+1:]) {
				end = i
			}
		}
	}
	if end == len(raw) {
		return raw
	}
	out := make([]rawLine, 0, end)
	for _, l := range raw[:end] {
		var b strings.Builder
		rest := l.text
		for {
			before, after, ok := linkNumber(rest)
			if !ok {
				break
			}
			b.WriteString(before)
			rest = after
		}
		b.WriteString(rest)
		t := strings.TrimSpace(b.String())
		if strings.HasPrefix(t, "[INLINE") || strings.HasPrefix(t, "[IMG") || strings.HasPrefix(t, "#") && b.Len() < len(l.text) {
			continue // a picture without words, a feed of the page's head
		}
		out = append(out, rawLine{l.at, b.String()})
	}
	return out
}

// linkNumber finds "[13]" and gives what stands before and behind it.
func linkNumber(s string) (before, after string, ok bool) {
	for at := 0; ; {
		open := strings.IndexByte(s[at:], '[')
		if open < 0 {
			return "", "", false
		}
		open += at
		i := open + 1
		for i < len(s) && i < open+6 && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		if i > open+1 && i < len(s) && s[i] == ']' {
			return s[:open], s[i+1:], true
		}
		at = open + 1
	}
}

// listsAddresses says whether what follows is a numbered list of web addresses.
func listsAddresses(raw []rawLine) bool {
	lines, addresses := 0, 0
	for _, l := range raw {
		if t := strings.TrimSpace(l.text); t != "" {
			lines++
			if strings.Contains(t, "://") || strings.HasPrefix(strings.TrimLeft(t, "0123456789. "), "mailto:") {
				addresses++
			}
		}
	}
	return addresses > 0 && addresses*3 >= lines*2
}
