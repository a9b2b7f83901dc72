package main

import (
	"bufio"
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"copydesk/normalize/lexicon"
)

// A dictionary is a spelling dictionary in hunspell's format, of a language
// whose licence allows to ship what is derived from it. It says which words
// take a capital and, for Turkish, which endings a stem takes.
type dictionary struct {
	small, capital map[string]bool    // stems in small letters, by how they are written
	begun          [2]map[string]bool // how stems begin that have a first letter outside ASCII: small, capital
	stems          map[string]string
	suffixes       map[string][]suffix
}

type suffix struct {
	strip, add string
	ends       string // what the stem must end in; "" anything
}

func readDictionary(dir, tag string) (*dictionary, error) {
	matches, _ := filepath.Glob(filepath.Join(dir, "dictionary-"+tag+"*", "package", "index.dic"))
	if len(matches) == 0 {
		return nil, nil
	}
	d := &dictionary{small: map[string]bool{}, capital: map[string]bool{}, stems: map[string]string{}, suffixes: map[string][]suffix{}}
	err := eachLine(matches[0], func(line string) {
		stem, flags, _ := strings.Cut(line, "/")
		stem, _, _ = strings.Cut(stem, "\t")
		stem = norm.NFC.String(strings.TrimSpace(stem))
		first, size := utf8.DecodeRuneInString(stem)
		if size == 0 || !unicode.IsLetter(first) {
			return
		}
		low := lowerWord(stem, turkish(tag))
		switch {
		case !unicode.IsUpper(first):
			d.small[low] = true
			d.stems[low] = flags
		case strings.ToUpper(stem) != stem:
			d.capital[low] = true
		}
	})
	if err != nil || tag != "tr" {
		return d, err
	}
	return d, eachLine(strings.TrimSuffix(matches[0], "dic")+"aff", func(line string) {
		f := strings.Fields(line)
		if len(f) < 5 || f[0] != "SFX" {
			return
		}
		s := suffix{add: norm.NFC.String(f[3])}
		if f[2] != "0" {
			s.strip = f[2]
		}
		if f[4] != "." {
			s.ends = f[4]
		}
		if !strings.ContainsAny(s.ends, "[^'") && !strings.ContainsAny(s.add, "'/") {
			d.suffixes[f[1]] = append(d.suffixes[f[1]], s)
		}
	})
}

// heads gives how the stems begin that are written small, or with a capital: all
// of them but their last letters, which endings take the place of.
func (d *dictionary) heads(capital bool) map[string]bool {
	at, from := 0, d.small
	if capital {
		at, from = 1, d.capital
	}
	if d.begun[at] == nil {
		d.begun[at] = map[string]bool{}
		for s := range from {
			r := []rune(s)
			for n := len(r); r[0] >= utf8.RuneSelf && n >= max(4, len(r)-2); n-- {
				d.begun[at][string(r[:n])] = true
			}
		}
	}
	return d.begun[at]
}

func eachLine(path string, each func(string)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		each(s.Text())
	}
	return s.Err()
}

func lowerWord(s string, turkish bool) string {
	return strings.Map(func(r rune) rune { return lexicon.Lower(r, turkish) }, s)
}

// inflect adds forms that the dictionary makes of the stems in the list. How
// frequent one is follows from its stem and from how common its ending is.
func (w *wordlist) inflect(d *dictionary) {
	common := map[string]int{} // words of the list an ending makes
	made := map[string][2]string{}
	for stem, flags := range d.stems {
		if _, ok := w.freq[stem]; !ok {
			continue
		}
		for flag := range strings.SplitSeq(flags, ",") {
			for _, s := range d.suffixes[flag] {
				if !strings.HasSuffix(stem, s.strip) || !strings.HasSuffix(stem, s.ends) {
					continue
				}
				form := stem[:len(stem)-len(s.strip)] + s.add
				if _, ok := w.freq[form]; ok {
					common[s.add]++
				} else if old, ok := made[form]; spellable(form) && (!ok || cmp.Or(cmp.Compare(w.freq[stem], w.freq[old[0]]), cmp.Compare(stem+s.add, old[0]+old[1])) < 0) {
					made[form] = [2]string{stem, s.add}
				}
			}
		}
	}
	for form, from := range made { // each form by itself
		n := common[from[1]]
		if n == 0 {
			continue
		}
		i := max(640, w.freq[from[0]]+330-min(200, n/2))
		if i < 790 {
			w.freq[form] = i
		}
	}
}
