package main

import (
	"errors"
	"fmt"
	"maps"
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
	fields        []string // of those asked for, what it has text at
	instead       []string // of those asked for, what stands there and is no text
	undone        int      // fixes taken back
	skipped       string   // why it was left out
	lacking       bool     // for want of text at the fields asked for
	note          string   // what else there is to say
	err           error
}

// run repairs the files on all cores and writes them in their order.
func (o *fixFlags) run(cmd *cobra.Command, sources []files.Source) error {
	sum := fixSummary{fields: map[string]bool{}}
	if o.report != "" {
		// Before any file is changed: without the report there is no way back.
		var err error
		if sum.report, err = openReport(o.report, cmd.OutOrStdout(), cmd.ErrOrStderr()); err == nil && o.inPlace {
			err = sum.report.carryOn(o.report)
		}
		if err != nil {
			return reportError(err)
		}
	}
	err := o.deliverAll(cmd, sources, &sum)
	if sum.report != nil {
		if err == nil {
			err = reportError(sum.report.begin()) // also a run that found nothing is reported
		}
		if cerr := sum.report.close(); err == nil {
			err = reportError(cerr)
		}
	}
	if err != nil {
		return err
	}
	return o.finish(cmd, &sum)
}

func reportError(err error) error {
	if err == nil {
		return nil
	}
	return &exitError{exitWrite, fmt.Errorf("cannot write the report: %w", err)}
}

// deliverAll brings the files to their end one after the other.
func (o *fixFlags) deliverAll(cmd *cobra.Command, sources []files.Source, sum *fixSummary) error {
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
	for _, name := range o.strays(sources) {
		sum.failed++
		fmt.Fprintf(cmd.ErrOrStderr(), "failed: %s: the report tells of it, but it is not among the files named: name what was repaired as it was named then\n", name)
	}
	for _, c := range results {
		select {
		case <-cmd.Context().Done():
			return &exitError{exitInterrupted, errors.New("interrupted")}
		case r := <-c:
			if err := o.deliver(cmd, &r, sum); err != nil {
				return err
			}
			<-ahead
		}
	}
	return nil
}

// one reads and repairs one file.
func (o *fixFlags) one(cmd *cobra.Command, s files.Source) fixed {
	r := fixed{source: s}
	switch why := o.leaves(s); {
	case o.undo != "" && o.inPlace && o.rows[s.Name] == nil && !s.Named:
		r.skipped = "the report tells nothing of it" // such as an original that was kept
		return r
	case s.Err != nil || s.Skip != "":
		r.err, r.skipped = s.Err, s.Skip
		return r
	case why != "" && s.Named:
		r.err = errors.New(why)
		return r
	case why != "":
		r.skipped = why
		return r
	}
	if r.before, r.err = readWord(cmd, s.Path); r.err != nil {
		return r
	}
	if o.undo != "" {
		r.after, r.undone, r.err = files.Undo(r.before, o.rows[s.Name])
		if errors.Is(r.err, files.ErrUnchanged) {
			r.after, r.note, r.err = r.before, r.err.Error(), nil
		}
		return r
	}
	options := o.options
	options.Format = o.formatOf(s)
	result, err := files.Repair(s.Name, r.before, options)
	r.after, r.rows, r.fields, r.instead = result.Data, result.Rows, result.Fields, result.Instead
	switch {
	case errors.Is(err, files.ErrNoField): // no failure where another file has it
		r.skipped, r.lacking = err.Error(), true
	case errors.Is(err, files.ErrBinary) && !s.Named:
		r.skipped = err.Error()
	default:
		r.err = err
	}
	return r
}

func (o *fixFlags) formatOf(s files.Source) files.Format {
	if o.format != "" {
		return files.Format(o.format)
	}
	return files.FormatOf(s.Name)
}

// leaves says why a file cannot be repaired, before it is read; empty where it can.
func (o *fixFlags) leaves(s files.Source) string {
	switch format := o.formatOf(s); {
	case o.undo != "" || (format == files.Text) == (len(o.fields) == 0):
		return ""
	case format != files.Text:
		return fmt.Sprintf("it is %s: name the values to repair with --field, or say --format text", format)
	case s.Path == "-":
		return "--field needs --format json, ndjson or csv for standard input"
	}
	return "it is text, and --field is for JSON, NDJSON and CSV: drop it, or say --format"
}

// deliver reports, writes or prints what became of a file.
func (o *fixFlags) deliver(cmd *cobra.Command, r *fixed, sum *fixSummary) error {
	switch {
	case r.err != nil:
		sum.failed++
		fmt.Fprintf(cmd.ErrOrStderr(), "failed: %s: %v\n", r.source.Path, r.err)
		return nil
	case r.skipped != "":
		sum.skipped++
		o.tellSkipped(cmd, r, sum)
		return nil
	case r.note != "":
		fmt.Fprintf(cmd.ErrOrStderr(), "left: %s: %s\n", r.source.Path, r.note)
	}
	if r.source.Named || o.verbose {
		for _, what := range r.instead {
			fmt.Fprintf(cmd.ErrOrStderr(), "note: %s: %s\n", r.source.Path, what)
		}
	}
	sum.count(r)
	if err := o.print(cmd, r); err != nil {
		return writeError(err)
	}
	if sum.report != nil {
		if err := sum.report.add(r); err != nil {
			return reportError(err)
		}
	}
	err := o.write(cmd, r)
	var unwritten *batch.WriteError
	if sum.report != nil && errors.As(err, &unwritten) {
		sum.report.takeBack()
	}
	return err
}

// tellSkipped says why a file is left out: with -v, or where the user named it and
// it has no text at the fields, which is no failure as long as another file has.
func (o *fixFlags) tellSkipped(cmd *cobra.Command, r *fixed, sum *fixSummary) {
	sum.lacking = sum.lacking || r.lacking
	switch {
	case r.lacking && r.source.Named:
		fmt.Fprintf(cmd.ErrOrStderr(), "note: %s: %s\n", r.source.Path, r.skipped)
	case o.verbose:
		fmt.Fprintf(cmd.ErrOrStderr(), "skipped: %s: %s\n", r.source.Path, r.skipped)
	case r.lacking && sum.example == "":
		sum.example = " (" + r.source.Path + ": " + r.skipped + ")"
	}
}

// print shows what is asked for besides the text.
func (o *fixFlags) print(cmd *cobra.Command, r *fixed) error {
	out := cmd.OutOrStdout()
	if o.explain {
		if _, err := fmt.Fprint(out, files.Explain(r.source.Name, r.before, r.rows)); err != nil {
			return err
		}
	}
	if o.diff && slices.ContainsFunc(r.rows, func(r files.Row) bool { return !r.Suspect }) {
		if _, err := fmt.Fprint(out, files.Diff(r.source.Name, r.before, r.after, r.rows)); err != nil {
			return err
		}
	}
	return nil
}

// strays gives the files that the report tells of and that are not there.
func (o *fixFlags) strays(sources []files.Source) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(o.rows)), func(name string) bool {
		return slices.ContainsFunc(sources, func(s files.Source) bool { return s.Name == name })
	})
}
