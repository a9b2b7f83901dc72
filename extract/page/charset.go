package page

import (
	"bytes"
	"mime"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"

	"copydesk/internal/codeunit"
)

// decode turns a page's bytes into UTF-8. In order: a byte-order mark, or the
// zero bytes of wider units; what the
// user or the server or the page declares; valid UTF-8; detection.
//
// A declaration is not believed against the bytes: text with sequences outside
// ASCII that is valid UTF-8 throughout is UTF-8 whatever is declared (letters
// of a code page form such sequences in a row only by a very rare chance).
// What is declared UTF-8 and is not valid is decoded run by run.
func decode(b []byte, contentType, user string) ([]byte, Charset) {
	if text, c, ok := byMark(b); ok {
		return text, c
	}
	enc, name, how := declared(b, contentType, user)
	if utf8.Valid(b) {
		if how == "" || name != "utf-8" && !escapes7bit(name) {
			if isASCII(b) && how != "" {
				return b, Charset{name, how}
			}
			return b, Charset{"utf-8", "valid"}
		}
		if name == "utf-8" {
			return b, Charset{name, how}
		}
	}
	if enc != nil && name != "utf-8" {
		if out, err := enc.NewDecoder().Bytes(b); err == nil {
			return mendMixed(b, out, name, how)
		}
	}
	if good, bad := utf8Runs(b); name == "utf-8" && good >= bad || good > 8*bad {
		return decodeRuns(b), Charset{"utf-8", strings.TrimPrefix(how+", mixed", ", ")}
	}
	return detect(b)
}

// byMark reads a page that begins with a byte-order mark, or whose zero bytes
// tell that its units are wider than a byte.
func byMark(b []byte) ([]byte, Charset, bool) {
	if rest, ok := bytes.CutPrefix(b, []byte("\xef\xbb\xbf")); ok {
		if utf8.Valid(rest) {
			return rest, Charset{"utf-8", "bom"}, true
		}
		return decodeRuns(rest), Charset{"utf-8", "bom, mixed"}, true
	}
	f := codeunit.Of(b)
	if f == nil {
		return nil, Charset{}, false
	}
	out, err := f.Decoder().Bytes(b[f.Mark:])
	if err != nil {
		return nil, Charset{}, false
	}
	if f.Mark > 0 {
		return out, Charset{f.Name, "bom"}, true
	}
	return out, Charset{f.Name, "zero bytes"}, true
}

// declared finds the encoding that the user, the server or the page names.
func declared(b []byte, contentType, user string) (enc encoding.Encoding, name, how string) {
	if enc, name = lookup(user); enc != nil {
		return enc, name, "user"
	}
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		if enc, name = lookup(params["charset"]); enc != nil {
			return enc, name, "header"
		}
	}
	if enc, name = lookup(metaCharset(b[:min(len(b), 8<<10)])); enc != nil {
		return enc, name, "meta"
	}
	return nil, "", ""
}

func lookup(label string) (encoding.Encoding, string) {
	enc, err := htmlindex.Get(strings.TrimSpace(label))
	if err != nil {
		return nil, ""
	}
	name, err := htmlindex.Name(enc)
	if err != nil || name == "replacement" || name == "x-user-defined" {
		return nil, ""
	}
	if strings.HasPrefix(name, "utf-16") { // a page whose ASCII declaration can be read is not UTF-16
		return htmlindexUTF8()
	}
	return enc, name
}

func htmlindexUTF8() (encoding.Encoding, string) {
	enc, _ := htmlindex.Get("utf-8")
	return enc, "utf-8"
}

// metaCharset finds charset=… in a <meta> or an XML declaration, else encoding=….
func metaCharset(head []byte) string {
	for _, key := range []string{"charset", "encoding"} {
		for rest := head; ; {
			open := bytes.IndexByte(rest, '<')
			if open < 0 {
				break
			}
			rest = rest[open+1:]
			if len(rest) < 4 || !bytes.EqualFold(rest[:4], []byte("meta")) && !bytes.EqualFold(rest[:4], []byte("?xml")) {
				continue
			}
			tag := rest
			if end := bytes.IndexByte(tag, '<'); end >= 0 {
				tag = tag[:end]
			}
			if label := labelled(bytes.ToLower(tag), key); label != "" {
				return label
			}
		}
	}
	return ""
}

// labelled gives what stands behind key= in a tag.
func labelled(tag []byte, key string) string {
	for {
		i := bytes.Index(tag, []byte(key))
		if i < 0 {
			return ""
		}
		tag = tag[i+len(key):]
		rest := bytes.TrimLeft(tag, " \t\r\n")
		if len(rest) == 0 || rest[0] != '=' {
			continue
		}
		rest = bytes.TrimLeft(rest[1:], " \t\r\n\"'")
		if n := bytes.IndexAny(rest, " \t\r\n\"';>/?"); n > 0 {
			return string(rest[:n])
		}
	}
}

