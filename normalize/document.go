package normalize

// Kind says how a field is to be read.
type Kind uint8

// The kinds of field.
const (
	Prose    Kind = iota // running text, several lines at most as paragraphs
	Short                // a name, a tag, a label: no sentence
	Verbatim             // code and the like: evidence for others, never touched itself
)

// Field is one text of a document.
type Field struct {
	Name string // for the caller's own use
	Kind Kind
	Text string
}

// Document is what is judged together: a word intact in one field is evidence
// for its damaged twin in another.
type Document struct {
	Fields []Field
	// Lang is a BCP 47 tag; empty where it is not known.
	Lang string
	// Evidence is text that is not repaired itself but holds intact words:
	// metadata, the address, texts of pictures.
	Evidence []string
}

// Options says how far repair may go. The zero value is the default.
type Options struct {
	// Lang overrides the document's own language.
	Lang string
	// MinConfidence is what a fix must reach to be made; below it the fix is a
	// suspect. Zero stands for DefaultConfidence.
	MinConfidence float64
	// Rules names the only rules to run, Skip those not to run. See RuleNames.
	Rules, Skip []string
	// Words are names and terms that are never touched and count as intact.
	Words []string
	// Prefer gives for a word the spelling to write instead.
	Prefer map[string]string
	// Evidence is added to that of the document.
	Evidence []string
}

// DefaultConfidence is what a fix must reach where the caller does not say.
const DefaultConfidence = 0.9

// Text repairs one text by itself. The result is always valid UTF-8.
func Text(s string, opts Options) Result {
	return Repair(Document{Fields: []Field{{Text: s}}}, opts)[0]
}

// Repair repairs the fields of a document, judged together, and gives one
// result for each. Undo of a result gives the field's bytes back. A text that
// needs nothing is returned as it is.
func Repair(d Document, opts Options) []Result {
	w := newDoc(d, opts)
	w.run()
	out := make([]Result, len(w.fields))
	for i := range w.fields {
		f := &w.fields[i]
		out[i] = Result{Text: f.text, Fixes: f.fixes, Suspects: f.suspects}
	}
	return out
}
