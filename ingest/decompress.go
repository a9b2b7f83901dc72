package ingest

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// maxLayers bounds compression within compression.
const maxLayers = 3

// maxWindow bounds the memory that a zstd frame may ask for.
const maxWindow = 64 << 20

// A layer is one form of compression that has a magic number.
type layer struct {
	name  string
	magic []byte
	open  func(io.Reader) (io.Reader, func(), error)
}

var layers = []layer{
	{"gzip", []byte{0x1f, 0x8b, 0x08}, openGzip},
	{"zstd", []byte{0x28, 0xb5, 0x2f, 0xfd}, openZstd},
}

// decompress reads all of r, undoing compression by content. It gives the
// page's bytes, at most limit of them. Content that is no page is told from its
// first bytes, so that a film is not read to its end.
func decompress(r io.Reader, limit int64) ([]byte, error) {
	var done []func()
	defer func() {
		for _, f := range done {
			f()
		}
	}()
	var names []string
	for range maxLayers + 1 {
		br := newBuffered(r)
		done = append(done, func() { putBuffered(br) })
		head, err := peek(br)
		if err != nil {
			return nil, layerError(names, err)
		}
		l := layerOf(head)
		if l == nil {
			return readPlain(br, head, names, limit)
		}
		if len(names) == maxLayers {
			break
		}
		inner, closer, err := l.open(br)
		if err != nil {
			return nil, layerError([]string{l.name}, err)
		}
		done = append(done, closer)
		names = append(names, l.name)
		// A layer may hold more than the page itself, but not without end.
		r = &capped{r: inner, left: limit + 1<<20}
	}
	return nil, &Error{StageDecompress, fmt.Errorf("compressed more than %d times over", maxLayers)}
}

func layerOf(head []byte) *layer {
	for i := range layers {
		if bytes.HasPrefix(head, layers[i].magic) {
			return &layers[i]
		}
	}
	return nil
}

// readPlain reads what no magic number marks as compressed: a page, brotli, or no page.
func readPlain(br *bufio.Reader, head []byte, names []string, limit int64) ([]byte, error) {
	err := Sniff(head)
	if (err != nil || odd[head[0]]) && isBrotli(head) {
		body, err := readAll(brotli.NewReader(br), limit)
		return body, layerError(append(names, "brotli"), err)
	}
	if err != nil {
		return nil, err
	}
	body, err := readAll(br, limit)
	return body, layerError(names, err)
}

// isBrotli tries whether head is the start of a brotli stream. Brotli has no
// magic number, so it counts only where what comes out is a page. It is tried
// only on what is no text as it stands.
func isBrotli(head []byte) bool {
	if len(head) < 4 || binaryKind(head) != "" {
		return false
	}
	out := make([]byte, sniffLen)
	n, err := io.ReadFull(brotli.NewReader(bytes.NewReader(head)), out)
	if n == 0 || err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false // the head may be cut, but must not be wrong
	}
	return Sniff(out[:n]) == nil
}

// readAll reads to the end, or fails with ErrTooLarge behind limit bytes. It
// reads into room that is used again and gives a copy that is no larger than the page.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	buf := scratch.Get().(*bytes.Buffer)
	defer func() {
		if buf.Cap() <= largestScratch {
			buf.Reset()
			scratch.Put(buf)
		}
	}()
	n, err := buf.ReadFrom(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if n > limit {
		return nil, tooLarge(limit)
	}
	return bytes.Clone(buf.Bytes()), nil
}

var scratch = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// largestScratch is how much room is kept: what most pages need.
const largestScratch = 2 << 20

func tooLarge(limit int64) error {
	return fmt.Errorf("%w: more than %d bytes after decompression (raise --max-bytes to read it)", ErrTooLarge, limit)
}

// layerError adds which forms of compression were being undone.
func layerError(names []string, err error) error {
	if err == nil || errors.Is(err, ErrNotPage) {
		return err
	}
	if len(names) == 0 {
		return &Error{StageRead, err}
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.New("data ends too soon")
	}
	if errors.Is(err, ErrTooLarge) {
		return &Error{StageDecompress, err}
	}
	return &Error{StageDecompress, fmt.Errorf("%s: %w", names[len(names)-1], err)}
}

// capped fails with ErrTooLarge where a layer gives more than it may.
type capped struct {
	r    io.Reader
	left int64
}

func (c *capped) Read(p []byte) (int, error) {
	if c.left <= 0 {
		return 0, fmt.Errorf("%w: a layer of compression holds too much", ErrTooLarge)
	}
	n, err := c.r.Read(p[:min(int64(len(p)), c.left)])
	c.left -= int64(n)
	return n, err
}

// peek gives the first bytes, up to sniffLen.
func peek(br *bufio.Reader) ([]byte, error) {
	head, err := br.Peek(sniffLen)
	if err == nil || err == io.EOF {
		if len(head) == 0 {
			return nil, notPage("empty")
		}
		return head, nil
	}
	// What came before the error is given up too: a damaged page is a failure.
	return nil, err
}

var buffers = sync.Pool{New: func() any { return bufio.NewReaderSize(nil, sniffLen) }}

func newBuffered(r io.Reader) *bufio.Reader {
	br := buffers.Get().(*bufio.Reader)
	br.Reset(r)
	return br
}

func putBuffered(br *bufio.Reader) {
	br.Reset(nil)
	buffers.Put(br)
}

var gzips = sync.Pool{New: func() any { return new(gzip.Reader) }}

func openGzip(r io.Reader) (io.Reader, func(), error) {
	z := gzips.Get().(*gzip.Reader)
	if err := z.Reset(r); err != nil {
		return nil, nil, err
	}
	return z, func() { gzips.Put(z) }, nil
}

var zstds = sync.Pool{New: func() any {
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
		zstd.WithDecoderMaxWindow(maxWindow))
	if err != nil {
		panic(err) // the options above are constants
	}
	return z
}}

func openZstd(r io.Reader) (io.Reader, func(), error) {
	z := zstds.Get().(*zstd.Decoder)
	if err := z.Reset(r); err != nil {
		return nil, nil, err
	}
	return z, func() { _ = z.Reset(nil); zstds.Put(z) }, nil
}
