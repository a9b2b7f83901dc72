package normalize

import (
	"fmt"
	"strings"
)

// Undo gives back the text as it was before the fixes of a Result were made.
// It fails where the text is not the one that the fixes belong to.
func Undo(text string, fixes []Fix) (string, error) {
	at := 0
	for i, f := range fixes {
		if f.Start < at || f.Start > len(text) || !strings.HasPrefix(text[f.Start:], f.After) {
			return "", fmt.Errorf("undo: fix %d (%s) does not stand at byte %d: the text was changed since", i, f.Rule, f.Start)
		}
		at = f.Start + len(f.After)
	}
	return undo(text, 0, fixes), nil
}

// undo puts the fixes' former words back into text, which begins at base.
func undo(text string, base int, fixes []Fix) string {
	if len(fixes) == 0 {
		return text
	}
	var b strings.Builder
	at := 0
	for _, f := range fixes {
		b.WriteString(text[at : f.Start-base])
		b.WriteString(f.Before)
		at = f.Start - base + len(f.After)
	}
	b.WriteString(text[at:])
	return b.String()
}
