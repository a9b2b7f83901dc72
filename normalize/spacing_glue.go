package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// glue looks at the sign that ends a sentence, text[at], and reports the space
// that is missing after it ("end.Next", "end.“Next", "end.”Next").
func (s *spacer) glue(at int) {
	t := s.text
	if at+1 >= len(t) || at == 0 || byteClass[t[at+1]] == byteSpace || byteClass[t[at+1]] == bytePunct {
		return
	}
	if at+1 < len(t) && '0' <= t[at+1] && t[at+1] <= '9' {
		return // a decimal, a version, the number of a note
	}
	split := at + 1
	r, n := utf8.DecodeRuneInString(t[split:])
	if isQuoteMark(r) || r == '(' || r == '¿' || r == '¡' {
		if r == '«' && split+n < len(t) && !s.field.marks(s.doc).closes(t, split) {
			// « mot », in the manner of French
			if size := spaceAfter(t, split+n); size > 0 {
				n += size
			}
		}
		if s.field.marks(s.doc).closes(t, split) {
			split += n
		}
		after := at + 1 + n
		if after >= len(t) {
			return
		}
		r, _ = utf8.DecodeRuneInString(t[after:])
		if !unicode.IsUpper(r) {
			return
		}
		s.part(at, split, after)
		return
	}
	if unicode.IsUpper(r) {
		s.part(at, split, split)
	}
}

// part reports a space at split, if the word before the sign text[at] ends a
// sentence and the one at next begins one.
func (s *spacer) part(at, split, next int) {
	t := s.text
	before := t[:at]
	last, size := utf8.DecodeLastRuneInString(before)
	for strings.ContainsRune("”’»\")", last) && size > 0 {
		before = before[:len(before)-size]
		last, size = utf8.DecodeLastRuneInString(before)
	}
	end := len(before)
	start, _ := wordAround(t, end, end)
	first := t[start:end]
	_, nextEnd := nextWord(t, next)
	second := t[next:nextEnd]
	sure := 0.0
	if unicode.IsDigit(last) {
		number := strings.TrimRight(before, "0123456789")
		if len(before)-len(number) > 1 && (number == "" || byteClass[number[len(number)-1]] == byteSpace) && s.begins("a", second, nextEnd) && (nextEnd >= len(t) || !joinsName(t, nextEnd)) {
			sure = 0.93 // a year, mostly; not sha256.Sum
		}
	} else {
		sure = s.sentences(first, second, start, nextEnd)
		if sure > 0 && (t[at] != '.' || next > at+1) {
			sure = max(sure, 0.94) // no name has such signs in it
		}
	}
	if sure == 0 {
		return
	}
	s.line.around(t, at)
	if s.line.code {
		return
	}
	s.field.report(split, split, " ", sure, "no space between sentences")
}

// sentences gives how sure it is that one word ends a sentence and the next
// begins another, and that both are no name with a dot in it.
func (s *spacer) sentences(first, second string, start, end int) float64 {
	t := s.text
	if utf8.RuneCountInString(first) < 2 || !s.begins(first, second, end) || end < len(t) && joinsName(t, end) {
		return 0
	}
	if start > 0 && strings.IndexByte("._/@#&=~$%(\\", t[start-1]) >= 0 {
		return 0
	}
	if small(second) == first || len(second) > 3 && strings.Contains(first, small(second)) || s.doc.code() && (end >= len(t) || t[end] != ' ') {
		return 0 // context.Context, item.Name;
	}
	if last, _ := utf8.DecodeLastRuneInString(first); !unicode.IsLower(last) && !caseless(last) {
		return 0 // an acronym: U.S.Army
	}
	if _, ending := endings[small(latinPart(second))]; ending {
		return 0
	}
	if k := s.doc.know(); k.found && humped(second) && k.doc[second] < 2 {
		return 0 // events.ConsoleLogger
	}
	r, _ := utf8.DecodeRuneInString(first)
	if unicode.IsLower(r) || caseless(r) {
		if names := fact(s.doc, findDotted); names[t[start:end]] > 1 || names[first+"."] > 0 {
			return 0 // stream.Readable, again and again; and stream.Duplex beside it
		}
		if utf8.RuneCountInString(first) < 3 && !s.doc.know().isWord(first) {
			return 0
		}
		return 0.96
	}
	// A name before the sign: Booking.Com, System.Out. The word after it must
	// be known to begin sentences or to stand inside them.
	if fact(s.doc, findDotted)[t[start:end]] > 1 {
		return 0
	}
	if namespace(first) && fact(s.doc, findDotted)[first] > 1 {
		return 0 // ScriptForge.Dialog, ScriptForge.Menu
	}
	if strings.Contains(string(fact(s.doc, findUnderscored)), small(first)+"_"+small(second)) {
		return 0 // Totem.Object, which is totem_object in programs
	}
	k := s.doc.know()
	if k.doc[small(second)] > 0 || k.frequency(small(second)) < commonWord {
		return 0.95
	}
	if k.doc[second] > 1 {
		return 0.92
	}
	if end+1 < len(t) && (t[end] == ' ' || t[end] == ',' && t[end+1] == ' ' || strings.HasPrefix(t[end:], "'") || strings.HasPrefix(t[end:], "’")) {
		return 0.91
	}
	return 0.6
}

