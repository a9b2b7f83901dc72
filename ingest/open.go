package ingest

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
)

// Open opens what a word names, a file or standard input ("-"). Opening and
// reading end when the context does, also where a pipe or a device never answers.
func Open(ctx context.Context, stdin io.Reader, word string) (io.ReadCloser, error) {
	if isStdin(word) {
		return left(ctx, func() (io.ReadCloser, error) { return io.NopCloser(stdin), nil }), nil
	}
	return openFile(ctx, word)
}

func openFile(ctx context.Context, path string) (io.ReadCloser, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, withoutPath(err)
	}
	if info.IsDir() {
		return nil, errors.New("it is a folder")
	}
	if info.Mode().IsRegular() {
		f, err := os.Open(path)
		if err != nil {
			return nil, withoutPath(err)
		}
		return f, nil
	}
	return left(ctx, func() (io.ReadCloser, error) { return os.Open(path) }), nil
}

// withoutPath drops the path from an error: the message names the page by itself.
func withoutPath(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// left reads through a pipe of its own, for an opening or a read that waits for
// somebody to write or to type can be left alone but not ended.
func left(ctx context.Context, open func() (io.ReadCloser, error)) io.ReadCloser {
	out, in := io.Pipe()
	go func() {
		f, err := open()
		if err != nil {
			in.CloseWithError(withoutPath(err))
			return
		}
		defer f.Close()
		_, err = io.Copy(in, f)
		in.CloseWithError(err)
	}()
	stop := context.AfterFunc(ctx, func() { in.CloseWithError(ctx.Err()) })
	return &leftReader{out, stop}
}

type leftReader struct {
	*io.PipeReader
	stop func() bool
}

func (l *leftReader) Close() error {
	l.stop()
	return l.PipeReader.Close()
}
