package page

// Facts is what the page declares about itself in data, by source: nothing is
// merged or judged here. The label room decides whom to believe.
type Facts struct {
	Meta   []Meta  // <meta> in document order, names in lower case
	Links  []Link  // <link rel href>
	Title  string  // <title>
	LD     []Thing // JSON-LD, every node of every block and graph, flattened, in order
	Items  []Thing // microdata items, in order
	Time   []Time  // <time> and elements with datetime, in order
	Broken int     // JSON-LD blocks that could not be read even after mending
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

// Thing is one node of JSON-LD or one microdata item.
type Thing struct {
	Types []string         // schema.org names without their prefix: NewsArticle, Person, …
	Props map[string][]any // values: string, float64, bool, *Thing
	Node  int32            // microdata: index of the item in Document.Nodes; JSON-LD: of its script
}