// underscored is what the fields have with an underscore in it, as programs name
// things; of a text with very many of them the first.
type underscored string

const mostUnderscored = 64 << 10

func findUnderscored(d *doc) underscored {
	var b strings.Builder
	for i := range d.fields {
		t := d.fields[i].text
		for end := 0; b.Len() < mostUnderscored; {
			at := strings.IndexByte(t[end:], '_')
			if at < 0 {
				break
			}
			at += end
			from := end + strings.LastIndexAny(t[end:at], " \n\t") + 1
			if end = len(t); at < len(t) {
				if n := strings.IndexAny(t[at:], " \n\t"); n >= 0 {
					end = at + n
				}
			}
			b.WriteString(t[from:end])
			b.WriteByte('\n')
		}
	}
	return underscored(b.String())
}

// latinPart gives the ASCII letters that a word begins with, where a script without
// spaces follows them ("i-Connect.Net로"), else the word.
func latinPart(word string) string {
	if i := nextHigh(word, 0); i > 0 && i < len(word) && caseless(firstRune(word[i:])) {
		return word[:i]
	}
	return word
}

// dotted counts the names with a dot in them that the document may have: words
// glued by one; the first words by themselves where they have a capital; and,
// with the dot, those in small letters where one of their names recurs. A
// sentence's last word and the first of the next do not meet twice by chance.
type dotted map[string]int

func findDotted(d *doc) dotted {
	names := dotted{}
	for i := range d.fields {
		t := d.fields[i].text
		for at := 0; at < len(t); at++ {
			n := strings.IndexByte(t[at:], '.')
			if n < 0 {
				break
			}
			at += n
			start, _ := wordAround(t, at, at)
			next, end := nextWord(t, at+1)
			if next != at+1 || end == next || start == at {
				continue
			}
			names[t[start:end]]++
			switch {
			case unicode.IsUpper(firstRune(t[start:])):
				names[t[start:at]]++
			case names[t[start:end]] == 2:
				names[t[start:at+1]]++
			}
		}
	}
	return names
}

// namespace says whether a word is written as programs name their parts:
// ScriptForge, SFDialogs.
func namespace(word string) bool {
	first, n := utf8.DecodeRuneInString(word)
	second, k := utf8.DecodeRuneInString(word[n:])
	third, _ := utf8.DecodeRuneInString(word[n+k:])
	return humped(word) || unicode.IsUpper(first) && unicode.IsUpper(second) && unicode.IsUpper(third) && unicode.IsLower(lastRune(word))
}

// humped says whether a word has a capital after a small letter.
func humped(word string) bool {
	small := false
	for _, r := range word {
		if small && unicode.IsUpper(r) {
			return true
		}
		small = unicode.IsLower(r)
	}
	return false
}

// spaceAfter gives the size of the space, plain or no-break, at t[at].
func spaceAfter(t string, at int) int {
	for _, space := range [...]string{" ", "\u00A0", "\u202F"} {
		if strings.HasPrefix(t[at:], space) {
			return len(space)
		}
	}
	return 0
}

// commonWord is the frequency of words of which a text of a few thousand has one.
const commonWord = 100

