package ingest

import (
	"bytes"
	"fmt"

	"copydesk/internal/codeunit"
)

// sniffLen is how much of a page is looked at to tell what it is.
const sniffLen = 64 << 10

// Sniff says from the first bytes of some content, up to 64 KB of them,
// whether it is a page: HTML, XHTML, or text that is written for readers. What
// is none gives an error that matches ErrNotPage and says what was seen. The
// name of a file plays no part.
func Sniff(head []byte) error {
	if len(head) > sniffLen {
		head = head[:sniffLen]
	}
	if kind := binaryKind(head); kind != "" {
		return notPage(kind)
	}
	text := plainBytes(head)
	if text == nil {
		return notPage("binary data")
	}
	trimmed := bytes.TrimLeft(text, " \t\r\n\f")
	if len(trimmed) == 0 {
		return notPage("empty")
	}
	if kind := dataKind(trimmed); kind != "" {
		return notPage(kind)
	}
	if looksHTML(trimmed) {
		return nil
	}
	if kind := notProse(trimmed); kind != "" {
		return notPage(kind)
	}
	return nil
}

func notPage(kind string) error { return fmt.Errorf("%w: %s", ErrNotPage, kind) }

// magics are the first bytes of formats that a folder of saved pages holds beside the pages.
var magics = []struct{ prefix, kind string }{
	{"\x89PNG", "PNG picture"}, {"\xff\xd8\xff", "JPEG picture"}, {"GIF8", "GIF picture"}, {"BM", ""},
	{"%PDF-", "PDF"}, {"PK\x03\x04", "ZIP archive"}, {"PK\x05\x06", "ZIP archive"}, {"Rar!", "RAR archive"},
	{"7z\xbc\xaf\x27\x1c", "7z archive"}, {"BZh", "bzip2 data"}, {"\xfd7zXZ", "xz data"}, {"\x7fELF", "program"},
	{"MZ\x90", "program"}, {"wOFF", "font"}, {"wOF2", "font"}, {"OggS", "Ogg media"}, {"ID3", "MP3 audio"},
	{"\x1aE\xdf\xa3", "Matroska media"}, {"SQLite format 3", "SQLite database"}, {"\xd0\xcf\x11\xe0", "Office document"},
	{"WARC/", "WARC archive"}, {"%!PS", "PostScript"}, {"{\\rtf", "RTF document"},
}

// binaryKind names a format by its first bytes; empty where none is known.
func binaryKind(head []byte) string {
	for _, m := range magics {
		if m.kind != "" && bytes.HasPrefix(head, []byte(m.prefix)) {
			return m.kind
		}
	}
	if len(head) >= 12 {
		switch {
		case string(head[:4]) == "RIFF":
			return "RIFF media"
		case string(head[4:8]) == "ftyp":
			return "MP4 media or HEIF picture"
		}
	}
	if len(head) > 262 && string(head[257:262]) == "ustar" {
		return "tar archive"
	}
	return ""
}

// plainBytes gives head without byte-order mark and, where it is UTF-16 or
// UTF-32, with its ASCII as single bytes. It gives nil for what is no text: more
// than one control character in a hundred. A page with a few stray ones is still a page.
func plainBytes(head []byte) []byte {
	if f := codeunit.Of(head); f != nil {
		return narrow(head[f.Mark:], f)
	}
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	control := 0
	for _, c := range head {
		if odd[c] {
			control++
		}
	}
	if control > len(head)/100 {
		return nil
	}
	return head
}

// odd holds the control bytes that texts do not use. ESC is used by ISO-2022-JP.
var odd = func() (t [256]bool) {
	for c := range 0x20 {
		t[c] = !bytes.ContainsRune([]byte("\t\n\r\f\x1b"), rune(c))
	}
	t[0x7f] = true
	return t
}()

// narrow makes single bytes of wider units, which is enough to see tags and
// letters; nil for what is no text.
func narrow(b []byte, f *codeunit.Form) []byte {
	out := make([]byte, 0, len(b)/f.Size)
	control := 0
	for ; len(b) >= f.Size; b = b[f.Size:] {
		switch u := f.Unit(b); {
		case codeunit.NoText(u):
			control++
		case u < 0x80:
			out = append(out, byte(u))
		default:
			out = append(out, 'x') // a character that is not ASCII
		}
	}
	if control > (len(out)+control)/100 {
		return nil
	}
	return out
}
