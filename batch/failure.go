package batch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"strings"

	"copydesk/ingest"
)

// Failure says which page gave no record, at which stage, and why.
type Failure struct {
	Page  string `json:"page"`  // as the user would name it, spelled by ingest.Spelled
	Stage string `json:"stage"` // read, fetch, decompress, decode, segment, label, normalize, write, …
	Cause string `json:"cause"`
}

// String gives the failure in one line, whatever the page's name.
func (f Failure) String() string { return ingest.OneLine(f.Page) + ": " + f.Stage + ": " + f.Cause }

// line is the failure as a line of the manifest.
func (f Failure) line() []byte {
	b, err := json.Marshal(f)
	if err != nil {
		panic(err) // three strings
	}
	return append(b, '\n')
}

// failureOf gives the failure of a page by its error. The stage is taken from the
// error where it knows one.
func failureOf(page, stage string, err error) *Failure {
	var at interface{ AtStage() string }
	if errors.As(err, &at) {
		stage = at.AtStage()
	}
	return &Failure{Page: ingest.Spelled(page), Stage: stage, Cause: err.Error()}
}

// missing gives the failures of what could not be listed.
func missing(l *ingest.Listing) []Failure {
	var out []Failure
	for _, m := range l.Missing {
		out = append(out, Failure{ingest.Spelled(m.From), ingest.StageRead, m.Err.Error()})
	}
	return out
}

// panicError is a panic in the code for one page, caught.
type panicError struct {
	value any
	stage string
	where string // file:line of the statement
}

func (p *panicError) Error() string {
	return fmt.Sprintf("internal error: %v (%s); please report it with the page", p.value, p.where)
}

func (p *panicError) AtStage() string { return p.stage }

// stages names the stage of a room by its import path.
var stages = []struct{ room, stage string }{
	{"copydesk/extract/page.", "decode"},
	{"copydesk/extract/block.", "segment"},
	{"copydesk/extract/label", "label"}, // the room of a field, too
	{"copydesk/extract/", "extract"},
	{"copydesk/extract.", "extract"},
	{"copydesk/normalize", "normalize"},
	{"copydesk/ingest", "read"},
	{"copydesk/article", "write"},
}

// caught makes an error of a recovered panic. The room in which it happened is
// the stage; called from a deferred function only.
func caught(value any, stage string) error {
	p := &panicError{value: value, stage: stage, where: "unknown place"}
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	for {
		f, more := frames.Next()
		for _, s := range stages {
			if strings.HasPrefix(f.Function, s.room) {
				p.stage, p.where = s.stage, f.Function+":"+fmt.Sprint(f.Line)
				return p
			}
		}
		if !more {
			return p
		}
	}
}

// stopped says whether an error only tells that the run was ended from outside.
func stopped(ctx context.Context, err error) bool {
	return ctx.Err() != nil && (errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded))
}
