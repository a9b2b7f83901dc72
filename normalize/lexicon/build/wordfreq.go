package main

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
)

// readWordfreq reads one of wordfreq's lists. The file is a gzipped msgpack
// array: a header, then for each i the words whose frequency is 10^(-i/100).
// What comes back is word -> i, so a small number is a frequent word.
func readWordfreq(path string) (map[string]int, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	zr, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	raw, err := io.ReadAll(zr)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	d := msgpack{bytes.NewReader(raw)}
	n, err := d.array()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if err := d.skip(); err != nil { // the header
		return nil, fmt.Errorf("%s: header: %w", path, err)
	}
	words := make(map[string]int)
	for i := 0; i < n-1; i++ {
		m, err := d.array()
		if err != nil {
			return nil, fmt.Errorf("%s: row %d: %w", path, i, err)
		}
		for range m {
			s, err := d.str()
			if err != nil {
				return nil, fmt.Errorf("%s: row %d: %w", path, i, err)
			}
			words[s] = i
		}
	}
	return words, nil
}

// msgpack decodes the few types that the lists use.
type msgpack struct{ r *bytes.Reader }

var errMsgpack = errors.New("unexpected msgpack type")

func (d msgpack) uint(n int) (int, error) {
	var b [4]byte
	if _, err := io.ReadFull(d.r, b[4-n:]); err != nil {
		return 0, err
	}
	return int(binary.BigEndian.Uint32(b[:])), nil
}

func (d msgpack) array() (int, error) {
	c, err := d.r.ReadByte()
	switch {
	case err != nil:
		return 0, err
	case c&0xf0 == 0x90:
		return int(c & 0x0f), nil
	case c == 0xdc:
		return d.uint(2)
	case c == 0xdd:
		return d.uint(4)
	}
	return 0, errMsgpack
}

func (d msgpack) str() (string, error) {
	c, err := d.r.ReadByte()
	n := 0
	switch {
	case err != nil:
		return "", err
	case c&0xe0 == 0xa0:
		n = int(c & 0x1f)
	case c == 0xd9 || c == 0xc4:
		n, err = d.uint(1)
	case c == 0xda || c == 0xc5:
		n, err = d.uint(2)
	default:
		return "", errMsgpack
	}
	if err != nil {
		return "", err
	}
	b := make([]byte, n)
	_, err = io.ReadFull(d.r, b)
	return string(b), err
}

// skip passes over the header: a map of strings to strings and small numbers.
func (d msgpack) skip() error {
	c, err := d.r.ReadByte()
	if err != nil {
		return err
	}
	if c&0xf0 != 0x80 {
		return errMsgpack
	}
	for range int(c & 0x0f) {
		if _, err := d.str(); err != nil {
			return err
		}
		c, err := d.r.ReadByte()
		if err != nil {
			return err
		}
		if c > 0x7f { // not a small number: a string
			if err := d.r.UnreadByte(); err != nil {
				return err
			}
			if _, err := d.str(); err != nil {
				return err
			}
		}
	}
	return nil
}
