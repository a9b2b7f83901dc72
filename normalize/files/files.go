// Package files repairs text as it stands in files: plain text, or named
// values of JSON, NDJSON and CSV. Only the bytes of what is repaired change,
// and each change is a row from which the file can be put back byte for byte.
package files

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"copydesk/normalize"
)

// Format is how a file holds its text.
type Format string

// The formats.
const (
	Text   Format = "text"
	JSON   Format = "json"
	NDJSON Format = "ndjson"
	CSV    Format = "csv"
)

// FormatOf tells the format by the file's name; anything else is text.
func FormatOf(name string) Format {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".json":
		return JSON
	case ".ndjson", ".jsonl":
		return NDJSON
	case ".csv", ".tsv":
		return CSV
	}
	return Text
}

// ErrBinary is returned for a file that holds no text.
var ErrBinary = errors.New("not a text file")

// ErrSyntax is returned for a file that is not of the format asked for.
var ErrSyntax = errors.New("syntax error")

// Options says what to repair and how.
type Options struct {
	normalize.Options
	Format Format
	// Fields names the values to repair in JSON, NDJSON and CSV: a key or a
	// column, or keys joined by dots (article.body). Elements of a list count
	// under the list's key.
	Fields []string
}

// Result is what Repair made of a file.
type Result struct {
	Data   []byte   // the new bytes; where nothing changes those of the file
	Rows   []Row    // a row for each change in order of Start, then one for each suspect
	Fields []string // those of Options.Fields at which the file has text
	// Instead says of those at which it has something else what that is.
	Instead []string
}

// Repair repairs the bytes of one file. The error matches ErrBinary, ErrSyntax
// or ErrNoField.
func Repair(name string, data []byte, o Options) (Result, error) {
	if o.Format == Text && bytes.IndexByte(data[:min(len(data), 8<<10)], 0) >= 0 {
		return Result{}, fmt.Errorf("%w: it holds zero bytes", ErrBinary)
	}
	w := writer{name: name, data: data}
	fields, instead, err := eachDocument(data, o, func(values []value) {
		d := normalize.Document{Fields: make([]normalize.Field, len(values))}
		for i, v := range values {
			d.Fields[i].Text = v.text
		}
		for i, r := range normalize.Repair(d, o.Options) {
			w.value(&values[i], r)
		}
	})
	if err != nil {
		return Result{Instead: instead}, err
	}
	if len(w.rows) == 0 {
		return Result{data, w.suspects, fields, instead}, nil
	}
	w.out.Write(data[w.at:])
	return Result{w.out.Bytes(), append(w.rows, w.suspects...), fields, instead}, nil
}

// mark is the sign that some systems put before a text to say that it is UTF-8.
// It belongs to the file and not to its text, and programs there look for it.
var mark = []byte("\uFEFF")

// eachDocument calls fn with the values of each document of the file, in order,
// and gives the names of fields at which there is text, and what stands at others instead.
func eachDocument(data []byte, o Options, fn func([]value)) (names, instead []string, err error) {
	start := 0
	if bytes.HasPrefix(data, mark) {
		start = len(mark)
	}
	if o.Format != Text && o.Format != "" {
		w := newWanted(o.Fields)
		each := map[Format]func([]byte, int, *wanted, func([]value)) error{JSON: eachJSON, NDJSON: eachLine, CSV: eachRecord}[o.Format]
		if err := each(data, start, w, fn); err != nil {
			return nil, nil, err
		}
		return w.found()
	}
	for start < len(data) {
		end := len(data)
		if end-start > normalize.Window {
			end = start + normalize.Cut(data[start:start+normalize.Window])
		}
		fn([]value{{start: start, end: end, text: string(data[start:end])}})
		start = end
	}
	return nil, nil, nil
}
