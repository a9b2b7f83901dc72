package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"
)

// Item is one page yet to be read.
type Item struct {
	// Name is the name that the page will have (Page.Name).
	Name string
	// From is how the user would name the page: its path, its address, or "-".
	From string
	src  source
}

// source opens the page behind an item. The page that comes back holds what
// the source alone knows (URL, ContentType, FetchedAt); its bytes are in the body.
type source interface {
	open(ctx context.Context, r *Reader, it Item) (io.ReadCloser, Page, error)
}

// ListOptions says which pages are wanted.
type ListOptions struct {
	Include []string // globs; empty takes all
	Exclude []string // globs; wins over Include
	Out     string   // folder the records go to, not read where it lies inside a source; may be empty
}

// Listing is what the user's words stand for.
type Listing struct {
	Items   []Item
	Missing []Missing // what could not be listed
	Skipped []Skipped // things in folders that are no files
}

// Skipped is something found in a folder that is not read, though its name is wanted.
type Skipped struct {
	From string
	Why  string // what it is
}

// Missing is something named or found that cannot be read.
type Missing struct {
	From string
	Err  error
}

// input is one kind of thing that a user may name.
type input struct {
	claims func(word string) bool
	list   func(ctx context.Context, l *lister, word string) error
}

// inputs are asked in this order; the first that claims a word lists it.
var inputs = []input{
	{isStdin, listStdin},
	{isAddress, listAddress},
	{isForeign, listForeign},
	{isPath, listPath},
}

// List names the pages that words stand for: files, folders, addresses and
// "-". Folders are walked in sorted order, so the same words give the same
// list. What does not exist or cannot be opened is in Missing; an error means
// that the words themselves are wrong.
func List(ctx context.Context, words []string, opts ListOptions) (*Listing, error) {
	l, err := newLister(opts)
	if err != nil {
		return nil, err
	}
	for _, word := range words {
		if word == "" {
			return nil, errors.New("an empty word names no page: want a file, a folder, an http(s) address, or -")
		}
		for _, in := range inputs {
			if !in.claims(word) {
				continue
			}
			if err := in.list(ctx, l, word); err != nil {
				return nil, err
			}
			break
		}
	}
	return &l.Listing, nil
}

type lister struct {
	Listing
	opts ListOptions
	out  fs.FileInfo // of opts.Out; nil where it does not exist yet
}

func (l *lister) add(it Item) {
	if l.opts.wants(it.Name) {
		l.Items = append(l.Items, it)
	}
}

func (l *lister) missing(from string, err error) {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err // the path is said by From
	}
	l.Missing = append(l.Missing, Missing{from, err})
}

func (l *lister) skip(from, name, why string) {
	if l.opts.wants(name) {
		l.Skipped = append(l.Skipped, Skipped{from, why})
	}
}

// Reader reads pages within limits. It is safe for use by many goroutines.
type Reader struct {
	MaxBytes int64     // of a page after decompression
	Stdin    io.Reader // what "-" stands for
	Web      *Fetcher  // nil where addresses are not wanted
}

// Read reads one page. The error matches ErrNotPage where the content is no
// page; otherwise it is an *Error that says at which stage reading failed.
func (r *Reader) Read(ctx context.Context, it Item) (Page, error) {
	body, p, err := it.src.open(ctx, r, it)
	if err != nil {
		return Page{}, stageError(StageRead, err)
	}
	defer body.Close()
	p.Name = it.Name
	p.Bytes, err = decompress(&canceled{ctx, body}, r.MaxBytes)
	if err != nil {
		return Page{}, stageError(StageRead, err)
	}
	return p, nil
}

func stageError(stage string, err error) error {
	var e *Error
	if errors.As(err, &e) || errors.Is(err, ErrNotPage) {
		return err
	}
	return &Error{stage, err}
}

// canceled ends a read when the context does.
type canceled struct {
	ctx context.Context
	r   io.Reader
}

func (c *canceled) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}

// dialTimeout bounds the making of a connection.
const dialTimeout = 10 * time.Second

var errNoWeb = fmt.Errorf("addresses are not read here")

// Lasting says whether reading the item a second time gives the same page again:
// a regular file does, standard input, a pipe and an address do not.
func (it Item) Lasting() bool {
	if _, ok := it.src.(file); !ok {
		return false
	}
	info, err := os.Stat(it.From)
	return err == nil && info.Mode().IsRegular()
}
