package main

import (
	"github.com/spf13/cobra"
)

func newRootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "copydesk",
		Short: "Raw article pages in, clean JSON records out",
		Long: `Copydesk reads saved web pages and text dumps of pages and writes one JSON
record for each: headline, standfirst, authors, dates, body, captions with their
credits, related links, what the page says about trust, and every repair that was
made to a damaged text, so that each can be checked and undone.

Exit codes: 0 all went well, 1 some pages failed, 2 wrong use, 3 nothing could be
read, 4 records could not be written, 130 interrupted.`,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          knownCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SuggestionsMinimumDistance = 2
	root.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	root.AddCommand(
		newRunCommand(),
		newExtractCommand(),
