package golden

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"
)

// ExpectFile is the name of the file beside a golden page that says what a
// careful editor expects of its record. Unlike want.json it is written by hand,
// before any record of the page exists, and no run rewrites what it expects.
//
// Its keys are names of the record's fields. What stands under one must stand
// in the record: an object is held by an object with at least its keys, a list
// by a list of the same length, anything else by its equal; null says that the
// field is absent. These keys are not fields:
//
//	about           what the page is there for
//	text_starts     how the body's text begins
//	text_ends       how it ends
//	text_has        strings that stand in it
//	text_lacks      strings that do not
//	nowhere         strings that stand in no field but source, raw, and the record of repair
//	headings        the texts of the body's headings, all of them in order
//	trust           the kinds of trust label, all of them, each once, in any order
//	suspects        words that repair saw and left
//	known_failures  the names of checks that fail as yet
//
// The name of a check is its key, and for the lists of strings key and string
// ("nowhere: Leave a reply"). A known failure that passes is an error: it must
// be struck from the list, by hand or by UPDATE=1.
const ExpectFile = "expect.json"

// Expectation is what one expect file asks for.
type Expectation struct {
	fields map[string]any
	known  []string
}

// Failure is one expectation that the record does not meet.
type Failure struct {
	Check  string // name of the check
	Why    string // what was expected and what came
	Mended bool   // a known failure that passes now
}

// ParseExpectation reads an expect file. A key that is no check and no field
// of the record is an error of the file, found when the record is checked.
func ParseExpectation(data []byte) (*Expectation, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	e := &Expectation{}
	if err := dec.Decode(&e.fields); err != nil {
		return nil, fmt.Errorf("%s: %w", ExpectFile, err)
	}
	known, err := stringList(e.fields["known_failures"])
	if err != nil {
		return nil, fmt.Errorf("%s: known_failures: %w", ExpectFile, err)
	}
	e.known = known
	delete(e.fields, "known_failures")
	delete(e.fields, "about")
	return e, nil
}

// Unmet gives every check that the record, as JSON, does not pass and that is
// not known to fail, and every known failure that has gone, sorted by name.
func (e *Expectation) Unmet(record []byte) ([]Failure, error) {
	failed, ran, err := e.check(record)
	if err != nil {
		return nil, err
	}
	var out []Failure
	for _, f := range failed {
		if !slices.Contains(e.known, f.Check) {
			out = append(out, f)
		}
	}
	for _, k := range e.known {
		switch {
		case !slices.Contains(ran, k):
			out = append(out, Failure{Check: k, Why: "is listed in known_failures but is no check of this page"})
		case !slices.ContainsFunc(failed, func(f Failure) bool { return f.Check == k }):
			out = append(out, Failure{k, "passes now: strike it from known_failures", true})
		}
	}
	return out, nil
}

// check runs every check and names those that ran.
func (e *Expectation) check(record []byte) (failed []Failure, ran []string, err error) {
	dec := json.NewDecoder(bytes.NewReader(record))
	dec.UseNumber()
	var rec map[string]any
	if err := dec.Decode(&rec); err != nil {
		return nil, nil, fmt.Errorf("record: %w", err)
	}
	keys := make([]string, 0, len(e.fields))
	for k := range e.fields {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	c := checker{rec: rec}
	for _, k := range keys {
		if err := c.run(k, e.fields[k]); err != nil {
			return nil, nil, fmt.Errorf("%s: %s: %w", ExpectFile, k, err)
		}
	}
	return c.failed, c.ran, nil
}

type checker struct {
	rec    map[string]any
	failed []Failure
	ran    []string
}

func (c *checker) verdict(name string, ok bool, why string, args ...any) {
	c.ran = append(c.ran, name)
	if !ok {
		c.failed = append(c.failed, Failure{Check: name, Why: fmt.Sprintf(why, args...)})
	}
}

func (c *checker) run(key string, want any) error {
	text, _ := c.rec["text"].(string)
	switch key {
	case "text_starts":
		s, _ := want.(string)
		c.verdict(key, s != "" && strings.HasPrefix(text, s), "want %q, the text begins %q", s, firstRunes(text, 100))
	case "text_ends":
		s, _ := want.(string)
		c.verdict(key, s != "" && strings.HasSuffix(text, s), "want %q, the text ends %q", s, lastRunes(text, 100))
	case "text_has":
		return c.each(key, want, func(s string) (bool, string) {
			return strings.Contains(text, s), "does not stand in the text"
		})
	case "text_lacks":
		return c.each(key, want, func(s string) (bool, string) {
			return !strings.Contains(text, s), "stands in the text"
		})
	case "nowhere":
		return c.each(key, want, func(s string) (bool, string) {
			where := find(c.rec, "", s)
			return where == "", "stands in " + where
		})
	case "headings":
		c.list(key, want, headings(c.rec), false)
	case "trust":
		c.list(key, want, kinds(c.rec), true)
	case "suspects":
		words := words(c.rec["suspects"])
		return c.each(key, want, func(s string) (bool, string) {
			return slices.Contains(words, s), fmt.Sprintf("is not among the suspects %q", words)
		})
	default:
		got, there := c.rec[key]
		if want == nil {
			c.verdict(key, !there, "want none, got %s", show(got))
			return nil
		}
		c.verdict(key, holds(got, want), "want %s, got %s", show(want), show(got))
	}
	return nil
}

// each runs one check a string.
func (c *checker) each(key string, want any, ok func(string) (bool, string)) error {
	list, err := stringList(want)
	if err != nil {
		return err
	}
	for _, s := range list {
		pass, why := ok(s)
		c.verdict(key+": "+s, pass, "%s", why)
	}
	return nil
}

func (c *checker) list(key string, want any, got []string, sorted bool) {
	list, err := stringList(want)
	if err == nil && sorted {
		sort.Strings(list)
	}
	c.verdict(key, err == nil && slices.Equal(list, got), "want %q, got %q", list, got)
}
