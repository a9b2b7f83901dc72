package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagError answers a flag that cannot be read with what to type instead.
func flagError(cmd *cobra.Command, err error) error {
	var value *pflag.InvalidValueError
	var unknown *pflag.NotExistError
	switch {
	case errors.As(err, &value):
		f := value.GetFlag()
		if want := wanted[f.Value.Type()]; want != "" {
			return usage("--%s %q: want %s", f.Name, value.GetValue(), want)
		}
	case errors.As(err, &unknown):
		if like := likeFlag(cmd, unknown.GetSpecifiedName()); like != "" {
			return usage("%w: did you mean --%s?", err, like)
		}
		return usage("%w: copydesk %s --help lists them", err, cmd.Name())
	}
	return &exitError{exitUsage, err}
}

// wanted says what a flag of a type takes, with an example.
var wanted = map[string]string{
	"int":      "a whole number, for example 4",
	"float64":  "a number, for example 0.95",
	"duration": "a number with its unit, for example 10s or 2m",
	"size":     "a number of bytes, for example 2000000 or 16MB",
	"bool":     "true or false",
}

// likeFlag finds the flag that a misspelt one was meant to be, as cobra does for commands.
func likeFlag(cmd *cobra.Command, name string) string {
	flags := &cobra.Command{SuggestionsMinimumDistance: 2}
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		flags.AddCommand(&cobra.Command{Use: f.Name, Run: func(*cobra.Command, []string) {}})
	})
	if like := flags.SuggestionsFor(name); len(like) > 0 && len(name) > 2 {
		return like[0]
	}
	return ""
}

// size is a flag for a number of bytes, which may be given in KB, MB or GB of
// 1024, as the limits are counted.
type size int64

var sizeUnits = []struct {
	name  string
	shift uint
}{{"KB", 10}, {"MB", 20}, {"GB", 30}, {"K", 10}, {"M", 20}, {"G", 30}, {"B", 0}}

func (s *size) Set(text string) error {
	number, shift := strings.ToUpper(strings.TrimSpace(text)), uint(0)
	for _, u := range sizeUnits {
		if n, ok := strings.CutSuffix(strings.Replace(number, "IB", "B", 1), u.name); ok {
			number, shift = strings.TrimSpace(n), u.shift
			break
		}
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil || n > math.MaxInt64>>shift {
		return errors.New("no size")
	}
	*s = size(n << shift)
	return nil
}

// Type names the kind of value in the help.
func (*size) Type() string { return "size" }

func (s *size) String() string {
	for _, u := range sizeUnits[:3] {
		if unit := size(1) << u.shift; *s >= unit && *s%unit == 0 && *s < unit<<10 {
			return fmt.Sprintf("%d%s", *s>>u.shift, u.name)
		}
	}
	return strconv.FormatInt(int64(*s), 10)
}
