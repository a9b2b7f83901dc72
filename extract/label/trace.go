package label

import "github.com/PuerkitoBio/goquery"

// Trace collects the reasons behind a record. A nil Trace takes nothing and
// costs nothing, so callers need not ask first.
type Trace struct {
	Encoding Encoding     `json:"encoding"`
	Media    string       `json:"media_type"`
	Facts    []Fact       `json:"facts"`   // what the page declares, as it stands there
	Blocks   []BlockTrace `json:"blocks"`  // the candidates, in document order
	Choices  []Choice     `json:"choices"` // the decisions, in their order
	// Select, where it is set, keeps the blocks of the elements that it matches
	// and leaves out the others; Selected is how many elements it matched.
	Select   goquery.Matcher `json:"-"`
	Selected int             `json:"selected,omitempty"`
}

// Encoding is how the bytes were read: bom, header, meta, valid, detected or user.
type Encoding struct {
	Name string `json:"name"`
	How  string `json:"how"`
}

// Fact is one thing the page declares.
type Fact struct {
	Source string `json:"source"` // meta, link, title, jsonld, microdata
	Name   string `json:"name"`
	Value  string `json:"value"`
}

// BlockTrace is one block with what was made of it.
type BlockTrace struct {
	Index      int     `json:"index"` // its number on the page, from 0
	Text       string  `json:"text"`  // its beginning
	Role       string  `json:"role,omitempty"`
	Body       float32 `json:"body"` // scores, 0 to 1
	Standfirst float32 `json:"standfirst,omitempty"`
	Why        string  `json:"why"` // what was seen: markup, length, links, place, class words
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
