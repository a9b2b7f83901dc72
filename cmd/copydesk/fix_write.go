package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"copydesk/batch"
	"copydesk/normalize/files"

	"github.com/spf13/cobra"
)

// target gives where -o puts a file.
func (o *fixFlags) target(s files.Source) string {
	return filepath.Join(o.out, filepath.FromSlash(s.Name))
}

// write puts the text where the flags say. Where the error holds a
// *batch.WriteError, the file there is as it was.
func (o *fixFlags) write(cmd *cobra.Command, r *fixed) error {
	switch {
	case o.inPlace:
		if err := o.replace(r); err != nil {
			return &exitError{exitWrite, err}
		}
	case o.out != "":
		path := o.target(r.source)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return &exitError{exitWrite, &batch.WriteError{Name: path, Err: err}}
		}
		if err := batch.WriteFile(batch.OS{}, path, r.after); err != nil {
			return &exitError{exitWrite, err}
		}
	case o.printsText():
		_, err := cmd.OutOrStdout().Write(r.after)
		return writeError(err)
	}
	return nil
}

// replace writes the file in its own place, keeping the original first.
func (o *fixFlags) replace(r *fixed) error {
	if bytes.Equal(r.before, r.after) {
		return nil
	}
	path, err := filepath.EvalSymlinks(r.source.Path)
	if err != nil {
		return &batch.WriteError{Name: r.source.Path, Err: err}
	}
	info, err := os.Stat(path)
	if err != nil {
		return &batch.WriteError{Name: r.source.Path, Err: err}
	}
	kept := ""
	if o.backup != "" {
		kept = r.source.Path + o.backup
		if err := keep(kept, r.before, info.Mode().Perm()); err != nil {
			return &batch.WriteError{Name: r.source.Path, Err: err}
		}
	}
	if err := batch.WriteFile(batch.OS{}, path, r.after); err != nil {
		if kept != "" {
			err = errors.Join(err, os.Remove(kept)) // or the next try would find it in its way
		}
		return err
	}
	return os.Chmod(path, info.Mode().Perm())
}

// keep writes the original under its other name.
func keep(kept string, data []byte, mode os.FileMode) error {
	if _, err := os.Lstat(kept); err == nil {
		return fmt.Errorf("%s exists already: move it away, or give --backup another ending", kept)
	}
	if err := batch.WriteFile(batch.OS{}, kept, data); err != nil {
		return err
	}
	return os.Chmod(kept, mode)
}
