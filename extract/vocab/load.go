package vocab

import (
	"embed"
	"fmt"
	"io/fs"
	"math"
	"path"
	"slices"
	"strings"
	"sync"
)

//go:embed words/*.tsv
var builtin embed.FS

// Builtin gives the vocabulary that comes with the program, read once.
var Builtin = sync.OnceValue(func() *Matcher {
	m, err := Load()
	if err != nil {
		panic("vocab: " + err.Error()) // a test reads the same files, so they cannot be broken in a build
	}
	return m
})

// Load reads the vocabulary that comes with the program and the *.tsv files at
// the top of each file system in extra, in that order. A language may have files
// in several of them. The error names the file, the line and what is wrong with it.
func Load(extra ...fs.FS) (*Matcher, error) {
	words, err := fs.Sub(builtin, "words")
	if err != nil {
		return nil, err
	}
	b := builder{words: make(map[string]string, 24<<10), m: &Matcher{rows: make([]Row, 0, 24<<10), phrases: make([]phrase, 0, 24<<10)}}
	for _, fsys := range append([]fs.FS{words}, extra...) {
		names, err := fs.Glob(fsys, "*.tsv")
		if err != nil {
			return nil, err
		}
		slices.Sort(names)
		for _, name := range names {
			data, err := fs.ReadFile(fsys, name)
			if err != nil {
				return nil, fmt.Errorf("vocabulary %s: %w", name, err)
			}
			if err := b.file(name, data); err != nil {
				return nil, err
			}
		}
	}
	b.m.openLater()
	return b.m, nil
}

type builder struct {
	m     *Matcher
	words map[string]string // every word once, for many phrases share them
}

func (b *builder) file(name string, data []byte) error {
	lang := baseLanguage(strings.TrimSuffix(path.Base(name), ".tsv"))
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		text := strings.TrimRight(line, "\r\n")
		if n == 1 {
			text = strings.TrimPrefix(text, "\ufeff")
		}
		if strings.TrimSpace(text) == "" || strings.HasPrefix(text, "#") {
			continue
		}
		row, err := parseRow(lang, text)
		if err == nil {
			err = b.add(row)
		}
		if err != nil {
			return fmt.Errorf("vocabulary %s:%d: %w", name, n, err)
		}
	}
	return nil
}

// parseRow reads one line of a file.
func parseRow(lang, line string) (Row, error) {
	var col [4]string
	rest, more := line, true
	for i := range col {
		if !more {
			break
		}
		col[i], rest, more = strings.Cut(rest, "\t")
	}
	if n := strings.Count(line, "\t") + 1; n != len(col) {
		return Row{}, fmt.Errorf("%d columns, want 4: kind, place, phrase, seen", n)
	}
	for i := range col {
		if col[i] = strings.TrimSpace(col[i]); col[i] == "" {
			return Row{}, fmt.Errorf("column %d is empty", i+1)
		}
	}
	row := Row{Lang: lang, Phrase: col[2], Seen: col[3]}
	kind, value, _ := strings.Cut(col[0], ":")
	row.Kind, row.Value = Kind(kind), value
	if !slices.Contains(kinds, row.Kind) {
		return Row{}, fmt.Errorf("kind %q is not known", kind)
	}
	if row.Kind == Policy && value == "" {
		return Row{}, fmt.Errorf("a policy needs its property: policy:ethicsPolicy")
	}
	for p := range strings.SplitSeq(col[1], ",") {
		i := slices.Index(placeNames, strings.TrimSpace(p))
		if i < 0 {
			return Row{}, fmt.Errorf("place %q is not known (known: %s)", p, strings.Join(placeNames, ", "))
		}
		row.Place |= 1 << i
	}
	return row, nil
}

// maxLangs is how many languages the language sets have room for.
const maxLangs = 64

func (b *builder) add(row Row) error {
	m := b.m
	li := slices.Index(m.langs, row.Lang)
	if li < 0 {
		if li = len(m.langs); li == maxLangs {
			return fmt.Errorf("more than %d languages", maxLangs)
		}
		m.langs = append(m.langs, row.Lang)
	}
	p, err := b.compile(row.Phrase)
	if err != nil {
		return err
	}
	p.lang, p.place = uint8(li), row.Place
	m.rows, m.phrases = append(m.rows, row), append(m.phrases, p)
	return nil
}

// compile turns a phrase as written into what the matcher compares.
func (b *builder) compile(s string) (phrase, error) {
	var p phrase
	if strings.HasPrefix(s, "=") {
		s = s[1:]
		p.exact = s
	}
	if p.atStart = strings.HasPrefix(s, "^"); p.atStart {
		s = s[1:]
	}
	if p.atEnd = strings.HasSuffix(s, "$"); p.atEnd {
		s = s[:len(s)-1]
	}
	words := strings.Fields(s)
	p.elems = make([]elem, 0, len(words))
	if n := len(words); n > 1 && words[0] == "…" {
		words, p.openStart = words[1:], true
	}
	if n := len(words); n > 1 && words[n-1] == "…" {
		words, p.openEnd = words[:n-1], true
	}
	for _, f := range words {
		switch f {
		case "#":
			p.elems = append(p.elems, elem{number: true})
			continue
		case "…":
			p.elems = append(p.elems, elem{gap: true})
			continue
		}
		prefix := strings.HasSuffix(f, "*")
		var room buffers
		toks := tokenize(&room, strings.TrimSuffix(f, "*"), math.MaxInt)
		for i, t := range toks.list {
			w := toks.text(t)
			if prefix && i == len(toks.list)-1 {
				if len(w) < prefixKey {
					return p, fmt.Errorf("phrase %q: %q is too short to stand for all words that begin so", s, f)
				}
				p.elems = append(p.elems, elem{prefix: string(w), brk: t.brk == hard})
				continue
			}
			word, known := b.words[string(w)]
			if !known {
				word = string(w)
				b.words[word] = word
			}
			p.elems = append(p.elems, elem{word: word, hash: t.hash, brk: t.brk == hard})
		}
	}
	if len(p.elems) == 0 {
		return p, fmt.Errorf("phrase %q has no words", s)
	}
	if p.elems[0].gap {
		return p, fmt.Errorf("phrase %q has two gaps in a row", s)
	}
	return p, nil
}
