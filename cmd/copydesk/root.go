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
read, 4 records could not be written, 5 defects found (fix --check), 130 interrupted.`,
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
		newExplainCommand(),
		newFixCommand(),
		newUndoCommand(),
		newSchemaCommand(),
		newVersionCommand(),
	)
	return root
}

// knownCommand answers a word that is no command with the one that was meant.
func knownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if like := cmd.SuggestionsFor(args[0]); len(like) > 0 {
		return usage("there is no command %q: did you mean copydesk %s?", args[0], like[0])
	}
	return usage("there is no command %q: copydesk --help lists them", args[0])
}

// onePageArg wants exactly one page.
func onePageArg(cmd *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usage("name one page: copydesk %s PAGE", cmd.Name())
	}
	return nil
}
