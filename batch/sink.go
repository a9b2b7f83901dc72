package batch

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
)

// ErrBusy is matched by the error for a folder that another run writes to.
var ErrBusy = errors.New("another run is writing to this folder")

// WriteError says that a record or a manifest could not be written.
type WriteError struct {
	Name string
	Err  error
}

func (e *WriteError) Error() string { return fmt.Sprintf("cannot write %s: %v", e.Name, e.Err) }

// AtStage gives the stage.
func (e *WriteError) AtStage() string { return "write" }

// Unwrap gives the cause.
func (e *WriteError) Unwrap() error { return e.Err }

// sink takes finished records.
type sink interface {
	// put is called by workers, in any order.
	put(name string, record []byte) error
	// next is called with one record at a time, in the order of the pages.
	next(record []byte) error
	// commit makes what was put last; abort drops what is not whole.
	commit() error
	abort()
}

// folder writes a file a record.
type folder struct {
	disk Disk
	dir  string
	mu   sync.Mutex
	made map[string]bool // folders that exist, "" is dir itself
}

func newFolder(disk Disk, dir string) *folder {
	return &folder{disk: disk, dir: dir, made: map[string]bool{".": true}}
}

func (f *folder) put(name string, record []byte) error {
	if err := f.mkdir(path.Dir(name)); err != nil {
		return &WriteError{name, cause(err)}
	}
	if err := writeWhole(f.disk, filepath.Join(f.dir, filepath.FromSlash(name)), record); err != nil {
		return &WriteError{name, cause(err)}
	}
	return nil
}

func (f *folder) mkdir(dir string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.made[dir] {
		return nil
	}
	if err := f.disk.MkdirAll(filepath.Join(f.dir, filepath.FromSlash(dir))); err != nil {
		return err
	}
	f.made[dir] = true
	return nil
}

func (f *folder) next([]byte) error { return nil }

// commit flushes the folders once, at the end: doing so for each record would
// cost more than making it. What a loss of power can take before that is a
// name, never a part of a record.
func (f *folder) commit() error {
	for dir := range f.made {
		if err := f.disk.SyncDir(filepath.Join(f.dir, filepath.FromSlash(dir))); err != nil {
			return &WriteError{dir, cause(err)}
		}
	}
	return nil
}

func (f *folder) abort() {}

// oneFile writes all records to one file.
type oneFile struct {
	name string
	w    *whole
}

func newOneFile(disk Disk, dir, name string) (*oneFile, error) {
	w, err := newWhole(disk, filepath.Join(dir, name))
	if err != nil {
		return nil, &WriteError{name, cause(err)}
	}
	return &oneFile{name, w}, nil
}

func (o *oneFile) put(string, []byte) error { return nil }

func (o *oneFile) next(record []byte) error {
	if _, err := o.w.Write(record); err != nil {
		return &WriteError{o.name, cause(err)}
	}
	return nil
}

func (o *oneFile) commit() error {
	if err := o.w.commit(); err != nil {
		return &WriteError{o.name, cause(err)}
	}
	return o.w.disk.SyncDir(filepath.Dir(o.w.path))
}

func (o *oneFile) abort() { o.w.abort() }

// stream writes all records to a writer, such as standard output.
type stream struct{ w io.Writer }

func (s stream) put(string, []byte) error { return nil }

func (s stream) next(record []byte) error {
	if _, err := s.w.Write(record); err != nil {
		return &WriteError{"standard output", cause(err)}
	}
	return nil
}

func (s stream) commit() error { return nil }
func (s stream) abort()        {}

// cause drops the temporary path from an error: the name of the record says more.
func cause(err error) error {
	var pe *os.PathError
	var le *os.LinkError
	switch {
	case errors.As(err, &pe):
		return pe.Err
	case errors.As(err, &le):
		return le.Err
	}
	return err
}

// foldsCase says whether the disk below dir takes A and a for one name.
func foldsCase(disk Disk, dir string) bool {
	w, err := newWhole(disk, filepath.Join(dir, "x"))
	if err != nil {
		return false
	}
	defer w.abort()
	_, err = os.Lstat(filepath.Join(dir, strings.ToUpper(filepath.Base(w.temp))))
	return err == nil
}
