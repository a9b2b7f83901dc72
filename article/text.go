package article

import "strings"

// PlainText gives the body as plain text: blocks joined by a blank line, list
// items one a line, table cells parted by tabs and rows by newlines. Figures
// and embeds have no text.
func PlainText(body []Block) string {
	texts := make([]string, 0, len(body))
	for _, b := range body {
		if t := b.PlainText(); t != "" {
			texts = append(texts, t)
		}
	}
	return strings.Join(texts, "\n\n")
}

// PlainText gives the block's own text in the form that PlainText joins.
func (b Block) PlainText() string {
	switch b.Type {
	case List:
		return strings.Join(b.Items, "\n")
	case Table:
		rows := make([]string, len(b.Rows))
		for i, r := range b.Rows {
			rows[i] = strings.Join(r, "\t")
		}
		return strings.Join(rows, "\n")
	case Figure, Embed:
		return ""
	default:
		return b.Text
	}
}
