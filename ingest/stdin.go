package ingest

import (
	"context"
	"errors"
	"io"
)

func isStdin(word string) bool { return word == "-" }

func listStdin(_ context.Context, l *lister, _ string) error {
	l.Items = append(l.Items, Item{Name: "stdin", From: "-", src: stdin{}})
	return nil
}

type stdin struct{}

// open reads standard input through a pipe, for a read that waits for a person
// to type can be left alone but not ended.
func (stdin) open(ctx context.Context, r *Reader, _ Item) (io.ReadCloser, Page, error) {
	if r.Stdin == nil {
		return nil, Page{}, errors.New("standard input is not read here")
	}
	out, in := io.Pipe()
	go func() {
		_, err := io.Copy(in, r.Stdin)
		in.CloseWithError(err)
	}()
	stop := context.AfterFunc(ctx, func() { in.CloseWithError(ctx.Err()) })
	return &stdinReader{out, stop}, Page{}, nil
}

type stdinReader struct {
	*io.PipeReader
	stop func() bool
}

func (s *stdinReader) Close() error {
	s.stop()
	return s.PipeReader.Close()
}
