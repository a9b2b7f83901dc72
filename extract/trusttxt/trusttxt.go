// Package trusttxt reads copies of publishers' trust.txt files, in which an
// organisation names those it belongs to, controls, works for and is reached at
// (JournalList's specification, https://journallist.net; also an Internet-Draft,
// draft-org-trust-relationship-protocol). Copies are given by the user; nothing
// is ever fetched, and nothing in them is verified.
package trusttxt

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"sync"

	"golang.org/x/net/publicsuffix"

	"copydesk/article"
)

// MaxBytes is the largest copy that is read: the largest that associations with
// thousands of members publish stay far below.
const MaxBytes = 1 << 20

// Copy is one trust.txt as it was read.
type Copy struct {
	article.TrustTxt
	Warnings []string // what could not be read, by line
}

// Set gives the copies for hosts, or one copy for every page. It may be used by
// any number of goroutines; a nil Set has none.
type Set struct {
	every *Copy
	files fs.FS
	mu    sync.Mutex
	read  map[string]*Copy // by path; nil for a file that is not there
}

// Open makes a Set of a folder of copies: HOST.txt, or HOST/trust.txt and
// HOST/.well-known/trust.txt as programs that mirror sites lay them out. Files
// are read when a page asks for them.
func Open(files fs.FS) *Set { return &Set{files: files, read: map[string]*Copy{}} }

// Empty says whether a folder holds no file that could be a copy for any host.
func Empty(files fs.FS) bool {
	for _, glob := range [...]string{"*.txt", "*/trust.txt", "*/.well-known/trust.txt"} {
		if found, err := fs.Glob(files, glob); err == nil && len(found) > 0 {
			return false
		}
	}
	return true
}

// Every makes a Set of one copy that holds for all pages. Name is what the
// record calls it. A file in which nothing can be read is an error.
func Every(r io.Reader, name string) (*Set, error) {
	c, err := read(r, name)
	if err != nil {
		return nil, err
	}
	if c.Empty() {
		why := "it is empty"
		if len(c.Warnings) > 0 {
			why = c.Warnings[0]
		}
		return nil, fmt.Errorf("%s says nothing that a trust.txt does: %s", name, why)
	}
	return &Set{every: c}, nil
}

// maxHost bounds what is looked up; a host name is no longer.
const maxHost = 253

// For gives the copy for a host, nil where there is none. The host's own comes
// first, with or without www., then that of the domains above it, up to the one
// that is registered: shop.harbour.example is harbour.example's, a.github.io is
// not github.io's. A copy that cannot be read is an error.
func (s *Set) For(host string) (*Copy, error) {
	if s == nil || s.every != nil {
		if s == nil {
			return nil, nil
		}
		return s.every, nil
	}
	host = strings.TrimPrefix(strings.ToLower(strings.TrimSuffix(host, ".")), "www.")
	if host == "" || len(host) > maxHost || strings.ContainsAny(host, "/\\:") {
		return nil, nil
	}
	top, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		top = host
	}
	for at := host; ; _, at, _ = strings.Cut(at, ".") {
		for _, name := range [...]string{at, "www." + at} {
			for _, path := range [...]string{name + ".txt", name + "/trust.txt", name + "/.well-known/trust.txt"} {
				if c, err := s.file(path); c != nil || err != nil {
					return c, err
				}
			}
		}
		if at == top || !strings.Contains(at, ".") {
			return nil, nil
		}
	}
}

func (s *Set) file(path string) (*Copy, error) {
	if !fs.ValidPath(path) {
		return nil, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if c, known := s.read[path]; known {
		return c, nil
	}
	f, err := s.files.Open(path)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		s.read[path] = nil
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("trust.txt: %w", err)
	}
	defer f.Close()
	c, err := read(f, path)
	if err != nil {
		return nil, err
	}
	s.read[path] = c
	return c, nil
}

// Empty says whether nothing could be read of a copy.
func (c *Copy) Empty() bool {
	n := 0
	for _, list := range [...][]string{c.Member, c.BelongTo, c.Control, c.ControlledBy, c.Social, c.Vendor, c.Customer, c.Disclosure, c.Contact} {
		n += len(list)
	}
	return n == 0 && c.DataTrainingAllowed == nil
}

func read(r io.Reader, name string) (*Copy, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("trust.txt %s: %w", name, err)
	}
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("trust.txt %s: larger than %d bytes", name, MaxBytes)
	}
	c := parse(data)
	c.File = name
	return c, nil
}
