// Copydesk turns raw article pages into clean JSON records.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// Exit codes, as the help and the README promise them.
const (
	exitOK          = 0
	exitFailed      = 1   // some pages failed
	exitUsage       = 2   // the command was called wrongly
	exitNothing     = 3   // nothing could be read
	exitWrite       = 4   // records could not be written
	exitInterrupted = 130 // ended by Ctrl-C or a signal
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	go func() {
		<-ctx.Done()
		stop() // a second Ctrl-C ends the program at once
	}()
	code := execute(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// execute runs one command line and gives its exit code.
func execute(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRootCommand()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	var e *exitError
	switch {
	case err == nil:
		return exitOK
	case !errors.As(err, &e):
		// What cobra refuses by itself is a mistake at the prompt.
		e = &exitError{exitUsage, err}
	}
	if e.err != nil {
		fmt.Fprintf(stderr, "copydesk: %v\n", e.err)
	}
	return e.code
}

// exitError carries an exit code with what there is to say; err is nil where it was said already.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit code %d", e.code)
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

// usage is the error for a command that was called wrongly: what is wrong and what to type instead.
func usage(format string, args ...any) error {
	return &exitError{exitUsage, fmt.Errorf(format, args...)}
}
