package letters

import "regexp"

// "March" in a French text that lost its letters is "Marché", but not before a day
// and a year. dayAndYear is what follows a month in a date as Americans write it.
var dayAndYear = regexp.MustCompile(`^ [0-3]?[0-9], [12][0-9]{3}\b`)

// datesInEnglish says whether a token is the month of a date that is written in
// English, as under a post that a text of another language shows.
func (d *document) datesInEnglish(j int, key []byte) bool {
	t := &d.tokens[j]
	return t.upper == 1 && grammar()[words{"en", "month"}].keys[string(key)] && dayAndYear.MatchString(d.text[t.end:])
}
