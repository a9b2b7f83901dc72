package dump

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/extract/label/captions"
	"copydesk/extract/vocab"
)

// measures are the facts about one line by itself, most between 0 and 1.
type measures [measureCount]float32

const (
	mLen         = iota // log of the number of characters
	mTokens             // log of the number of words
	mWordLen            // mean length of a word
	mBullet             // an item of a list
	mBlanks             // empty lines before, 2 at most
	mAfter              // empty lines behind, 2 at most
	mUpper              // capitals among the letters
	mTitle              // words that begin with a capital
	mDigits             // digits among the characters
	mPunct              // commas and semicolons a word
	mStops              // sentence ends inside the line, 10 at most
	mEndStop            // ends as a sentence does
	mEndColon           // ends with a colon
	mEndQuote           // ends with a closing quote or bracket
	mQuestion           // ends with a question or exclamation mark
	mEllipsis           // ends with dots, cut off
	mStartLower         // begins with a small letter
	mStartQuote         // begins with a quote
	mStartDigit         // begins with a digit
	mStartSign          // begins with another sign
	mQuotes             // quote marks a word
	mBrackets           // brackets, 4 at most
	mPipe               // bars and middle dots that part items
	mSlash              // slashes between words
	mDash               // a dash between spaces
	mColon              // a colon inside
	mAt                 // an at sign or a hash
	mCopyright          // a copyright sign
	mURL                // a web address
	mClock              // a time of day
	mYear               // a year
	mDate               // a date in digits
	mGlue               // a small letter and a capital, or a full stop and a capital, without a space
	mSpaceless          // written without spaces
	mStopWords          // share of the language's commonest words
	mProse              // 1 for long sentences with such words: surely running text
	mRepeats            // other lines of the same words, 3 at most
	mUnique             // first of the lines with these words
	mDateline           // opens with a place before a dash
	mCreditEnd          // a picture's credit ends it
	mCreditOnly         // it is nothing but a credit
	mCapsStart          // opens with a word in capitals before others that are not
	mCueFirst           // from here: by cue, tokens covered (share), then by cue: 1 at the start, 2 at the end
	measureCount = mCueFirst + 2*int(cues)
)

var measureNames = func() (names [measureCount]string) {
	copy(names[:], []string{"len", "words", "word_len", "bullet", "blanks", "after", "upper", "title", "digits", "punct",
		"stops", "end_stop", "end_colon", "end_quote", "question", "ellipsis", "start_lower", "start_quote", "start_digit",
		"start_sign", "quotes", "brackets", "pipe", "slash", "dash", "colon", "at", "copyright", "url", "clock", "year",
		"date", "glue", "spaceless", "stop_words", "prose", "repeats", "unique",
		"dateline", "credit_end", "credit_only", "caps_start"})
	for c, name := range cueNames {
		names[mCueFirst+c] = name
		names[mCueFirst+int(cues)+c] = name + "_edge"
	}
	return names
}()

// measure fills in a line's measures, save those that need other lines.
func (l *line) measure(t []string, stop int, w vocab.Words) {
	m := &l.m
	m.signs(l.text, len(t))
	n := float32(max(1, len(t)))
	m[mTokens] = logOf(len(t))
	m[mBullet] = bit(l.bullet)
	m[mBlanks], m[mAfter] = float32(min(l.blanks, 2)), float32(min(l.after, 2))
	for c := range cues {
		m[mCueFirst+int(c)] = float32(l.hits.covered[c]) / n
		m[mCueFirst+int(cues)+int(c)] = bit(l.hits.first[c]) + 2*bit(l.hits.last[c])
	}
	m[mStopWords] = float32(stop) / n
	m[mCapsStart] = bit(opensInCapitals(l.text))
	if len(l.text) < 1200 {
		text, credit, parted := captions.PartCredit(w, l.text)
		if !parted {
			text, credit, parted = partGlued(l.text)
		}
		if !parted && l.isCredit() {
			text, credit, parted = "", l.text, true
		}
		m[mCreditEnd], m[mCreditOnly] = bit(parted && text != ""), bit(parted && text == "" && credit != "")
	}
	if m[mLen] > logOf(100) && m[mEndStop]+m[mEndQuote]+m[mStops] > 0 && (m[mStopWords] > 0.15 || m[mSpaceless] > 0) {
		m[mProse] = 1
	}
}

