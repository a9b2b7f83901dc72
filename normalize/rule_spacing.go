package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/normalize/letters"
)

// ruleSpacing parts what was glued and joins what was torn: a space before a
// full stop, sentences without a space between them, two spaces. Left alone: names and addresses with dots
// (.NET, Booking.Com), the spaces of French before ; : ! ?, columns, code.
var ruleSpacing = &rule{name: "spacing", cue: cuesSpacing, find: findSpacing}

const cuesSpacing = cueWide | cueBeforePunct | cueGlue

func findSpacing(d *doc) {
	for i := range d.fields {
		f := &d.fields[i]
		if f.cues&cuesSpacing == 0 {
			continue
		}
		s := spacer{doc: d, field: f, text: f.text}
		s.find()
	}
}

// spacer looks at the spacing of one field.
type spacer struct {
	doc   *doc
	field *field
	text  string
	line  line
}

func (s *spacer) find() {
	t := s.text
	for at := 0; at < len(t); at++ {
		c := t[at]
		if !spacingByte[c] {
			continue
		}
		switch c {
		case ' ':
			if at+1 < len(t) && byteClass[t[at+1]] == byteLetter {
				continue
			}
			at = s.run(at)
		case 0xC2:
			if at+1 < len(t) && t[at+1] == 0xA0 {
				at = s.run(at)
			}
		case '.', '!', '?':
			if s.field.kind == Prose {
				s.glue(at)
			}
		case ',':
			if s.field.kind == Prose {
				s.list(at)
			}
		}
	}
}

// spacingByte has the bytes at which find has something to look at.
var spacingByte = [256]bool{' ': true, 0xC2: true, '.': true, '!': true, '?': true, ',': true}

// run looks at white space inside a line that begins at the place and gives
// its last byte.
func (s *spacer) run(at int) int {
	t, end := s.text, at
	for end < len(t) {
		if t[end] == ' ' {
			end++
		} else if strings.HasPrefix(t[end:], "\u00A0") {
			end += 2
		} else {
			break
		}
	}
	if at == 0 || end == len(t) || t[at-1] == '\n' || t[end] == '\n' || t[end] == '\r' || t[at-1] == '\t' || t[end] == '\t' {
		return end - 1
	}
	switch {
	case s.beforeSign(at, end):
		if s.line.around(t, at); s.line.code {
			return end - 1
		}
		s.field.report(at, end, "", 0.95, "a space before "+t[end:end+1])
	case t[at:end] == " ":
	case end-at == 2 && t[at] != ' ': // one no-break space
		prev, n := utf8.DecodeLastRuneInString(t[:at])
		before, _ := utf8.DecodeLastRuneInString(t[:at-n])
		next, _ := utf8.DecodeRuneInString(t[end:])
		if unicode.IsLetter(prev) && unicode.IsLetter(before) && unicode.IsLetter(next) {
			s.field.report(at, end, " ", 0.92, "a no-break space between words")
		}
	case end-at <= 4 && !s.columns(at) && !s.line.code:
		s.field.report(at, end, " ", 0.95, "more than one space")
	}
	return end - 1
}

// columns says whether the line around the place is set in columns, where
// spaces are for looks: a run of more than three, or bars.
func (s *spacer) columns(at int) bool {
	s.line.around(s.text, at)
	return s.line.columns
}

// beforeSign says whether the white space t[at:end] must not stand before the
// sign that follows it.
func (s *spacer) beforeSign(at, end int) bool {
	t := s.text
	if end-at > 4 {
		return false // set in columns
	}
	switch t[end] {
	case '.', ',':
	case '!', '?', ';':
		if !spacesBeforeSigns(s.doc.language()) || s.doc.setsSigns() {
			return false
		}
	default:
		return false
	}
	if end+1 < len(t) && t[end+1] != ' ' && t[end+1] != '\n' && t[end+1] != '\r' && !startsWithClosing(t[end+1:]) {
		return false // .NET, ..., ?!
	}
	if t[end] == '.' && unicode.IsDigit(firstRune(strings.TrimLeft(t[end+1:], " "))) && unicode.IsDigit(lastRune(t[:at])) {
		return false // 3 . 5
	}
	if strings.HasPrefix(t[end+1:], " .") || strings.HasPrefix(t[end+1:], " ,") || end+3 < len(t) && t[end+1] == ' ' && t[end+2] == t[end] {
		return false // . . .
	}
	if t[end] == ';' && (end-at > 2 || strings.HasPrefix(t[end+1:], ")")) {
		return false // a comment beside its line of code; ;)
	}
	if t[end] != ',' && t[end] != ';' && !s.startsSentence(end+1) {
		return false // COPY . /app, "type ! to go on"
	}
	if s.spokenOf(at, end) {
		return false
	}
	prev, _ := utf8.DecodeLastRuneInString(t[:at])
	if t[end] == '.' && unicode.IsPunct(prev) && !strings.ContainsRune(")”’»\"%]", prev) {
		return false
	}
	return unicode.IsLetter(prev) || unicode.IsDigit(prev) || strings.ContainsRune(")”’»\"%]", prev)
}

