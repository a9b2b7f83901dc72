package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"copydesk/article"
	"copydesk/extract/label"
)

// faint is the score up to which a block without a role is left out of the
// listing, unless all are asked for.
const faint = 0.1

// print writes the explanation for a person to read.
func (e *explanation) print(w io.Writer, all bool) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "PAGE      %s, %d bytes, %s\n", e.Page.Path, e.Page.Bytes, e.Media)
	if e.Page.URL != "" {
		fmt.Fprintf(b, "          from %s\n", e.Page.URL)
	}
	fmt.Fprintf(b, "ENCODING  %s, by %s\n", e.Encoding.Name, e.Encoding.How)
	if e.Select != nil {
		fmt.Fprintf(b, "\nSELECTED  %s", count(e.Selected, "element"))
		if e.Media == "text/plain" {
			fmt.Fprint(b, ": a text dump has none")
		} else if e.Selected == 0 {
			fmt.Fprint(b, ": nothing on the page as it was saved matches; what scripts add in a browser is not there, and a shorter selector may match")
		}
		fmt.Fprintln(b)
		e.printBlocks(b, true)
		return b.Flush()
	}
	e.printFacts(b)
	e.printBlocks(b, all)
	e.printChoices(b)
	printFixes(b, "FIXES", e.Fixes)
	printFixes(b, "SUSPECTS (seen, not changed)", e.Suspects)
	r := e.Record
	fmt.Fprintf(b, "\nRECORD    %s, by %s, confidence %.2f\n", r.PageKind, r.Quality.Method, r.Quality.Confidence)
	for _, s := range r.Quality.Warnings {
		fmt.Fprintf(b, "          warning: %s\n", s)
	}
	return b.Flush()
}

func (e *explanation) printFacts(w io.Writer) {
	fmt.Fprintf(w, "\nDECLARED  %s\n", count(len(e.Facts), "fact"))
	for _, f := range e.Facts {
		fmt.Fprintf(w, "  %-9s %-28s %s\n", f.Source, f.Name, clip(f.Value, 100))
	}
}

func (e *explanation) printBlocks(w io.Writer, all bool) {
	fmt.Fprintf(w, "\nBLOCKS    %s: role, score as body, score as standfirst, text, and what was seen\n", count(len(e.Blocks), "block"))
	hidden := 0
	for i := range e.Blocks {
		blk := &e.Blocks[i]
		if !all && blk.Role == "" && blk.Body < faint && blk.Standfirst < faint {
			hidden++
			continue
		}
		role := blk.Role
		if role == "" {
			role = "-"
		}
		fmt.Fprintf(w, "  %4d %-10s %.2f %.2f  %s\n", blk.Index, role, blk.Body, blk.Standfirst, clip(blk.Text, 90))
		if blk.Why != "" {
			fmt.Fprintf(w, "       %s\n", blk.Why)
		}
	}
	if hidden > 0 {
		fmt.Fprintf(w, "  and %s that nothing spoke for (--all shows them)\n", count(hidden, "block"))
	}
}

func (e *explanation) printChoices(w io.Writer) {
	fmt.Fprintf(w, "\nFIELDS\n")
	for _, c := range e.Choices {
		line := choiceLine(&c)
		if line == "" && len(c.Refused) == 0 {
			continue // nothing was found and nothing weighed
		}
		fmt.Fprintf(w, "  %-12s %s\n", c.Field, line)
		for _, r := range c.Refused {
			fmt.Fprintf(w, "    refused %s%s: %s\n", quoted(r.Value), from(r.Source), r.Why)
		}
	}
}

func choiceLine(c *label.Choice) string {
	var parts []string
	if c.Value != "" {
		parts = append(parts, quoted(c.Value)+from(c.Source))
	} else if c.Source != "" {
		parts = append(parts, strings.TrimSpace(from(c.Source)))
	}
	if c.Confidence > 0 {
		parts = append(parts, fmt.Sprintf("%.2f", c.Confidence))
	}
	if c.Why != "" {
		parts = append(parts, c.Why)
	}
	return strings.Join(parts, "; ")
}

func printFixes(w io.Writer, title string, fixes []article.Fix) {
	if len(fixes) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", title)
	for _, f := range fixes {
		fmt.Fprintf(w, "  %s at %d: %q becomes %q; %s, %.2f; %s\n", f.Field, f.Start, f.Before, f.After, f.Rule, f.Confidence, f.Evidence)
	}
}

func from(source string) string {
	if source == "" {
		return ""
	}
	return " from " + source
}

func quoted(s string) string { return "“" + clip(s, 90) + "”" }

func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// clip cuts a text to n characters on one line.
func clip(s string, n int) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= n {
		return string(r)
	}
	return string(r[:n-1]) + "…"
}
