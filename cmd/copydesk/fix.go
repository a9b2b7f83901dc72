package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"slices"
	"strings"

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

Of a folder, hidden files, files that are no text and, with --backup, the
originals kept before are left out.

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
	sources, err := files.List(args, o.backup)
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

// strays gives the files that the report tells of and that are not there.
func (o *fixFlags) strays(sources []files.Source) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(o.rows)), func(name string) bool {
		return slices.ContainsFunc(sources, func(s files.Source) bool { return s.Name == name })
	})
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
