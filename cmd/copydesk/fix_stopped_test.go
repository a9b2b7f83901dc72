package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestFixStopped ends a repair that waits for its second file, by Ctrl-C and
// without warning, and takes back by the report what it did to the first.
func TestFixStopped(t *testing.T) {
	exe, err := exec.LookPath("copydesk")
	if err != nil {
		t.Fatal(err) // testscript.Main puts it there
	}
	const damaged, repaired = "MÃ©xico waits.\n", "México waits.\n"
	for _, signal := range []os.Signal{syscall.SIGINT, os.Kill} {
		t.Run(signal.String(), func(t *testing.T) {
			dir := t.TempDir()
			story := filepath.Join(dir, "story.txt")
			if err := os.WriteFile(story, []byte(damaged), 0o666); err != nil {
				t.Fatal(err)
			}
			out, report := filepath.Join(dir, "out"), filepath.Join(dir, "report.ndjson")
			cmd := exec.Command(exe, "fix", story, "-", "-o", out, "--report", report)
			if _, err := cmd.StdinPipe(); err != nil { // nothing ever comes
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			written := filepath.Join(out, "story.txt")
			for range 2000 {
				if _, err := os.Stat(written); err == nil {
					break
				}
				time.Sleep(5 * time.Millisecond)
			}
			if err := cmd.Process.Signal(signal); err != nil {
				t.Skip(err)
			}
			_ = cmd.Wait()
			if got, err := os.ReadFile(written); err != nil || string(got) != repaired {
				t.Fatalf("written: %q, %v", got, err)
			}
			back, err := exec.Command(exe, "fix", "--undo", report, written).Output()
			if err != nil || string(back) != damaged {
				t.Errorf("undone: %q, %v", back, err)
			}
		})
	}
}
