package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Source is one file to repair.
type Source struct {
	Path string // where to read it; "-" is standard input
	Name string // its path relative to what the user named
	// Named says that the user named the file itself, not a folder that holds it.
	Named bool
	// Skip says why a thing found in a folder is left out; empty for most.
	Skip string
	// Err says why it cannot be read; nil for most.
	Err error
}

// ListOptions says what folders hold that is not to be repaired.
type ListOptions struct {
	Kept string // the ending of originals kept before; may be empty
	Out  string // the folder to write to; may be empty or not exist yet
}

// List gives the files that the words name: files, folders (walked in sorted
// order) and - for standard input. In folders hidden files and folders are left
// out, originals kept before, and the folder to write to. What does not exist
// or cannot be opened is a source with its error. An error means that the words
// are wrong: two files would be written under one name, or a folder is both
// read and written.
func List(words []string, o ListOptions) ([]Source, error) {
	l := lister{kept: o.Kept}
	if o.Out != "" {
		l.out, _ = os.Stat(o.Out) // where it does not exist nothing can be it
	}
	for _, w := range words {
		if w == "-" {
			l.add(Source{Path: "-", Name: "stdin.txt", Named: true})
			continue
		}
		info, err := os.Stat(w)
		switch {
		case err != nil || !info.IsDir():
			l.add(Source{Path: w, Name: filepath.Base(w), Named: true, Err: reason(err)})
		case l.isOut(info):
			return nil, fmt.Errorf("%s is the folder to write to: name another with -o, or use --in-place", w)
		default:
			l.walk(w, "")
		}
	}
	return l.sources, distinct(l.sources)
}

type lister struct {
	sources []Source
	kept    string
	out     fs.FileInfo // nil where there is none
}

func (l *lister) add(s Source) { l.sources = append(l.sources, s) }

func (l *lister) isOut(info fs.FileInfo) bool { return l.out != nil && os.SameFile(l.out, info) }

// walk lists the files of a folder. A link in a folder is not followed: what it
// leads to may lie outside, and that is not what the user gave to be changed.
func (l *lister) walk(root, rel string) {
	dir := filepath.Join(root, filepath.FromSlash(rel))
	entries, err := os.ReadDir(dir) // sorted by name
	if err != nil {
		l.add(Source{Path: dir, Name: path.Join(rel, "."), Err: reason(err)})
	}
	for _, e := range entries {
		s := Source{Path: filepath.Join(dir, e.Name()), Name: path.Join(rel, e.Name())}
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir():
			if info, err := e.Info(); err != nil || !l.isOut(info) {
				l.walk(root, s.Name)
			}
		case l.kept != "" && strings.HasSuffix(e.Name(), l.kept):
		case e.Type()&fs.ModeSymlink != 0:
			s.Skip = "a link: name it to repair what it leads to"
			l.add(s)
		case !e.Type().IsRegular():
			s.Skip = "not a regular file"
			l.add(s)
		default:
			l.add(s)
		}
	}
}

// reason drops the path from an error, for the message names the file by itself.
func reason(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// distinct fails where two files would be written under one name.
func distinct(sources []Source) error {
	seen := map[string]string{}
	for _, s := range sources {
		if s.Skip != "" || s.Err != nil {
			continue
		}
		if other, ok := seen[s.Name]; ok {
			return fmt.Errorf("%s and %s would both be written as %s: name one folder above both", other, s.Path, s.Name)
		}
		seen[s.Name] = s.Path
	}
	return nil
}
