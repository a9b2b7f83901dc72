package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// straight judges a mark that looks the same on both sides: by counting.
func (q *quoter) straight(at int, n *int) {
	*n++
	if *n%2 == 1 {
		left, right := q.sides(at, 1)
		q.tight, q.inside = right && !left, at+1
		return
	}
	left, right := q.sides(at, 1)
	if q.tight && left && right {
		q.glued(at)
		return
	}
	if !q.tight || left || right && !strings.ContainsRune(".,;:!?)", rune(q.text[at+1])) {
		return
	}
	if !q.paired() {
		return
	}
	from := q.start + len(strings.TrimRight(q.text[q.start:at], " "))
	if from < at && q.text[from-1] != '"' && !q.typed(from, at+1) {
		q.field.report(from, at, "", 0.92, "a space before the closing mark")
	}
}

// glued judges a straight mark that closes and has a word right after it.
func (q *quoter) glued(at int) {
	before, _ := utf8.DecodeLastRuneInString(q.text[q.start:at])
	start, end := nextWord(q.text, at+1)
	if start != at+1 || utf8.RuneCountInString(q.text[start:end]) < 2 || !isCased(firstRune(q.text[start:])) {
		return
	}
	if (isCased(before) && q.known(at+1) || strings.ContainsRune(".,!?", before)) && q.paired() {
		q.field.report(at+1, at+1, " ", 0.92, "no space after the closing mark")
	}
}

// known says whether the word at the place is one by itself, and no ending:
// the language hangs none on quoted names, or has the word. Short ones must be
// common words anyhow; "s" makes plurals (»int«s).
func (q *quoter) known(at int) bool {
	_, end := nextWord(q.text, at)
	word := q.text[at:end]
	k := q.doc.know()
	return !suffixing(k.lang) && utf8.RuneCountInString(word) > 3 || word != "s" && k.frequency(small(word)) < commonWord
}

// suffixing says whether the language may hang endings on a quoted name.
func suffixing(lang string) bool {
	tag, _, _ := strings.Cut(lang, "-")
	switch tag {
	case "tr", "az", "kk", "uz", "fi", "et", "hu", "eu", "ko", "ja", "":
		return true
	}
	return false
}

// paired says whether the straight marks of the line come in pairs, in prose.
func (q *quoter) paired() bool {
	if q.marks == 0 {
		q.marks = strings.Count(q.text[q.start:q.end], `"`)
		q.code.around(q.text, q.start)
		q.called = called(q.text[q.start:q.end])
	}
	return q.marks%2 == 0 && !q.code.code && !q.called && !q.doc.code()
}

// called says whether a straight mark follows an equals sign, or a bracket that a
// name opens: PS1="next? ", CONCAT("Hello ";A1), whose spaces are data.
func called(line string) bool {
	for at := 1; at < len(line); at++ {
		n := strings.IndexByte(line[at:], '"')
		if n < 0 {
			return false
		}
		at += n
		if c := line[at-1]; c == '=' || c == '(' && at > 1 && byteClass[line[at-2]] == byteLetter {
			return true
		}
	}
	return false
}

// typed says whether the quotation that ends at the place is to be typed as it is,
// with the space at its end: the space stands behind a colon or a number's
// abbreviation ("re: ", "quote No. "), or the text goes on to repeat the word.
func (q *quoter) typed(from, end int) bool {
	words := q.text[q.inside:from]
	switch last := words[strings.LastIndexByte(words, ' ')+1:]; last {
	case "no.", "nr.", "num.", "nº", "n.º", "No.", "Nr.", "Nº", "č.", "№":
		return true
	default:
		return last == words && (strings.HasSuffix(last, ":") || strings.HasPrefix(q.text[end:], " ("+last))
	}
}

// tex reads “word” typed as “word” in the manner of TeX, and gives where to go on.
func (q *quoter) tex(at int) int {
	t := q.text
	end := strings.Index(t[at:min(q.end, at+longestQuotation)], "''")
	if strings.HasPrefix(t[at:q.end], "```") || end < 3 || strings.Contains(t[at+2:at+end], "``") {
		return at + 2
	}
	if _, right := q.sides(at, 2); !right {
		return at + 2
	}
	q.field.report(at, at+2, "“", 0.95, "two backticks that open a quotation")
	q.field.report(at+end, at+end+2, "”", 0.95, "two apostrophes that close it")
	return at + end + 2
}

// commas reads „ typed as two commas, where the mark that closes follows.
func (q *quoter) commas(at int) {
	t := q.text
	left, right := q.sides(at, 2)
	after, _ := utf8.DecodeRuneInString(t[at+2 : q.end])
	if left || !right || !unicode.IsLetter(after) {
		return
	}
	rest := t[at+2 : min(q.end, at+longestQuotation)]
	switch end := strings.IndexAny(rest, "“”„'"); {
	case end < 1:
	case strings.HasPrefix(rest[end:], "''"):
		q.field.report(at, at+2, "„", 0.94, "two commas that open a quotation")
		q.field.report(at+2+end, at+4+end, string(q.closing()), 0.94, "two apostrophes that close it")
	case strings.HasPrefix(rest[end:], "“"), strings.HasPrefix(rest[end:], "”"):
		q.field.report(at, at+2, "„", 0.94, "two commas that open a quotation")
	}
}
