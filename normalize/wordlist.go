package normalize

import (
	"fmt"
	"strings"
)

// ParseWords reads a list of words: a name or term that must never be touched
// a line, or a spelling and the one to prefer, parted by => or a tab. Empty
// lines and those that begin with # are left out.
func ParseWords(list string) (words []string, prefer map[string]string, err error) {
	prefer = map[string]string{}
	n := 0
	for line := range strings.Lines(list) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		from, to, ok := strings.Cut(line, "=>")
		if !ok {
			from, to, ok = strings.Cut(line, "\t")
		}
		if !ok {
			words = append(words, strings.Fields(line)...)
			continue
		}
		from, to = strings.TrimSpace(from), strings.TrimSpace(to)
		if start, end := nextWord(from, 0); start != 0 || end != len(from) || from == "" || to == "" {
			return nil, nil, fmt.Errorf("line %d: want one word, =>, and what to write for it", n)
		}
		prefer[from] = to
		words = append(words, strings.Fields(to)...)
	}
	return words, prefer, nil
}