// setsSigns says whether the document sets a space before ; ! ? again and
// again: the manner of French, also where another language is most of the text.
func (d *doc) setsSigns() bool {
	return bool(fact(d, func(d *doc) signsApart {
		apart, tight := 0, 0
		for i := range d.fields {
			t := d.fields[i].text
			for at := 1; at < len(t); at++ {
				switch {
				case t[at] != ';' && t[at] != '!' && t[at] != '?':
				case t[at-1] == ' ' || t[at-1] == 0xA0 || t[at-1] == 0xAF:
					apart++
				case byteClass[t[at-1]] == byteLetter:
					tight++
				}
			}
		}
		return apart > 3 && 2*apart >= tight
	}))
}

type signsApart bool

// startsSentence says whether what follows the sign before t[at] may begin a
// sentence: the line ends, or anything but a small letter or a path stands there.
func (s *spacer) startsSentence(at int) bool {
	rest := strings.TrimLeft(s.text[at:min(len(s.text), at+12)], " ")
	rest = strings.TrimLeft(rest, "([„“«\"")
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || !unicode.IsLower(r) && !strings.ContainsRune("/&|=<>-+*~$", r)
}

// spacesBeforeSigns says whether a space before ; ! ? is wrong in the language.
func spacesBeforeSigns(lang string) bool {
	tag, _, _ := strings.Cut(lang, "-")
	return tag != "" && tag != "und" && tag != "fr" && tag != "br" && tag != "oc"
}

func startsWithClosing(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("”’»\")", r)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// code says whether the document shows code: several lines that end as
// statements do.
func (d *doc) code() bool {
	return bool(fact(d, func(d *doc) showsCode {
		n := 0
		for i := range d.fields {
			n += letters.CodeSigns(d.fields[i].text)
		}
		return n >= letters.LeastCode
	}))
}

type showsCode bool

// line knows what is true of the line around a place, asked in ascending order.
type line struct {
	start, end    int
	known         bool
	columns, code bool
	tight         bool // a list set without spaces
}

func (l *line) around(t string, at int) {
	if l.known && at >= l.start && at < l.end {
		return
	}
	l.known = true
	l.start = strings.LastIndexByte(t[:at], '\n') + 1
	l.end = len(t)
	if n := strings.IndexByte(t[at:], '\n'); n >= 0 {
		l.end = at + n
	}
	s := t[l.start:l.end]
	l.columns, l.tight = setInColumns(s), setTight(s)
	l.code = strings.ContainsAny(s, "{}") || strings.Contains(s, ");") || strings.Contains(s, "();") ||
		strings.Contains(s, " = ") || strings.Contains(s, "==") || commented(s)
}

// commented says whether the line has a comment of code: // that is of no address.
func commented(line string) bool {
	for i := 0; i < len(line); {
		n := strings.Index(line[i:], "//")
		if n < 0 {
			return false
		}
		if i+n == 0 || line[i+n-1] != ':' {
			return true
		}
		i += n + 2
	}
	return false
}

// setInColumns says whether the line's spaces are for looks: a long run of
// them, a bar, or one run after the other in a short line ("Mon  9-5  Hall").
// Where two spaces end each sentence they follow its sign and do not count.
func setInColumns(line string) bool {
	if strings.Contains(line, " | ") || strings.Contains(line, "\t") {
		return true
	}
	runs, n, last := 0, 0, byte('.') // the run of spaces that we are in; the byte before it
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ':
			n++
		case c == 0xC2 && i+1 < len(line) && line[i+1] == 0xA0:
			i++
			n++
		default:
			if n > 1 && byteClass[last] != bytePunct {
				runs++
			}
			n, last = 0, c
		}
		if n > 3 {
			return true
		}
	}
	return runs > 2 && len(line) < 30*runs
}
