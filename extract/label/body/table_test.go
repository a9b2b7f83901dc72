package body

import (
	"strings"
	"testing"

	"copydesk/extract/block"
)

func TestTablesInsideTheBody(t *testing.T) {
	const (
		p     = "<p>The ferry sails four times a day.</p>"
		data  = "<table><tr><td>North pier</td><td>8.10</td></tr><tr><td>South pier</td><td>8.55</td></tr></table>"
		heads = "<table><tr><th>Pier</th><th>Sails</th></tr><tr><td>North</td><td>8.10</td></tr></table>"
		links = "<table><tr><td><a href=/a>Bakery closes</a></td><td><a href=/b>Night bus late</a></td></tr><tr><td><a href=/c>Chess title</a></td><td>x</td></tr></table>"
	)
	long := "<table><tr><td>" + strings.Repeat("A column of the page's layout. ", 12) + "</td><td>" + strings.Repeat("Another column. ", 25) + "</td></tr><tr><td>two</td><td>three</td></tr></table>"
	for _, c := range []struct {
		name, src string
		taken     bool
	}{
		{"between two paragraphs", "<article>" + p + data + p + "</article>", true},
		{"in a wrapper of its own", "<article>" + p + "<div class=scroll><div>" + data + "</div></div>" + p + "</article>", true},
		{"with header cells, at the end", "<article>" + p + heads + "</article>", true},
		{"with header cells, at the end, in a wrapper of its own", "<article>" + p + "<div class=scroll>" + heads + "</div></article>", true},
		{"with header cells, in a box behind the article", "<div><article>" + p + "</article><div><div>" + heads + "</div></div></div>", false},
		{"without header cells, at the end", "<article>" + p + data + "</article>", false},
		{"of links", "<article>" + p + links + p + "</article>", false},
		{"that lays out", "<article>" + p + long + p + "</article>", false},
		{"in an aside", "<article>" + p + "<aside>" + data + "</aside>" + p + "</article>", false},
		{"in another column", "<div><div><div><div>" + p + "</div></div></div><div><div><div>" + data + "</div></div></div></div>", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := read(t, c.src)
			Take(in, func(_ int, b *block.Block) bool { return b.Kind == block.Paragraph })
			taken := false
			for _, b := range Build(in) {
				taken = taken || len(b.Rows) > 0
			}
			if taken != c.taken {
				t.Errorf("taken: %t, want %t", taken, c.taken)
			}
		})
	}
}

// What a table's cells hold must not decide whether it is one: a term beside a
// paragraph that explains it is still a table.
func TestTablesKnownByTheirShape(t *testing.T) {
	const long = "Boats of every size are raised or lowered by it between two reaches of a canal, and each passage takes about as long as a cup of tea, as the keeper likes to say. "
	const other = "What lies between two of these, where the water stands at one height and a skipper has nothing to do but steer, wave at the anglers and mind the low bridges. "
	cell := func(s string) string { return "<td><p>" + s + "</p></td>" }
	row := func(cells ...string) string { return "<tr>" + strings.Join(cells, "") + "</tr>" }
	grid := row(cell("Word"), cell("Meaning")) + row(cell("Lock"), cell(long)) + row(cell("Reach"), cell(other))
	ragged := row(cell("Word"), cell("Meaning")) + row(cell("Lock"), cell(long)) + row(cell("Reach"), cell("a"), cell("b"))
	layout := row(cell("Menu"), cell(long)) + row(cell("Imprint"), cell(other))
	columns := row(cell(long), cell(other)) + row(cell("Lock"), cell("Reach")) + row(cell("Weir"), cell("Sluice"))
	for _, c := range []struct {
		name, src string
		rows      int
	}{
		{"a term and its meaning", grid, 3},
		{"rows of different length", ragged, 0},
		{"two rows that lay out a page", layout, 0},
		{"columns of text", columns, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := read(t, "<article><table>"+c.src+"</table></article>")
			Take(in, func(_ int, b *block.Block) bool { return b.Table >= 0 })
			rows := 0
			for _, b := range Build(in) {
				rows += len(b.Rows)
			}
			if rows != c.rows {
				t.Errorf("%d rows, want %d", rows, c.rows)
			}
		})
	}
}
