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
	"strings"
	"sync"

	"copydesk/batch"
	"copydesk/normalize"
	"copydesk/normalize/files"

	"github.com/spf13/cobra"
)

// exitDefects is what fix --check ends with where it found something to repair.
const exitDefects = 5

type fixFlags struct {
	fields, rules, skip []string
	format              string
	out, backup         string
	inPlace, check      bool
	diff, explain       bool
	report, words, undo string
	lang                string
	minConfidence       float64
	options             files.Options
	rows                map[string][]files.Row // for --undo, by file
}

func newFixCommand() *cobra.Command {
	o := &fixFlags{}
	cmd := &cobra.Command{
		Use:   "fix [FILE|DIR|-]...",
		Short: "Repair damaged text in files",
		Long: `Fix repairs text: mis-decoded characters, entities left in text, lost letters,
spacing, quotation marks, leftovers. It changes only what it is sure of, says why
(--explain), and can put every byte back (--report, then --undo).

Text files are repaired whole. With --field, the named values of JSON, NDJSON and
CSV files are repaired and no other byte of them changes. A name is a key or a
column, or keys joined by dots; elements of a list count under its key.

A text of up to 16 MB is judged as a whole; a longer one by windows of at most
16 MB, cut between lines. In NDJSON and CSV each record is judged by itself, in
JSON each element of a list at the top.

The rules, in the order in which they run: ` + strings.Join(normalize.RuleNames(), ", ") + `.

Exit codes: 0 nothing to do or done, 1 some files failed, 2 wrong use, 3 nothing
could be read, 4 files could not be written, 5 defects found (only with --check).`,
		Example: `  copydesk fix story.txt
  copydesk fix --diff corpus/
  copydesk fix corpus/ -o repaired/ --report fixes.ndjson
  copydesk fix --undo fixes.ndjson repaired/ -o original/
  copydesk fix --field title,body articles.ndjson --in-place --backup .orig
  cat story.txt | copydesk fix --check -`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				args = []string{"-"}
			}
			sources, err := o.prepare(args)
			if err != nil {
				return err
			}
			return o.run(cmd, sources)
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&o.fields, "field", nil, "values to repair in JSON, NDJSON and CSV, such as title,body")
	f.StringVar(&o.format, "format", "", "text, json, ndjson or csv (default: by the file's name)")
	f.StringVarP(&o.out, "output", "o", "", "folder to write to, under the same paths")
	f.BoolVar(&o.inPlace, "in-place", false, "change the files themselves")
	f.StringVar(&o.backup, "backup", "", "with --in-place, keep the original under this ending, such as .orig")
	f.BoolVar(&o.diff, "diff", false, "print what would change as a diff")
	f.BoolVar(&o.explain, "explain", false, "print each fix with its evidence, and what was seen but left")
	f.StringVar(&o.report, "report", "", "file to write all fixes and suspects to, as NDJSON")
	f.Float64Var(&o.minConfidence, "min-confidence", normalize.DefaultConfidence, "what a fix must reach to be made, 0 to 1")
	f.StringSliceVar(&o.rules, "rules", nil, "run only these rules")
	f.StringSliceVar(&o.skip, "skip", nil, "do not run these rules")
	f.StringVar(&o.lang, "lang", "", "language of the text as a BCP 47 tag, where you know it")
	f.StringVar(&o.words, "words", "", "file of names and terms never to touch, one a line, and of spellings to prefer (wrong => right)")
	f.BoolVar(&o.check, "check", false, "write nothing; end with code 5 where something needs repair")
	f.StringVar(&o.undo, "undo", "", "put the bytes back that this report says were changed")
	return cmd
}

// prepare checks the flags and lists the files.
func (o *fixFlags) prepare(args []string) ([]files.Source, error) {
	if err := o.settings(); err != nil {
		return nil, err
	}
	sources, err := files.List(args)
	if errors.Is(err, os.ErrNotExist) || errors.Is(err, os.ErrPermission) {
		return nil, &exitError{exitNothing, err}
	} else if err != nil {
		return nil, usage("%v", err)
	}
	stdin := slices.ContainsFunc(sources, func(s files.Source) bool { return s.Path == "-" })
	switch {
	case o.inPlace && o.out != "":
		return nil, usage("--in-place and -o exclude each other: use one")
	case o.inPlace && stdin:
		return nil, usage("standard input cannot be changed in place: drop --in-place")
	case o.backup != "" && !o.inPlace:
		return nil, usage("--backup is for --in-place: add it, or drop --backup")
	case len(sources) == 0:
		return nil, &exitError{exitNothing, errors.New("no files there")}
	case len(sources) > 1 && o.printsText():
		return nil, usage("%d files would be printed one after the other: add -o DIR, --in-place, --diff, --explain or --check", len(sources))
	}
	return sources, nil
}

// printsText says whether the repaired text goes to standard output.
func (o *fixFlags) printsText() bool {
	return o.out == "" && !o.inPlace && !o.diff && !o.explain && !o.check
}

// settings turns the flags into options.
func (o *fixFlags) settings() error {
	for _, name := range append(slices.Clone(o.rules), o.skip...) {
		if !slices.Contains(normalize.RuleNames(), name) {
			return usage("there is no rule %q; the rules are %s", name, strings.Join(normalize.RuleNames(), ", "))
		}
	}
	if o.minConfidence <= 0 || o.minConfidence > 1 {
		return usage("--min-confidence must be more than 0 and at most 1")
	}
	switch files.Format(o.format) {
	case "", files.Text:
	case files.JSON, files.NDJSON, files.CSV:
		if len(o.fields) == 0 && o.undo == "" {
			return usage("--format %s needs --field: name the values to repair, such as --field title,body", o.format)
		}
	default:
		return usage("--format %q is not known: want text, json, ndjson or csv", o.format)
	}
	o.options = files.Options{Fields: o.fields, Options: normalize.Options{
		Lang: o.lang, MinConfidence: o.minConfidence, Rules: o.rules, Skip: o.skip,
	}}
	if o.words != "" {
		list, err := os.ReadFile(o.words)
		if err != nil {
			return &exitError{exitNothing, err}
		}
		o.options.Words, o.options.Prefer, err = normalize.ParseWords(string(list))
		if err != nil {
			return usage("%s: %v", o.words, err)
		}
	}
	if o.undo != "" {
		return o.readReport()
	}
	return nil
}

func (o *fixFlags) readReport() error {
	data, err := os.ReadFile(o.undo)
	if err != nil {
		return &exitError{exitNothing, err}
	}
	o.rows = map[string][]files.Row{}
	n := 0
	for line := range bytes.Lines(data) {
		n++
		var r files.Row
		if err := json.Unmarshal(line, &r); err != nil {
			return usage("%s, line %d: not a report of copydesk fix: %v", o.undo, n, err)
		}
		o.rows[r.File] = append(o.rows[r.File], r)
	}
	return nil
}

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
	results := make([]chan fixed, len(sources))
	for i := range results {
		results[i] = make(chan fixed, 1)
	}
	var once sync.Once
	stop := make(chan struct{})
	defer once.Do(func() { close(stop) })
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
	if errors.Is(r.err, files.ErrBinary) && !s.Named {
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

// finish writes the report and gives the exit code.
func (o *fixFlags) finish(cmd *cobra.Command, sum *fixSummary) error {
	if o.report != "" {
		if err := batch.WriteFile(batch.OS{}, o.report, sum.report.Bytes()); err != nil {
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
