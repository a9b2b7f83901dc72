package files

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Source is one file to repair.
type Source struct {
	Path string // where to read it; "-" is standard input
	Name string // its path relative to what the user named
	// Named says that the user named the file itself, not a folder that holds it.
	Named bool
}

// List gives the files that the words name: files, folders (walked in sorted
// order) and - for standard input. In folders hidden files and folders are left
// out, and files with the ending, if one is given: those are kept originals.
// Two files that would be written under one name are an error.
func List(words []string, kept string) ([]Source, error) {
	var out []Source
	for _, w := range words {
		if w == "-" {
			out = append(out, Source{Path: "-", Name: "stdin.txt", Named: true})
			continue
		}
		info, err := os.Stat(w)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			out = append(out, Source{Path: w, Name: filepath.Base(w), Named: true})
			continue
		}
		err = filepath.WalkDir(w, func(path string, e fs.DirEntry, err error) error {
			switch hidden := path != w && strings.HasPrefix(e.Name(), "."); {
			case err != nil:
				return err
			case hidden && e.IsDir():
				return filepath.SkipDir
			case hidden, !e.Type().IsRegular(), kept != "" && strings.HasSuffix(e.Name(), kept):
				return nil
			}
			rel, err := filepath.Rel(w, path)
			out = append(out, Source{Path: path, Name: filepath.ToSlash(rel)})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	seen := map[string]string{}
	for _, s := range out {
		if other, ok := seen[s.Name]; ok {
			return nil, fmt.Errorf("%s and %s would both be written as %s: name one folder above both", other, s.Path, s.Name)
		}
		seen[s.Name] = s.Path
	}
	return out, nil
}
