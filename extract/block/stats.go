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
	hash       uint64 // of the text (FNV-1a), for blocks that stand twice
}

func measure(s string) (st stats) {
	var ideographs float32
	inWord := false
	var last rune
	for i := 0; i < len(s); {
		c := rune(s[i])
		n := 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		st.chars++
		switch {
		case c == ' ':
			inWord = false
			continue
		case c == '\n':
			st.breaks++
			inWord = false
			continue
		case '0' <= c && c <= '9':
			st.digits++
		case 'A' <= c && c <= 'Z', 0xc0 <= c && c <= 0xde, 0x410 <= c && c <= 0x42f:
			st.upper++
			if st.chars == 1 {
				st.startUpper = true
			}
		case c == ',' || c == ';' || c == '、' || c == '،' || c == '，':
			st.commas++
		case c == '.' || c == '!' || c == '?' || c == '。' || c == '…' || c == '؟' || c == '।' || c == '！' || c == '？':
			st.stops++
		case c == '"' || 0x201c <= c && c <= 0x201f || c == 0xab || c == 0xbb || c == '「' || c == '」':
			st.quotes++
			if last != 0 {
				continue // a closing quote does not hide the stop before it
			}
		case 0x3040 <= c && c <= 0x30ff || 0x3400 <= c && c <= 0x9fff || 0xac00 <= c && c <= 0xd7a3:
			ideographs++
		}
		last = c
		if !inWord {
			st.words++
			inWord = true
		}
	}
	st.words += ideographs / 2
	st.cjk = ideographs*2 > st.chars
	switch last {
	case '.', '!', '?', '。', '…', '؟', '।', '！', '？':
		st.endsStop = true
	case ':', '：':
		st.endsColon = true
	}
	st.hash = 14695981039346656037
	for i := 0; i < len(s); i++ {
		st.hash = (st.hash ^ uint64(s[i])) * 1099511628211
	}
	return st
}
