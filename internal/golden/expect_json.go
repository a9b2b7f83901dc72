package golden

import (
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// holds says whether got has all that want asks for.
func holds(got, want any) bool {
	switch w := want.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok {
			return false
		}
		for k, v := range w {
			gv, there := g[k]
			if v == nil && there || v != nil && !holds(gv, v) {
				return false
			}
		}
		return true
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(w) {
			return false
		}
		for i := range w {
			if !holds(g[i], w[i]) {
				return false
			}
		}
		return true
	default:
		return got == want
	}
}

// unjudged are the fields that tell of the page's bytes or of changes made to
// them, where a string that is wrong in the article may rightly stand.
var unjudged = []string{"source", "raw", "fixes", "suspects", "quality"}

// find gives the place of the first text of v that holds s, or "".
func find(v any, at, s string) string {
	switch v := v.(type) {
	case string:
		if strings.Contains(v, s) {
			return at
		}
	case []any:
		for i := range v {
			if w := find(v[i], at+"["+strconv.Itoa(i)+"]", s); w != "" {
				return w
			}
		}
	case map[string]any:
		keys := make([]string, 0, len(v))
		for k := range v {
			if !slices.Contains(unjudged, k) {
				keys = append(keys, k)
			}
		}
		sort.Strings(keys)
		for _, k := range keys {
			if w := find(v[k], strings.TrimPrefix(at+"."+k, "."), s); w != "" {
				return w
			}
		}
	}
	return ""
}

func headings(rec map[string]any) []string {
	var out []string
	body, _ := rec["body"].([]any)
	for _, b := range body {
		if m, ok := b.(map[string]any); ok && m["type"] == "heading" {
			t, _ := m["text"].(string)
			out = append(out, t)
		}
	}
	return out
}

func kinds(rec map[string]any) []string {
	var out []string
	labels, _ := rec["trust_labels"].([]any)
	for _, l := range labels {
		if m, ok := l.(map[string]any); ok {
			k, _ := m["kind"].(string)
			out = append(out, k)
		}
	}
	sort.Strings(out)
	return slices.Compact(out)
}

// words gives what stood on the page where repair recorded a fix or a suspect.
func words(list any) []string {
	var out []string
	l, _ := list.([]any)
	for _, f := range l {
		if m, ok := f.(map[string]any); ok {
			b, _ := m["before"].(string)
			out = append(out, b)
		}
	}
	return out
}

func stringList(v any) ([]string, error) {
	if v == nil {
		return nil, nil
	}
	l, ok := v.([]any)
	if !ok {
		return nil, fmt.Errorf("want a list of strings, got %s", show(v))
	}
	out := make([]string, len(l))
	for i := range l {
		if out[i], ok = l[i].(string); !ok {
			return nil, fmt.Errorf("want a string, got %s", show(l[i]))
		}
	}
	return out, nil
}

func show(v any) string {
	if v == nil {
		return "none"
	}
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(b)
}

func firstRunes(s string, n int) string {
	r := []rune(s)
	return string(r[:min(n, len(r))])
}

func lastRunes(s string, n int) string {
	r := []rune(s)
	return string(r[max(0, len(r)-n):])
}
