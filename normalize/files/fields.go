package files

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"strings"
)

// ErrNoField is matched by the error for a file in which no record has a text
// at any of the names.
var ErrNoField = errors.New("no text at the fields")

// noField is such an error; it says what there is instead.
type noField string

func (e noField) Error() string      { return string(e) }
func (noField) Is(target error) bool { return target == ErrNoField }

// wanted are the names of the values to repair, and what was found at them.
type wanted struct {
	fields  []field
	records bool  // whether there was any record
	inside  []int // of the objects at named fields that are being read: how many keys lead to each
}

// field is one name, and what stood there.
type field struct {
	name    string
	path    []string // the name, parted at the dots
	text    bool
	empty   bool           // null or a list, which may well hold text in another file
	objects bool           // objects: what they hold has names of its own
	other   bool           // numbers, true, false
	within  map[string]int // of the objects: the keys that lead to texts, with the texts' bytes
}

func newWanted(names []string) *wanted {
	w := &wanted{}
	for _, n := range names {
		w.fields = append(w.fields, field{name: n, path: strings.Split(n, ".")})
	}
	return w
}

func (f *field) at(keys []string) bool {
	return len(f.path) <= len(keys) && slices.Equal(f.path, keys[len(keys)-len(f.path):])
}

// keys says whether a value under the keys is asked for.
func (w *wanted) keys(keys []string) bool {
	return slices.ContainsFunc(w.fields, func(f field) bool { return f.at(keys) })
}

// named lists the names for a message.
func (w *wanted) named() string {
	names := make([]string, len(w.fields))
	for i, f := range w.fields {
		names[i] = f.name
	}
	return strings.Join(names, " or ")
}

// note notes what a value is that stands at a named field, by its first byte.
func (w *wanted) note(keys []string, first byte) {
	for i := range w.fields {
		f := &w.fields[i]
		if !f.at(keys) {
			continue
		}
		switch first {
		case '"':
			f.text = true
		case 'n', '[':
			f.empty = true
		case '{':
			f.objects = true
		default:
			f.other = true
		}
	}
}

// beneath notes a text that is not asked for and stands in objects that are.
func (w *wanted) beneath(keys []string, size int) {
	for _, n := range w.inside {
		for i := range w.fields {
			f := &w.fields[i]
			if !f.at(keys[:n]) {
				continue
			}
			if f.within == nil {
				f.within = map[string]int{}
			}
			f.within[strings.Join(keys[n:], ".")] += size
		}
	}
}

// column says whether a column is asked for, and notes it.
func (w *wanted) column(name string) bool {
	i := slices.IndexFunc(w.fields, func(f field) bool { return f.name == name })
	if i >= 0 {
		w.fields[i].text = true
	}
	return i >= 0
}

// found gives the names at which there is text or room for it, and of the others
// what stands there instead. Where there are records and none of the names has
// text, that is an error: more likely a slip than a file without flaw.
func (w *wanted) found() (names, instead []string, err error) {
	var nowhere []string
	for i := range w.fields {
		f := &w.fields[i]
		switch {
		case f.text || f.empty && !f.objects && !f.other:
			names = append(names, f.name)
		case f.objects || f.other:
			instead = append(instead, f.instead())
		default:
			nowhere = append(nowhere, f.name)
		}
	}
	if !w.records || len(names) > 0 {
		return names, instead, nil
	}
	why := instead
	if len(nowhere) > 0 {
		why = append(slices.Clone(instead), "no record has the field "+strings.Join(nowhere, " or "))
	}
	return nil, instead, noField(strings.Join(why, "; "))
}

// instead says what stands at a field that is no text, and which name to give where
// there is text below it: the one with the most.
func (f *field) instead() string {
	what := "numbers, true or false"
	switch {
	case f.objects && f.other:
		what = "objects and numbers"
	case f.objects:
		what = "objects"
	}
	said := "no text stands at the field " + f.name + ", it holds " + what
	if len(f.within) == 0 {
		return said
	}
	most := slices.MaxFunc(slices.Sorted(maps.Keys(f.within)), func(a, b string) int { return cmp.Compare(f.within[a], f.within[b]) })
	return said + ": did you mean " + f.name + "." + most + "?"
}
