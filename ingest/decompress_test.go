package ingest

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

func gz(b []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write(b)
	w.Close()
	return out.Bytes()
}

func zst(b []byte) []byte {
	w, err := zstd.NewWriter(nil)
	if err != nil {
		panic(err)
	}
	return w.EncodeAll(b, nil)
}

func br(b []byte) []byte {
	var out bytes.Buffer
	w := brotli.NewWriterLevel(&out, 5)
	w.Write(b)
	w.Close()
	return out.Bytes()
}

var somePage = []byte("<!doctype html><title>Ferry</title>" + strings.Repeat("<p>The ferry left at noon, nobody knew why.</p>\n", 3000))

func TestDecompress(t *testing.T) {
	short := []byte("<html><p>Short.</p>")
	for name, c := range map[string]struct{ in, want []byte }{
		"plain":              {somePage, somePage},
		"gzip":               {gz(somePage), somePage},
		"zstd":               {zst(somePage), somePage},
		"brotli":             {br(somePage), somePage},
		"short brotli":       {br(short), short},
		"brotli of text":     {br([]byte(prose)), []byte(prose)},
		"gzip in zstd":       {zst(gz(somePage)), somePage},
		"brotli in gzip":     {gz(br(somePage)), somePage},
		"three layers":       {gz(gz(gz(somePage))), somePage},
		"two gzip members":   {append(gz(somePage), gz(short)...), append(bytes.Clone(somePage), short...)},
		"as large as it may": {gz(somePage[:4096]), somePage[:4096]},
	} {
		limit := int64(1 << 20)
		if name == "as large as it may" {
			limit = 4096
		}
		got, err := decompress(bytes.NewReader(c.in), limit)
		if err != nil || !bytes.Equal(got, c.want) {
			t.Errorf("%s: %d bytes, %v; want %d", name, len(got), err, len(c.want))
		}
	}
}

func TestDecompressRefuses(t *testing.T) {
	bomb := gz(bytes.Repeat([]byte("<p>boom</p>"), 1<<20))
	for name, c := range map[string]struct {
		in   []byte
		is   error
		says string
	}{
		"too large":          {somePage, ErrTooLarge, "--max-bytes"},
		"gzip bomb":          {bomb, ErrTooLarge, "--max-bytes"},
		"bomb in layers":     {gz(gz(bomb)), ErrTooLarge, ""},
		"zstd bomb":          {zst(bytes.Repeat([]byte("<p>boom</p>"), 1<<20)), ErrTooLarge, ""},
		"brotli bomb":        {br(bytes.Repeat([]byte("<p>boom</p>"), 1<<20)), ErrTooLarge, ""},
		"four layers":        {gz(gz(gz(gz(somePage)))), nil, "times over"},
		"cut gzip":           {gz(somePage)[:200], nil, "gzip: data ends too soon"},
		"cut zstd":           {zst(somePage)[:100], nil, "zstd: data ends too soon"},
		"damaged gzip":       {damage(gz(somePage)), nil, "gzip: "},
		"gzip of nothing":    {gz(nil), ErrNotPage, "empty"},
		"gzip of a picture":  {gz([]byte("\x89PNG\r\n\x1a\n")), ErrNotPage, "PNG"},
		"random bytes":       {bytes.Repeat([]byte{0x8b, 0x01, 0x7e, 0x00, 0xfe}, 900), ErrNotPage, "binary"},
		"film of many bytes": {append([]byte("\x00\x00\x00 ftypisom"), make([]byte, 1<<20)...), ErrNotPage, "MP4"},
	} {
		limit := int64(100 << 10)
		if c.is == nil {
			limit = 1 << 20
		}
		_, err := decompress(bytes.NewReader(c.in), limit)
		if err == nil || c.is != nil && !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v; want one that says %q", name, err, c.says)
		}
	}
}

func damage(b []byte) []byte {
	b = bytes.Clone(b)
	b[len(b)/2] ^= 0x55
	b[len(b)-6] ^= 0x55
	return b
}

// A film is told from its first bytes and not read to its end.
func TestNoPageIsNotReadWhole(t *testing.T) {
	r := &countingReader{r: io.MultiReader(strings.NewReader("\x89PNG\r\n\x1a\n"), zeros{})}
	if _, err := decompress(r, 16<<20); !errors.Is(err, ErrNotPage) {
		t.Error(err)
	}
	if r.n > 1<<20 {
		t.Errorf("read %d bytes to tell a picture", r.n)
	}
}

type countingReader struct {
	r io.Reader
	n int
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += n
	return n, err
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func FuzzDecompress(f *testing.F) {
	f.Add(gz([]byte("<html><p>x")))
	f.Add(zst([]byte("<html><p>x")))
	f.Add(br([]byte("<html><p>x")))
	f.Add([]byte(prose))
	f.Add(gz(gz([]byte{0x28, 0xb5, 0x2f, 0xfd})))
	f.Fuzz(func(t *testing.T, b []byte) {
		out, err := decompress(bytes.NewReader(b), 1<<16)
		if err == nil && (len(out) > 1<<16 || len(out) == 0) {
			t.Fatalf("%d bytes without an error", len(out))
		}
	})
}
