package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFloors(t *testing.T) {
	dir := t.TempDir()
	put := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	floors := put("floors.json", `{"scores": {"press": {"body_f1": 0.9, "date": 0.8}}, "fixes": {"quotes": {"recall": 0.5}}}`)
	good := put("scores.json", `{"press": {"body_f1": 0.9127, "date": 0.8, "kinds": {"ai": 1}}}`)
	var out strings.Builder
	if err := run(&out, floors, false, []string{good, filepath.Join(dir, "fixes.json")}); err != nil {
		t.Errorf("figures at their floors: %v\n%s", err, out.String())
	}
	bad := put("scores.json", `{"press": {"body_f1": 0.89}}`)
	out.Reset()
	if err := run(&out, floors, false, []string{bad}); err == nil || strings.Count(out.String(), "BELOW") != 2 {
		t.Errorf("a figure below and one that is gone: %v\n%s", err, out.String())
	}
	put("scores.json", `{"press": {"body_f1": 0.9127, "date": 0.7}}`)
	if err := run(&out, floors, true, []string{good}); err != nil {
		t.Fatal(err)
	}
	data, _ := os.ReadFile(floors)
	if s := string(data); !strings.Contains(s, `"body_f1": 0.912`) || !strings.Contains(s, `"date": 0.8`) || !strings.Contains(s, `"recall": 0.5`) {
		t.Errorf("raised floors: %s", s)
	}
}
