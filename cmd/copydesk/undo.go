package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"copydesk/article"
	"copydesk/ingest"

	"github.com/spf13/cobra"
)

func newUndoCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "undo RECORDS",
		Short: "Print the text of records as it was extracted",
		Long: `Undo takes back the fixes of a record and prints its text as the page showed it,
with white space folded. RECORDS is a file, or - for standard input, that holds one
record, or one a line as run --format ndjson writes them: then the texts follow each
other in that order, parted by an empty line. With --json it prints the whole
records so, one a line where they came one a line.

It stops at the first line that is no whole record, and names it.

Exit codes: 0 all went well, 1 a record is damaged, 2 wrong use, 3 nothing could be
read, 4 the output could not be written, 130 interrupted.`,
		Example: "  copydesk undo out/story.json\n  copydesk extract story.html | copydesk undo --json -\n  copydesk undo --json out/articles.ndjson",
		Args:    oneRecordArg,
		RunE: func(cmd *cobra.Command, args []string) error {
			u := &undoing{ctx: cmd.Context(), name: ingest.Shown(args[0]), out: bufio.NewWriter(cmd.OutOrStdout()), asJSON: asJSON}
			err := u.file(cmd.InOrStdin(), args[0])
			if ferr := u.out.Flush(); err == nil {
				err = writeError(ferr)
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the whole records as extracted")
	return cmd
}

// maxRecord bounds one record: far above what a page of the largest size gives.
const maxRecord = 256 << 20

// undoing takes records back on their way from a file to the output.
type undoing struct {
	ctx    context.Context
	name   string // of the file, for messages
	out    *bufio.Writer
	asJSON bool
	done   int // records printed
}

func (u *undoing) file(stdin io.Reader, word string) error {
	f, err := ingest.Open(u.ctx, stdin, word)
	if err != nil {
		return u.unread(err)
	}
	defer f.Close()
	return u.records(bufio.NewReaderSize(f, 64<<10))
}

// records undoes one record a line, or the only one where it is spread over
// several lines.
func (u *undoing) records(r *bufio.Reader) error {
	for n := 1; ; n++ {
		line, err := recordLine(r, maxRecord)
		if err != nil && !errors.Is(err, io.EOF) {
			return u.unread(err)
		}
		end := errors.Is(err, io.EOF)
		switch text := bytes.TrimSpace(line); {
		case len(text) == 0:
			if !end {
				continue
			}
			if u.done == 0 {
				return u.unread(errors.New("there is no record in it: it is empty"))
			}
			return nil
		case u.done == 0 && text[0] == '{' && !json.Valid(text):
			return u.spread(n, line, r)
		default:
			if err := u.record(n, text, article.AppendLine); err != nil {
				return err
			}
		}
		if end {
			return nil
		}
	}
}

// spread undoes records of several lines each, the first of which was read.
func (u *undoing) spread(n int, line []byte, r io.Reader) error {
	rest, err := io.ReadAll(io.LimitReader(r, maxRecord+1))
	if err != nil {
		return u.unread(err)
	}
	if len(rest) > maxRecord {
		return u.damaged(n, errors.New("not a copydesk record: it is too large"))
	}
	data := append(line, rest...)
	for len(data) > 0 {
		dec := json.NewDecoder(bytes.NewReader(data))
		var one json.RawMessage
		size := len(data) // of what cannot be read: whoever reads it as a record says why
		if dec.Decode(&one) == nil {
			size = int(dec.InputOffset())
		}
		if err := u.record(n, data[:size], article.AppendJSON); err != nil {
			return err
		}
		blank := len(data[size:]) - len(bytes.TrimLeft(data[size:], " \t\r\n"))
		n += bytes.Count(data[:size+blank], []byte{'\n'})
		data = data[size+blank:]
	}
	return nil
}

// record undoes and prints one record, which begins in line n.
func (u *undoing) record(n int, data []byte, form func([]byte, *article.Article) ([]byte, error)) error {
	a, err := article.Parse(data)
	if err == nil {
		err = article.Undo(a)
	}
	if err != nil {
		return u.damaged(n, err)
	}
	out := append([]byte(a.Text), '\n')
	if u.asJSON {
		if out, err = form(nil, a); err != nil {
			return u.damaged(n, err)
		}
	} else if u.done > 0 {
		out = append([]byte{'\n'}, out...)
	}
	u.done++
	_, err = u.out.Write(out)
	return writeError(err)
}

func (u *undoing) damaged(n int, err error) error {
	return &exitError{exitFailed, fmt.Errorf("%s: line %d: %w", u.name, n, err)}
}

func (u *undoing) unread(err error) error {
	if u.ctx.Err() != nil {
		return &exitError{exitInterrupted, errors.New("interrupted")}
	}
	return &exitError{exitNothing, fmt.Errorf("%s: %w", u.name, err)}
}

// recordLine reads a line of at most limit bytes. What cannot be the begin of
// a record is given up at once, for a device may have no end of it.
func recordLine(r *bufio.Reader, limit int) (line []byte, err error) {
	for {
		part, err := r.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case !errors.Is(err, bufio.ErrBufferFull):
			return line, err
		case bytes.IndexByte([]byte(" \t\r{"), line[0]) < 0 || len(line) > limit:
			return line, nil // whoever reads it as a record says what is wrong
		}
	}
}

// oneRecordArg wants exactly one file of records.
func oneRecordArg(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usage("name one file of records: copydesk undo RECORDS")
	}
	if args[0] == "" {
		return usage("the name of the file is empty: copydesk undo RECORDS")
	}
	return nil
}
