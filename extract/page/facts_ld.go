package page

// maxScript bounds the data read from one script, in bytes.
const maxScript = 4 << 20

// readLD adds the things of one JSON-LD script.
func (f *Facts) readLD(script string, node int32) {
	if len(script) > maxScript {
		script = script[:maxScript]
	}
	things, ok := readJSON(script, node)
	if !ok {
		f.Broken++
	}
	f.LD = append(f.LD, things...)
}

// resolveRefs replaces each thing that only points to another, {"@id": "#jane"},
// by the thing that stands under that id elsewhere on the page. A reference
// to nothing stays: its id may itself be the address of what is meant.
func (f *Facts) resolveRefs() {
	full := map[string]*Thing{}
	refs := 0
	for _, t := range f.LD {
		switch {
		case t.ID == "":
		case len(t.Props) == 0:
			refs++
		case full[t.ID] == nil || len(t.Props) > len(full[t.ID].Props):
			full[t.ID] = t
		}
	}
	if refs == 0 || len(full) == 0 {
		return
	}
	kept := f.LD[:0]
	for _, t := range f.LD {
		for i := range t.Props {
			if held := t.Props[i].Thing; held != nil && len(held.Props) == 0 && full[held.ID] != nil {
				t.Props[i].Thing = full[held.ID]
			}
		}
		if len(t.Props) > 0 || t.ID == "" || full[t.ID] == nil {
			kept = append(kept, t)
		}
	}
	clear(f.LD[len(kept):])
	f.LD = kept
}
