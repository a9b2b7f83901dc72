package batch

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestKilledRun is the run that TestKill kills: it writes record after record
// until the end of its pages.
func TestKilledRun(t *testing.T) {
	src, out, format := os.Getenv("BATCH_KILL_SRC"), os.Getenv("BATCH_KILL_OUT"), os.Getenv("BATCH_KILL_FORMAT")
	if src == "" {
		t.Skip("run by TestKill only")
	}
	cfg := config(t, format)
	cfg.Out = out
	if _, err := Run(t.Context(), cfg, listed(t, src)); err != nil {
		t.Fatal(err)
	}
}

// TestKill kills a run fifty times at moments of its own. Nothing that bears a
// final name is ever partial, and the next run clears what was left.
func TestKill(t *testing.T) {
	kills := 50
	if testing.Short() {
		kills = 5
	}
	files := many(150)
	for name := range files {
		files[name] = strings.Repeat(files[name]+" ", 2000) // some 50 KB, so that a write takes a while
	}
	src, l := plant(t, files)
	rng := rand.New(rand.NewPCG(1, 2))
	var left, whole int
	temp := t.TempDir() // a killed test cannot clear its own
	for _, format := range []string{"json", "ndjson"} {
		cfg := config(t, format)
		for range kills / 2 {
			cmd := exec.Command(os.Args[0], "-test.run=^TestKilledRun$")
			cmd.Env = append(os.Environ(), "TMPDIR="+temp, "TMP="+temp,
				"BATCH_KILL_SRC="+src, "BATCH_KILL_OUT="+cfg.Out, "BATCH_KILL_FORMAT="+format)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			waitFor(cfg.Out)
			time.Sleep(time.Duration(rng.IntN(60)) * time.Millisecond)
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
			for name, data := range tree(t, cfg.Out) {
				if strings.HasPrefix(filepath.Base(name), tempPrefix) {
					left++
					continue
				}
				whole++
				for line := range strings.SplitSeq(strings.TrimSuffix(data, "\n"), "\n") {
					if format == "ndjson" && !json.Valid([]byte(line)) {
						t.Fatalf("%s is partial", name)
					}
				}
				if format == "json" && !json.Valid([]byte(data)) || !strings.HasSuffix(data, "}\n") {
					t.Fatalf("%s is partial", name)
				}
			}
		}
		sum, err := Run(t.Context(), cfg, l)
		if err != nil || sum.Written != len(files) {
			t.Fatalf("the next run: %+v, %v", sum, err)
		}
		for name := range tree(t, cfg.Out) {
			if strings.HasPrefix(filepath.Base(name), tempPrefix) {
				t.Errorf("the next run left %s", name)
			}
		}
	}
	if left == 0 {
		t.Error("no kill hit a run at work: the test proves nothing")
	}
	t.Logf("%d kills: %d whole files seen, %d temporary ones, all cleared", kills, whole, left)
}

// waitFor waits, not for ever, until a run has begun to write to dir.
func waitFor(dir string) {
	for range 5000 {
		if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
			return
		}
		time.Sleep(2 * time.Millisecond)
	}
}

// Only what bears the mark of a temporary file is cleared.
func TestClearLeftovers(t *testing.T) {
	dir, _ := plant(t, map[string]string{
		"a/.copydesk-0123456789abcdef.part": "x", ".copydesk-00000000000000ff.part": "x",
		".copydesk-notes.part": "x", "copydesk-0123456789abcdef.part": "x", "a/.copydesk-0123456789abcdef.json": "x",
	})
	n, err := clearLeftovers(dir)
	if err != nil || n != 2 || len(tree(t, dir)) != 3 {
		t.Errorf("cleared %d, %v, left %v", n, err, tree(t, dir))
	}
}
