package gbdt

import (
	"fmt"
	"io"
	"io/fs"
	"slices"
)

// Load reads a model from a file by Read or ReadLinear and holds it to the
// features that the program knows. The error names the file.
func Load[M interface{ Features() []string }](files fs.FS, name string, features []string, read func(io.Reader) (M, error)) (M, error) {
	var none M
	r, err := files.Open(name)
	if err != nil {
		return none, fmt.Errorf("models: %w", err)
	}
	defer r.Close()
	m, err := read(r)
	if err != nil {
		return none, fmt.Errorf("models: %s: %w", name, err)
	}
	if !slices.Equal(m.Features(), features) {
		return none, fmt.Errorf("models: %s was trained on other features: train again", name)
	}
	return m, nil
}

// Embedded reads what is part of the program, in its folder weights.
func Embedded[T any](program fs.FS, read func(fs.FS) (T, error)) T {
	files, err := fs.Sub(program, "weights")
	if err == nil {
		var t T
		if t, err = read(files); err == nil {
			return t
		}
	}
	panic(err) // the files are part of the program
}
