package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ruleQuote puts quotation marks on the side where they belong: a mark that
// opens where the quotation closes, a space before a closing mark, none after
// it, marks typed as “word” or ,,word“. Their style is the page's own and
// stays. Each line is read by itself, and a mark is only judged while a
// quotation is open, so quotations over several paragraphs, inches and
// apostrophes are left alone.
var ruleQuote = &rule{name: "quote", cue: cueQuote, find: findQuotes}

func findQuotes(d *doc) {
	for i := range d.fields {
		f := &d.fields[i]
		if f.cues&cueQuote == 0 {
			continue
		}
		low := strings.Contains(f.text, "„")
		for start := 0; start < len(f.text); {
			end := len(f.text)
			if n := strings.IndexByte(f.text[start:], '\n'); n >= 0 {
				end = start + n
			}
			q := quoter{doc: d, field: f, text: f.text, start: start, end: end, low: low}
			q.line()
			start = end + 1
		}
	}
}

// quoter reads the marks of one line.
type quoter struct {
	doc        *doc
	field      *field
	text       string
	start, end int
	pair       pair // the style of the quotation that is open
	open       bool
	low        bool // the field has „
	marks      int  // how many " the line has, once it was asked
	called     bool // is what stands between them data? Known with marks
	code       line
	tight      bool // no space stands inside its opening mark
	inside     int  // where its words begin, or that space
}

// pair is a style: which mark opens and which closes.
type pair struct{ opens, closes rune }

func (q *quoter) line() {
	t := q.text
	low := q.low && strings.Contains(t[q.start:q.end], "„") // then “ closes
	straight := 0
	for at := q.start; at < q.end; {
		c := t[at]
		if !quoteByte[c] {
			at++
			continue
		}
		switch {
		case c == '"':
			q.straight(at, &straight)
		case c == '`' && strings.HasPrefix(t[at:q.end], "``"):
			at = q.tex(at)
			continue
		case c == ',' && strings.HasPrefix(t[at:q.end], ",,"):
			q.commas(at)
		case c == 0xE2 && at+2 < q.end && t[at+1] == 0x80:
			switch r := 0x2000 + rune(t[at+2]&0x3F); r {
			case '„':
				q.mark(at, 3, r, pair{'„', q.closing()})
			case '“', '”':
				switch {
				case low:
					q.mark(at, 3, r, pair{'„', r})
				case q.open && q.pair.opens == '„':
				default:
					q.mark(at, 3, r, pair{'“', '”'})
				}
			}
			at += 3
			continue
		case c == 0xC2 && at+1 < q.end && (t[at+1] == 0xAB || t[at+1] == 0xBB):
			r := rune(t[at+1])
			q.mark(at, 2, r, q.guillemets())
			at += 2
			continue
		}
		at++
	}
}

// quoteByte has the bytes with which marks begin.
var quoteByte = [256]bool{'"': true, '`': true, ',': true, 0xE2: true, 0xC2: true}

// closing gives the mark that closes what „ opens, as the document writes it.
func (q *quoter) closing() rune {
	m := q.field.marks(q.doc)
	if m.closing['”'] > m.closing['“'] {
		return '”'
	}
	return '“'
}

// guillemets gives the style of « and », as the document writes them.
func (q *quoter) guillemets() pair {
	m := q.field.marks(q.doc)
	if n := m.opening['»'] + m.closing['«']; n > 2 && n > 3*(m.opening['«']+m.closing['»']) && reverses(q.doc.language()) {
		return pair{'»', '«'}
	}
	return pair{'«', '»'}
}

// reverses says whether books of the language write »so«.
func reverses(lang string) bool {
	tag, _, _ := strings.Cut(lang, "-")
	switch tag {
	case "fr", "es", "it", "pt", "ru", "uk", "be", "bg", "el", "nb", "no", "nn", "tr", "ar", "fa", "ca":
		return false
	}
	return true
}

// mark judges the mark r of n bytes at the place, as one of the pair.
func (q *quoter) mark(at, n int, r rune, p pair) {
	left, right := q.sides(at, n)
	switch {
	case !q.open || q.pair.opens != p.opens:
		if at > q.start && q.text[at-1] == '=' {
			return // lang=“en“: source that was typeset
		}
		if r == p.opens {
			q.open, q.pair, q.tight, q.inside = true, p, right, at+n
		} else if r == '”' && p.opens == '“' && !left && !right && q.field.marks(q.doc).opening[r] == 0 {
			q.strayed(at)
		}
	case r == p.opens && r != p.closes:
		q.reopened(at, n, r, left, right)
	case r == p.closes:
		q.closed(at, n, left, right)
	}
}

// sides says whether a word (or a sign that belongs to one) stands right
// before the mark, and right after it.
func (q *quoter) sides(at, n int) (left, right bool) {
	before, _ := utf8.DecodeLastRuneInString(q.text[q.start:at])
	after, _ := utf8.DecodeRuneInString(q.text[at+n : q.end])
	left = at > q.start && !unicode.IsSpace(before) && !strings.ContainsRune("([{—–-/=¿¡", before)
	right = at+n < q.end && !unicode.IsSpace(after)
	return left, right
}

