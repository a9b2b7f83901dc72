package batch

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// broken is a disk that fails at one kind of call, from the n-th on.
type broken struct {
	OS
	at    string
	after int
	err   error
	mu    sync.Mutex
	seen  int
}

func (b *broken) fails(call string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if call != b.at {
		return nil
	}
	if b.seen++; b.seen <= b.after {
		return nil
	}
	return b.err
}

func (b *broken) MkdirAll(dir string) error {
	if err := b.fails("mkdir"); err != nil {
		return &os.PathError{Op: "mkdir", Path: dir, Err: err}
	}
	return b.OS.MkdirAll(dir)
}

func (b *broken) Create(path string) (File, error) {
	if err := b.fails("create"); err != nil {
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
	f, err := b.OS.Create(path)
	return &brokenFile{f, b}, err
}

func (b *broken) Rename(from, to string) error {
	if err := b.fails("rename"); err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	return b.OS.Rename(from, to)
}

type brokenFile struct {
	File
	disk *broken
}

func (f *brokenFile) Write(p []byte) (int, error) {
	if err := f.disk.fails("write"); err != nil {
		n, _ := f.File.Write(p[:len(p)/2]) // a full disk takes a part
		return n, err
	}
	return f.File.Write(p)
}

func (f *brokenFile) Sync() error {
	if err := f.disk.fails("sync"); err != nil {
		return err
	}
	return f.File.Sync()
}

func (f *brokenFile) Close() error {
	err := f.File.Close()
	if e := f.disk.fails("close"); e != nil {
		return e
	}
	return err
}

// Whatever call fails, the run ends with an error, what stands under a final
// name is whole, and no temporary file is left.
func TestDiskFails(t *testing.T) {
	_, l := plant(t, many(60))
	for _, format := range []string{"json", "ndjson"} {
		for _, call := range []string{"mkdir", "create", "write", "sync", "close", "rename"} {
			for _, after := range []int{0, 5} {
				cfg := config(t, format)
				cfg.Disk = &broken{at: call, after: after, err: syscall.ENOSPC}
				sum, err := Run(t.Context(), cfg, l)
				reached := cfg.Disk.(*broken).seen > after
				var w *WriteError
				if reached && (!errors.As(err, &w) || !strings.Contains(err.Error(), "no space left")) {
					t.Errorf("%s: %s fails after %d: %v", format, call, after, err)
				}
				if sum.Written+sum.Failed+sum.Undone != 60 {
					t.Errorf("%s: %s fails after %d: pages are lost from the count: %+v", format, call, after, sum)
				}
				if call == "mkdir" && after == 0 {
					continue // there is no folder to look into
				}
				for name, data := range tree(t, cfg.Out) {
					if strings.HasPrefix(filepath.Base(name), tempPrefix) || !strings.HasSuffix(data, "}\n") {
						t.Errorf("%s: %s fails after %d: %s is left torn", format, call, after, name)
					}
				}
			}
		}
	}
}

// A name that the disk refuses concerns one page; the run goes on.
func TestOneNameFails(t *testing.T) {
	_, l := plant(t, many(10))
	cfg := config(t, "json")
	cfg.Workers = 1
	cfg.Disk = &broken{at: "rename", after: 9, err: syscall.ENAMETOOLONG}
	sum, err := Run(t.Context(), cfg, l)
	if sum.Written != 9 || sum.Failed != 1 {
		t.Errorf("%+v, %v", sum, err)
	}
}

func TestUnwritableFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Log("root may write anywhere; TestDiskFails stands in")
		return
	}
	_, l := plant(t, many(2))
	cfg := config(t, "json")
	if err := os.Mkdir(cfg.Out, 0o555); err != nil {
		t.Fatal(err)
	}
	var w *WriteError
	if _, err := Run(t.Context(), cfg, l); !errors.As(err, &w) {
		t.Errorf("a folder that cannot be written: %v", err)
	}
}

// /dev/full is a full disk that any Linux has.
func TestDevFull(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here")
	}
	defer full.Close()
	_, l := plant(t, many(3))
	cfg := config(t, "ndjson")
	cfg.Out, cfg.Stream = "", full
	var w *WriteError
	if _, err := Run(t.Context(), cfg, l); !errors.As(err, &w) || !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("a full disk: %v", err)
	}
}