// escapes7bit says whether an encoding writes its letters in ASCII bytes, so
// that its text passes for valid UTF-8.
func escapes7bit(name string) bool { return name == "iso-2022-jp" }

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// utf8Runs counts the multi-byte sequences that are valid and the bytes that are not.
func utf8Runs(b []byte) (good, bad int) {
	for len(b) > 0 {
		if b[0] < utf8.RuneSelf {
			b = b[1:]
			continue
		}
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n <= 1 {
			bad++
		} else {
			good++
		}
		b = b[n:]
	}
	return good, bad
}

// decodeRuns keeps what is valid UTF-8 and reads the other bytes as
// windows-1252, the code page that such pages have mixed in.
func decodeRuns(b []byte) []byte {
	out := make([]byte, 0, len(b)+len(b)/16)
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n <= 1 {
			out = utf8.AppendRune(out, charmap.Windows1252.DecodeByte(b[0]))
		} else {
			out = append(out, b[:n]...)
		}
		b = b[n:]
	}
	return out
}

// mendMixed looks at a page decoded by a one-byte code page for runs that were
// UTF-8: template in one encoding, article in the other. It judges whole runs
// of bytes outside ASCII, for in windows-1251 the end of «СССР» is a valid
// sequence by chance, but never the whole run; three such runs decide.
func mendMixed(b, decoded []byte, name, how string) ([]byte, Charset) {
	cm, oneByte := codePage(name)
	if !oneByte {
		return decoded, Charset{name, how}
	}
	out := make([]byte, 0, len(decoded))
	found := 0
	for len(b) > 0 {
		n := 1
		if b[0] < utf8.RuneSelf {
			out = append(out, b[0])
			b = b[1:]
			continue
		}
		for n < len(b) && b[n] >= utf8.RuneSelf {
			n++
		}
		if wasUTF8(b[:n], latinPages[name]) {
			found++
			out = append(out, b[:n]...)
		} else {
			for _, c := range b[:n] {
				out = utf8.AppendRune(out, cm.DecodeByte(c))
			}
		}
		b = b[n:]
	}
	if found < 3 {
		return decoded, Charset{name, how}
	}
	return out, Charset{name, how + ", mixed"}
}

// latinPages are the code pages in which a run of two bytes that is valid UTF-8
// for a Latin letter ("Ã©") is no text.
var latinPages = map[string]bool{
	"windows-1250": true, "windows-1252": true, "windows-1254": true, "windows-1257": true, "iso-8859-2": true,
	"iso-8859-3": true, "iso-8859-4": true, "iso-8859-10": true, "iso-8859-13": true, "iso-8859-14": true,
	"iso-8859-15": true, "iso-8859-16": true, "macintosh": true,
}

// wasUTF8 says whether a run of bytes outside ASCII is UTF-8: all of it valid, and
// more than one letter, or one that the code page would not show.
func wasUTF8(run []byte, latin bool) bool {
	if !utf8.Valid(run) {
		return false
	}
	letters, latinOnly := 0, true
	for _, r := range string(run) {
		if r < 0xa0 || r >= 0x700 && r < 0x2000 || r >= 0xfb00 {
			return false
		}
		letters++
		latinOnly = latinOnly && (r < 0x180 || r >= 0x2000)
	}
	return letters > 1 && !latin || latin && latinOnly
}

func codePage(name string) (*charmap.Charmap, bool) {
	enc, err := htmlindex.Get(name)
	if err != nil {
		return nil, false
	}
	cm, ok := enc.(*charmap.Charmap)
	return cm, ok
}

// detect guesses from the letters. Ties fall to the name that sorts first, so
// that the same bytes always give the same answer.
func detect(b []byte) ([]byte, Charset) {
	results, _ := chardet.NewHtmlDetector().DetectAll(b[:min(len(b), 256<<10)])
	best, top := "", -1
	for _, r := range results {
		if r.Confidence > top || r.Confidence == top && r.Charset < best {
			if enc, _ := lookup(r.Charset); enc != nil {
				best, top = r.Charset, r.Confidence
			}
		}
	}
	enc, name := lookup(best)
	if enc == nil {
		enc, name = charmap.Windows1252, "windows-1252"
	}
	if name == "utf-8" {
		return decodeRuns(b), Charset{name, "detected, mixed"}
	}
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return decodeRuns(b), Charset{"windows-1252", "detected"}
	}
	return mendMixed(b, out, name, "detected")
}
