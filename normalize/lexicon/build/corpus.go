package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// A corpus is the running text of one language: lines, none of them twice
// (handbooks repeat their notices on every page).
type corpus struct {
	lines []string
	names []string // what stands alone: names of countries, regions, languages
	seen  map[string]bool
	short bool // keep short lines, too
}

func (c *corpus) add(line string) {
	line = strings.Join(strings.Fields(line), " ")
	if len(line) < 20 && !c.short || !utf8.ValidString(line) {
		return
	}
	if c.seen[line] {
		return
	}
	c.seen[line] = true
	c.lines = append(c.lines, line)
}

// place says where in the unpacked packages a language is named.
var place = []*regexp.Regexp{
	regexp.MustCompile(`/locale/([a-z]{2,3}(?:_[A-Z]{2})?)/LC_MESSAGES/.*\.mo$`),
	regexp.MustCompile(`/man/([a-z]{2}(?:_[A-Z]{2})?)/man[0-9]/`),
	regexp.MustCompile(`/libreoffice/help/([a-z]{2}(?:-[A-Z]{2})?)/text/.*\.html$`),
	regexp.MustCompile(`/gimp/2.0/help/([a-z]{2}(?:_[A-Z]{2})?)/.*\.html$`),
	regexp.MustCompile(`/html/([a-z]{2}-[A-Z]{2})/.*\.html$`),
	regexp.MustCompile(`/share/help/([a-z]{2}(?:_[A-Z]{2})?)/.*\.page$`),
	regexp.MustCompile(`/installation-guide-[^/]*/([a-z]{2}(?:-[A-Z]{2})?)/.*\.html$`),
	regexp.MustCompile(`^[a-z0-9-]*-([a-z]{2})/usr/share/(?:doc|debian-reference|developers-reference)/.*\.html$`),
	regexp.MustCompile(`\.([a-z]{2}(?:-[a-z]{2})?)\.html$`),
	regexp.MustCompile(`^fortunes-([a-z]{2})/usr/share/games/fortunes/.*[^t]$`),
}

// language gives the tag that the lists use for a file's path, or "".
func language(path string) string {
	for _, re := range place {
		m := re.FindStringSubmatch(path)
		if m == nil {
			continue
		}
		tag := m[1]
		switch {
		case strings.HasPrefix(path, "fortunes-br/"):
			return "pt"
		case tag == "es_419":
			return "es"
		}
		tag, _, _ = strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
		switch tag {
		case "no":
			return "nb"
		case "hr", "bs":
			return "sh"
		case "tl":
			return "fil"
		}
		return tag
	}
	return ""
}

// readCorpora walks the unpacked packages in sorted order.
func readCorpora(root string) (map[string]*corpus, error) {
	all := map[string]*corpus{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		tag := language(rel)
		if tag == "" {
			return nil
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		c := all[tag]
		if c == nil {
			c = &corpus{seen: map[string]bool{}}
			all[tag] = c
		}
		switch {
		case strings.HasPrefix(rel, "iso-codes"):
			if base := filepath.Base(rel); base == "iso_3166-1.mo" || base == "iso_3166-2.mo" {
				names := corpus{seen: map[string]bool{}, short: true}
				readMO(raw, &names)
				c.names = append(c.names, names.lines...)
			}
		case strings.HasSuffix(rel, ".mo"):
			readMO(raw, c)
		case strings.Contains(rel, "/man/"):
			readMan(raw, c)
		case strings.HasSuffix(rel, ".html") || strings.HasSuffix(rel, ".page"):
			readMarkup(raw, c)
		default:
			readPlain(raw, c)
		}
		return nil
	})
	return all, err
}

// readMO takes the translations of a compiled gettext catalogue.
func readMO(raw []byte, c *corpus) {
	if len(raw) < 28 || binary.LittleEndian.Uint32(raw) != 0x950412de {
		return
	}
	n, table := int(binary.LittleEndian.Uint32(raw[8:])), int(binary.LittleEndian.Uint32(raw[16:]))
	for i := range n {
		at := table + 8*i
		if at+8 > len(raw) {
			return
		}
		size, off := int(binary.LittleEndian.Uint32(raw[at:])), int(binary.LittleEndian.Uint32(raw[at+4:]))
		if off+size > len(raw) || bytes.HasPrefix(raw[off:off+size], []byte("Project-Id-Version")) {
			continue
		}
		for _, line := range strings.FieldsFunc(string(raw[off:off+size]), func(r rune) bool { return r == '\n' || r == 0 }) {
			c.add(line)
		}
	}
}

var troff = regexp.MustCompile(`\\f(?:\[[^\]]*\]|.)|\\s[+-]?[0-9]|\\[&|^%/,:]|\\\(..|\\\[[^\]]*\]`)

// readMan takes the prose of a manual page: lines that are no request.
func readMan(raw []byte, c *corpus) {
	zr, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return
	}
	raw, err = io.ReadAll(zr)
	if err != nil {
		return
	}
	var para []string
	flush := func() { c.add(strings.Join(para, " ")); para = para[:0] }
	for line := range strings.Lines(string(raw)) {
		switch {
		case strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'"):
			if len(para) > 0 && (len(line) < 3 || !strings.ContainsAny(line[1:2], "BIR")) {
				flush()
			}
			if len(line) > 3 && strings.ContainsAny(line[1:2], "BIR") {
				_, line, _ = strings.Cut(line, " ")
				para = append(para, strings.Trim(troff.ReplaceAllString(line, ""), "\" \n"))
			}
		case line == "\n":
			flush()
		default:
			para = append(para, strings.ReplaceAll(troff.ReplaceAllString(strings.TrimSpace(line), ""), `\-`, "-"))
		}
	}
	flush()
}

var breaking = strings.Fields("p div li h1 h2 h3 h4 h5 td th dt dd br tr ul ol title pre section table item note info desc screen")

func readMarkup(raw []byte, c *corpus) {
	z := html.NewTokenizer(bytes.NewReader(raw))
	var b strings.Builder
	skip := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			c.add(b.String())
			return
		case html.TextToken:
			if skip == 0 {
				b.Write(z.Text())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.Data == "script" || t.Data == "style" || t.Data == "pre" || t.Data == "screen" {
				if t.Type == html.StartTagToken {
					skip++
				} else if t.Type == html.EndTagToken && skip > 0 {
					skip--
				}
			}
			if slices.Contains(breaking, t.Data) {
				c.add(b.String())
				b.Reset()
			}
		}
	}
}

// readPlain takes paragraphs of a fortune file.
func readPlain(raw []byte, c *corpus) {
	if !utf8.Valid(raw) {
		return
	}
	s := bufio.NewScanner(bytes.NewReader(raw))
	var para []string
	for s.Scan() {
		line := strings.TrimSpace(s.Text())
		if line == "" || line == "%" {
			c.add(strings.Join(para, " "))
			para = para[:0]
			continue
		}
		para = append(para, line)
	}
	c.add(strings.Join(para, " "))
}
