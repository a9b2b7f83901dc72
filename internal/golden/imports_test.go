package golden

import (
	"os/exec"
	"strings"
	"testing"
)

// rooms says what each room of the house may import of the others. Data goes
// one way, from ingest to the record's writer; what is not listed is refused.
var rooms = map[string]string{
	"article":           "",
	"extract/vocab":     "",
	"ingest":            "internal/codeunit",
	"extract/page":      "internal/codeunit",
	"extract/block":     "extract/page internal/gbdt",
	"extract/dump":      "article extract/block extract/label extract/label/byline extract/label/captions extract/label/dates extract/label/trust extract/page extract/vocab internal/gbdt",
	"extract/siterules": "extract/page",
	"extract/trusttxt":  "article",
	"extract/label":     "article extract/block extract/page extract/vocab internal/bag",
	"extract":           "article extract/block extract/dump extract/label extract/label/body extract/label/byline extract/label/captions extract/label/dates extract/label/headline extract/label/standfirst extract/label/trust extract/page extract/siterules extract/trusttxt extract/vocab ingest",

	// The fields' rooms stand on label and know little of each other.
	"extract/label/body":       "article extract/block extract/label extract/label/captions extract/page extract/vocab",
	"extract/label/byline":     "article extract/block extract/label extract/label/dates extract/page extract/vocab",
	"extract/label/captions":   "article extract/block extract/label extract/page extract/vocab",
	"extract/label/dates":      "article extract/block extract/label extract/page extract/vocab",
	"extract/label/headline":   "extract/block extract/label extract/label/dates extract/page",
	"extract/label/standfirst": "extract/block extract/label extract/page extract/vocab internal/gbdt",
	"extract/label/trust":      "article extract/block extract/label extract/label/captions extract/page extract/vocab",
	"extract/label/labeltest":  "extract/block extract/label extract/label/headline extract/page extract/vocab", // serves the tests of the others

	"normalize":       "article normalize/charmap normalize/letters normalize/lexicon",
	"normalize/files": "normalize",
	"batch":           "article extract extract/label ingest normalize normalize/lexicon",
}

// TestImports holds the house's plan against the import graph.
func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{if ne .Name \"main\"}}{{.ImportPath}}: {{join .Imports \" \"}}{{end}}", "copydesk/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	seen := 0
	for line := range strings.Lines(string(out)) {
		name, imports, _ := strings.Cut(strings.TrimSpace(line), ": ")
		room := strings.TrimPrefix(name, "copydesk/")
		allowed, ruled := rooms[room]
		if !ruled {
			// What is new stands below a room and takes its rule; programs and what
			// serves them alone may use any room.
			if room == "" || strings.HasPrefix(room, "internal/") {
				continue
			}
			allowed = rooms[nearest(room)]
		}
		seen++
		for of := range strings.FieldsSeq(imports) {
			other, ours := strings.CutPrefix(of, "copydesk/")
			if ours && !permitted(room, other, allowed) {
				t.Errorf("%s imports %s: data goes the other way", room, other)
			}
		}
	}
	if seen < 5 {
		t.Errorf("only %d rooms found", seen)
	}
}

// permitted says whether a room may import another: what its rule names, and
// what stands below itself.
func permitted(room, other, allowed string) bool {
	if strings.HasPrefix(other, room+"/") && room != "extract" {
		return true
	}
	for a := range strings.FieldsSeq(allowed) {
		if other == a {
			return true
		}
	}
	return false
}

// nearest gives the room that a package below it belongs to.
func nearest(room string) string {
	for {
		at := strings.LastIndexByte(room, '/')
		if at < 0 {
			return ""
		}
		if room = room[:at]; rooms[room] != "" {
			return room
		}
	}
}

// Extraction and repair know nothing of each other.
func TestExtractAndNormalizeApart(t *testing.T) {
	for _, c := range []struct{ room, not string }{{"copydesk/extract", "copydesk/normalize"}, {"copydesk/normalize", "copydesk/extract"}} {
		out, err := exec.Command("go", "list", "-deps", c.room).Output()
		if err != nil {
			t.Fatalf("go list: %v", err)
		}
		for dep := range strings.FieldsSeq(string(out)) {
			if dep == c.not || strings.HasPrefix(dep, c.not+"/") {
				t.Errorf("%s depends on %s", c.room, dep)
			}
		}
	}
}
