package letters

import (
	"unicode"
	"unicode/utf8"

	"copydesk/normalize/lexicon"
)

// kind tells what a token is to its neighbours.
type kind uint8

const (
	word   kind = iota // a run of letters, and of marks where letters are marked
	gap                // no letters at all: two spaces where one would do
	bound              // the border of a sentence or paragraph
	comma              // a comma, or a dash that parts
	number             // a run with digits
)

// token is a word or what parts words. Its key lies in the scanner's keys.
type token struct {
	kind       kind
	start, end int // bytes in the text
	key, keyTo int // bytes in keys
	hash       uint64
	near       lexicon.Neighbour // as its neighbours see it
	upper      int               // capitals in it
	letters    int               // letters in it
	marks      int               // marks in it
	foreign    int               // letters outside ASCII in it
	elided     bool              // an apostrophe and a letter follow
	bound      bool              // an apostrophe or hyphen stands directly before or after
	keep       bool              // part of an address, a handle, code: never touched
}

// scanner cuts text into tokens.
type scanner struct {
	marked  func(r rune) bool // which runes stand where letters were; may be nil
	turkish bool
	tokens  []token
	keys    []byte
}

func isLetter(r rune) bool {
	if r < 0x80 {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return r >= 0xaa && unicode.IsLetter(r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' }

// scan appends the tokens of text[from:to].
func (s *scanner) scan(text string, from, to int) {
	chunk := from // start of the run without spaces that we are in
	first := len(s.tokens)
	keep := false
	closeChunk := func() {
		if keep {
			for i := first; i < len(s.tokens); i++ {
				s.tokens[i].keep = true
			}
		}
		first, keep = len(s.tokens), false
	}
	i := from
	for i < to {
		r, n := rune(text[i]), 1
		if r >= 0x80 {
			r, n = utf8.DecodeRuneInString(text[i:to])
		}
		if isLetter(r) || s.stands(r) {
			i = s.word(text, i, to)
			continue
		}
		switch {
		case r == ' ' || r == '\u00a0' || r == '\t':
			closeChunk()
			j := i + n
			for j < to && text[j] == ' ' {
				j++
			}
			if r == ' ' && j-i == 2 && j < to && text[j] != '\n' || r == ' ' && j-i == 1 && (i == from || text[i-1] == '\n') {
				s.push(token{kind: gap, start: i, end: j})
			}
			i = j
			chunk, first = i, len(s.tokens)
			continue
		case r == '\n' || r == '\r':
			closeChunk()
			s.push(token{kind: bound, start: i, end: i + n})
			if last := &s.tokens[len(s.tokens)-1]; r == '\n' {
				last.start, last.end = i, i+n // the end of the line tells more than the sign before it
			}
			chunk = i + n
		case r == '.' || r == '!' || r == '?' || r == ':' || r == ';' || r == '…':
			if r == '.' && i+n < to && isASCIILetter(text[i+n]) && i > chunk && isASCIILetter(text[i-1]) && isLower(text[i+n]) {
				keep = true // a host or a file name
			}
			s.push(token{kind: bound, start: i, end: i + n})
		case r == ',' || r == '–' || r == '—' || r == '(' || r == ')':
			s.push(token{kind: comma, start: i, end: i + n})
		case '0' <= r && r <= '9':
			j := i + 1
			for j < to && ('0' <= text[j] && text[j] <= '9' || isASCIILetter(text[j]) || text[j] == '.' && j+1 < to && '0' <= text[j+1] && text[j+1] <= '9') {
				j++
			}
			s.push(token{kind: number, start: i, end: j, keep: true})
			i = j
			continue
		case r == '@' || r == '_' || r == '\\' || r == '=' || r == '#' || r == '<' || r == '>' || r == '{' || r == '}' || r == '|' || r == '`' || r == '/' && (i > from && text[i-1] == '/' || i+1 < to && text[i+1] == '/'):
			keep = true
		}
		i += n
	}
	closeChunk()
}

// stands says whether the rune stands for a letter. A question mark at the end
// of a word may be punctuation: that is for the reader of the word to decide.
func (s *scanner) stands(r rune) bool { return s.marked != nil && s.marked(r) }

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isLower(c byte) bool       { return 'a' <= c && c <= 'z' }

func (s *scanner) word(text string, i, to int) int {
	t := token{kind: word, start: i, key: len(s.keys)}
	if i > 0 {
		if c := text[i-1]; c == '-' || c == '\'' {
			t.bound = true
		} else if c >= 0x80 {
			r, _ := utf8.DecodeLastRuneInString(text[:i])
			t.bound = isApostrophe(r) || r == '‐' || r == '‑'
			t.keep = unicode.IsSymbol(r) && r != utf8.RuneError // "€\uFFFDs": what is left of a character read in the wrong code page
		} else if '0' <= c && c <= '9' {
			t.keep = true
		}
	}
	for i < to {
		r, n := rune(text[i]), 1
		if r >= 0x80 {
			r, n = utf8.DecodeRuneInString(text[i:to])
		}
		switch {
		case r < 0x80 && isASCIILetter(byte(r)):
			if r < 'a' {
				t.upper++
				if s.turkish && r == 'I' {
					t.foreign++
					break
				}
			}
			s.keys = append(s.keys, byte(r)|0x20)
			t.letters++
		case r >= 0x80 && isLetter(r):
			if s.turkish && r == 'İ' {
				s.keys = append(s.keys, 'i')
			}
			if unicode.IsUpper(r) {
				t.upper++
			}
			t.foreign++
			t.letters++
		case r >= 0x80 && unicode.Is(unicode.Mn, r):
			t.foreign++
		case s.stands(r):
			t.marks++
		case '0' <= r && r <= '9':
			t.keep = true
		default:
			goto done
		}
		i += n
	}
done:
	t.end, t.keyTo = i, len(s.keys)
	t.hash = lexicon.Hash(s.keys[t.key:t.keyTo])
	if i < to {
		c := text[i]
		if c == '-' {
			t.bound = true
		} else if c == '\'' || c >= 0x80 {
			r, n := utf8.DecodeRuneInString(text[i:to])
			if isApostrophe(r) && i+n < to {
				t.bound = true
				q, _ := utf8.DecodeRuneInString(text[i+n : to])
				t.elided = isLetter(q)
			}
		}
	}
	t.near = lexicon.NeighbourOf(s.keys[t.key:t.keyTo], t.hash, t.elided)
	t.near.Shape = t.shape()
	s.push(t)
	return i
}

// shape tells a name or the first word of a sentence, and capitals throughout,
// from other words.
func (t *token) shape() uint32 {
	switch {
	case t.upper == 0:
		return lexicon.Lowered
	case t.upper > 1 && t.upper == t.letters:
		return lexicon.Shouted
	}
	return lexicon.Capitalised
}

func (s *scanner) push(t token) {
	if (t.kind == bound || t.kind == comma) && len(s.tokens) > 0 {
		if last := s.tokens[len(s.tokens)-1].kind; last == bound || last == t.kind {
			return
		}
	}
	s.tokens = append(s.tokens, t)
}

// neighbour gives the traits of token i, or of the border of the text.
func (s *scanner) neighbour(i int) lexicon.Neighbour {
	if i < 0 || i >= len(s.tokens) {
		return mark(lexicon.Bound)
	}
	t := &s.tokens[i]
	switch t.kind {
	case gap:
		return mark(lexicon.Gap)
	case bound:
		return mark(lexicon.Bound)
	case comma:
		return mark(lexicon.Comma)
	case number:
		return mark(lexicon.Number)
	}
	return t.near
}

func mark(m uint32) lexicon.Neighbour { return lexicon.Neighbour{Word: m, End: m, Form: m, Shape: m} }

// context gives what stands around token i.
func (s *scanner) context(i int) lexicon.Context {
	return lexicon.Context{P2: s.neighbour(i - 2), P1: s.neighbour(i - 1), N1: s.neighbour(i + 1), N2: s.neighbour(i + 2)}
}

// between gives what stands around the space before token i.
func (s *scanner) between(i int) lexicon.Context {
	return lexicon.Context{P2: s.neighbour(i - 2), P1: s.neighbour(i - 1), N1: s.neighbour(i), N2: s.neighbour(i + 1)}
}
