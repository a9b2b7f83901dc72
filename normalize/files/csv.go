package files

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// eachRecord calls fn for each record of a CSV text, data[start:], with the cells of the
// named columns. The first record names the columns; the sign between cells is
// the one of comma, semicolon and tab that stands there most.
func eachRecord(data []byte, start int, w *wanted, fn func([]value)) error {
	r := records{data: data, at: start}
	head, _, _ := bytes.Cut(data[r.at:], []byte("\n"))
	r.comma = ','
	for _, c := range []byte{';', '\t'} {
		if bytes.Count(head, []byte{c}) > bytes.Count(head, []byte{r.comma}) {
			r.comma = c
		}
	}
	var asked []bool
	var names []string
	for line := 1; r.at < len(data); line++ {
		cells, err := r.next()
		if err != nil {
			return fmt.Errorf("record %d: %w", line, err)
		}
		if asked == nil {
			for _, c := range cells {
				asked = append(asked, w.column(c.text))
				names = append(names, c.text)
			}
			if !slices.Contains(asked, true) {
				return noField("no record has the field " + w.named() + ": the columns are " + strings.Join(names, ", "))
			}
			continue
		}
		var values []value
		for i, c := range cells {
			if i < len(asked) && asked[i] && c.text != "" {
				c.place = strconv.Itoa(line) + ":" + names[i]
				values = append(values, c)
			}
		}
		if len(values) > 0 {
			fn(values)
		}
	}
	return nil
}

// records reads CSV as spreadsheets write it.
type records struct {
	data  []byte
	at    int
	comma byte
}

func (r *records) next() ([]value, error) {
	var cells []value
	for {
		c, err := r.cell()
		if err != nil {
			return nil, err
		}
		cells = append(cells, c)
		switch {
		case r.at >= len(r.data):
			return cells, nil
		case r.data[r.at] == r.comma:
			r.at++
		default: // the end of the line
			if r.data[r.at] == '\r' && r.at+1 < len(r.data) && r.data[r.at+1] == '\n' {
				r.at++
			}
			r.at++
			return cells, nil
		}
	}
}

func (r *records) cell() (value, error) {
	if r.at < len(r.data) && r.data[r.at] == '"' {
		return r.quoted()
	}
	start := r.at
	for r.at < len(r.data) && r.data[r.at] != r.comma && r.data[r.at] != '\n' && !bytes.HasPrefix(r.data[r.at:], []byte("\r\n")) {
		r.at++
	}
	v := value{start: start, end: r.at, text: string(r.data[start:r.at])}
	v.whole = func(after string) (string, bool) {
		if !strings.ContainsAny(after, "\"\r\n"+string(r.comma)) {
			return "", false
		}
		return `"` + encodeCell(after) + `"`, true
	}
	return v, nil
}

func (r *records) quoted() (value, error) {
	start := r.at + 1
	v := value{start: start, encode: encodeCell}
	var text []byte
	for i := start; i < len(r.data); i++ {
		if r.data[i] != '"' {
			text = append(text, r.data[i])
			continue
		}
		if i+1 < len(r.data) && r.data[i+1] == '"' {
			v.turns = append(v.turns, turn{len(text), i - start})
			text = append(text, '"')
			i++
			v.turns = append(v.turns, turn{len(text), i + 1 - start})
			continue
		}
		v.end, v.text, r.at = i, string(text), i+1
		if r.at < len(r.data) && r.data[r.at] != r.comma && r.data[r.at] != '\n' && r.data[r.at] != '\r' {
			return v, fmt.Errorf("%w: byte %d: text after a closing quote", ErrSyntax, r.at)
		}
		return v, nil
	}
	return v, fmt.Errorf("%w: byte %d: a quote without end", ErrSyntax, start-1)
}

func encodeCell(s string) string { return strings.ReplaceAll(s, `"`, `""`) }
