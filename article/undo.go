package article

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Undo takes the record's fixes back, in place: every text is again as it was
// extracted, white space folded and in form NFC, and Text is derived anew. It
// fails, and changes nothing, where a fix does not stand where it says.
func Undo(a *Article) error {
	fixes := map[string][]Fix{}
	for _, f := range a.Fixes {
		fixes[f.Field] = append(fixes[f.Field], f)
	}
	type change struct {
		place *string
		text  string
	}
	var changes []change
	for name, p := range a.fields(true) { // a repair may have left nothing
		if of := fixes[name]; len(of) > 0 {
			text, err := undoField(*p, of)
			if err != nil {
				return err
			}
			changes = append(changes, change{p, text})
			delete(fixes, name)
		}
	}
	for _, name := range sortedKeys(fixes) {
		return fmt.Errorf("undo: the record has fixes for %s, which it does not hold", name)
	}
	for _, c := range changes {
		*c.place = c.text
	}
	a.Fixes, a.Suspects = nil, nil
	a.Text = PlainText(a.Body)
	return nil
}

// undoField undoes the fixes of one field, given in order of Start.
func undoField(text string, fixes []Fix) (string, error) {
	var b strings.Builder
	at, points := 0, 0
	for _, f := range fixes {
		gap := offset(text[at:], f.Start-points)
		if gap < 0 || !strings.HasPrefix(text[at+gap:], f.After) {
			return "", fmt.Errorf("undo: %s: %q does not stand at %d: the text was changed since", f.Field, f.After, f.Start)
		}
		b.WriteString(text[at : at+gap])
		b.WriteString(f.Before)
		at += gap + len(f.After)
		points = f.Start + utf8.RuneCountInString(f.After)
	}
	b.WriteString(text[at:])
	return b.String(), nil
}

// offset gives the byte at which the n-th code point of s begins, -1 where s is shorter.
func offset(s string, n int) int {
	if n < 0 {
		return -1
	}
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	if n == 0 {
		return len(s)
	}
	return -1
}

func sortedKeys(m map[string][]Fix) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
