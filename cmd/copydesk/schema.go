package main

import (
	"copydesk/article"

	"github.com/spf13/cobra"
)

func newSchemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   "Print the JSON Schema (2020-12) of the record",
		Example: "  copydesk schema > article.schema.json",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := cmd.OutOrStdout().Write(article.JSONSchema())
			return writeError(err)
		},
	}
}
