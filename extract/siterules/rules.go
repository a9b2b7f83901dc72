// Package siterules reads rules that users write to pin where a site keeps its
// parts, in the format of ftr-site-config, which FiveFilters, wallabag and
// others share: one file a host, one directive a line, XPath 1.0 to point.
//
// Read are title, body, author, date, strip, strip_id_or_class,
// strip_image_src, next_page_link, single_page_link, find_string with
// replace_string (also as replace_string(find): replacement), prune and tidy,
// which need nothing done here. Other directives are passed over: they steer
// how pages are fetched. Nothing edits the tree: what is stripped is left out.
package siterules

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"github.com/antchfx/xpath"
)

// Rules are those for one site. Paths of one sort are tried in order.
type Rules struct {
	File         string // name of the file
	Title        []string
	Body         []string
	Author       []string
	Date         []string
	Strip        []string
	StripClasses []string // parts of an id or a class
	StripImages  []string // parts of a picture's address
	Next         []string
	Single       []string
	Replace      [][2]string // in the page's bytes: find, replacement
	Warnings     []string    // lines that could not be read
}

// Set is a folder of rules. It is safe for use by many goroutines.
type Set struct {
	files fs.FS
	mu    sync.Mutex
	read  map[string]*Rules // by file name; nil where there is no file
}

// Open makes a Set of a folder. Files are read when a page asks for them.
func Open(files fs.FS) *Set { return &Set{files: files, read: map[string]*Rules{}} }

// Empty says whether a folder holds no file of rules at all.
func Empty(files fs.FS) bool {
	found, err := fs.Glob(files, "*.txt")
	return err != nil || len(found) == 0
}

// Check gives one line for each file of a folder that cannot be read in whole or
// in part, in the order of the names.
func Check(files fs.FS) (warnings []string) {
	names, err := fs.Glob(files, "*.txt") // sorted
	if err != nil {
		return nil
	}
	s := Open(files)
	for _, name := range names {
		switch r, err := s.file(name); {
		case err != nil:
			warnings = append(warnings, err.Error())
		case r != nil && len(r.Warnings) > 0:
			warnings = append(warnings, "site rules "+name+": "+strings.Join(r.Warnings, "; "))
		}
	}
	return warnings
}

// maxHost bounds what is looked up; a host name is no longer.
const maxHost = 253

// For gives the rules for a host, nil where there are none. HOST.txt comes
// first, with or without www., then .DOMAIN.txt of the domains above it.
func (s *Set) For(host string) (*Rules, error) {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if host == "" || len(host) > maxHost || strings.ContainsAny(host, "/\\:") {
		return nil, nil
	}
	names := []string{host + ".txt"}
	if bare, ok := strings.CutPrefix(host, "www."); ok {
		names = []string{bare + ".txt", host + ".txt"}
	}
	for rest := host; strings.Contains(rest, "."); _, rest, _ = strings.Cut(rest, ".") {
		names = append(names, "."+rest+".txt")
	}
	for _, name := range names {
		r, err := s.file(name)
		if r != nil || err != nil {
			return r, err
		}
	}
	return nil, nil
}

func (s *Set) file(name string) (*Rules, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if r, known := s.read[name]; known {
		return r, nil
	}
	data, err := fs.ReadFile(s.files, name)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		s.read[name] = nil
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("site rules %s: %w", name, err)
	}
	r := parse(data)
	r.File = name
	s.read[name] = r
	return r, nil
}

// parse reads one file. A line that cannot be read becomes a warning, for a
// shared folder holds thousands of files and one must not spoil the rest.
func parse(data []byte) *Rules {
	r := &Rules{}
	find, n := "", 0
	for line := range bytes.Lines(data) {
		n++
		text := strings.TrimSpace(strings.TrimPrefix(string(line), "\ufeff"))
		if text == "" || text[0] == '#' {
			continue
		}
		key, value, ok := strings.Cut(text, ":")
		if what, isForm := strings.CutPrefix(text, "replace_string("); isForm {
			if find, value, ok = strings.Cut(what, "):"); ok {
				key = "replace_string"
			}
		}
		key, value = strings.TrimSpace(key), strings.TrimSpace(value)
		if !ok {
			r.warn(n, "no directive")
			continue
		}
		switch key {
		case "title":
			r.path(n, &r.Title, value)
		case "body":
			r.path(n, &r.Body, value)
		case "author":
			r.path(n, &r.Author, value)
		case "date":
			r.path(n, &r.Date, value)
		case "strip":
			r.path(n, &r.Strip, value)
		case "next_page_link":
			r.path(n, &r.Next, value)
		case "single_page_link":
			r.path(n, &r.Single, value)
		case "strip_id_or_class":
			r.StripClasses = appendText(r.StripClasses, strings.Trim(value, `"'`))
		case "strip_image_src":
			r.StripImages = appendText(r.StripImages, strings.Trim(value, `"'`))
		case "find_string":
			find = value
		case "replace_string":
			if find != "" {
				r.Replace = append(r.Replace, [2]string{find, value})
			}
			find = ""
		default:
			if name, _, _ := strings.Cut(key, "("); !passedOver[strings.TrimSpace(name)] {
				r.warn(n, fmt.Sprintf("directive %.40q is not known", name))
			}
		}
	}
	return r
}

// passedOver are the directives of the format that ask for nothing here; some
// take an argument in brackets.
var passedOver = func() map[string]bool {
	m := map[string]bool{}
	for name := range strings.FieldsSeq(`prune tidy parser test_url test_contains http_header footnotes dissolve
		autodetect_on_failure autodetect_next_page single_page_link_in_feed if_page_contains next_page_link_in_feed
		convert_double_br_tags strip_comments strip_attr move_into wrap_in src_lazy_load_attr native_ad_clue
		insert_detected_image skip_json_ld prefer_jsonld requires_login login_uri login_username_field
		login_password_field login_extra_fields not_logged_in_xpath skip_id_or_class`) {
		m[name] = true
	}
	return m
}()

func appendText(list []string, s string) []string {
	if s == "" {
		return list
	}
	return append(list, s)
}

func (r *Rules) path(line int, into *[]string, value string) {
	if _, err := compile(value); err != nil {
		r.warn(line, err.Error())
		return
	}
	*into = append(*into, value)
}

func (r *Rules) warn(line int, why string) {
	r.Warnings = append(r.Warnings, fmt.Sprintf("line %d: %s", line, why))
}

// compile reads a path. The library panics on some that are broken.
func compile(path string) (e *xpath.Expr, err error) {
	defer func() {
		if v := recover(); v != nil {
			e, err = nil, fmt.Errorf("not an XPath: %v", v)
		}
	}()
	if path == "" {
		return nil, errors.New("empty")
	}
	return xpath.Compile(path)
}
