package page

import (
	_ "embed"
	"strings"
)

//go:embed classwords.tsv
var classTSV string

// classGroups lists the groups in the order of their bits; classOf holds the
// groups of each word. Both are made once from the table and never changed.
var classGroups, classOf = readClassWords(classTSV)

// classOpens holds the words of the table by a few letters and the length: most
// parts of classes are none of them, and need not be looked up.
var classOpens = func() (t [1 << 13]bool) {
	for w := range classOf {
		t[classOpening([]byte(w))] = true
	}
	return t
}()

func classOpening(word []byte) int {
	return (int(word[0])*31 + int(word[len(word)-1])*173 + int(word[len(word)/2])*1021 + len(word)*4099) & (1<<13 - 1)
}

func readClassWords(table string) (groups []string, words map[string]ClassWords) {
	words = make(map[string]ClassWords, 1024)
	for line := range strings.Lines(table) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		name, list, _ := strings.Cut(line, "\t")
		bit := ClassWords(1) << len(groups)
		groups = append(groups, name)
		for w := range strings.FieldsSeq(list) {
			words[w] |= bit
		}
	}
	return groups, words
}

// ClassGroups gives the names of the groups; group i is bit i of a ClassWords.
func ClassGroups() []string { return classGroups }

// ClassGroup gives the set that holds one group, and panics when there is no
// group of that name: the names are part of the program.
func ClassGroup(name string) ClassWords {
	for i, g := range classGroups {
		if g == name {
			return 1 << i
		}
	}
	panic("page: no class group " + name)
}

// Has says whether any of the groups in g is in the set.
func (c ClassWords) Has(g ClassWords) bool { return c&g != 0 }

// longestClassWord is longer than any word of the table.
const longestClassWord = 24

// classWords reads one attribute value: parts are parted by anything that is
// no letter and by a capital after a small letter, as in "articleBody".
func classWords(value string) (set ClassWords) {
	var part, whole [longestClassWord]byte
	n, m := 0, 0 // letters in part and in whole; the compound is looked up as a whole, too
	flush := func(end bool) {
		if n > 0 && n <= len(part) && classOpens[classOpening(part[:n])] {
			set |= classOf[string(part[:n])]
		}
		if end {
			if m > n && m <= len(whole) && classOpens[classOpening(whole[:m])] {
				set |= classOf[string(whole[:m])]
			}
			m = 0
		}
		n = 0
	}
	small := false
	for i := 0; i < len(value); i++ {
		c := value[i]
		switch {
		case 'a' <= c && c <= 'z':
			small = true
		case 'A' <= c && c <= 'Z':
			if small {
				flush(false)
			}
			small = false
			c += 'a' - 'A'
		case c >= '0' && c <= '9' && n > 0 && n < len(part) && part[0] == 'h':
			// h1 to h6
		default:
			flush(c == ' ' || c == '\n' || c == '\t')
			small = false
			continue
		}
		if n < len(part) {
			part[n] = c
		}
		n++
		if m < len(whole) {
			whole[m] = c
		}
		m++
	}
	flush(true)
	return set
}
