package page

// Facts is what the page declares about itself in data, by source: nothing is
// merged or judged here. The label room decides whom to believe.
type Facts struct {
	Meta   []Meta   // <meta> in document order, names in lower case
	Links  []Link   // <link rel href>
	Title  string   // <title>, white space folded
	LD     []*Thing // JSON-LD: every node of every block, graph and list, in order, nested ones after their holder
	Items  []*Thing // microdata items, in order, nested ones too
	Time   []Time   // <time> and other elements with datetime, in order
	Broken int      // JSON-LD blocks that could not be read, or not to their end, even after mending
}

// Meta is one <meta>: name, property, itemprop or http-equiv with its content.
type Meta struct{ Name, Content string }

// Link is one <link>: rel words in lower case with its address as written.
type Link struct{ Rel, Href, Type, Lang string }

// Time is one machine-readable time on the page.
type Time struct {
	Node     int32 // index in Document.Nodes
	Datetime string
	Text     string
}

// MetaContent gives the first content that is not empty among the metas of the
// given names, names asked in order. Names are in lower case.
func (f *Facts) MetaContent(names ...string) string {
	for _, name := range names {
		for i := range f.Meta {
			if f.Meta[i].Name == name && f.Meta[i].Content != "" {
				return f.Meta[i].Content
			}
		}
	}
	return ""
}

// Link gives the address of the first link that has the given rel word, or "".
func (f *Facts) Link(rel string) string {
	for i := range f.Links {
		if hasWord(f.Links[i].Rel, rel) && f.Links[i].Href != "" {
			return f.Links[i].Href
		}
	}
	return ""
}
