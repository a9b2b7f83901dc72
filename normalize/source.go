package normalize

import "strings"

const (
	sourceBytes = 64 << 10 // of a text are read to tell whether it is source
	sourceLines = 8        // of fewer lines only the signs tell
	sourceRead  = 100      // lines that are looked at one by one
)

// isSource says whether a text as a whole is the source of a program, a style sheet or
// a list of settings: three lines in five are written as code is, or one sign in thirty
// is a brace or a semicolon. Nothing in it is damage that we could tell from its
// grammar. Seen in intact text: at most one line in two, of tutorials; they are prose.
func isSource(t string) bool {
	if len(t) > sourceBytes {
		t = t[:sourceBytes]
	}
	if n := strings.Count(t, "{") + strings.Count(t, "}") + strings.Count(t, ";"); n > 3 && 66*n > len(t) { // half of it may be indents
		signs, solid := 0, 0
		for line := range strings.Lines(t) {
			line = strings.TrimSpace(line)
			signs += braces(line)
			solid += len(line)
		}
		if signs > 3 && 33*signs > solid {
			return true
		}
	}
	return strings.ContainsAny(t, "{};=()") && written(t)
}

// written says whether the lines of a text are written as code is.
func written(t string) bool {
	lines, code := 0, 0
	for line := range strings.Lines(t) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if codeLine(line) {
			code++
		}
		if lines++; lines == sourceRead {
			break
		}
	}
	return lines >= sourceLines && 5*code >= 3*lines
}

// braces counts the braces and semicolons of a line. One that ends a character
// reference is none.
func braces(line string) int {
	n := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '{', '}':
			n++
		case ';':
			if !endsReference(line, i) {
				n++
			}
		}
	}
	return n
}

// endsReference says whether the semicolon line[i] ends a character reference.
func endsReference(line string, i int) bool {
	for i--; i >= 0 && (isNameByte(line[i]) || line[i] == '#' || line[i] == ';'); {
		i--
	}
	return i >= 0 && line[i] == '&'
}

// codeLine says whether a line is written as lines of programs are: it ends or begins
// as a statement does, or assigns something.
func codeLine(line string) bool {
	switch last := line[len(line)-1]; last {
	case '{', '}', '[', '\\', '(':
		return true
	case ';':
		return !endsReference(line, len(line)-1)
	case ',', ':':
		if n := len(line); n > 1 && strings.IndexByte("})]\"'", line[n-2]) >= 0 {
			return true
		}
	}
	for _, sign := range [...]string{" = ", " == ", " += ", " != ", "();", "->", "::", " := ", "=\""} {
		if strings.Contains(line, sign) {
			return true
		}
	}
	for _, head := range [...]string{"//", "/*", "*/", "#!", "#include", "#define", "#if", "#endif", "import ", "def ", "class ", "return", "else:", "try:", "self."} {
		if strings.HasPrefix(line, head) {
			return true
		}
	}
	return false
}
