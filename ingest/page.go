// Package ingest brings pages in, from files, folders, standard input and the
// web, undoes their compression and says what each one is by its content.
package ingest

import "time"

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
