// Package normalize repairs damaged text. It takes text and gives text and
// fixes: every change with its rule, its confidence and its evidence, so that
// each can be read and undone. What is doubtful is reported, not changed.
package normalize

// Fix is one change made to a text, or (as a suspect) one that was seen and not made.
type Fix struct {
	Start      int     // byte offset in the final text
	Before     string  // what stood there; of a suspect: what stands there
	After      string  // what stands there now; of a suspect: what it may have been
	Rule       string  // names joined by + where several rules changed one place
	Confidence float64 // 0 to 1
	Evidence   string
}

// Result is a text after repair. Fixes are in order of Start and never overlap.
type Result struct {
	Text     string
	Fixes    []Fix
	Suspects []Fix
}
