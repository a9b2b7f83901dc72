package body

import "copydesk/extract/label"

// takeLists completes the lists of which more than half is body: judged one by one,
// short items say too little, and a list with holes misleads. Items that are links
// for the most part are left out, as are lists that the page hides in part or that
// hold a part of another field.
func takeLists(in *label.Input) {
	if in.Doc.Nodes == nil {
		return
	}
	for i := 0; i < len(in.Blocks); {
		list := in.Blocks[i].List
		if list < 0 {
			i++
			continue
		}
		end, ok := i, true
		for end < len(in.Blocks) && in.Inside(end, list) {
			b := &in.Blocks[end]
			ok = ok && !b.Hidden && (in.Roles[end] == label.None || in.Roles[end] == label.Body)
			end++
		}
		if ok && mostlyBody(in, i, end) {
			for k := i; k < end; k++ {
				if in.Roles[k] == label.None && 2*int(in.Blocks[k].LinkChars) < len(in.Blocks[k].Text) {
					in.Roles[k] = label.Body
				}
			}
		}
		i = max(end, i+1)
	}
}
