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

// ErrNoValue is returned for a structured file that has no text under any of
// the names asked for.
var ErrNoValue = errors.New("nothing of that name")

// Options says what to repair and how.
type Options struct {
	normalize.Options
	Format Format
	// Fields names the values to repair in JSON, NDJSON and CSV: a key or a
	// column, or keys joined by dots (article.body). Elements of a list count
	// under the list's key.
	Fields []string
}

// Row is one change to a file, or (Suspect) one that was seen and not made.
// Before and After are bytes of the file: in JSON with its escapes.
type Row struct {
	File         string  `json:"file"`
	Place        string  `json:"place,omitempty"` // JSON pointer or CSV cell; empty in plain text
	Start        int     `json:"start"`           // byte offset in the repaired file
	Before       string  `json:"before"`
	BeforeBase64 []byte  `json:"before_base64,omitempty"` // instead of Before where that is not UTF-8
	After        string  `json:"after"`
	Rule         string  `json:"rule"`
	Confidence   float64 `json:"confidence"`
	Evidence     string  `json:"evidence"`
	Suspect      bool    `json:"suspect,omitempty"`
}

// was gives the bytes that stood there.
func (r *Row) was() string {
	if r.BeforeBase64 != nil {
		return string(r.BeforeBase64)
	}
	return r.Before
}

// Repair repairs the bytes of one file and gives the new bytes with a row for
// each change, in order of Start, and then one for each suspect. Where nothing
// changes the data is returned as it is.
func Repair(name string, data []byte, o Options) ([]byte, []Row, error) {
	if o.Format == Text && bytes.IndexByte(data[:min(len(data), 8<<10)], 0) >= 0 {
		return nil, nil, fmt.Errorf("%w: it holds zero bytes", ErrBinary)
	}
	w := writer{name: name, data: data}
	found := false
	err := eachDocument(data, o, func(values []value) {
		found = true
		d := normalize.Document{Fields: make([]normalize.Field, len(values))}
		for i, v := range values {
			d.Fields[i].Text = v.text
		}
		for i, r := range normalize.Repair(d, o.Options) {
			w.value(&values[i], r)
		}
	})
	if err != nil {
		return nil, nil, err
	}
	if !found && (o.Format == JSON || o.Format == NDJSON) && len(bytes.TrimSpace(data)) > 0 {
		return nil, nil, fmt.Errorf("%w: it has no text under %s", ErrNoValue, strings.Join(o.Fields, " or "))
	}
	if len(w.rows) == 0 {
		return data, w.suspects, nil
	}
	w.out.Write(data[w.at:])
	return w.out.Bytes(), append(w.rows, w.suspects...), nil
}

// Undo gives back the bytes of a file as they were before the rows' changes.
func Undo(data []byte, rows []Row) ([]byte, error) {
	var out bytes.Buffer
	at := 0
	for _, r := range rows {
		if r.Suspect {
			continue
		}
		if r.Start < at || r.Start > len(data) || !bytes.HasPrefix(data[r.Start:], []byte(r.After)) {
			return nil, fmt.Errorf("undo: %q does not stand at byte %d of %s: the file was changed since", r.After, r.Start, r.File)
		}
		out.Write(data[at:r.Start])
		out.WriteString(r.was())
		at = r.Start + len(r.After)
	}
	out.Write(data[at:])
	return out.Bytes(), nil
}

// eachDocument calls fn with the values of each document of the file, in order.
func eachDocument(data []byte, o Options, fn func([]value)) error {
	switch o.Format {
	case JSON:
		return eachJSON(data, o.Fields, fn)
	case NDJSON:
		return eachLine(data, o.Fields, fn)
	case CSV:
		return eachRecord(data, o.Fields, fn)
	}
	for start := 0; start < len(data); {
		end := len(data)
		if end-start > normalize.Window {
			end = start + normalize.Cut(data[start:start+normalize.Window])
		}
		fn([]value{{start: start, end: end, text: string(data[start:end])}})
		start = end
	}
	return nil
}
