package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"copydesk/normalize/files"
)

// fixReport is the file that --report names. What is to be done to a file is on
// the disk before it is done, so that however a run ends there is a way back.
//
// It is written through the name, never put in its place: the name may be a
// link, a pipe or a device.
type fixReport struct {
	w          io.Writer
	file       *os.File // nil where it is the program's own output
	plain      bool     // a regular file: it can be cut and flushed
	begun      bool
	size, last int64                  // with the last file's rows, and without
	told       map[string][]files.Row // by file, of the runs that it carries on
}

// openReport opens the report and leaves what it holds until there is something
// to write.
func openReport(name string, stdout, stderr io.Writer) (*fixReport, error) {
	info, err := os.Stat(name)
	switch {
	case err == nil && isFile(os.Stdout, info):
		return &fixReport{w: stdout}, nil
	case err == nil && isFile(os.Stderr, info):
		return &fixReport{w: stderr}, nil
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	if info, err = f.Stat(); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &fixReport{w: f, file: f, plain: info.Mode().IsRegular()}, nil
}

func isFile(f *os.File, info os.FileInfo) bool {
	own, err := f.Stat()
	return err == nil && os.SameFile(own, info)
}

// carryOn keeps what earlier runs reported, and drops only a last line that was
// cut off. What they changed in place stands nowhere else, and the same command
// given again must not take away the way back.
func (r *fixReport) carryOn(name string) error {
	if !r.plain {
		return nil
	}
	old, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if r.told, err = files.ParseReport(old); err != nil {
		return fmt.Errorf("%s, %w: name another file", name, err)
	}
	r.begun = true
	r.size = int64(bytes.LastIndexByte(old, '\n') + 1)
	_, err = r.file.Seek(r.size, io.SeekStart)
	return errors.Join(err, r.file.Truncate(r.size))
}

// begin drops what an earlier run left in the file.
func (r *fixReport) begin() error {
	if !r.plain || r.begun {
		return nil
	}
	r.begun = true
	return r.file.Truncate(0)
}

// add writes the rows of one file and waits until they are on the disk.
func (r *fixReport) add(f *fixed) error {
	if r.told[f.source.Name] != nil && bytes.Equal(f.before, f.after) {
		return nil // what was left before and is left again
	}
	lines, err := files.AppendReport(nil, f.before, f.after, f.rows)
	if err != nil || len(lines) == 0 {
		return err
	}
	if err := r.begin(); err != nil {
		return err
	}
	r.last = r.size
	n, err := r.w.Write(lines)
	r.size += int64(n)
	if err == nil && r.plain {
		err = r.file.Sync()
	}
	if err != nil {
		r.takeBack()
	}
	return err
}

// takeBack drops the last file's rows, for what they tell of was not done. Where
// that cannot be, undo finds that file as it was and leaves it.
func (r *fixReport) takeBack() {
	if r.plain && r.file.Truncate(r.last) == nil {
		r.size = r.last
		_, _ = r.file.Seek(r.size, io.SeekStart) // a plain file seeks
	}
}

func (r *fixReport) close() error {
	if r.file == nil {
		return nil
	}
	return r.file.Close()
}
