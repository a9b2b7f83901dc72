package codeunit

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
)

func wide(s string, size int, order binary.AppendByteOrder) string {
	var b []byte
	if size == 4 {
		for _, r := range s {
			b = order.AppendUint32(b, uint32(r))
		}
		return string(b)
	}
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

func TestOf(t *testing.T) {
	western := "<!doctype html><html lang=fr><title>Le ferry est parti à midi</title><p>C’était l’été."
	chinese := "<!doctype html><html lang=zh><title>" + strings.Repeat("渡轮中午离开了码头。", 200)
	for about, c := range map[string]struct{ text, want string }{
		"UTF-16, low first":           {wide(western, 2, binary.LittleEndian), "utf-16le"},
		"UTF-16, high first":          {wide(western, 2, binary.BigEndian), "utf-16be"},
		"UTF-16, marked":              {wide("\ufeff渡轮", 2, binary.LittleEndian), "utf-16le"},
		"UTF-16, Chinese page":        {wide(chinese, 2, binary.BigEndian), "utf-16be"},
		"UTF-32, low first":           {wide(western, 4, binary.LittleEndian), "utf-32le"},
		"UTF-32, high first":          {wide(chinese, 4, binary.BigEndian), "utf-32be"},
		"UTF-32, marked":              {wide("\ufeff渡轮", 4, binary.LittleEndian), "utf-32le"},
		"UTF-32, marked, high first":  {wide("\ufeff渡轮", 4, binary.BigEndian), "utf-32be"},
		"single bytes":                {western, ""},
		"a stray zero":                {"<!doctype html>\x00<title>x\x00\x00</title><p>One.", ""},
		"zeros first":                 {strings.Repeat("\x00", 300) + western, ""},
		"zeros after some text":       {western[:20] + strings.Repeat("\x00", 3000), ""},
		"zeros between pairs of text": {strings.Repeat("ab\x00\x01", 50), ""},
		"nothing":                     {"", ""},
	} {
		got := ""
		if f := Of([]byte(c.text)); f != nil {
			got = f.Name
			if out, err := f.Decoder().Bytes([]byte(c.text[f.Mark:])); err != nil || !strings.Contains(western+chinese, string(out[:min(len(out), 6)])) {
				t.Errorf("%s: decoded %.40q, %v", about, out, err)
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", about, got, c.want)
		}
	}
}
