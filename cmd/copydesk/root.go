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
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommand(newHelpCommand(root))
	root.AddCommand(
		newRunCommand(),
		newExtractCommand(),
		newExplainCommand(),
		newFixCommand(),
		newUndoCommand(),
		newSchemaCommand(),
		newVersionCommand(),
	)
	finishCompletion(root)
	return root
}

// newHelpCommand is cobra's, but that a word which is no command is wrong use.
func newHelpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [command]",
		Short: "Help about any command",
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			switch {
			case err != nil || cmd == root && len(rest) > 0:
				return knownCommand(root, args)
			case len(rest) > 0:
				return usage("%s has no command %q: copydesk help %s tells of it", cmd.CommandPath(), rest[0], cmd.Name())
			}
			return cmd.Help()
		},
	}
}

// finishCompletion adds cobra's command, but that a shell which it does not
// know is wrong use and a script that cannot be written an error of writing.
func finishCompletion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	cmd, _, err := root.Find([]string{"completion"})
	if err != nil {
		panic(err) // it was just added
	}
	cmd.Args = nil
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return cmd.Help()
		}
		return usage("there is no completion for %q: copydesk completion bash, zsh, fish or powershell", args[0])
	}
	for _, shell := range cmd.Commands() {
		script := shell.RunE
		shell.RunE = func(cmd *cobra.Command, args []string) error { return writeError(script(cmd, args)) }
	}
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
