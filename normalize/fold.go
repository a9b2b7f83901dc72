package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fold folds the white space of a result in silence: a run becomes one space,
// or one newline where it holds one; none is left at either end. Fixes are
// moved along, so that undoing them gives the folded text of before repair.
func fold(r Result) Result {
	if folded(r.Text) && allFolded(r.Fixes) {
		return r
	}
	w := folder{text: r.Text}
	for _, p := range widen(r.Text, r.Fixes) {
		w.gap(p.start)
		w.fix(p)
	}
	w.gap(len(r.Text))
	out := Result{Text: w.out.String(), Fixes: w.fixes}
	for _, s := range r.Suspects {
		before := foldSpace(s.Before)
		start := w.place(s.Start)
		if strings.HasPrefix(out.Text[min(start, len(out.Text)):], before) {
			s.Start, s.Before, s.After = start, before, foldSpace(s.After)
			out.Suspects = append(out.Suspects, s)
		}
	}
	return out
}

// part is a fix with the span of the text that it covers, widened over white
// space that folding would join with its own.
type part struct {
	start, end int
	before     string
	fix        Fix
}

func widen(text string, fixes []Fix) []part {
	var parts []part
	for i, f := range fixes {
		p := part{start: f.Start, end: f.Start + len(f.After), before: f.Before, fix: f}
		floor, ceiling := 0, len(text)
		if n := len(parts); n > 0 {
			floor = parts[n-1].end
		}
		if i+1 < len(fixes) {
			ceiling = fixes[i+1].Start
		}
		if openLeft(p.before) || openLeft(f.After) {
			start := floor + len(trimEnd(text[floor:p.start]))
			p.before, p.start = text[start:p.start]+p.before, start
		}
		if openRight(p.before) || openRight(f.After) {
			end := ceiling - len(trimStart(text[p.end:ceiling]))
			p.before, p.end = p.before+text[p.end:end], end
		}
		if n := len(parts); n > 0 && parts[n-1].end == p.start {
			parts[n-1] = parts[n-1].with(p)
			continue
		}
		parts = append(parts, p)
	}
	return parts
}

func openLeft(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s == "" || unicode.IsSpace(r)
}

func openRight(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s == "" || unicode.IsSpace(r)
}

// with joins two parts that meet.
func (p part) with(q part) part {
	p.end, p.before = q.end, p.before+q.before
	p.fix.Rule = join(p.fix.Rule, q.fix.Rule, "+")
	p.fix.Evidence = join(p.fix.Evidence, q.fix.Evidence, "; ")
	p.fix.Confidence = min(p.fix.Confidence, q.fix.Confidence)
	return p
}

// folder writes the folded text.
type folder struct {
	text  string
	at    int // in text: what has been read
	out   strings.Builder
	fixes []Fix
	spots []spot
}

// spot says that text[from:] was written at out[to:].
type spot struct{ from, to int }

// gap writes the text up to end, which no fix covers.
func (w *folder) gap(end int) {
	w.run(w.text[w.at:end], w.at)
	w.at = end
}

func (w *folder) run(s string, base int) {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsSpace(r) {
			end := i + size
			for end < len(s) {
				r, size := utf8.DecodeRuneInString(s[end:])
				if unicode.IsSpace(r) {
					break
				}
				end += size
			}
			w.spots = append(w.spots, spot{base + i, w.out.Len()})
			w.out.WriteString(s[i:end])
			i = end
			continue
		}
		end, sign := spaceRun(s, i)
		if w.out.Len() > 0 && base+end < len(w.text) {
			w.out.WriteString(sign)
		}
		i = end
	}
}

// spaceRun gives the end of the run of white space at s[i] and what it folds to.
func spaceRun(s string, i int) (int, string) {
	sign := " "
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsSpace(r) {
			break
		}
		if r == '\n' {
			sign = "\n"
		}
		i += size
	}
	return i, sign
}

// fix writes a part and records its fix on the folded text.
func (w *folder) fix(p part) {
	before, after := foldSpace(p.before), foldSpace(w.text[p.start:p.end])
	if w.out.Len() == 0 {
		before, after = trimStart(before), trimStart(after)
	}
	if p.end == len(w.text) {
		before, after = trimEnd(before), trimEnd(after)
	}
	start := w.out.Len()
	w.spots = append(w.spots, spot{p.start, start})
	w.out.WriteString(after)
	w.at = p.end
	if before == after {
		return
	}
	for len(before) > 0 && len(after) > 0 && before[0] == after[0] && before[0] <= ' ' {
		before, after, start = before[1:], after[1:], start+1
	}
	for len(before) > 0 && len(after) > 0 && before[len(before)-1] == after[len(after)-1] && after[len(after)-1] <= ' ' {
		before, after = before[:len(before)-1], after[:len(after)-1]
	}
	f := p.fix
	f.Start, f.Before, f.After = start, before, after
	w.fixes = append(w.fixes, f)
}

// place gives where the byte text[at] was written.
func (w *folder) place(at int) int {
	low, high := 0, len(w.spots)
	for low < high {
		mid := (low + high) / 2
		if w.spots[mid].from <= at {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == 0 {
		return 0
	}
	s := w.spots[low-1]
	return s.to + at - s.from
}

// foldSpace folds each run of white space, at the ends too.
func foldSpace(s string) string {
	if folded(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) {
			end, sign := spaceRun(s, i)
			b.WriteString(sign)
			i = end
			continue
		}
		b.WriteString(s[i : i+size])
		i += size
	}
	return b.String()
}

func trimEnd(s string) string { return strings.TrimRightFunc(s, unicode.IsSpace) }

func trimStart(s string) string { return strings.TrimLeftFunc(s, unicode.IsSpace) }

// folded says whether s has nothing to fold: single plain spaces and newlines,
// none at its ends.
func folded(s string) bool {
	if s == "" {
		return true
	}
	last := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == ' ' || c == '\n':
			if last == ' ' || last == '\n' {
				return false
			}
		case c >= '\t' && c <= '\r':
			return false
		case c == 0xC2 && i+1 < len(s) && (s[i+1] == 0x85 || s[i+1] == 0xA0),
			c == 0xE1 && i+1 < len(s) && s[i+1] == 0x9A,
			c == 0xE2 && i+2 < len(s) && (s[i+1] == 0x80 && (s[i+2] <= 0x8A || s[i+2] == 0xA8 || s[i+2] == 0xA9 || s[i+2] == 0xAF) || s[i+1] == 0x81 && s[i+2] == 0x9F),
			c == 0xE3 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] == 0x80:
			return false
		}
		last = c
	}
	return last != ' ' && last != '\n'
}

func allFolded(fixes []Fix) bool {
	for _, f := range fixes {
		if f.Before == "" || f.After == "" || !folded(f.Before) || !folded(f.After) {
			return false
		}
	}
	return true
}
