package article

// Format is one written form of the record.
type Format struct {
	Name   string // as --format names it
	Help   string // one line for the help
	Stream bool   // all records in one file, not a file a record
	Append func(dst []byte, a *Article) ([]byte, error)
}

// Formats lists the written forms; the first is the one used unless another is asked for.
func Formats() []Format {
	return []Format{
		{Name: "json", Help: "one indented JSON file a page", Append: AppendJSON},
		{Name: "ndjson", Help: "all records in one file, one a line", Stream: true, Append: AppendLine},
	}
}

// FormatNamed finds a written form by its name.
func FormatNamed(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}
