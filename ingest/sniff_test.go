package ingest

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
)

func utf16le(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}

func utf32be(s string) string {
	var b []byte
	for _, r := range s {
		b = binary.BigEndian.AppendUint32(b, uint32(r))
	}
	return string(b)
}

const prose = "The ferry left at noon.\n\nNobody on the pier had expected it; the timetable said two.\n"

func TestSniff(t *testing.T) {
	pages := map[string]string{
		"doctype":               "<!DOCTYPE html><title>x</title>",
		"byte-order mark":       "\xef\xbb\xbf  <html lang=en>",
		"upper case":            "<HTML><BODY>x",
		"comment first":         "<!-- saved --><p>One.",
		"XHTML":                 `<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="x">`,
		"XHTML without doctype": "<?xml version='1.0'?>\n<html>",
		"fragment":              "<div class=story><p>One.</p></div>",
		"closing tag first":     "</script><p>One.",
		"a warning first":       "Warning: mysql_connect() failed\n<!doctype html>\n<p>x",
		"many tags in text":     "One<br>two<br>three<br>four<b>five</b> six",
		"UTF-16":                "\xff\xfe" + utf16le("<html><p>Été"),
		"UTF-16, no mark":       utf16le("<html><p>A ferry left at noon today.</p></html>"),
		"prose":                 prose,
		"prose about tags":      prose + "Write <p> for a paragraph and <br> for a line.",
		"prose in a bracket":    "[Updated] " + prose,
		"stray control bytes":   prose + "\x0c" + prose + "\x01" + prose,
		"Latin-1":               "Le ferry est parti \xe0 midi; l'\xe9t\xe9 commence.",
		"Shift JIS":             "\x93\xfa\x96\x7b\x8c\xea\x82\xcc\x83\x6a\x83\x85\x81\x5b\x83\x58",
		"ISO-2022-JP":           "\x1b$BF|K\\8l\x1b(B",
		"UTF-16, Chinese":       utf16le("<html lang=zh><title>渡轮</title><p>" + strings.Repeat("渡轮中午离开了码头。", 5000)),
		"UTF-32":                utf32be("<html><p>A ferry left at noon today.</p></html>"),
		"UTF-32, marked":        utf32be("\ufeff" + prose),
		"UTF-16 prose":          "\xfe\xff\x00T\x00h\x00e\x00 \x00f\x00e\x00r\x00r\x00y",
		"entities everywhere":   "&eacute;t&eacute;&#160;&amp;amp;eacute; &quot;oui&quot;\n&quot;non&quot;\n&quot;si&quot;\n",
		"one word":              "Hello",
		"Chinese":               "渡轮中午离开了码头。",
	}
	for name, content := range pages {
		if err := Sniff([]byte(content)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	others := map[string]string{
		"empty":            "",
		"blank":            " \r\n\t ",
		"PNG":              "\x89PNG\r\n\x1a\n....",
		"PDF":              "%PDF-1.7\n%....",
		"ZIP":              "PK\x03\x04....",
		"MP4":              "\x00\x00\x00 ftypisom....",
		"binary":           strings.Repeat("ab\x00\x01\x02cd", 50),
		"JSON":             `{"headline": "A ferry left", "text": "At noon."}`,
		"JSON list":        `[{"a": 1}]`,
		"RSS":              `<?xml version="1.0"?><rss version="2.0"><channel>`,
		"Atom":             `<feed xmlns="http://www.w3.org/2005/Atom">`,
		"sitemap":          `<?xml version="1.0"?><!-- x --><urlset>`,
		"SVG":              `<svg xmlns="http://www.w3.org/2000/svg">`,
		"SVG by doctype":   `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "x">` + "\n<svg>",
		"other XML":        `<?xml version="1.0"?><library><book/></library>`,
		"style sheet":      ".nav{display:block;margin:0}\n.story p{line-height:1.5;color:#333}\n",
		"script":           "function f(a) {\n  var b = a;\n  return b;\n}\nf(1);\nf(2);\n",
		"program":          "#!/bin/sh\necho hello world\n",
		"certificate":      "-----BEGIN CERTIFICATE-----\nMIIB\n",
		"numbers":          "1,2,3\n4,5,6\n7,8,9\n",
		"MHTML":            "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>",
		"WARC":             "WARC/1.0\r\nWARC-Type: response\r\n",
		"base64":           strings.Repeat("QUJDREVGR0hJSktMTU5PUFFS", 400),
		"small numbers":    strings.Repeat("\x01\x00\x02\x00\x90\x00\x03\x00", 50),
		"larger numbers":   strings.Repeat("\x00\x00\x00\x41\x00\x12\x34\x56", 50),
		"UTF-16 of binary": "\xff\xfe" + strings.Repeat("\x00", 40),
	}
	for name, content := range others {
		if err := Sniff([]byte(content)); !errors.Is(err, ErrNotPage) {
			t.Errorf("%s is taken for a page (%v)", name, err)
		}
	}
}

func FuzzSniff(f *testing.F) {
	f.Add([]byte(prose))
	f.Add([]byte("<?xml <!-- <!DOCTYPE <html"))
	f.Add([]byte("[{&amp;amp;&#;"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if err := Sniff(b); err != nil && !errors.Is(err, ErrNotPage) {
			t.Fatalf("error of another kind: %v", err)
		}
	})
}
