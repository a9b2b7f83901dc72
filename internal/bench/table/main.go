// Table prints the scores of several contestants side by side.
//
//	table NAME=SCORES.json …
//
// Where a contestant gives nothing that could be scored stands a dash.
package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
)

// figures are those worth comparing, in the scorers' words.
var figures = []string{"body_f1", "segments", "headline", "standfirst", "captions", "authors", "date", "recall", "precision", "exact"}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "table:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	var names []string
	scores := map[string]map[string]map[string]any{}
	sets := map[string]bool{}
	for _, a := range args {
		name, file, ok := strings.Cut(a, "=")
		if !ok {
			return fmt.Errorf("%q is not NAME=SCORES.json", a)
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		var s map[string]map[string]any
		if err := json.Unmarshal(raw, &s); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		names = append(names, name)
		scores[name] = s
		for set := range s {
			sets[set] = true
		}
	}
	fmt.Printf("| corpus | figure | %s |\n| --- | --- |%s\n", strings.Join(names, " | "), strings.Repeat(" --- |", len(names)))
	for _, set := range slices.Sorted(maps.Keys(sets)) {
		for _, f := range figures {
			row, some := "", false
			for _, n := range names {
				v, ok := scores[n][set][f].(float64)
				if !ok || v == 0 {
					row += " – |"
					continue
				}
				row, some = row+fmt.Sprintf(" %.3f |", v), true
			}
			if some {
				fmt.Printf("| %s | %s |%s\n", set, f, row)
			}
		}
	}
	return nil
}
