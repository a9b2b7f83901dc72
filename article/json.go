package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
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

// Parse reads one record as AppendJSON or AppendLine wrote it, and nothing
// beside it. A field that the record does not know is an error, so that nothing
// is dropped unseen.
func Parse(data []byte) (*Article, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	a := new(Article)
	if err := dec.Decode(a); err != nil {
		return nil, fmt.Errorf("not a copydesk record: %s", plainly(err))
	}
	if a.Schema != Schema {
		if a.Schema == "" {
			return nil, errors.New("not a copydesk record: it names no schema")
		}
		return nil, fmt.Errorf("not a copydesk record: schema is %q, want %q", a.Schema, Schema)
	}
	if rest := bytes.TrimSpace(data[dec.InputOffset():]); len(rest) > 0 {
		return nil, errors.New("not a copydesk record: something follows it")
	}
	return a, nil
}

// plainly says why something is not read, in words for those who do not know the decoder.
func plainly(err error) string {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.Is(err, io.EOF):
		return "it is empty"
	case errors.Is(err, io.ErrUnexpectedEOF):
		return "the JSON ends too soon"
	case errors.As(err, &syntax):
		return fmt.Sprintf("it is no JSON, or broken, at byte %d", syntax.Offset)
	case errors.As(err, &kind) && kind.Field == "":
		return "it is no JSON object but a " + kind.Value
	case errors.As(err, &kind):
		return fmt.Sprintf("%s cannot be a %s", kind.Field, kind.Value)
	}
	if _, field, ok := strings.Cut(err.Error(), "unknown field "); ok {
		return "records have no field " + field
	}
	return err.Error()
}
