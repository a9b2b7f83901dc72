package ingest

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

func newLister(opts ListOptions) (*lister, error) {
	for _, g := range append(opts.Include[:len(opts.Include):len(opts.Include)], opts.Exclude...) {
		if !doublestar.ValidatePattern(g) {
			return nil, fmt.Errorf("%q is not a glob: * matches within a name, ** over folders, {a,b} either, [a-z] one character", g)
		}
	}
	l := &lister{opts: opts}
	if opts.Out != "" {
		if info, err := os.Stat(opts.Out); err == nil {
			l.out = info
		}
	}
	return l, nil
}

// isOut says whether a folder is the one that records go to.
func (l *lister) isOut(info fs.FileInfo) bool { return l.out != nil && os.SameFile(l.out, info) }

func (o *ListOptions) wants(name string) bool {
	if len(o.Include) > 0 && !anyMatch(o.Include, name) {
		return false
	}
	return !anyMatch(o.Exclude, name)
}

// prunes says whether nothing below a folder can be wanted.
func (o *ListOptions) prunes(dir string) bool { return anyMatch(o.Exclude, dir) }

// anyMatch matches globs against a path relative to the source. A glob without
// a slash is matched against the last name alone, so *.html counts in every folder.
func anyMatch(globs []string, name string) bool {
	for _, g := range globs {
		subject := name
		if !strings.Contains(g, "/") {
			subject = path.Base(name)
		}
		if doublestar.MatchUnvalidated(strings.TrimPrefix(g, "/"), subject) {
			return true
		}
	}
	return false
}
