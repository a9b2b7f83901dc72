package main

import (
	"fmt"
	"io"
	"os"

	"copydesk/article"

	"github.com/spf13/cobra"
)

func newUndoCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "undo RECORD",
		Short: "Print a record's text as it was extracted",
		Long: `Undo takes back the fixes of a record (a file, or - for standard input) and prints
its text as the page showed it, with white space folded. With --json it prints the
whole record so.`,
		Example: "  copydesk undo out/story.json\n  copydesk extract story.html | copydesk undo --json -",
		Args:    oneRecordArg,
		RunE: func(cmd *cobra.Command, args []string) error {
			data, err := readWord(cmd, args[0])
			if err != nil {
				return &exitError{exitNothing, err}
			}
			a, err := article.Parse(data)
			if err == nil {
				err = article.Undo(a)
			}
			if err != nil {
				return &exitError{exitFailed, fmt.Errorf("%s: %w", args[0], err)}
			}
			out := []byte(a.Text + "\n")
			if asJSON {
				if out, err = article.AppendJSON(nil, a); err != nil {
					return &exitError{exitFailed, err}
				}
			}
			_, err = cmd.OutOrStdout().Write(out)
			return writeError(err)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the whole record as extracted")
	return cmd
}

// readWord reads the file that a word names, - being standard input.
func readWord(cmd *cobra.Command, word string) ([]byte, error) {
	if word == "-" {
		return io.ReadAll(cmd.InOrStdin())
	}
	return os.ReadFile(word)
}

// oneRecordArg wants exactly one record.
func oneRecordArg(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usage("name one record: copydesk undo RECORD")
	}
	return nil
}
