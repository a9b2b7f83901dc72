package page

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed classwords.tsv
var classTSV string

// classGroups lists the groups in the order of their bits; classTable holds the
// groups of each word. Both are made once from the table and never changed.
var classGroups, classTable = readClassWords(classTSV)

// classSlots is how many slots there are: a few times the words, for most parts
// of classes are none of them and should find their slot empty.
const classSlots = 1 << 13

// classWordTable holds words by slot.
type classWordTable struct {
	from  [classSlots + 1]uint16
	words []classWord
}

type classWord struct {
	word  string
	set   ClassWords
	opens bool // styles alone where a hyphen follows …
	alone bool // … or as the whole of a name
}

var noClassWord classWord

func (t *classWordTable) find(word []byte) *classWord {
	slot := classOpening(word)
	for i := t.from[slot]; i < t.from[slot+1]; i++ {
		if w := &t.words[i]; w.word == string(word) {
			return w
		}
	}
	return &noClassWord
}

// classOpening is the slot of a word, by a few of its letters and its length.
func classOpening(word []byte) int {
	return (int(word[0])*31 + int(word[len(word)-1])*173 + int(word[len(word)/2])*1021 + len(word)*4099) & (classSlots - 1)
}

func readClassWords(table string) (groups []string, t *classWordTable) {
	sets, opens, alone := make(map[string]ClassWords, 1024), map[string]bool{}, map[string]bool{}
	for line := range strings.Lines(table) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		name, list, _ := strings.Cut(line, "\t")
		if style := map[string]map[string]bool{"=opens": opens, "=alone": alone}[name]; style != nil {
			for w := range strings.FieldsSeq(list) {
				style[w] = true
				sets[w] |= 0 // some tell of no group
			}
			continue
		}
		bit := ClassWords(1) << len(groups)
		groups = append(groups, name)
		for w := range strings.FieldsSeq(list) {
			sets[w] |= bit
		}
	}
	t = &classWordTable{}
	for w, set := range sets {
		t.words = append(t.words, classWord{w, set, opens[w], alone[w]})
		t.from[classOpening([]byte(w))+1]++
	}
	slices.SortFunc(t.words, func(a, b classWord) int { return classOpening([]byte(a.word)) - classOpening([]byte(b.word)) })
	for i := range classSlots {
		t.from[i+1] += t.from[i]
	}
	return groups, t
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
// no letter and by a capital after a small letter, as in "articleBody". Names that
// only style ("items-center", "md:block") say nothing of what the element holds.
func classWords(value string) (set ClassWords) {
	var part, whole [longestClassWord]byte
	n, m := 0, 0 // letters in part and in whole; the compound is looked up as a whole, too
	first, styles := true, false
	flush := func(next byte) {
		end := next == ' ' || next == '\n' || next == '\t'
		if n > 0 && n <= len(part) {
			switch w := classTable.find(part[:n]); {
			case w.opens && first && next == '-':
				styles = true
			case w.alone && (styles || first && end):
			default:
				set |= w.set
			}
		}
		if n > 0 {
			first = next == ':'
		}
		if end {
			if m > n && m <= len(whole) {
				set |= classTable.find(whole[:m]).set
			}
			m, first, styles = 0, true, false
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
				flush('A')
			}
			small = false
			c += 'a' - 'A'
		case c >= '0' && c <= '9' && n > 0 && n < len(part) && part[0] == 'h':
			// h1 to h6
		default:
			flush(c)
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
	flush(' ')
	return set
}
