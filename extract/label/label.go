// Package label gives blocks and declared facts their meaning: which text is
// the headline, the standfirst, the byline, a caption, the body, and what the
// page says about trust. One field, one file.
package label

import (
	"copydesk/extract/block"
	"copydesk/extract/page"
	"copydesk/extract/vocab"
)

// Role is what a block was decided to be. A block has one role at most.
type Role uint8

// The roles.
const (
	None Role = iota
	Kicker
	Headline
	Standfirst
	Byline
	Date
	Body
	Caption // caption or credit
	Related
	Note  // a label, a disclosure, a correction: text about the article
	Other // seen and refused: comment form, teaser, menu
)

// String gives the role's name, empty for None.
func (r Role) String() string {
	return [...]string{"", "kicker", "headline", "standfirst", "byline", "date", "body", "caption", "related", "note", "other"}[r]
}

// Input is what every field is decided from. Fields decided earlier are read
// through Roles; the order is that of the calls in package extract.
type Input struct {
	Doc    *page.Document
	Blocks []block.Block
	Roles  []Role // one a block
	Trace  *Trace // nil unless somebody asked for the reasons

	Declared *Declared   // what the page's data says of itself as a whole
	Words    vocab.Words // the words of the press in the page's language

	starts   []int32 // first node of each block of the body
	headline string  // folded, once it is decided
	shown    bool    // an element of the page shows it …
	at       int32   // … this one
	dated    bool    // the day of publication is what the page shows, not what its data declares
	tag      string  // the page's language, BCP 47
	scope    *scope  // where the article stands, once it was asked for
}
