package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"

	"copydesk/article"
	"copydesk/batch"
	"copydesk/ingest"

	"github.com/spf13/cobra"
)

type runOptions struct {
	reading
	out     string
	format  string
	include []string
	exclude []string
	workers int
	join    bool
	logs    string
	verbose bool
}

func newRunCommand() *cobra.Command {
	o := &runOptions{}
	cmd := &cobra.Command{
		Use:   "run SRC… -o OUT",
		Short: "Make a record of every page in files, folders, addresses or standard input",
		Long: `Run reads pages and writes one record for each.

SRC is a file, a folder (walked in sorted order), an http(s) address, or - for a
page on standard input. HTML, XHTML and text dumps of pages are told apart by
their content, and gzip, zstd and brotli are undone by content too; names do not
matter. Files that are no page are skipped and counted, and -v names them; so are
links to folders inside a folder, which are not followed, and pipes and devices.

Each record goes to OUT, at the page's path relative to SRC plus .json. With
--format ndjson all records go to OUT/articles.ndjson, or with -o - to standard
output. Pages that gave no record are listed in OUT/failures.ndjson and on
standard error. The same pages give the same bytes, in the same order, whatever
the number of workers.

With --join-parts, pages are first read for the links between the parts of one
article. Where all parts are among the pages, the record of the first one holds
the whole article, and those of the others name it in parts.whole; where a part
is missing, each record says so in its warnings. Only files are joined, no
addresses and no standard input, and the time limit holds for the whole article.

Exit codes: 0 all pages written, 1 some failed, 2 wrong use, 3 nothing could be
read, 4 records could not be written, 130 interrupted.`,
		Example: `  copydesk run pages -o out
  copydesk run pages --include '*.html.gz' --exclude 'archive/**' -o out
  copydesk run pages --format ndjson -o - | jq .headline
  copydesk run saved --join-parts -o out
  copydesk run https://example.com/news/story.html -o out
  zcat story.html.gz | copydesk run - -o out`,
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, args) },
	}
	o.flags(cmd)
	f := cmd.Flags()
	f.StringVarP(&o.out, "out", "o", "", "folder for the records; - is standard output, with --format ndjson")
	f.StringVar(&o.format, "format", "json", "form of the records: "+formatHelp())
	f.StringArrayVar(&o.include, "include", nil, "read only pages that match this glob (may be repeated)")
	f.StringArrayVar(&o.exclude, "exclude", nil, "leave out pages and folders that match this glob (may be repeated)")
	f.BoolVar(&o.join, "join-parts", false, "join articles in several parts where all parts are among the pages")
	f.IntVarP(&o.workers, "jobs", "j", runtime.GOMAXPROCS(0), "pages worked on at a time, and cores used")
	f.StringVar(&o.logs, "log-format", "text", "form of the messages on standard error: text or json")
	f.BoolVarP(&o.verbose, "verbose", "v", false, "also name what is skipped, and why")
	return cmd
}

func formatHelp() string {
	var out []string
	for _, f := range article.Formats() {
		out = append(out, f.Name+" ("+f.Help+")")
	}
	return strings.Join(out, ", ")
}

func (o *runOptions) check(args []string) (article.Format, error) {
	format, known := article.FormatNamed(o.format)
	switch {
	case len(args) == 0:
		return format, usage("name the pages to read: copydesk run SRC… -o OUT")
	case o.out == "":
		return format, usage("say where the records go: copydesk run %s -o OUT", strings.Join(args, " "))
	case !known:
		return format, usage("--format %q is unknown: want %s", o.format, formatHelp())
	case o.out == "-" && !format.Stream:
		return format, usage("-o - writes one stream: add --format ndjson")
	case o.workers < 1:
		return format, usage("-j must be at least 1")
	case o.logs != "text" && o.logs != "json":
		return format, usage("--log-format %q is unknown: want text or json", o.logs)
	case countWord(args, "-") > 1:
		return format, usage("- can be read only once")
	}
	return format, o.reading.check()
}

