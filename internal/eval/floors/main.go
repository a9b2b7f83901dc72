// Floors holds scores against the least that was once reached.
//
//	floors SCORES…         fails where a figure lies below its floor
//	floors -raise SCORES…  lifts the floors to what was reached; none is ever lowered
//
// A file of scores is JSON: figures by name within corpora or kinds of defect.
// One that does not exist is passed over, and so are its floors.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// scores are figures by file, group and name: scores, aeb, body_f1.
type scores map[string]map[string]map[string]float64

func main() {
	file := flag.String("floors", "internal/eval/floors.json", "file of floors")
	raise := flag.Bool("raise", false, "lift the floors to what was reached")
	flag.Parse()
	if err := run(os.Stdout, *file, *raise, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "floors:", err)
		os.Exit(1)
	}
}

func run(w io.Writer, file string, raise bool, paths []string) error {
	floors, reached := scores{}, scores{}
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, &floors); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	for _, p := range paths {
		of, err := read(p)
		if errors.Is(err, fs.ErrNotExist) {
			fmt.Fprintf(w, "%s: not there, passed over\n", p)
			continue
		}
		if err != nil {
			return err
		}
		reached[strings.TrimSuffix(filepath.Base(p), ".json")] = of
	}
	if raise {
		return write(file, lift(floors, reached))
	}
	if below := compare(w, floors, reached); below > 0 {
		return fmt.Errorf("%d figures lie below their floors in %s", below, file)
	}
	return nil
}

// read takes the numbers of a file of scores; counts and lists in it are no figures.
func read(path string) (map[string]map[string]float64, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var raw map[string]map[string]any
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	out := map[string]map[string]float64{}
	for group, figures := range raw {
		out[group] = map[string]float64{}
		for name, v := range figures {
			if f, ok := v.(float64); ok {
				out[group][name] = f
			}
		}
	}
	return out, nil
}

// compare prints every figure that has a floor, and counts those below.
func compare(w io.Writer, floors, reached scores) (below int) {
	for _, file := range slices.Sorted(maps.Keys(reached)) {
		for _, group := range slices.Sorted(maps.Keys(floors[file])) {
			for _, name := range slices.Sorted(maps.Keys(floors[file][group])) {
				floor := floors[file][group][name]
				got, there := reached[file][group][name]
				verdict := "ok"
				if !there || got < floor {
					verdict = "BELOW"
					below++
				}
				fmt.Fprintf(w, "%-14s %-14s %.3f  floor %.3f  %s\n", group, name, got, floor, verdict)
			}
		}
	}
	return below
}

// lift raises each floor that a figure lies above, cut to three digits.
func lift(floors, reached scores) scores {
	for file, groups := range floors {
		for group, figures := range groups {
			for name, floor := range figures {
				figures[name] = max(floor, math.Floor(reached[file][group][name]*1000)/1000)
			}
		}
	}
	return floors
}

func write(file string, floors scores) error {
	data, err := json.MarshalIndent(floors, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(data, '\n'), 0o666)
}
