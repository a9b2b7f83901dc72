package main

import (
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
	verbose             bool
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
column, or keys joined by dots; elements of a list count under its key. A file
with no text there is left out with a note; where none has any, that is wrong use.

A text of up to 16 MB is judged as a whole; a longer one by windows of at most
16 MB, cut between lines. In NDJSON and CSV each record is judged by itself, in
JSON each element of a list at the top.

Of a folder, hidden files (which run does read), files that are no text, links
(name one to repair what it leads to), the folder given with -o and the originals
kept before (what ends in .orig, or as --backup says) are left out; -v names what
is skipped.

A report is on the disk before a file is changed, so there is a way back however
a run ends. With --in-place a report that is there already is carried on, so that
it takes back all runs. Undo leaves a file as it is that was not changed yet.

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
			if cmd.Flags().Changed("backup") && o.backup == "" {
				return usage("--backup wants an ending for the originals, such as .orig")
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
	f.BoolVarP(&o.verbose, "verbose", "v", false, "also name the files that are skipped")
	return cmd
}