func countWord(args []string, word string) (n int) {
	for _, a := range args {
		if a == word {
			n++
		}
	}
	return n
}

func (o *runOptions) run(cmd *cobra.Command, args []string) error {
	format, err := o.check(args)
	if err != nil {
		return err
	}
	useCores(o.workers)
	ctx := cmd.Context()
	list := ingest.ListOptions{Include: o.include, Exclude: o.exclude}
	if o.out != "-" {
		list.Out = o.out
	}
	pages, err := ingest.List(ctx, args, list)
	if err != nil {
		if ctx.Err() != nil {
			return &exitError{exitInterrupted, errors.New("interrupted")}
		}
		return &exitError{exitUsage, err}
	}
	return o.batch(ctx, cmd, format, pages)
}

func (o *runOptions) batch(ctx context.Context, cmd *cobra.Command, format article.Format, pages *ingest.Listing) error {
	log := newReport(cmd.ErrOrStderr(), o.logs == "json", o.verbose, len(pages.Items))
	for _, d := range o.doubts() {
		log.warn(d)
	}
	reader, pipeline := o.reader(cmd.InOrStdin()), o.pipeline()
	process := pipeline.Process
	if o.join {
		joiner, err := batch.NewJoiner(ctx, pipeline, reader, pages.Items, o.workers, o.timeout)
		if err != nil {
			return &exitError{exitInterrupted, errors.New("interrupted")}
		}
		process = joiner.Process
	}
	cfg := batch.Config{
		Reader:   reader,
		Process:  process,
		Format:   format,
		Workers:  o.workers,
		Limit:    o.timeout,
		Failed:   log.failed,
		Skipped:  log.skipped,
		Progress: log.progress,
	}
	if o.out == "-" {
		cfg.Stream = cmd.OutOrStdout()
	} else {
		cfg.Out = o.out
	}
	sum, err := batch.Run(ctx, cfg, pages)
	var collision *batch.CollisionError
	if errors.As(err, &collision) {
		log.end()
		return &exitError{exitUsage, err}
	}
	log.summary(sum, o.out)
	return log.verdict(outcome(sum, err, o.nothing(pages)))
}

// outcome gives the exit code for what became of a run; nothing says why none of
// the pages could be read.
func outcome(sum batch.Summary, err error, nothing string) error {
	var werr *batch.WriteError
	switch {
	case errors.As(err, &werr):
		return &exitError{exitWrite, err}
	case errors.Is(err, context.Canceled):
		return &exitError{exitInterrupted, fmt.Errorf("interrupted: %s not done", count(sum.Undone, "page"))}
	case err != nil:
		return &exitError{exitWrite, err}
	case sum.Written == 0 && sum.Failed == sum.Unread:
		return &exitError{exitNothing, errors.New("nothing could be read: " + nothing)}
	case sum.Failed > 0:
		return &exitError{exitFailed, nil}
	}
	return nil
}

// nothing says why a run had no page to read.
func (o *runOptions) nothing(pages *ingest.Listing) string {
	why := "no page among what was named"
	if len(o.include) == 0 {
		return why
	}
	globs := ingest.OneLine("--include " + strings.Join(o.include, ", --include "))
	if len(pages.Items)+len(pages.Missing)+len(pages.Skipped) == 0 {
		return "no file among what was named matches " + globs
	}
	return why + " and matches " + globs
}

// Pages are short-lived garbage, so the heap may grow to several times what is
// in use before it is swept; the limit keeps a run of large pages in bounds.
const (
	heapGrowth = 400       // percent
	heapLimit  = 192 << 20 // soft: passed only where pages at hand are themselves larger
)

// useCores bounds the program to as many cores as there are workers, so that
// -j 1 is one core, and sets the heap for many pages where the environment
// (GOGC, GOMEMLIMIT) does not.
func useCores(workers int) {
	if workers < runtime.GOMAXPROCS(0) {
		runtime.GOMAXPROCS(workers)
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(heapGrowth)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(heapLimit)
	}
}
