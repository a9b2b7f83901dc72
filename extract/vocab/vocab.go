// Package vocab holds the words of the press by language, as data files, and
// finds them in text: the kickers, notes, badges, credits and furniture that
// newsrooms print in much the same words everywhere.
//
// A file is named LANG.tsv (a BCP 47 language, or mul for words of no one
// language). A row has four columns, parted by tabs:
//
//	kind   what the phrase says: a trust kind, or a kind of word listed in kinds.go;
//	       a value may follow a colon (policy:ethicsPolicy, month:3)
//	place  where it counts, several joined by commas: kicker, byline, note, badge,
//	       footer, caption, date, line, name
//	phrase what is printed, see below
//	seen   where it was seen: a site, or "common" where most of the language's press prints it
//
// Empty lines and lines that start with # are for the reader. In a phrase,
// ^ at the start and $ at the end tie it to the start and the end of the text;
// a word that ends in * stands for all words that begin so; a lone # is a
// number; a lone … is up to eight words. In kickers and badges a phrase is all that
// stands between two dividing signs (| / : · –), unless … opens or closes it. Case, accents and punctuation do not
// count, except that a phrase never runs over the end of a sentence. Chinese,
// Japanese kanji and hiragana, Korean and Thai are matched by character, since
// their words are not (or not reliably) parted by spaces; all others by word.
package vocab

import (
	"cmp"
	"slices"
	"strings"
)

// Place says where on a page a text stands. A phrase counts only in its places,
// which is what keeps short words from being found in prose.
type Place uint16

// The places.
const (
	Kicker  Place = 1 << iota // the short line over the headline, a section label shown with it
	Byline                    // the line that names authors, sources or a credit at the article's end
	Note                      // a sentence or paragraph about the article, before, after or in it
	Badge                     // a short mark beside headline or teaser
	Footer                    // a link or line in the footer of article or page
	Caption                   // a caption or credit line
	Date                      // a date line
	Line                      // a line of its own amid the text: furniture
	Name                      // what is read as a name: of a person, a role, a house
)

var placeNames = []string{"kicker", "byline", "note", "badge", "footer", "caption", "date", "line", "name"}

func (p Place) String() string {
	var on []string
	for i, n := range placeNames {
		if p&(1<<i) != 0 {
			on = append(on, n)
		}
	}
	return strings.Join(on, ",")
}

// Row is one row of a vocabulary file.
type Row struct {
	Lang   string
	Kind   Kind
	Value  string // what follows the kind's colon: a policy's property, a month's number
	Place  Place
	Phrase string // as written in the file
	Seen   string
}

// Hit is a phrase found in a text.
type Hit struct {
	*Row
	Start, End int // bytes of the text, without the spaces and signs around the phrase
	From, To   int // the words of the text: from From, up to but not including To
	Words      int // how many words the text has in all
}

// Whole reports whether the phrase is all there is in the text.
func (h Hit) Whole() bool { return h.From == 0 && h.To == h.Words }

// Matcher finds the phrases of all loaded files. It never changes once loaded
// and may be used by any number of goroutines.
type Matcher struct {
	rows    []Row
	phrases []phrase
	langs   []string
	opens   [maxLangs + 1]func() *opening // by language, and for all of them; made when first asked for
}

// Words is the part of a Matcher that holds for text of one language.
type Words struct {
	m     *Matcher
	langs uint64
	opens *opening
}

// For gives the words that count in text of the language lang (a BCP 47 tag):
// its own, those of no one language, and English ones, since English labels are
// printed everywhere. Where the language is unknown or has no file, all count.
func (m *Matcher) For(lang string) Words {
	if own := slices.Index(m.langs, baseLanguage(lang)); own >= 0 {
		return Words{m: m, langs: m.with(own), opens: m.opens[own]()}
	}
	return m.All()
}

// with gives the languages that count in text of a language.
func (m *Matcher) with(own int) uint64 {
	langs := uint64(1) << own
	for i, l := range m.langs {
		if l == "mul" || l == "en" {
			langs |= 1 << i
		}
	}
	return langs
}

// All gives the words of every language.
func (m *Matcher) All() Words {
	return Words{m: m, langs: ^uint64(0), opens: m.opens[maxLangs]()}
}

// Languages lists the languages that have a file, sorted.
func (m *Matcher) Languages() []string {
	out := slices.DeleteFunc(slices.Clone(m.langs), func(l string) bool { return l == "mul" })
	slices.Sort(out)
	return out
}

// Rows gives the rows of the kinds asked for, those of the language first, then
// the others, each in the order of its file. It is for readers that build tables
// of their own (months, joiners) once and keep them.
func (w Words) Rows(kinds ...Kind) []Row {
	var out []Row
	for i := range w.m.rows {
		if w.langs&(1<<w.m.phrases[i].lang) != 0 && slices.Contains(kinds, w.m.rows[i].Kind) {
			out = append(out, w.m.rows[i])
		}
	}
	slices.SortStableFunc(out, func(a, b Row) int { return cmp.Compare(common(a.Lang), common(b.Lang)) })
	return out
}

func common(lang string) int {
	if lang == "en" || lang == "mul" {
		return 1
	}
	return 0
}

// sameBase holds language codes that one file serves.
var sameBase = map[string]string{"nb": "no", "nn": "no", "iw": "he", "in": "id", "mo": "ro", "zho": "zh", "yue": "zh"}

func baseLanguage(tag string) string {
	base, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	base = strings.ToLower(base)
	if b, ok := sameBase[base]; ok {
		return b
	}
	return base
}
