// Package label is what blocks and declared facts are given their meaning with:
// the roles, the reasons, what the page declares of itself, and the readings that
// several fields share. The fields that take more than a file have rooms of their
// own below (headline, byline, dates, captions, standfirst, body, trust); the
// small ones, about the page as a whole, are read here: language, section, tags,
// publisher, related links, parts, kind.
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
// through Roles and the last fields here; the order is that of the calls in
// package extract.
type Input struct {
	Doc    *page.Document
	Blocks []block.Block
	Roles  []Role // one a block
	Trace  *Trace // nil unless somebody asked for the reasons

	Declared *Declared   // what the page's data says of itself as a whole
	Words    vocab.Words // the words of the press in the page's language

	Tag           string  // the page's language, BCP 47
	Headline      string  // folded, once it is decided
	HeadlineShown bool    // an element of the page shows it …
	HeadlineNode  int32   // … this one
	KickerInside  string  // the kicker that stands in that element, too
	DateShown     bool    // the day of publication is what the page shows, not what its data declares
	BodyStarts    []int32 // first node of each block of the body, once it is built
	scope         *Scope  // where the article stands, once it was asked for
}

// BodyLine is the score from which a block counts as body, also when another field
// is decided before the body is. The F1 of the corpora is flat between 0.45 and
// 0.6, and a paragraph lost is worse than a line too many.
const BodyLine = 0.5