// reopened judges an opening mark inside an open quotation. With a word before
// it, it closes.
func (q *quoter) reopened(at, n int, r rune, left, right bool) {
	after, _ := utf8.DecodeRuneInString(q.text[at+n : q.end])
	mark := string(q.pair.closes)
	if before, _ := utf8.DecodeLastRuneInString(q.text[q.start:at]); before == r {
		return // ««twice»»
	}
	if !left {
		// Another quotation, for the last one was not closed in this line; or, where
		// spaces stand inside the marks, « mot «, dit-il.
		if !q.tight && q.pair.opens == '«' && strings.ContainsRune(".,;:", after) {
			q.field.report(at, at+n, mark, 0.94, "closes the quotation opened before")
			q.open = false
		}
		q.tight, q.inside = right, at+n
		return
	}
	switch {
	case right && startsWord(after):
		q.field.report(at, at+n, mark+" ", 0.95, "closes the quotation opened before")
	case !right || unicode.IsPunct(after):
		q.field.report(at, at+n, mark, 0.95, "closes the quotation opened before")
	default:
		return
	}
	q.open = false
}

// closed judges a closing mark of the open quotation.
func (q *quoter) closed(at, n int, left, right bool) {
	q.open = false
	t := q.text
	after, _ := utf8.DecodeRuneInString(t[at+n : q.end])
	before, _ := utf8.DecodeLastRuneInString(t[q.start:at])
	if left && !q.tight {
		q.loose(at)
	}
	switch {
	case left && right && isCased(before) && isCased(after) && !q.known(at+n):
		// a suffix, as Turkish and Finnish hang on names: “Büro”nun
	case after == '“' && q.pair.opens == '„': // closed twice
	case after == '(' && (suffixing(q.doc.language()) || at+n+2 < q.end && t[at+n+1] >= '1' && t[at+n+1] <= '9' && t[at+n+2] == ')'):
		// an ending in two forms: “파일”(으)로; the section of a manual: “shred”(1)
	case right && startsPlural(t[at+n:q.end]): // «!»s
	case left && right && startsWord(after) && (isCased(before) || before < utf8.RuneSelf && unicode.IsPunct(before)):
		q.field.report(at+n, at+n, " ", 0.93, "no space after the closing mark")
	case unicode.IsSpace(before) && !q.tight && q.pair.opens == '«' && isCased(after):
		q.field.report(at+n, at+n, " ", 0.92, "no space after the closing mark")
	case unicode.IsSpace(before) && q.tight && q.pair.opens == '«' && !spacesBeforeSigns(q.doc.language()):
		// French sets a space there, whatever stands at the other end.
	case unicode.IsSpace(before) && q.tight && (!right || unicode.IsPunct(after) && !isQuoteMark(after)):
		from := q.start + len(strings.TrimRightFunc(t[q.start:at], unicode.IsSpace))
		if word, _ := utf8.DecodeLastRuneInString(t[q.start:from]); from > q.start && word != q.pair.opens && !strings.Contains(t[from:at], "\t") && !q.typed(from, at+n) {
			q.field.report(from, at, "", 0.95, "a space before the closing mark")
		}
	}
}

// startsPlural says whether an s by itself follows, which makes plurals.
func startsPlural(rest string) bool {
	return rest[0] == 's' && (len(rest) == 1 || letterAt(rest, 1) == 0)
}

// loose takes a space from behind the mark that opened a quotation whose closing
// mark at the place has none. Left alone: « mot», where the language sets spaces.
func (q *quoter) loose(at int) {
	words := strings.TrimLeft(q.text[q.inside:at], " ")
	if first, _ := utf8.DecodeRuneInString(words); !isCased(first) && !unicode.IsDigit(first) || q.pair.opens == '«' && !spacesBeforeSigns(q.doc.language()) {
		return
	}
	q.field.report(q.inside, at-len(words), "", 0.88, "a space behind the opening mark")
}

// strayed judges a closing mark with white space on both sides, of a quotation
// that was opened in a line before.
func (q *quoter) strayed(at int) {
	from := q.start + len(strings.TrimRightFunc(q.text[q.start:at], unicode.IsSpace))
	before, _ := utf8.DecodeLastRuneInString(q.text[q.start:from])
	if from < at && (isCased(before) || strings.ContainsRune(".,!?…", before)) {
		q.field.report(from, at, "", 0.91, "a space before the closing mark")
	}
}

// startsWord says whether a word, a bracket or another quotation begins so,
// in a script that has spaces there.
func startsWord(r rune) bool { return isCased(r) || strings.ContainsRune("([“„«", r) }

func isCased(r rune) bool { return unicode.IsUpper(r) || unicode.IsLower(r) }
