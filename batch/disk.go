package batch

import (
	"io"
	"os"
)

// Disk is what writing asks of a file system. It is a seam: tests put a full
// or a broken one in its place.
type Disk interface {
	MkdirAll(dir string) error
	// Create makes a file that must not exist yet.
	Create(path string) (File, error)
	Rename(from, to string) error
	Remove(path string) error
	// SyncDir makes the names in a folder outlast a loss of power.
	SyncDir(dir string) error
}

// File is a file being written.
type File interface {
	io.WriteCloser
	Sync() error
}

// OS is the Disk of the operating system.
type OS struct{}

// MkdirAll makes a folder and those above it.
func (OS) MkdirAll(dir string) error { return os.MkdirAll(dir, 0o777) }

// Create makes a file that must not exist yet.
func (OS) Create(path string) (File, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}

// Rename gives a file its final name, in place of what bore it before.
func (OS) Rename(from, to string) error { return os.Rename(from, to) }

// Remove removes a file.
func (OS) Remove(path string) error { return os.Remove(path) }

// SyncDir makes the names in a folder outlast a loss of power, where the
// system can do that.
func (OS) SyncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	_ = d.Sync() // some systems and file systems refuse; nothing more can be done there
	return nil
}
