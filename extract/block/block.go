// Package block parts a Document into blocks: the pieces of text that a reader
// sees as one paragraph, heading, list item, cell, caption or line, each with
// the features by which it is judged and the score that came of them.
//
// Blocks refer to the document's nodes or lines by index; nothing is changed.
package block

// Kind is what a block is by its markup (or, in a dump, by its look).
type Kind uint8

// The kinds of block.
const (
	Paragraph Kind = iota
	Heading
	ListItem
	Quote
	Cell // a table cell
	Code
	Caption // figcaption
	Line    // a line of a text dump
	Loose   // text that stands directly in a container, not in a p
	kinds   // how many there are
)

// Block is one piece of text with its place in the document.
type Block struct {
	Kind  Kind
	Level int8  // headings: 1 to 6
	Node  int32 // HTML: the block-level element that holds the text; text: the line
	First int32 // HTML: the first text node of the block …
	Last  int32 // … and one behind its last: all nodes in between are its own or inline elements of it
	// List, Table, Quote and Figure are the nearest element of that sort around
	// the block (ul, ol, dl; table; blockquote; figure), or -1.
	List, Table, Quote, Figure int32
	// Hidden says that the page does not show the block until a script or the reader
	// unfolds it. Some sites keep their article so; nothing else should be taken from it.
	Hidden bool
	// Text is what the page shows: markup's entities resolved, line breaks of the
	// source folded to one space, <br> a newline, runs of spaces as they stand.
	Text string
	// LinkChars is how many bytes of Text stand in links, BoldChars in strong, b or h*.
	LinkChars, BoldChars int32
	// LinkOpens is how many bytes of Text stand in a link at its beginning.
	LinkOpens int32
	// Scores are probabilities, 0 to 1, that the block is a part of that sort.
	Scores Scores
}

// Scores holds one probability for each sort of part that blocks are judged for.
// That of the standfirst is given when the parts around it are known.
type Scores struct{ Body, Standfirst, Caption, Headline float32 }
