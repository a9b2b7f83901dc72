package main

import (
	"io"

	"copydesk/ingest"

	"github.com/spf13/cobra"
)

// readWord reads the file that a word names, - being standard input.
func readWord(cmd *cobra.Command, word string) ([]byte, error) {
	f, err := ingest.Open(cmd.Context(), cmd.InOrStdin(), word)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}
