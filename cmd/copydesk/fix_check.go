package main

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"copydesk/normalize"
	"copydesk/normalize/files"
)

// usualBackup ends the names of the originals that most runs keep. In a folder they
// are left alone also where this run keeps none: they are somebody's way back.
const usualBackup = ".orig"

// prepare checks the flags and lists the files.
func (o *fixFlags) prepare(args []string) ([]files.Source, error) {
	if err := o.settings(); err != nil {
		return nil, err
	}
	if err := o.conflicts(); err != nil {
		return nil, err
	}
	kept := o.backup
	if o.undo == "" {
		kept = cmp.Or(kept, usualBackup)
	}
	sources, err := files.List(args, files.ListOptions{Kept: kept, Out: o.out})
	if err != nil {
		return nil, usage("%v", err)
	}
	stdin := slices.ContainsFunc(sources, func(s files.Source) bool { return s.Path == "-" })
	switch {
	case o.inPlace && stdin:
		return nil, usage("standard input cannot be changed in place: drop --in-place")
	case len(sources) == 0:
		return nil, &exitError{exitNothing, errors.New("no files there")}
	case len(sources) > 1 && o.printsText():
		return nil, usage("%d files would be printed one after the other: add -o DIR, --in-place, --diff, --explain or --check", len(sources))
	}
	return sources, o.overwrites(sources)
}

// printsText says whether the repaired text goes to standard output.
func (o *fixFlags) printsText() bool {
	return o.out == "" && !o.inPlace && !o.diff && !o.explain && !o.check
}

// conflicts refuses flags that contradict each other.
func (o *fixFlags) conflicts() error {
	switch {
	case o.inPlace && o.out != "":
		return usage("--in-place and -o exclude each other: use one")
	case o.check && (o.inPlace || o.out != ""):
		return usage("--check writes nothing: drop it, or drop --in-place and -o")
	case o.diff && o.inPlace:
		return usage("--diff only shows what would change: drop it, or drop --in-place")
	case o.backup != "" && !o.inPlace:
		return usage("--backup is for --in-place: add it, or drop --backup")
	case strings.ContainsAny(o.backup, `/`+string(filepath.Separator)):
		return usage("--backup %s: want an ending without a slash, such as .orig", o.backup)
	case o.report != "" && o.undo != "":
		return usage("--undo makes no fixes to report: drop --report")
	}
	return nil
}

// settings turns the flags into options.
func (o *fixFlags) settings() error {
	for _, name := range append(slices.Clone(o.rules), o.skip...) {
		if !slices.Contains(normalize.RuleNames(), name) {
			return usage("there is no rule %q; the rules are %s", name, strings.Join(normalize.RuleNames(), ", "))
		}
	}
	if err := checkJudgment(o.minConfidence, &o.lang); err != nil {
		return err
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
		list, err := readFlag("--words", o.words)
		if err != nil {
			return err
		}
		o.options.Words, o.options.Prefer, err = normalize.ParseWords(string(list))
		if err != nil {
			return usage("%s: %v", o.words, err)
		}
	}
	if o.undo != "" {
		report, err := readFlag("--undo", o.undo)
		if err != nil {
			return err
		}
		if o.rows, err = files.ParseReport(report); err != nil {
			return usage("%s, %v", o.undo, err)
		}
	}
	return nil
}

// readFlag reads the file that a flag names.
func readFlag(flag, name string) ([]byte, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usage("%s: no such file: %s", flag, name)
	} else if err != nil {
		return nil, usage("%s: %v", flag, err)
	}
	return data, nil
}

// overwrites refuses what would write over a file that is read, or over the report.
func (o *fixFlags) overwrites(sources []files.Source) error {
	report := place{path: o.report}
	if o.report != "" {
		report = placeOf(o.report)
		if o.words != "" && report.same(placeOf(o.words)) {
			return usage("--report %s is the file of words: name another", o.report)
		}
	}
	for _, s := range sources {
		if s.Skip != "" || s.Err != nil {
			continue
		}
		source := placeOf(s.Path)
		if s.Path == "-" {
			source.info, _ = os.Stdin.Stat() // where there is none it is nobody's file
		}
		switch {
		case o.inPlace && source.info != nil && !source.info.Mode().IsRegular():
			return usage("%s is no regular file and cannot be changed in place: drop --in-place", s.Path)
		case o.report != "" && report.same(source) && o.leaves(s) == "":
			return usage("--report %s is one of the files to repair: name another", o.report)
		case o.backup != "" && o.report != "" && report.same(placeOf(s.Path+o.backup)):
			return usage("--report %s is where an original is kept: name another", o.report)
		}
		if o.out == "" {
			continue
		}
		switch out := placeOf(o.target(s)); {
		case out.same(source):
			return usage("%s would be written over itself: name another folder with -o, or use --in-place", s.Path)
		case o.report != "" && out.same(report):
			return usage("--report %s is one of the files to write: name another", o.report)
		}
	}
	return nil
}

// place is where a path leads, whether or not something is there.
type place struct {
	path string      // without links as far as it exists
	info os.FileInfo // nil where nothing is there
}

func placeOf(path string) place {
	p := place{path: path}
	p.info, _ = os.Stat(path) // nothing there is an answer too
	if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		p.path = filepath.Join(dir, filepath.Base(path))
	}
	if full, err := filepath.Abs(p.path); err == nil {
		p.path = full
	}
	return p
}

// same says whether two paths lead to one file. A terminal or a pipe may well be
// read and written.
func (p place) same(q place) bool {
	if p.info != nil && q.info != nil {
		return os.SameFile(p.info, q.info) && p.info.Mode().IsRegular()
	}
	return p.path == q.path
}
