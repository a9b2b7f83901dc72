package article

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// AppendJSON appends the record to dst as a JSON object of its own file:
// indented by two spaces, with a newline at the end. Nothing is escaped that
// JSON does not ask for, so <, > and & stand as they are.
func AppendJSON(dst []byte, a *Article) ([]byte, error) { return appendJSON(dst, a, "  ") }

// AppendLine appends the record to dst as one line of NDJSON, newline included.
func AppendLine(dst []byte, a *Article) ([]byte, error) { return appendJSON(dst, a, "") }

func appendJSON(dst []byte, a *Article, indent string) ([]byte, error) {
	buf := bytes.NewBuffer(dst)
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(a); err != nil {
		return dst, fmt.Errorf("record of %s: %w", a.Source.Path, err)
	}
	return buf.Bytes(), nil
}

// Parse reads one record as AppendJSON or AppendLine wrote it. A field that
// the record does not know is an error, so that nothing is dropped unseen.
func Parse(data []byte) (*Article, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	a := new(Article)
	if err := dec.Decode(a); err != nil {
		return nil, fmt.Errorf("not a copydesk record: %w", err)
	}
	if a.Schema != Schema {
		return nil, fmt.Errorf("not a copydesk record: schema is %q, want %q", a.Schema, Schema)
	}
	return a, nil
}
