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
	Caption // figcaption, or an element that is named as one
	Line    // a line of a text dump
	Loose   // text that stands directly in a container, not in a p
)

// Block is one piece of text with its place in the document.
type Block struct {
	Kind  Kind
	Level int8  // headings: 1 to 6
	Node  int32 // HTML: the element that holds the block; text: the line
	First int32 // HTML: first node of the block's own texts …
	Last  int32 // … and one behind the last (nodes of other blocks in between are not its own)
	// Text is what the page shows: markup's entities resolved, line breaks of the
	// source folded to one space, <br> a newline, runs of spaces as they stand.
	Text string
	// Scores are probabilities, 0 to 1, that the block is a part of that sort.
	Scores Scores
}

// Scores holds one probability for each sort of part that blocks are judged for.
type Scores struct{ Body, Standfirst, Caption, Headline float32 }
