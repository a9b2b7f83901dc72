package files

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ErrNoField is matched by the error for a file in which no record has a value
// of any of the names.
var ErrNoField = errors.New("no record has the field")

// wanted are the names of the values to repair, and which of them occurred.
type wanted struct {
	names   []string
	paths   [][]string // the names, parted at the dots
	seen    []bool
	records bool // whether there was any record
}

func newWanted(names []string) *wanted {
	w := &wanted{names: names, seen: make([]bool, len(names))}
	for _, n := range names {
		w.paths = append(w.paths, strings.Split(n, "."))
	}
	return w
}

// keys says whether a value under the keys is asked for, and notes it.
func (w *wanted) keys(keys []string) bool {
	found := false
	for i, want := range w.paths {
		if len(want) <= len(keys) && slices.Equal(want, keys[len(keys)-len(want):]) {
			w.seen[i], found = true, true
		}
	}
	return found
}

// column says whether a column is asked for, and notes it.
func (w *wanted) column(name string) bool {
	i := slices.Index(w.names, name)
	if i >= 0 {
		w.seen[i] = true
	}
	return i >= 0
}

// found gives the names that occurred. Where there are records and none of the
// names occurs, that is an error: more likely a slip than a file without flaw.
func (w *wanted) found() ([]string, error) {
	var out []string
	for i, seen := range w.seen {
		if seen {
			out = append(out, w.names[i])
		}
	}
	if w.records && len(out) == 0 {
		return nil, fmt.Errorf("%w %s", ErrNoField, strings.Join(w.names, " or "))
	}
	return out, nil
}
