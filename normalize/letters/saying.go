package letters

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// Whoever is quoted is named behind the quotation, and before the name stands
// that they said it: "“…”, señaló Boric". Handbooks quote nobody, so contexts
// learned from them put a noun there ("señal"), a participle ("dclare" as
// "déclarée") or an infinitive ("wskaza" as "wskazać").

// sayings are endings that verbs of saying have behind a quotation, and what a
// reading with them gains there, or others lose.
var sayings = map[string][]struct {
	end    string
	weight float64
}{
	"es": {{"ó", 6}},
	"fr": {{"ée", -3}, {"ées", -3}, {"ça", -3}},
	"it": {{"ò", 2}},
	"pl": {{"ć", -6}},
}

// weighSaying weighs the readings of token j where it stands behind a quotation,
// or before one that a colon announces.
func (d *document) weighSaying(j int) {
	ends := sayings[d.tag]
	if len(ends) == 0 || len(d.readings) == 0 || !d.behindQuote(j) && !d.beforeQuote(j) {
		return
	}
	for i := range d.readings {
		for _, e := range ends {
			if bytes.HasSuffix(d.form(i), []byte(e.end)) {
				d.readings[i].score += e.weight
				break
			}
		}
	}
}

// behindQuote says whether a closing quotation mark and then a comma or a dash
// part the token from the word before; the Polish press opens with a dash instead.
func (d *document) behindQuote(j int) bool {
	k := j - 1
	for k >= 0 && (d.tokens[k].kind == comma || d.tokens[k].kind == bound) {
		k--
	}
	if k < 0 || k == j-1 {
		return false
	}
	between := d.text[d.tokens[k].end:d.tokens[j].start]
	if strings.Contains(between, "\n") {
		return false
	}
	if at := strings.IndexAny(between, "\"”»“'’"); at >= 0 && strings.ContainsAny(between[at:], ",–—") {
		return true
	}
	return d.tag == "pl" && strings.ContainsAny(between, "–—") && d.openedByDash(j)
}

// openedByDash says whether the line of a token begins with a dash.
func (d *document) openedByDash(j int) bool {
	at := d.tokens[j].start
	line := d.text[strings.LastIndexByte(d.text[:at], '\n')+1:]
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, " "))
	return r == '–' || r == '—'
}

// beforeQuote says whether a colon and an opening quotation mark follow.
func (d *document) beforeQuote(j int) bool {
	rest, ok := strings.CutPrefix(d.text[d.tokens[j].end:], ":")
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \u00a0"))
	return ok && slices.Contains([]rune("\"“”«„‘"), r)
}
