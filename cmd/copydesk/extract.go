package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"copydesk/article"
	"copydesk/batch"
	"copydesk/ingest"

	"github.com/spf13/cobra"
)

func newExtractCommand() *cobra.Command {
	o := &reading{}
	cmd := &cobra.Command{
		Use:   "extract PAGE",
		Short: "Print the record of one page",
		Long: `Extract prints the record of one page: a file, an http(s) address, or - for
standard input.`,
		Example: "  copydesk extract story.html\n  curl -s https://example.com/story | copydesk extract -",
		Args:    onePageArg,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.check(); err != nil {
				return err
			}
			o.warn(cmd)
			page, err := o.onePage(cmd, args[0])
			if err != nil {
				return err
			}
			a, err := batch.Guard(o.pipeline().Process, o.timeout)(cmd.Context(), page)
			if err != nil {
				return pageError(cmd.Context(), args[0], err)
			}
			data, err := article.AppendJSON(nil, a)
			if err == nil {
				_, err = cmd.OutOrStdout().Write(data)
			}
			return writeError(err)
		},
	}
	o.flags(cmd)
	return cmd
}

// onePage reads the page that a word names.
func (o *reading) onePage(cmd *cobra.Command, word string) (ingest.Page, error) {
	if info, err := os.Stat(word); err == nil && info.IsDir() {
		return ingest.Page{}, usage("%s is a folder: name one page, or use copydesk run %s -o OUT", ingest.Shown(word), ingest.Shown(word))
	}
	l, err := ingest.List(cmd.Context(), []string{word}, ingest.ListOptions{})
	switch {
	case err != nil:
		return ingest.Page{}, usage("%v", err)
	case len(l.Missing) > 0:
		return ingest.Page{}, &exitError{exitNothing, fmt.Errorf("%s: %w", ingest.Shown(word), l.Missing[0].Err)}
	case len(l.Items) != 1:
		return ingest.Page{}, usage("%s is not one page", ingest.Shown(word))
	}
	page, err := o.reader(cmd.InOrStdin()).Read(cmd.Context(), l.Items[0])
	if err != nil {
		return page, pageError(cmd.Context(), word, err)
	}
	return page, nil
}

// pageError is the error for one page, with its exit code.
func pageError(ctx context.Context, word string, err error) error {
	var read *ingest.Error
	switch {
	case ctx.Err() != nil:
		return &exitError{exitInterrupted, errors.New("interrupted")}
	case errors.As(err, &read), errors.Is(err, ingest.ErrNotPage):
		return &exitError{exitNothing, fmt.Errorf("%s: %w", ingest.Shown(word), err)}
	}
	return &exitError{exitFailed, fmt.Errorf("%s: %w", ingest.Shown(word), err)}
}

func writeError(err error) error {
	if err == nil {
		return nil
	}
	return &exitError{exitWrite, fmt.Errorf("cannot write: %w", err)}
}
