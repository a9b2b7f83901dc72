package ingest

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

func isPath(string) bool { return true }

func listPath(ctx context.Context, l *lister, word string) error {
	info, err := os.Stat(word)
	switch {
	case err != nil:
		l.missing(word, err)
	case !info.IsDir():
		// What the user names is read even where it is a pipe.
		l.add(Item{Name: filepath.Base(filepath.Clean(word)), From: word, src: file{}})
	case l.isOut(info):
		return fmt.Errorf("%s is the folder that the records go to: name another with -o", word)
	default:
		return l.walk(ctx, word, "")
	}
	return nil
}

// walk lists the files of a folder in sorted order, folder by folder. A
// symbolic link to a file counts as the file; one to a folder is not followed,
// for it may lead in a circle.
func (l *lister) walk(ctx context.Context, root, rel string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	dir := filepath.Join(root, filepath.FromSlash(rel))
	entries, err := os.ReadDir(dir) // sorted by name
	if err != nil {
		l.missing(dir, err)
	}
	for _, e := range entries {
		name := path.Join(rel, e.Name())
		full := filepath.Join(dir, e.Name())
		mode := e.Type()
		if mode&fs.ModeSymlink != 0 {
			info, err := os.Stat(full)
			switch {
			case err != nil:
				if l.opts.wants(name) {
					l.missing(full, err)
				}
				continue
			case info.IsDir():
				l.skip(full, name, "a link to a folder, which is not followed")
				continue
			}
			mode = info.Mode().Type()
		}
		switch {
		case mode.IsRegular():
			l.add(Item{Name: name, From: full, src: file{}})
		case mode.IsDir():
			if err := l.enter(ctx, root, name, e); err != nil {
				return err
			}
		default:
			l.skip(full, name, "not a regular file")
		}
	}
	return nil
}

func (l *lister) enter(ctx context.Context, root, name string, e fs.DirEntry) error {
	if l.opts.prunes(name) {
		return nil
	}
	if l.out != nil {
		if info, err := e.Info(); err == nil && l.isOut(info) {
			return nil
		}
	}
	return l.walk(ctx, root, name)
}

// file is a page in a file; Item.From is its path.
type file struct{}

func (file) open(ctx context.Context, _ *Reader, it Item) (io.ReadCloser, Page, error) {
	f, err := openFile(ctx, it.From)
	return f, Page{}, err
}
