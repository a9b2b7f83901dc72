//go:build !unix

package batch

// lock does nothing where the system has no locks that end with their process.
func lock(string) (unlock func(), err error) { return func() {}, nil }

func pageOnly(error) bool { return false }
