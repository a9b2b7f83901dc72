package letters

import (
	"regexp"
	"slices"
)

// months are how English writes them. "March" in a French text that lost its
// letters is "Marché", but not before a day and a year.
var months = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// dayAndYear is what follows a month in a date as Americans write it.
var dayAndYear = regexp.MustCompile(`^ [0-3]?[0-9], [12][0-9]{3}\b`)

// datesInEnglish says whether a token is the month of a date that is written in
// English, as under a post that a text of another language shows.
func (d *document) datesInEnglish(j int, key []byte) bool {
	t := &d.tokens[j]
	return t.upper == 1 && slices.Contains(months, string(key)) && dayAndYear.MatchString(d.text[t.end:])
}
