// Package ingest brings pages in, from files, folders, standard input and the
// web, undoes their compression and tells pages from other files by content.
//
// It works in two steps. List names every page that the user's words stand
// for, without reading one, so that a caller can plan where the records go.
// Reader.Read then reads one page, within limits, and tells a page from what
// is none.
package ingest

import (
	"errors"
	"time"
)

// Page is one page as it was read, before anything is made of it.
type Page struct {
	// Name is the page's path relative to what the user named, with slashes; it
	// becomes source.path and, with ".json", the name of the record.
	Name string
	// URL is the address the page was fetched from; empty for a file.
	URL string
	// ContentType is the HTTP header of that name; empty for a file.
	ContentType string
	// FetchedAt is zero for a page that was not fetched.
	FetchedAt time.Time
	// Bytes is the page after decompression.
	Bytes []byte
}

// ErrNotPage is matched by the error for content that is no page: a picture,
// an archive, a style sheet, an empty file. Its text says what was seen.
var ErrNotPage = errors.New("not a page")

// ErrTooLarge is matched by the error for a page beyond the limit on size.
var ErrTooLarge = errors.New("page is too large")

// The stages of reading at which a page may fail.
const (
	StageRead       = "read"
	StageFetch      = "fetch"
	StageDecompress = "decompress"
)

// Error says at which stage reading a page failed, and why.
type Error struct {
	Stage string
	Err   error
}

func (e *Error) Error() string { return e.Err.Error() }

// AtStage gives the stage, for callers that know no more than that errors may have one.
func (e *Error) AtStage() string { return e.Stage }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }
