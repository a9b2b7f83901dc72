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

func (stdin) open(ctx context.Context, r *Reader, it Item) (io.ReadCloser, Page, error) {
	if r.Stdin == nil {
		return nil, Page{}, errors.New("standard input is not read here")
	}
	f, err := Open(ctx, r.Stdin, it.From)
	return f, Page{}, err
}
