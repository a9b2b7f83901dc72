package letters

import "bytes"

// Lists of words are drawn from subtitles and chat, where people speak of
// themselves and to each other. The press speaks of others: beside a third
// person of the same verb ("señaló", "nemusí") a first or a second ("señalé",
// "nemusíš") is rarer than the list has it.

// What such a person pays, and what it gains behind its pronoun.
const (
	firstPerson = -1.5
	saidI       = 4
)

// persons are endings of the first or second person and of the third, by
// language: of verbs only, for in Polish nouns change as well ("decyzję", "decyzją").
var persons = map[string]struct {
	pronoun string
	ends    [][2]string
}{
	"es": {"yo", [][2]string{{"é", "ó"}, {"ré", "rá"}}},
	"it": {"io", [][2]string{{"rò", "rà"}}},
	"cs": {"ty", [][2]string{{"íš", "í"}, {"áš", "á"}, {"eš", "e"}, {"ěš", "ě"}}},
	"sk": {"ty", [][2]string{{"íš", "í"}, {"áš", "á"}, {"eš", "e"}}},
	"ca": {"jo", [][2]string{{"ré", "rà"}}},
	"pl": {"ja", [][2]string{{"aję", "ają"}, {"uję", "ują"}, {"ędę", "ędą"}, {"jdę", "jdą"}, {"chcę", "chcą"}, {"ieszę", "ieszą"}, {"obię", "obią"}, {"idzę", "idzą"}}},
}

// weighPersons weighs the readings of token j that are such persons.
func (d *document) weighPersons(j int) {
	p, ok := persons[d.tag]
	if !ok || len(d.readings) < 2 {
		return
	}
	weight := firstPerson
	if d.hasKey(j-1, p.pronoun) || d.hasKey(j-2, p.pronoun) { // "yo no entré"
		weight = saidI
	}
	for _, ends := range p.ends {
		for i := range d.readings {
			stem, ok := bytes.CutSuffix(d.form(i), []byte(ends[0]))
			if ok && d.hasForm(stem, ends[1]) {
				d.readings[i].score += weight
			}
		}
	}
}

// hasKey says whether a token is a word with that key.
func (d *document) hasKey(j int, key string) bool {
	if j < 0 {
		return false
	}
	t := &d.tokens[j]
	return t.kind == word && string(d.keys[t.key:t.keyTo]) == key
}

// hasForm says whether a stem with an ending is among the readings.
func (d *document) hasForm(stem []byte, end string) bool {
	for i := range d.readings {
		if f := d.form(i); len(f) == len(stem)+len(end) && bytes.HasPrefix(f, stem) && string(f[len(stem):]) == end {
			return true
		}
	}
	return false
}

// form is a reading in small letters.
func (d *document) form(i int) []byte {
	r := &d.readings[i]
	return d.forms[r.from:r.to]
}
