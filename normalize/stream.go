package normalize

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"
)

// Window is the largest text, in bytes, that is judged as a whole. A longer
// one is judged by parts of at most this size, cut between lines.
const Window = 16 << 20

// Stream repairs the text that src gives and writes it to dst, a window at a
// time, so that memory stays bounded whatever the length. After each window it
// calls found, if not nil, with the window's result and where it begins in the
// repaired text. What was written before an error is repaired text.
func Stream(dst io.Writer, src io.Reader, opts Options, found func(at int64, r Result)) error {
	return stream(dst, src, opts, found, Window)
}

func stream(dst io.Writer, src io.Reader, opts Options, found func(at int64, r Result), window int) error {
	buf := make([]byte, 0, min(window, 64<<10))
	at := int64(0)
	for last := false; !last; {
		var err error
		if buf, err = fill(buf, src, window); err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		last = err != nil
		end := len(buf)
		if !last {
			end = Cut(buf)
		}
		r := Text(string(buf[:end]), opts)
		n, err := io.WriteString(dst, r.Text)
		if err != nil {
			return err
		}
		if found != nil {
			found(at, r)
		}
		at += int64(n)
		buf = append(buf[:0], buf[end:]...)
	}
	return nil
}

// fill reads until buf holds window bytes or src ends, which it says by io.EOF.
func fill(buf []byte, src io.Reader, window int) ([]byte, error) {
	for len(buf) < window {
		if len(buf) == cap(buf) {
			bigger := make([]byte, len(buf), min(2*cap(buf), window))
			copy(bigger, buf)
			buf = bigger
		}
		n, err := src.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if err != nil {
			return buf, err
		}
	}
	return buf, nil
}

// Cut gives where a full window ends: after its last line, else after its last
// whole character.
func Cut(window []byte) int {
	if n := bytes.LastIndexByte(window, '\n'); n >= 0 {
		return n + 1
	}
	for n := len(window) - 1; n > len(window)-utf8.UTFMax && n > 0; n-- {
		if utf8.RuneStart(window[n]) {
			if utf8.FullRune(window[n:]) {
				break
			}
			return n
		}
	}
	return len(window)
}
