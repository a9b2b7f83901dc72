package files

import (
	"bytes"
	"errors"
	"testing"
)

// A report that was cut off at any place puts back what stands behind it and
// leaves a file alone that was not changed yet.
func TestReport(t *testing.T) {
	before := []byte("a\u200bb caf\xe9 MÃ©xico\n")
	r, err := Repair("a.txt", before, Options{Format: Text})
	if err != nil {
		t.Fatal(err)
	}
	report, err := AppendReport(nil, before, r.Data, r.Rows)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := ParseReport(report)
	if err != nil {
		t.Fatal(err)
	}
	if back, _, err := Undo(r.Data, rows["a.txt"]); err != nil || string(back) != string(before) {
		t.Errorf("undone: %v %q", err, back)
	}
	if _, _, err := Undo(append(r.Data, '!'), rows["a.txt"]); err == nil || errors.Is(err, ErrUnchanged) {
		t.Errorf("a file that was changed since: %v", err)
	}
	if _, _, err := Undo(before, rows["a.txt"]); !errors.Is(err, ErrUnchanged) {
		t.Errorf("a file that was not changed: %v", err)
	}
	for cut := bytes.IndexByte(report, '\n') + 1; cut < len(report); cut++ {
		rows, err := ParseReport(report[:cut])
		if err != nil {
			t.Fatalf("cut at %d: %v", cut, err)
		}
		if _, _, err := Undo(before, rows["a.txt"]); !errors.Is(err, ErrUnchanged) {
			t.Errorf("cut at %d: %v", cut, err)
		}
	}
	if _, err := ParseReport([]byte("{\"a\"")); err == nil {
		t.Error("no report, and no error")
	}
}

// A report carried on over several repairs takes back all that follow on each
// other, in whatever state the file is found.
func TestReportCarriedOn(t *testing.T) {
	states := [][]byte{[]byte("MÃ©xico &amp; on\n"), nil, nil, []byte("another text: MÃ©xico\n"), nil}
	var report []byte
	repairWith := func(from int, rules ...string) {
		o := Options{Format: Text}
		o.Rules = rules
		r, err := Repair("a.txt", states[from], o)
		if err != nil {
			t.Fatal(err)
		}
		states[from+1] = r.Data
		if report, err = AppendReport(report, states[from], r.Data, r.Rows); err != nil {
			t.Fatal(err)
		}
	}
	repairWith(0, "mojibake")
	repairWith(1, "entity")
	repairWith(3) // of bytes that no repair made
	rows, err := ParseReport(report)
	if err != nil {
		t.Fatal(err)
	}
	for from, want := range []int{-1, 0, 0, -1, 3} {
		back, _, err := Undo(states[from], rows["a.txt"])
		if want < 0 {
			if !errors.Is(err, ErrUnchanged) {
				t.Errorf("state %d: %v", from, err)
			}
		} else if err != nil || !bytes.Equal(back, states[want]) {
			t.Errorf("state %d undone: %v %q", from, err, back)
		}
	}
}