// signs counts what can be seen character by character.
func (m *measures) signs(text string, words int) {
	var runes, letters, upper, digits, commas, stops, quotes, brackets, pipes, slashes, glue, title, starts int
	var run, dense int // run: digits in a row
	prev, prev2 := ' ', ' '
	for _, r := range text {
		runes++
		switch {
		case unicode.IsLetter(r):
			letters++
			isUpper := unicode.IsUpper(r)
			if isUpper {
				upper++
				if unicode.IsLower(prev) || (prev == '.' && unicode.IsLower(prev2)) {
					glue++
				}
			}
			if spaceless(r) {
				dense++
			}
			if !unicode.IsLetter(prev) && !unicode.IsDigit(prev) && prev != '\'' && prev != '’' {
				starts++
				if isUpper {
					title++
				}
			}
		case r == ',' || r == ';' || r == '、' || r == '，' || r == '،':
			commas++
		case r == '"' || r == '“' || r == '”' || r == '„' || r == '«' || r == '»' || r == '‘' || r == '「' || r == '」' || r == '‚':
			quotes++
		case r == '(' || r == ')' || r == '[' || r == ']' || r == '（' || r == '）' || r == '【':
			brackets++
		case r == '|' || r == '·' || r == '•' || r == '›' || r == '»' || r == '▪' || r == '｜':
			pipes++
		case r == '/':
			slashes++
		case r == '©' || r == '®':
			m[mCopyright] = 1
		case r == '@' || r == '#':
			m[mAt] = 1
		case r == '。' || r == '！' || r == '？' || r == '।':
			stops++
		case r == ' ' && (prev == '.' || prev == '!' || prev == '?' || prev == '…') && prev2 != ' ':
			stops++
		case r == ' ' && (prev == '-' || prev == '–' || prev == '—') && prev2 == ' ':
			m[mDash] = 1
		case r == ' ' && prev == ':' || r == '：':
			m[mColon] = 1
		}
		run = m.number(r, prev, run, &digits)
		prev2, prev = prev, r
	}
	m.number(' ', prev, run, &digits)
	all := float32(max(1, runes))
	m[mLen] = logOf(runes)
	m[mWordLen] = all / float32(max(1, words))
	m[mUpper] = float32(upper) / float32(max(1, letters))
	m[mTitle] = float32(title) / float32(max(1, starts))
	m[mDigits] = float32(digits) / all
	m[mPunct] = float32(commas) / float32(max(1, words))
	m[mStops] = float32(min(stops, 10))
	m[mQuotes] = float32(quotes) / float32(max(1, words))
	m[mBrackets] = float32(min(brackets, 4))
	m[mPipe] = float32(min(pipes, 4))
	m[mSlash] = float32(min(slashes, 4))
	m[mGlue] = float32(min(glue, 3))
	m[mSpaceless] = bit(dense*2 > letters)
	m[mURL] = bit(strings.Contains(text, "http") || strings.Contains(text, "www.") || strings.Contains(text, ".com"))
	m.edges(text)
	m[mDateline] = bit(opensWithPlace(text))
}

// opensInCapitals sees what tabloids put before a caption: "FILE - ", "CRASH: The car …".
func opensInCapitals(text string) bool {
	end := strings.IndexAny(text, " :,")
	if end < 3 || end > 40 || end+4 > len(text) {
		return false
	}
	for _, r := range text[:end] {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return strings.ContainsFunc(text[end:], unicode.IsLower)
}

// opensWithPlace sees the datelines of agencies: "PARIS (AFP) - ", "Berlin – ", "ROME, May 3 — ". A name
// before a dash in the middle of a sentence looks alike; what tells is that words before the dash begin with capitals.
func opensWithPlace(text string) bool {
	at := -1
	for _, dash := range [...]string{" - ", " – ", " — ", ") ", "- "} {
		if k := strings.Index(text, dash); k > 2 && k < 60 && (at < 0 || k < at) {
			at = k
		}
	}
	if at < 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text)
	for _, w := range strings.Fields(text[:at]) {
		// "Frankfurt am Main" is a place; "The captain" is none.
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && len(w) > 3 {
			return false
		}
	}
	return unicode.IsUpper(first)
}

// number follows the digits of dates, years and times of day.
func (m *measures) number(r, prev rune, run int, digits *int) int {
	if '0' <= r && r <= '9' {
		*digits++
		if prev == ':' && m[mClock] == 0.5 {
			m[mClock] = 1
		}
		if run == 0 && (prev == '.' || prev == '/' || prev == '-') && m[mDate] == 0.5 {
			m[mDate] = 1
		}
		return run + 1
	}
	if run > 0 {
		if (r == ':' || r == '.' || r == 'h') && run <= 2 && m[mClock] == 0 && r == ':' {
			m[mClock] = 0.5 // a time, if digits follow
		}
		if (r == '.' || r == '/' || r == '-') && m[mDate] == 0 {
			m[mDate] = 0.5 // a date, if digits follow
		}
		if run == 4 && prev >= '0' && prev <= '9' {
			m[mYear] = 1
		}
	}
	return 0
}

// edges looks at the first and the last character.
func (m *measures) edges(text string) {
	runes := []rune(strings.TrimFunc(text, isGap))
	if len(runes) == 0 {
		return
	}
	switch first := runes[0]; {
	case unicode.IsLower(first):
		m[mStartLower] = 1
	case unicode.IsDigit(first):
		m[mStartDigit] = 1
	case strings.ContainsRune(`"“„«»‘‚「『'`, first):
		m[mStartQuote] = 1
	case !unicode.IsLetter(first):
		m[mStartSign] = 1
	}
	last := runes[len(runes)-1]
	if strings.ContainsRune(`"”“»«’)」』]）'`, last) {
		m[mEndQuote] = 1
		for k := len(runes) - 2; k >= 0 && k >= len(runes)-3; k-- {
			if strings.ContainsRune(".!?。", runes[k]) {
				m[mEndStop] = 1
			}
		}
	}
	switch last {
	case '.', '。', '!', '?', '！', '？', '…', '।', '۔', '؟':
		m[mEndStop] = 1
	case ':', '：':
		m[mEndColon] = 1
	}
	m[mQuestion] = bit(strings.ContainsRune("!?！？؟", last))
	m[mEllipsis] = bit(last == '…' || strings.HasSuffix(text, "..."))
}

func logOf(n int) float32 { return float32(math.Log1p(float64(n))) }

func bit(b bool) float32 {
	if b {
		return 1
	}
	return 0
}
