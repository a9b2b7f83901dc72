//go:build unix

package batch

import (
	"errors"
	"os"
	"syscall"
)

// lock takes the folder for one run. The lock is the system's, on the folder
// itself: nothing is left behind by a run that is killed. Where the file
// system knows no locks the run goes on without.
func lock(dir string) (unlock func(), err error) {
	d, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(d.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		d.Close()
		return nil, ErrBusy
	}
	return func() { d.Close() }, nil
}

// pageOnly says whether a failure to write concerns one name only, so that the
// run can go on with other pages.
func pageOnly(err error) bool {
	for _, e := range []syscall.Errno{syscall.ENAMETOOLONG, syscall.ENOTDIR, syscall.EISDIR, syscall.EILSEQ, syscall.EINVAL, syscall.EEXIST, syscall.ENOTEMPTY} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}
