package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// fixSummary is what a run over files came to.
type fixSummary struct {
	done, failed, skipped int
	fixes, suspects       int
	undone, restored      int             // fixes taken back, and in how many files
	fields                map[string]bool // at which there was text
	lacking               bool            // whether a file was skipped that has none at any
	example               string          // the first such file that was not told of
	report                *fixReport      // nil where none is asked for
}

func (s *fixSummary) count(r *fixed) {
	s.done++
	for _, row := range r.rows {
		if row.Suspect {
			s.suspects++
		} else {
			s.fixes++
		}
	}
	if r.undone > 0 {
		s.undone += r.undone
		s.restored++
	}
	for _, f := range r.fields {
		s.fields[f] = true
	}
}

// absent gives the names of --field at which no file had text. Where no file was
// read to its end, the messages about those files say all there is to say.
func (s *fixSummary) absent(fields []string) []string {
	if len(s.fields) == 0 && !s.lacking {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(fields), func(f string) bool { return s.fields[f] })
}

// finish tells what the run came to and gives the exit code.
func (o *fixFlags) finish(cmd *cobra.Command, sum *fixSummary) error {
	if n := sum.done + sum.failed + sum.skipped; n > 1 || o.check {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s: %s, %d skipped, %d failed\n", count(n, "file"), o.came(sum), sum.skipped, sum.failed)
	}
	absent := sum.absent(o.fields)
	switch {
	case len(absent) > 0:
		return usage("no text was found at --field %s%s: name a key or a column as it stands there", strings.Join(absent, ","), sum.example)
	case sum.failed > 0 && sum.done == 0:
		return &exitError{exitNothing, nil}
	case sum.failed > 0:
		return &exitError{exitFailed, nil}
	case sum.done == 0:
		return &exitError{exitNothing, errors.New("nothing could be read: every file was skipped; -v says why")}
	case o.check && sum.fixes > 0:
		return &exitError{exitDefects, nil}
	}
	return nil
}

// came says what was done to the files.
func (o *fixFlags) came(sum *fixSummary) string {
	fixes := func(n int) string {
		if n == 1 {
			return "1 fix"
		}
		return fmt.Sprintf("%d fixes", n)
	}
	switch {
	case o.undo != "" && o.check:
		return fmt.Sprintf("%s to undo in %s", fixes(sum.undone), count(sum.restored, "file"))
	case o.undo != "":
		return fmt.Sprintf("%s undone in %s", fixes(sum.undone), count(sum.restored, "file"))
	}
	return fmt.Sprintf("%s, %s", fixes(sum.fixes), count(sum.suspects, "suspect"))
}
