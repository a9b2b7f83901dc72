package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"copydesk/batch"
	"copydesk/ingest"

	"golang.org/x/term"
)

// report tells on standard error how a run goes: failures as they come, how
// far it is where a person looks on, and one line at the end.
type report struct {
	w       io.Writer
	json    bool
	verbose bool
	total   int
	live    bool // w is a terminal
	shown   bool // a line of progress stands there
	last    time.Time
	start   time.Time
}

func newReport(w io.Writer, asJSON, verbose bool, total int) *report {
	r := &report{w: w, json: asJSON, verbose: verbose, total: total, start: time.Now()}
	if f, ok := w.(*os.File); ok {
		r.live = !asJSON && term.IsTerminal(int(f.Fd()))
	}
	return r
}

func (r *report) failed(f batch.Failure) {
	if r.json {
		r.line(struct {
			Level string `json:"level"`
			Msg   string `json:"msg"`
			batch.Failure
		}{"error", "page failed", f})
		return
	}
	r.end()
	fmt.Fprintf(r.w, "failed: %s\n", f)
}

// warn tells of what is wrong and does not end the run.
func (r *report) warn(what string) {
	if r.json {
		r.line(struct {
			Level string `json:"level"`
			Msg   string `json:"msg"`
		}{"warning", what})
		return
	}
	r.end()
	fmt.Fprintf(r.w, "warning: %s\n", ingest.OneLine(what))
}

func (r *report) skipped(page, why string) {
	if !r.verbose {
		return
	}
	if r.json {
		r.line(struct {
			Level string `json:"level"`
			Msg   string `json:"msg"`
			Page  string `json:"page"`
			Cause string `json:"cause"`
		}{"info", "skipped", page, why})
		return
	}
	r.end()
	fmt.Fprintf(r.w, "skipped: %s: %s\n", ingest.OneLine(page), why)
}

// progress shows how far the run is, ten times a second at most.
func (r *report) progress(s batch.Summary) {
	if !r.live || time.Since(r.last) < 100*time.Millisecond {
		return
	}
	r.last = time.Now()
	done := s.Written + s.Failed + s.Skipped
	rate := float64(done) / max(time.Since(r.start).Seconds(), 0.001)
	fmt.Fprintf(r.w, "\r\x1b[K%d of %d pages, %d failed, %.0f a second", done, r.total, s.Failed, rate)
	r.shown = true
}

// end clears the line of progress.
func (r *report) end() {
	if r.shown {
		fmt.Fprint(r.w, "\r\x1b[K")
		r.shown = false
	}
}

func (r *report) summary(s batch.Summary, out string) {
	r.end()
	took := time.Since(r.start)
	if r.json {
		r.line(struct {
			Level   string  `json:"level"`
			Msg     string  `json:"msg"`
			Pages   int     `json:"pages"`
			Written int     `json:"written"`
			Failed  int     `json:"failed"`
			Skipped int     `json:"skipped"`
			Undone  int     `json:"undone"`
			Seconds float64 `json:"seconds"`
		}{"info", "done", s.Pages, s.Written, s.Failed, s.Skipped, s.Undone, took.Seconds()})
		return
	}
	parts := []string{
		fmt.Sprintf("%d written", s.Written),
		fmt.Sprintf("%d failed", s.Failed),
		fmt.Sprintf("%d skipped (no page)", s.Skipped),
	}
	if s.Undone > 0 {
		parts = append(parts, fmt.Sprintf("%d not done", s.Undone))
	}
	note := ""
	if s.Failed > 0 && out != "-" {
		note = "; failures are listed in " + ingest.Shown(filepath.Join(out, batch.Manifest))
	}
	fmt.Fprintf(r.w, "%s: %s in %s%s\n", count(s.Pages, "page"), strings.Join(parts, ", "), took.Round(10*time.Millisecond), note)
}

// verdict says why a run did not go well, where a program reads on; for a
// person the command does.
func (r *report) verdict(err error) error {
	var e *exitError
	if !r.json || !errors.As(err, &e) || e.err == nil {
		return err
	}
	r.line(struct {
		Level string `json:"level"`
		Msg   string `json:"msg"`
	}{"error", e.err.Error()})
	return &exitError{e.code, nil}
}

func (r *report) line(v any) {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // strings and numbers
	}
	_, _ = r.w.Write(append(b, '\n')) // chatter: there is nowhere else to tell of it
}
