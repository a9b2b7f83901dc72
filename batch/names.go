package batch

import (
	"fmt"
	"strings"

	"copydesk/ingest"

	"golang.org/x/text/unicode/norm"
)

// Manifest is the name of the file that lists failures, beside the records.
const Manifest = "failures.ndjson"

// CollisionError says that two pages would give one name.
type CollisionError struct {
	Name string // of the record
	A, B string // the pages, as the user would name them
}

func (e *CollisionError) Error() string {
	if e.A == e.B {
		return fmt.Sprintf("%s is named twice", e.A)
	}
	return fmt.Sprintf("%s and %s would both become %s: run them into two folders, or leave one out with --exclude", e.A, e.B, e.Name)
}

// recordName gives the name of a page's record.
func recordName(page string) string { return page + ".json" }

// distinct drops items that are no page where two have one name, and fails
// where two pages remain. Names are compared byte by byte, or without regard
// to case and form where the disk does so. It also fails where the name of one record
// is a folder on the way to another.
//
// isPage is asked only about items in a conflict, for it reads them.
func distinct(items []ingest.Item, foldCase bool, isPage func(ingest.Item) bool) error {
	key := func(name string) string {
		if foldCase {
			return strings.ToLower(norm.NFC.String(name))
		}
		return name
	}
	byName := make(map[string]int, len(items))
	for i, it := range items {
		k := key(recordName(it.Name))
		j, taken := byName[k]
		if !taken {
			byName[k] = i
			continue
		}
		if isPage(it) && isPage(items[j]) {
			return &CollisionError{recordName(it.Name), items[j].From, it.From}
		}
		if !isPage(items[j]) {
			byName[k] = i
		}
	}
	for i, it := range items {
		name := key(it.Name)
		for at := strings.IndexByte(name, '/'); at >= 0; {
			if j, taken := byName[name[:at]]; taken && isPage(it) && isPage(items[j]) {
				return &CollisionError{recordName(items[j].Name), items[j].From, items[i].From}
			}
			next := strings.IndexByte(name[at+1:], '/')
			if next < 0 {
				break
			}
			at += 1 + next
		}
	}
	return nil
}
