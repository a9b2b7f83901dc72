package main

import (
	"context"
	"encoding/json"

	"copydesk/article"
	"copydesk/batch"
	"copydesk/extract/label"
	"copydesk/ingest"

	"github.com/andybalholm/cascadia"
	"github.com/spf13/cobra"
)

// explanation is what explain --json prints: the page, every stage in the
// order of the data, and the record that came of it.
type explanation struct {
	Page struct {
		Path        string `json:"path"`
		URL         string `json:"url,omitempty"`
		ContentType string `json:"content_type,omitempty"`
		Bytes       int    `json:"bytes"`
	} `json:"page"`
	*label.Trace
	Fixes    []article.Fix    `json:"fixes"`
	Suspects []article.Fix    `json:"suspects"`
	Record   *article.Article `json:"record"`
}

func newExplainCommand() *cobra.Command {
	o := &reading{}
	var asJSON, all bool
	var selector string
	cmd := &cobra.Command{
		Use:   "explain PAGE",
		Short: "Show how the record of one page came about, stage by stage",
		Long: `Explain shows how the record of one page came about: its encoding and how that
was decided, the facts the page declares, the candidate blocks with scores and
reasons, each field with its evidence and what was refused, and each fix.

To ask why one part of a page was taken or left, name it by a CSS selector (a
browser's inspector copies one): --select 'div.story > p' shows its blocks only.

PAGE is a file, an http(s) address, or - for standard input.`,
		Example: "  copydesk explain story.html\n  copydesk explain story.html --select 'aside p'\n  copydesk explain --json story.html | jq '.choices[] | select(.field == \"headline\")'",
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
			trace := &label.Trace{}
			if selector != "" {
				if trace.Select, err = cascadia.Compile(selector); err != nil {
					return usage("--select %q is no CSS selector: %v", selector, err)
				}
			}
			e, err := explain(cmd.Context(), o, page, trace)
			if err != nil {
				return pageError(cmd.Context(), args[0], err)
			}
			if !asJSON {
				return writeError(e.print(cmd.OutOrStdout(), all))
			}
			enc := json.NewEncoder(cmd.OutOrStdout())
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			return writeError(enc.Encode(e))
		},
	}
	o.flags(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON for programs")
	cmd.Flags().StringVar(&selector, "select", "", "show only the blocks of the elements that this CSS selector matches")
	cmd.Flags().BoolVar(&all, "all", false, "also show the blocks that nothing spoke for")
	return cmd
}

// explain makes the page's record, on the one way that run takes too, and keeps the reasons.
func explain(ctx context.Context, o *reading, page ingest.Page, trace *label.Trace) (*explanation, error) {
	traced := func(ctx context.Context, p ingest.Page) (*article.Article, error) {
		return o.pipeline().Traced(ctx, p, trace)
	}
	a, err := batch.Guard(traced, o.timeout)(ctx, page)
	if err != nil {
		return nil, err
	}
	e := &explanation{Trace: trace, Fixes: a.Fixes, Suspects: a.Suspects, Record: a}
	e.Page.Path, e.Page.URL, e.Page.ContentType, e.Page.Bytes = page.Name, page.URL, page.ContentType, len(page.Bytes)
	return e, nil
}
