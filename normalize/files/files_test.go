package files

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"copydesk/normalize"
)

func repair(t *testing.T, in string, o Options) string {
	t.Helper()
	r, err := Repair("a", []byte(in), o)
	if err != nil {
		t.Fatal(err)
	}
	out, rows := r.Data, r.Rows
	for _, r := range rows {
		if !bytes.HasPrefix(out[r.Start:], []byte(r.After)) && !r.Suspect || r.Suspect && !bytes.HasPrefix(out[r.Start:], []byte(r.Before)) {
			t.Errorf("row does not stand where it says: %+v", r)
		}
	}
	back, _, err := Undo(out, rows)
	if err != nil || string(back) != in {
		t.Errorf("undone: %v\n%q\nwant\n%q", err, back, in)
	}
	return string(out)
}

func TestRepair(t *testing.T) {
	for _, c := range []struct {
		name, fields string
		format       Format
		in, want     string
	}{
		{"text", "", Text, "caf\xe9 MÃ©xico\n", "café México\n"},
		{"only the named value", "body", JSON,
			`{ "body": "MÃ©xico &amp; co", "title":"MÃ©xico", "n": 1.50 }`,
			`{ "body": "México & co", "title":"MÃ©xico", "n": 1.50 }`},
		{"escapes stay", "body", JSON,
			`{"body":"a\/b \"MÃ©xico\" \u00e9\n\"x\""}`,
			`{"body":"a\/b \"México\" \u00e9\n\"x\""}`},
		{"escaped value keeps its style", "body", JSON,
			`{"body":"M\u00c3\u00a9xico \ud83d\ude00 &quot;x&quot;"}`,
			`{"body":"M\u00e9xico \ud83d\ude00 \"x\""}`},
		{"half a pair", "body", JSON, `{"body":"a \ud83d b"}`, `{"body":"a \ufffd b"}`},
		{"list and path", "a.tags", JSON,
			`[{"a":{"tags":["Ã©tÃ©","x"]},"tags":"Ã©tÃ©"}]`,
			`[{"a":{"tags":["été","x"]},"tags":"Ã©tÃ©"}]`},
		{"records are judged apart", "b", NDJSON,
			"{\"b\":\"MÃ©xico\"}\n\n{\"b\":\"fine\",\"c\":\"Ã©\"}\n",
			"{\"b\":\"México\"}\n\n{\"b\":\"fine\",\"c\":\"Ã©\"}\n"},
		{"the mark before a text stays", "", Text, "\uFEFFMÃ©xico\uFEFF\n", "\uFEFFMéxico\n"},
		{"the mark before records stays", "b", NDJSON, "\uFEFF{\"b\":\"MÃ©xico\"}\n", "\uFEFF{\"b\":\"México\"}\n"},
		{"the mark before a list stays", "b", JSON, "\uFEFF[{\"b\":\"MÃ©xico\"}]\n", "\uFEFF[{\"b\":\"México\"}]\n"},
		{"a field of some records", "b", NDJSON, "{}\n{\"b\":null}\n", "{}\n{\"b\":null}\n"},
		{"no records", "b", JSON, "[]", "[]"},
		{"cells", "body", CSV,
			"id;body;x\r\n1;MÃ©xico;Ã©\r\n2;\"say \"\"MÃ©xico\"\"\n; &quot;\";Ã©\r\n",
			"id;body;x\r\n1;México;Ã©\r\n2;\"say \"\"México\"\"\n; \"\"\";Ã©\r\n"},
		{"a cell that needs quotes now", "body", CSV, "id,body\n1,a&#44; &quot;b&quot;\n", "id,body\n1,\"a, \"\"b\"\"\"\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := repair(t, c.in, Options{Format: c.format, Fields: strings.Split(c.fields, ",")})
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct {
		format Format
		in     string
	}{
		{JSON, `{"a":`}, {JSON, `{"a" 1}`}, {JSON, `{"a":1} 2`}, {JSON, `["a`}, {JSON, strings.Repeat("[", 5000)},
		{NDJSON, "{}\n{]\n"}, {CSV, "body\n\"a"}, {CSV, "body\n\"a\"b"}, {CSV, "other\nx"}, {JSON, `{"x":"body"}`}, {JSON, `["body"]`}, {NDJSON, "{}\n"}, {Text, "a\x00b"},
	} {
		if _, err := Repair("a", []byte(c.in), Options{Format: c.format, Fields: []string{"body"}}); err == nil {
			t.Errorf("%s %q: no error", c.format, c.in)
		}
	}
}

func TestWindows(t *testing.T) {
	line := strings.Repeat("x", 1000) + " MÃ©xico\n"
	in := strings.Repeat(line, normalize.Window/len(line)+10)
	if got := repair(t, in, Options{Format: Text}); strings.Contains(got, "Ã") {
		t.Error("a window was left out")
	}
}

func TestDiff(t *testing.T) {
	in := "one\ntwo MÃ©xico\nthree\n4\n5\n6\n7\n8\n9\n10\n11\nend &amp; on"
	r, err := Repair("a.txt", []byte(in), Options{Format: Text})
	if err != nil {
		t.Fatal(err)
	}
	want := `--- a.txt
+++ a.txt (repaired)
@@ -1,5 +1,5 @@
 one
-two MÃ©xico
+two México
 three
 4
 5
@@ -9,4 +9,4 @@
 9
 10
 11
-end &amp; on
\ No newline at end of file
+end & on
\ No newline at end of file
`
	if got := Diff("a.txt", []byte(in), r.Data, r.Rows); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Explain points at the text as it was, whatever was taken out before, and goes
// back to its beginning for the suspects.
func TestExplain(t *testing.T) {
	in := "MÃ©xico, MÃ©xico\nand &amp; on"
	r, err := Repair("a.txt", []byte(in), Options{Format: Text})
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(string(r.Data), "xico")
	r.Rows = append(r.Rows, Row{Start: at, Before: "x", After: "y", Suspect: true}, Row{Start: strings.Index(string(r.Data), "on"), Before: "o", After: "O", Suspect: true})
	var got []string
	for line := range strings.Lines(Explain("a.txt", []byte(in), r.Rows)) {
		got = append(got, strings.Join(strings.Fields(line)[:4], " "))
	}
	want := []string{`a.txt:1:2: "Ã©" is now`, `a.txt:1:11: "Ã©" is now`, `a.txt:2:5: "&amp;" is now`, `a.txt:1:4: "x" left; it`, `a.txt:2:11: "o" left; it`}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

// Whatever the JSON, it stays JSON, its other values stay, and undo gives it back.
func FuzzJSON(f *testing.F) {
	f.Add(`{"body":"MÃ©xico \u00c3\u00a9 &quot;","n":1}`)
	f.Add(`[{"body":["a\ud83d\"","&amp;"]}]`)
	f.Fuzz(func(t *testing.T, in string) {
		r, err := Repair("a", []byte(in), Options{Format: JSON, Fields: []string{"body"}})
		if err != nil {
			return
		}
		if json.Valid([]byte(in)) && !json.Valid(r.Data) {
			t.Errorf("no JSON any more: %q -> %q", in, r.Data)
		}
		if back, _, err := Undo(r.Data, r.Rows); err != nil || string(back) != in {
			t.Errorf("undone: %v %q want %q", err, back, in)
		}
	})
}

func FuzzCSV(f *testing.F) {
	f.Add("body,x\n\"a \"\"MÃ©xico\"\"\",b\nc&#44;d,e\n")
	f.Fuzz(func(t *testing.T, in string) {
		r, err := Repair("a", []byte(in), Options{Format: CSV, Fields: []string{"body"}})
		if err != nil {
			return
		}
		if back, _, err := Undo(r.Data, r.Rows); err != nil || string(back) != in {
			t.Errorf("undone: %v %q want %q", err, back, in)
		}
	})
}
