package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"copydesk/batch"
	"copydesk/normalize/files"

	"github.com/spf13/cobra"
)

// fixed is what became of one file.
type fixed struct {
	source        files.Source
	before, after []byte
	rows          []files.Row
	skipped       string // why it was left out
	err           error
}

// run repairs the files on all cores and writes them in their order.
func (o *fixFlags) run(cmd *cobra.Command, sources []files.Source) error {
	if o.report != "" {
		// Before any file is changed: without the report there is no way back.
		if err := mayWrite(o.report); err != nil {
			return writeError(err)
		}
	}
	results := make([]chan fixed, len(sources))
	for i := range results {
		results[i] = make(chan fixed, 1)
	}
	stop := make(chan struct{})
	defer close(stop)
	ahead := make(chan struct{}, 2*runtime.GOMAXPROCS(0)) // files read but not written yet
	go func() {
		for i, s := range sources {
			select {
			case ahead <- struct{}{}:
				go func() { results[i] <- o.one(cmd, s) }()
			case <-stop:
				return
			}
		}
	}()
	var sum fixSummary
	for _, name := range o.strays(sources) {
		sum.failed++
		fmt.Fprintf(cmd.ErrOrStderr(), "failed: %s: the report tells of it, but it is not among the files named: name what was repaired as it was named then\n", name)
	}
	for _, c := range results {
		select {
		case <-cmd.Context().Done():
			return &exitError{exitInterrupted, errors.New("interrupted")}
		case r := <-c:
			if err := o.deliver(cmd, &r, &sum); err != nil {
				return err
			}
			<-ahead
		}
	}
	return o.finish(cmd, &sum)
}

// one reads and repairs one file.
func (o *fixFlags) one(cmd *cobra.Command, s files.Source) fixed {
	r := fixed{source: s}
	options := o.options
	options.Format = files.Format(o.format)
	if o.format == "" {
		options.Format = files.FormatOf(s.Name)
	}
	if o.undo == "" && (options.Format == files.Text) == (len(o.fields) > 0) {
		switch {
		case options.Format != files.Text && s.Named:
			r.err = fmt.Errorf("it is %s: name the values to repair with --field, or say --format text", options.Format)
		case options.Format != files.Text:
			r.skipped = "no --field for " + string(options.Format)
		case s.Path == "-":
			r.err = errors.New("--field needs --format json, ndjson or csv for standard input")
		default:
			r.skipped = "--field is not for text"
		}
		return r
	}
	if r.before, r.err = readWord(cmd, s.Path); r.err != nil {
		return r
	}
	if o.undo != "" {
		r.after, r.err = files.Undo(r.before, o.rows[s.Name])
		return r
	}
	r.after, r.rows, r.err = files.Repair(s.Name, r.before, options)
	if (errors.Is(r.err, files.ErrBinary) || errors.Is(r.err, files.ErrNoValue)) && !s.Named {
		r.skipped, r.err = r.err.Error(), nil
	}
	return r
}

// fixSummary is what a run over files came to.
type fixSummary struct {
	done, failed, skipped int
	fixes, suspects       int
	report                bytes.Buffer
}

// deliver writes or prints what became of a file.
func (o *fixFlags) deliver(cmd *cobra.Command, r *fixed, sum *fixSummary) error {
	switch {
	case r.err != nil:
		sum.failed++
		fmt.Fprintf(cmd.ErrOrStderr(), "failed: %s: %v\n", r.source.Path, r.err)
		return nil
	case r.skipped != "":
		sum.skipped++
		return nil
	}
	sum.done++
	enc := json.NewEncoder(&sum.report)
	enc.SetEscapeHTML(false)
	for _, row := range r.rows {
		if row.Suspect {
			sum.suspects++
		} else {
			sum.fixes++
		}
		if o.report != "" {
			if err := enc.Encode(row); err != nil {
				return writeError(err)
			}
		}
	}
	out := cmd.OutOrStdout()
	if o.explain {
		if _, err := fmt.Fprint(out, files.Explain(r.source.Name, r.after, r.rows)); err != nil {
			return writeError(err)
		}
	}
	if o.diff && slices.ContainsFunc(r.rows, func(r files.Row) bool { return !r.Suspect }) {
		if _, err := fmt.Fprint(out, files.Diff(r.source.Name, r.before, r.after, r.rows)); err != nil {
			return writeError(err)
		}
	}
	if o.check {
		return nil
	}
	return o.write(cmd, r)
}

// write puts the text where the flags say.
func (o *fixFlags) write(cmd *cobra.Command, r *fixed) error {
	var err error
	switch {
	case o.inPlace:
		err = o.replace(r)
	case o.out != "":
		path := filepath.Join(o.out, filepath.FromSlash(r.source.Name))
		if err = os.MkdirAll(filepath.Dir(path), 0o777); err == nil {
			err = batch.WriteFile(batch.OS{}, path, r.after)
		}
	case o.printsText():
		_, err = cmd.OutOrStdout().Write(r.after)
	}
	return writeError(err)
}

// replace writes the file in its own place, keeping the original first.
func (o *fixFlags) replace(r *fixed) error {
	if bytes.Equal(r.before, r.after) {
		return nil
	}
	info, err := os.Stat(r.source.Path)
	if err != nil {
		return err
	}
	if o.backup != "" {
		kept := r.source.Path + o.backup
		if _, err := os.Lstat(kept); err == nil {
			return fmt.Errorf("%s exists already: move it away, or give --backup another ending", kept)
		}
		if err := batch.WriteFile(batch.OS{}, kept, r.before); err != nil {
			return err
		}
		if err := os.Chmod(kept, info.Mode().Perm()); err != nil {
			return err
		}
	}
	path, err := filepath.EvalSymlinks(r.source.Path)
	if err != nil {
		return err
	}
	if err := batch.WriteFile(batch.OS{}, path, r.after); err != nil {
		return err
	}
	return os.Chmod(path, info.Mode().Perm())
}

// mayWrite says what will hinder the report from being written.
func mayWrite(path string) error {
	if special(path) {
		return nil
	}
	probe, err := os.CreateTemp(filepath.Dir(path), ".copydesk-*.part")
	if err != nil {
		return err
	}
	return errors.Join(probe.Close(), os.Remove(probe.Name()))
}

// writeReport writes the report: a file whole or not at all, a pipe or a device
// as it is.
func writeReport(path string, data []byte) error {
	if !special(path) {
		return batch.WriteFile(batch.OS{}, path, data)
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// special says whether the path is a pipe, a terminal or another device.
func special(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

// finish writes the report and gives the exit code.
func (o *fixFlags) finish(cmd *cobra.Command, sum *fixSummary) error {
	if o.report != "" {
		if err := writeReport(o.report, sum.report.Bytes()); err != nil {
			return writeError(err)
		}
	}
	if sum.done+sum.skipped > 1 || o.check {
		fmt.Fprintf(cmd.ErrOrStderr(), "%d files: %d fixes, %d suspects, %d skipped, %d failed\n",
			sum.done+sum.failed+sum.skipped, sum.fixes, sum.suspects, sum.skipped, sum.failed)
	}
	switch {
	case sum.failed > 0 && sum.done == 0:
		return &exitError{exitNothing, nil}
	case sum.failed > 0:
		return &exitError{exitFailed, nil}
	case o.check && sum.fixes > 0:
		return &exitError{exitDefects, nil}
	}
	return nil
}
