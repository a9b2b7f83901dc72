package trusttxt

import (
	"bytes"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds on one copy.
const (
	mostValues   = 4096 // of one attribute
	longestValue = 2048 // bytes
	mostWarnings = 8
)

// parse reads one copy: a line is attribute=value, a comment that # opens, or
// empty; lines end in any way that files end lines. What cannot be read becomes a
// warning that names its line, and the rest stands.
func parse(data []byte) *Copy {
	c := &Copy{}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		c.Warnings = append(c.Warnings, "it is not UTF-8")
		return c
	}
	n, left := 0, 0
	warn := func(why string) {
		if len(c.Warnings) < mostWarnings {
			c.Warnings = append(c.Warnings, fmt.Sprintf("line %d: %s", n, why))
		} else {
			left++
		}
	}
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r", "\n"), "\n") {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		name, value, ok := strings.Cut(line, "=")
		if !ok {
			warn("no attribute=value")
			continue
		}
		value, _, _ = strings.Cut(value, " #") // a comment behind the value
		if why := c.set(strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value)); why != "" {
			warn(why)
		}
	}
	if left > 0 {
		c.Warnings = append(c.Warnings, fmt.Sprintf("and %d more lines that could not be read", left))
	}
	return c
}

// set takes one attribute's value in, or says why not.
func (c *Copy) set(name, value string) (why string) {
	lists := map[string]*[]string{
		"member": &c.Member, "belongto": &c.BelongTo, "control": &c.Control, "controlledby": &c.ControlledBy, "social": &c.Social,
		"vendor": &c.Vendor, "customer": &c.Customer, "disclosure": &c.Disclosure, "contact": &c.Contact,
	}
	list := lists[name]
	switch {
	case list == nil && name != "datatrainingallowed":
		return fmt.Sprintf("attribute %q is not known", cut(name))
	case value == "":
		return name + " has no value"
	case len(value) > longestValue:
		return name + " is too long"
	case strings.ContainsFunc(value, unicode.IsControl):
		return name + " holds control characters"
	case name == "datatrainingallowed":
		return c.training(strings.ToLower(value))
	case name != "contact" && !isAddress(value):
		return fmt.Sprintf("%s wants a web address, not %q", name, cut(value))
	case slices.Contains(*list, value):
		return "" // said twice
	case len(*list) == mostValues:
		return fmt.Sprintf("more than %d of %s", mostValues, name)
	}
	if name == "contact" {
		value = strings.Join(strings.Fields(value), " ")
	}
	*list = append(*list, value)
	return ""
}

func (c *Copy) training(value string) (why string) {
	yes := value == "yes"
	if !yes && value != "no" {
		return fmt.Sprintf("datatrainingallowed wants yes or no, not %q", cut(value))
	}
	if c.DataTrainingAllowed != nil && *c.DataTrainingAllowed != yes {
		return "datatrainingallowed is said both ways; the first counts"
	}
	c.DataTrainingAllowed = &yes
	return ""
}

// isAddress says whether a value is a whole web address.
func isAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && !strings.ContainsFunc(s, unicode.IsSpace)
}

// cut shortens a foreign value for a message.
func cut(s string) string {
	const most = 40
	if len(s) <= most {
		return s
	}
	s = s[:most]
	for len(s) > 0 && !utf8.ValidString(s) {
		s = s[:len(s)-1]
	}
	return s + "…"
}
