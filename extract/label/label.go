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

// Input is what every field is decided from. Fields decided earlier are read
// through Roles; the order is that of the calls in package extract.
type Input struct {
	Doc    *page.Document
	Blocks []block.Block
	Roles  []Role // one a block
	Trace  *Trace // nil unless somebody asked for the reasons

	Declared *Declared   // what the page's data says of itself as a whole
	Words    vocab.Words // the words of the press in the page's language

	headline string // folded, once it is decided
}

// Trace collects the reasons behind a record. A nil Trace takes nothing and
// costs nothing, so callers need not ask first.
type Trace struct {
	Choices []Choice `json:"choices"`
}

// Choice is one decision: what was taken for a field, from where and why, and what was refused.
type Choice struct {
	Field      string    `json:"field"`
	Value      string    `json:"value,omitempty"`
	Source     string    `json:"source,omitempty"` // jsonld, microdata, meta, dom, text, readability
	Why        string    `json:"why,omitempty"`
	Confidence float64   `json:"confidence,omitempty"`
	Refused    []Refusal `json:"refused,omitempty"`
}

// Refusal is a candidate that was seen and not taken.
type Refusal struct {
	Value  string `json:"value"`
	Source string `json:"source,omitempty"`
	Why    string `json:"why"`
}

// Add records a choice.
func (t *Trace) Add(c Choice) {
	if t != nil {
		t.Choices = append(t.Choices, c)
	}
}

// On says whether reasons are wanted: ask before building a costly one.
func (t *Trace) On() bool { return t != nil }
