package block

import "unicode/utf8"

// stats are the counts taken from one block's text in one pass.
type stats struct {
	chars      float32 // code points
	words      float32 // runs between spaces; two ideographs count as a word
	commas     float32
	stops      float32 // ends of sentences
	digits     float32
	upper      float32
	quotes     float32
	breaks     float32 // lines beyond the first
	endsStop   bool    // the last sign ends a sentence, a quote after it allowed
	endsColon  bool
	startUpper bool
	cjk        bool
}

// sign says what a character is to the counts.
type sign uint8

const (
	plain sign = iota
	space
	newline
	digit
	capital
	comma
	stop
	quote
	ideograph
)

var asciiSigns = func() (t [utf8.RuneSelf]sign) {
	for c := range rune(utf8.RuneSelf) {
		switch {
		case c == ' ':
			t[c] = space
		case c == '\n':
			t[c] = newline
		case '0' <= c && c <= '9':
			t[c] = digit
		case 'A' <= c && c <= 'Z':
			t[c] = capital
		case c == ',' || c == ';':
			t[c] = comma
		case c == '.' || c == '!' || c == '?':
			t[c] = stop
		case c == '"':
			t[c] = quote
		}
	}
	return t
}()

func signOf(c rune) sign {
	switch {
	case 0xc0 <= c && c <= 0xde, 0x410 <= c && c <= 0x42f:
		return capital
	case c == '、' || c == '،' || c == '，':
		return comma
	case c == '。' || c == '…' || c == '؟' || c == '।' || c == '！' || c == '？':
		return stop
	case 0x201c <= c && c <= 0x201f || c == 0xab || c == 0xbb || c == '「' || c == '」':
		return quote
	case 0x3040 <= c && c <= 0x30ff || 0x3400 <= c && c <= 0x9fff || 0xac00 <= c && c <= 0xd7a3:
		return ideograph
	}
	return plain
}

func measure(s string) (st stats) {
	var count [ideograph + 1]int
	chars, words := 0, 0
	inWord := false
	var last rune
	for i := 0; i < len(s); chars++ {
		c, n := rune(s[i]), 1
		var is sign
		if c < utf8.RuneSelf {
			is = asciiSigns[c]
		} else {
			c, n = utf8.DecodeRuneInString(s[i:])
			is = signOf(c)
		}
		i += n
		count[is]++
		switch {
		case is <= newline && is != plain:
			inWord = false
			continue
		case is == capital && chars == 0:
			st.startUpper = true
		case is == quote && last != 0:
			continue // a closing quote does not hide the stop before it
		}
		last = c
		if !inWord {
			words++
			inWord = true
		}
	}
	ideographs := float32(count[ideograph])
	st.chars, st.words = float32(chars), float32(words)+ideographs/2
	st.commas, st.stops, st.digits = float32(count[comma]), float32(count[stop]), float32(count[digit])
	st.upper, st.quotes, st.breaks = float32(count[capital]), float32(count[quote]), float32(count[newline])
	st.cjk = ideographs*2 > st.chars
	switch last {
	case '.', '!', '?', '。', '…', '؟', '।', '！', '？':
		st.endsStop = true
	case ':', '：':
		st.endsColon = true
	}
	return st
}
