package normalize

import (
	"strings"
	"unicode"
)

// spokenOf says whether the sign at the end of the white space t[at:end] is a thing
// that the text speaks of, or part of a command: "lines begin with ; and are not read",
// "known as . here", "(expected , or =)", "git add .". A text that has lost the place
// of a sign has it behind a word that can end a clause.
func (s *spacer) spokenOf(at, end int) bool {
	t := s.text
	s.line.around(t, at)
	before := t[s.line.start:at]
	last := before[strings.LastIndexAny(before, " \u00A0")+1:]
	if _, leads := leadsOn[last]; leads {
		return true
	}
	if last != "" && (last[0] == '-' || strings.ContainsAny(last, "_$%\\=")) {
		return true // an option, a variable
	}
	if t[end] == '.' && !strings.Contains(before, " ") && (end+1 == len(t) || t[end+1] == '\n' || t[end+1] == '\r') {
		return true // a key's name, a path as all that a command is given
	}
	if t[end] == '.' && command(before) {
		return true
	}
	rest := t[end+1 : min(len(t), end+40)]
	if n := strings.IndexByte(rest, '\n'); n >= 0 {
		rest = rest[:n]
	}
	if words := strings.Fields(rest); len(words) > 1 {
		signs := strings.Trim(words[1], "=:.,<>{}[]()|&*/+") == "" && strings.ContainsAny(words[1], "=:<>{}[]()|&*/+")
		return signs && unicode.IsLower(firstRune(words[0]))
	}
	return false
}

// command says whether a line is a short one of small ASCII letters: no sentence.
func command(line string) bool {
	spaces := 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c >= 0x80 || 'A' <= c && c <= 'Z':
			return false
		case c == ' ':
			if spaces++; spaces > 1 {
				return false
			}
		}
	}
	return len(line) > 0 && byteClass[line[0]] == byteLetter
}

// leadsOn are words that end no clause: articles, words that join, and prepositions
// that need what they are put before.
var leadsOn = set("and or und oder och eller og lub nebo a an the of from into with " +
	"ein eine einen einem einer der dem den des vom zum zur mit " +
	"le la les un une du aux avec el los las una del al con il lo gli uno della um uma do da dos das com " +
	"een het met van en ett et med av z ze od do s se cu și ένα το του με")
