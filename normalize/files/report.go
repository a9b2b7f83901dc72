package files

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

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
	// Damaged and Repaired are the SHA-256 of the whole file before and after,
	// in hex. A report has them on the first row of each file that changes.
	Damaged  string `json:"damaged_sha256,omitempty"`
	Repaired string `json:"repaired_sha256,omitempty"`
}

// was gives the bytes that stood there.
func (r *Row) was() string {
	if r.BeforeBase64 != nil {
		return string(r.BeforeBase64)
	}
	return r.Before
}

// ErrUnchanged is returned by Undo for a file that stands as it was before the
// changes: they were never made, or were undone.
var ErrUnchanged = errors.New("it stands as before its fixes")

// AppendReport appends the rows of one file to a report, a line each.
func AppendReport(report []byte, before, after []byte, rows []Row) ([]byte, error) {
	b := bytes.NewBuffer(report)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	for i, row := range rows {
		if i == 0 && !bytes.Equal(before, after) {
			row.Damaged, row.Repaired = digest(before), digest(after)
		}
		if err := enc.Encode(row); err != nil {
			return report, err
		}
	}
	return b.Bytes(), nil
}

// ParseReport reads a report and gives its rows by file. A last line that was
// cut off is left out: a report is on the disk before the file that it tells
// of is changed, so what it was to say was never done.
func ParseReport(report []byte) (map[string][]Row, error) {
	rows := map[string][]Row{}
	n := 0
	for line := range bytes.Lines(report) {
		n++
		var r Row
		if err := json.Unmarshal(line, &r); err != nil {
			if !bytes.HasSuffix(line, []byte("\n")) && (n > 1 || bytes.HasPrefix(line, []byte(`{"file":`))) {
				break
			}
			return nil, fmt.Errorf("line %d: not a report of copydesk fix: %w", n, err)
		}
		rows[r.File] = append(rows[r.File], r)
	}
	return rows, nil
}

// Undo gives back the bytes of a file as they were before the rows' changes, and
// how many changes were taken back.
// Where the rows tell of several repairs, one after the other, all are taken
// back that follow on each other. The error matches ErrUnchanged where the bytes
// stand as before already.
func Undo(data []byte, rows []Row) (_ []byte, undone int, _ error) {
	if len(rows) == 0 {
		return data, 0, nil
	}
	repairs := eachRepair(rows)
	if len(repairs) == 0 { // suspects only, or a report without digests
		return takeBack(data, rows)
	}
	// Without the digests, rows that only took something away would fit any file.
	was := digest(data)
	done, known := false, false
	for _, repair := range slices.Backward(repairs) {
		known = known || was == repair[0].Damaged
		if was != repair[0].Repaired {
			continue
		}
		var n int
		var err error
		if data, n, err = takeBack(data, repair); err != nil {
			return nil, 0, err
		}
		was, undone, done = repair[0].Damaged, undone+n, true
	}
	switch {
	case done:
		return data, undone, nil
	case known:
		return nil, 0, ErrUnchanged
	}
	return nil, 0, fmt.Errorf("undo: %s is not as its repair left it: the file was changed since", rows[0].File)
}

// eachRepair parts the rows of a file at those with which a repair begins.
func eachRepair(rows []Row) [][]Row {
	var out [][]Row
	for i, r := range rows {
		switch {
		case r.Repaired != "":
			out = append(out, rows[i:i+1])
		case len(out) > 0:
			last := &out[len(out)-1]
			*last = append((*last)[:len(*last):len(*last)], r)
		}
	}
	return out
}

func takeBack(data []byte, rows []Row) (_ []byte, n int, _ error) {
	var out bytes.Buffer
	at := 0
	for _, r := range rows {
		if r.Suspect {
			continue
		}
		if r.Start < at || r.Start > len(data) || !bytes.HasPrefix(data[r.Start:], []byte(r.After)) {
			return nil, 0, fmt.Errorf("undo: %q does not stand at byte %d of %s: the file was changed since", r.After, r.Start, r.File)
		}
		out.Write(data[at:r.Start])
		out.WriteString(r.was())
		at = r.Start + len(r.After)
		n++
	}
	out.Write(data[at:])
	return out.Bytes(), n, nil
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