// begins says whether the second word, which ends at the place, is written as
// the first of a sentence: one capital; a word of one letter; or, after a word
// of small letters, an acronym.
func (s *spacer) begins(first, second string, end int) bool {
	t := s.text
	r, n := utf8.DecodeRuneInString(second)
	if !unicode.IsUpper(r) {
		return false
	}
	if len(second) == n {
		if strings.HasPrefix(t[end:], "'") || strings.HasPrefix(t[end:], "’") {
			return true // C'est, L’été
		}
		return strings.ContainsRune("AEIKOSUVWZYÀÉÓВИКОСУЯ", r) && end+1 < len(t) && t[end] == ' ' && unicode.IsLower(firstRune(t[end+1:]))
	}
	if r, _ = utf8.DecodeRuneInString(second[n:]); unicode.IsLower(r) {
		return true
	}
	head, _ := utf8.DecodeRuneInString(first)
	return unicode.IsLower(head) && utf8.RuneCountInString(first) > 3 && !s.doc.code()
}

// joinsName says whether what follows a word at the place goes on with it, as
// in System.Out.println or Some.Call(x).
func joinsName(t string, at int) bool {
	switch t[at] {
	case '(', '_', '/', '@', '=', '\\':
		return true
	case '.', ':':
		return at+1 < len(t) && (byteClass[t[at+1]] == byteLetter || t[at] == '.' && t[at+1] >= '0' && t[at+1] <= '9') // 19.Jan.09
	case ')':
		return true
	}
	return t[at] >= '0' && t[at] <= '9'
}

func caseless(r rune) bool { return unicode.IsLetter(r) && !unicode.IsLower(r) && !unicode.IsUpper(r) }

// list looks at the comma text[at] and reports the space that is missing after
// it. Lists without any space (a,b,c) are meant so.
func (s *spacer) list(at int) {
	t := s.text
	if at == 0 || at+1 >= len(t) {
		return
	}
	next, _ := utf8.DecodeRuneInString(t[at+1:])
	prev, _ := utf8.DecodeLastRuneInString(t[:at])
	if !unicode.IsLower(prev) || !unicode.IsLetter(next) || caseless(next) {
		return
	}
	start, _ := wordAround(t, at, at)
	_, end := nextWord(t, at+1)
	if utf8.RuneCountInString(t[start:at]) < 2 || utf8.RuneCountInString(t[at+1:end]) < 2 {
		return
	}
	if start > 0 && t[start-1] > ' ' && !isQuoteMarkBefore(t, start) || end < len(t) && byteClass[t[end]] != byteSpace && byteClass[t[end]] != bytePunct {
		return
	}
	if end+1 < len(t) && t[end] == ',' && t[end+1] > ' ' {
		return
	}
	k := s.doc.know()
	if !k.isWord(small(t[start:at])) || k.doc[t[at+1:end]] < 2 && k.frequency(small(t[at+1:end])) >= commonWord {
		return
	}
	if s.line.around(t, at); !s.line.code && !s.line.tight && !s.listed(start, end) {
		s.field.report(at+1, at+1, " ", 0.92, "no space after a comma")
	}
}

// listed says whether the pair of words t[start:end] with a comma between them is a
// value of its own: in brackets or marks of quotation "(modifier,keycode)", behind
// an option "--debug abnormal,chat", or all of a line.
func (s *spacer) listed(start, end int) bool {
	t := s.text
	from := s.line.start
	before := strings.TrimRight(t[from:start], " \u00A0")
	if before == "" {
		return end == len(t) || t[end] == '\n' || t[end] == '\r'
	}
	opened := before != t[from:start] && strings.HasSuffix(before, "«") || before == t[from:start] && isQuoteMarkBefore(t, start) && t[start-1] != '-'
	if next := firstRune(strings.TrimLeft(t[end:], " \u00A0")); opened && (isQuoteMark(next) || next == ')') {
		return true
	}
	option := before[strings.LastIndexByte(before, ' ')+1:]
	return len(option) > 1 && option[0] == '-' && byteClass[option[len(option)-1]] == byteLetter
}

// setTight says whether the line is a list that is set without spaces, of single
// words for the most part: names that a game draws from (Ada,Ben Ali,Cora,Dan).
func setTight(line string) bool {
	items, tight, single := 0, 0, 0
	for item := range strings.SplitSeq(line, ",") {
		if items > 0 && item != "" && byteClass[item[0]] != byteSpace {
			tight++
		}
		items++
		if item = strings.TrimSpace(item); item != "" && !strings.Contains(item, " ") {
			single++
		}
	}
	return tight > 3 && 2*tight >= items-1 && 3*single >= 2*items
}

func isQuoteMarkBefore(t string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(t[:at])
	return isQuoteMark(r) || r == '(' || r == '-'
}
