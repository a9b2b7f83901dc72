package files

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// context is how many lines a diff shows around a change.
const context = 3

// Diff gives the changes as a unified diff. The rows are those of Repair, from
// which it knows what changed without comparing.
func Diff(name string, before, after []byte, rows []Row) string {
	var b strings.Builder
	fmt.Fprintf(&b, "--- %s\n+++ %s (repaired)\n", name, name)
	old, now := lines{data: before}, lines{data: after}
	moved := 0 // bytes of after less bytes of before, up to here
	var pending []hunk
	for _, r := range rows {
		if r.Suspect {
			continue
		}
		from := r.Start - moved
		was := r.was()
		h := hunk{
			old: [2]int{old.of(from), old.of(from+len(was)) + 1},
			now: [2]int{now.of(r.Start), now.of(r.Start+len(r.After)) + 1},
		}
		moved += len(r.After) - len(was)
		if n := len(pending); n > 0 && h.old[0] <= pending[n-1].old[1]+2*context {
			pending[n-1].parts = append(pending[n-1].parts, h)
			pending[n-1].old[1], pending[n-1].now[1] = max(pending[n-1].old[1], h.old[1]), max(pending[n-1].now[1], h.now[1])
			continue
		}
		h.parts = []hunk{h}
		pending = append(pending, h)
	}
	oldLines, nowLines := bytes.SplitAfter(before, []byte("\n")), bytes.SplitAfter(after, []byte("\n"))
	for _, h := range pending {
		h.write(&b, oldLines, nowLines)
	}
	return b.String()
}

// hunk is a span of lines in both texts, from 0, the end not included.
type hunk struct {
	old, now [2]int
	parts    []hunk
}

func (h hunk) write(b *strings.Builder, old, now [][]byte) {
	top := min(context, h.old[0])
	bottom := min(context, len(old)-h.old[1])
	fmt.Fprintf(b, "@@ -%d,%d +%d,%d @@\n", h.old[0]-top+1, h.old[1]-h.old[0]+top+bottom, h.now[0]-top+1, h.now[1]-h.now[0]+top+bottom)
	at := h.old[0] - top
	for i := 0; i < len(h.parts); {
		p := h.parts[i]
		for i++; i < len(h.parts) && h.parts[i].old[0] < p.old[1]; i++ {
			p.old[1], p.now[1] = max(p.old[1], h.parts[i].old[1]), max(p.now[1], h.parts[i].now[1])
		}
		writeLines(b, " ", old[at:p.old[0]])
		writeLines(b, "-", old[p.old[0]:p.old[1]])
		writeLines(b, "+", now[p.now[0]:p.now[1]])
		at = p.old[1]
	}
	writeLines(b, " ", old[at:h.old[1]+bottom])
}

func writeLines(b *strings.Builder, sign string, lines [][]byte) {
	for _, l := range lines {
		if len(l) == 0 {
			continue
		}
		b.WriteString(sign)
		b.WriteString(strings.ToValidUTF8(string(l), "\uFFFD"))
		if !bytes.HasSuffix(l, []byte("\n")) {
			b.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

// lines tells the line and the column, from 0, of places that only go forward.
type lines struct {
	data   []byte
	at     int
	n      int
	column int // in characters
}

func (l *lines) of(at int) int {
	if at > l.at {
		part := l.data[l.at:at]
		if n := bytes.Count(part, []byte("\n")); n > 0 {
			l.n += n
			l.column = 0
			part = part[bytes.LastIndexByte(part, '\n')+1:]
		}
		l.column += utf8.RuneCount(part)
		l.at = at
	}
	return l.n
}

// Explain says what was changed and why, a line a row, with the line and the
// column (in characters) of its place in the file as it was: it is there that
// one looks. The rows are those of Repair.
func Explain(name string, before []byte, rows []Row) string {
	var b strings.Builder
	old := lines{data: before}
	var changes []Row // those still to come, seen from the suspects
	moved := 0        // bytes of after less bytes of before, up to here
	for i, r := range rows {
		if r.Suspect && (i == 0 || !rows[i-1].Suspect) {
			old, changes, moved = lines{data: before}, rows[:i], 0
		}
		for len(changes) > 0 && changes[0].Start+len(changes[0].After) <= r.Start {
			moved += len(changes[0].After) - len(changes[0].was())
			changes = changes[1:]
		}
		n := old.of(r.Start - moved)
		verb := "is now"
		if r.Suspect {
			verb = "left; it may be"
		} else {
			moved += len(r.After) - len(r.was())
		}
		was := r.Before
		if r.BeforeBase64 != nil {
			was = fmt.Sprintf("%x", r.BeforeBase64)
		}
		fmt.Fprintf(&b, "%s:%d:%d: %q %s %q (%s, %.2f: %s)\n", name, n+1, old.column+1, was, verb, r.After, r.Rule, r.Confidence, r.Evidence)
	}
	return b.String()
}
