package batch

import (
	"bufio"
	"crypto/rand"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Temporary files bear this name, which no record does (records end in .json),
// so that those of a run that was killed can be told and cleared.
const (
	tempPrefix = ".copydesk-"
	tempSuffix = ".part"
)

// whole is a file that appears under its name whole or not at all: it is
// written under another name in the same folder, flushed, and renamed.
type whole struct {
	disk  Disk
	path  string
	temp  string
	file  File
	w     *bufio.Writer // nil until something comes in pieces
	wrote bool
}

// newWhole begins a file at path. The folder must exist.
func newWhole(disk Disk, path string) (*whole, error) {
	var id [8]byte
	rand.Read(id[:]) // never fails
	temp := filepath.Join(filepath.Dir(path), tempPrefix+hex.EncodeToString(id[:])+tempSuffix)
	f, err := disk.Create(temp)
	if err != nil {
		return nil, err
	}
	return &whole{disk: disk, path: path, temp: temp, file: f}, nil
}

// Write gathers what comes in pieces.
func (w *whole) Write(p []byte) (int, error) {
	w.wrote = true
	if w.w == nil {
		w.w = bufio.NewWriterSize(w.file, 64<<10)
	}
	return w.w.Write(p)
}

// commit flushes the file to the disk and gives it its name. Where that fails
// nothing is left.
func (w *whole) commit() error {
	var err error
	if w.w != nil {
		err = w.w.Flush()
	}
	if err == nil {
		err = w.file.Sync()
	}
	if cerr := w.file.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = w.disk.Rename(w.temp, w.path)
	}
	if err != nil {
		_ = w.disk.Remove(w.temp)
	}
	return err
}

// abort leaves nothing behind.
func (w *whole) abort() {
	_ = w.file.Close()
	_ = w.disk.Remove(w.temp)
}

// WriteFile writes one file whole or not at all, under its name only when all
// of it is on the disk. The folder must exist. The error is a *WriteError, and
// then what bore the name before still does.
func WriteFile(disk Disk, path string, data []byte) error {
	if err := writeWhole(disk, path, data); err != nil {
		return &WriteError{path, cause(err)}
	}
	return nil
}

// writeWhole writes one file whole or not at all.
func writeWhole(disk Disk, path string, data []byte) error {
	w, err := newWhole(disk, path)
	if err != nil {
		return err
	}
	if _, err := w.file.Write(data); err != nil {
		w.abort()
		return err
	}
	return w.commit()
}

// clearLeftovers removes what killed runs left below dir, and says how many.
// The caller holds the lock on dir, so no run is at work there.
func clearLeftovers(dir string) (int, error) {
	n := 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			if d != nil && d.IsDir() && path != dir {
				return fs.SkipDir // not ours to read, so not ours to clear
			}
			return err
		}
		if isLeftover(d) {
			if err := os.Remove(path); err != nil {
				return err
			}
			n++
		}
		return nil
	})
	return n, err
}

func isLeftover(d fs.DirEntry) bool {
	id, ok := strings.CutPrefix(d.Name(), tempPrefix)
	if !ok || !d.Type().IsRegular() {
		return false
	}
	id, ok = strings.CutSuffix(id, tempSuffix)
	_, err := hex.DecodeString(id)
	return ok && err == nil && len(id) == 16
}
