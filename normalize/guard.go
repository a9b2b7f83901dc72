package normalize

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// guard knows which parts of a text no rule may touch: web and mail addresses,
// handles, file names, code. It looks at the piece between white space that an
// edit touches, only when an edit asks, and remembers the last one.
type guard struct {
	start, end int
	kind       bool
	fences     [][2]int // spans between marks of code
	fenced     bool     // fences have been looked for
}

// maxPiece is the longest piece between white space, in bytes, that is looked
// at as one. Longer ones are data or a script without spaces; only the part
// around the edit is read, so that cost stays linear.
const maxPiece = 512

// protects says whether text[start:end] touches a protected part.
func (g *guard) protects(text string, start, end int) bool {
	if !g.fenced {
		g.fences, g.fenced = fences(text), true
	}
	i, _ := slices.BinarySearchFunc(g.fences, start, func(f [2]int, at int) int { return f[1] - at - 1 })
	if i < len(g.fences) && end > g.fences[i][0] {
		return true
	}
	if g.end > 0 && start >= g.start && end <= g.end {
		return g.kind
	}
	from, to := piece(text, start, end)
	if strings.IndexFunc(text[from:to], unicode.IsSpace) >= 0 {
		// The edit covers white space: what stands on either side counts by itself.
		for part := range strings.FieldsSeq(text[from:to]) {
			if protectedPiece(part) {
				return true
			}
		}
		return false
	}
	g.start, g.end, g.kind = from, to, protectedPiece(text[from:to])
	return g.kind
}

// piece widens a span to the white space around it.
func piece(text string, start, end int) (int, int) {
	low, high := max(0, start-maxPiece), min(len(text), end+maxPiece)
	for start > low && text[start-1] > ' ' {
		start--
	}
	for end < high && text[end] > ' ' {
		end++
	}
	return start, end
}

// protectedPiece says whether a piece without white space is an address, a
// handle, a file name or code. What merely looks like one because two
// sentences are glued ("end.Next") is not: a name's parts must be joined by
// more than a dot, or end in a known way.
func protectedPiece(s string) bool {
	switch {
	case strings.Contains(s, "://"), strings.Contains(s, "www."), strings.HasPrefix(s, "mailto:"):
		return true
	case mailLike(s):
		return true
	}
	t := strings.TrimLeft(s, "(\"'“‘«„[")
	if len(t) > 1 && (t[0] == '@' || t[0] == '#') && (byteClass[t[1]] == byteLetter || t[1] >= utf8.RuneSelf) {
		return !strings.ContainsAny(t, "“”„«»\"")
	}
	return fileLike(strings.TrimRight(t, ".,;:!?)\"'”’»]")) || codeLike(t)
}

// mailLike finds name@host.tld.
func mailLike(s string) bool {
	at := strings.IndexByte(s, '@')
	return at > 0 && at+1 < len(s) && byteClass[s[at-1]] != bytePunct && strings.IndexByte(s[at:], '.') > 1
}

// fileLike finds host names, paths and file names: pieces of ASCII letters,
// digits, dots, hyphens and slashes that end in a known way.
func fileLike(s string) bool {
	host, _, slash := strings.Cut(s, "/")
	if slash && strings.Contains(host, ".") && endsKnown(host) {
		return true
	}
	if s == "" || !endsKnown(s) {
		return strings.Count(s, "/") > 2 || strings.Count(s, "\\") > 1
	}
	for _, r := range s {
		if r >= utf8.RuneSelf && !unicode.IsLetter(r) || r <= ' ' {
			return false
		}
	}
	return true
}

// endsKnown says whether the last part after a dot is an ending of a host or a
// file, written in small letters or all in capitals as those are.
func endsKnown(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	if dot <= 0 || dot == len(s)-1 || len(s)-dot > 9 {
		return false
	}
	_, known := endings[s[dot+1:]]
	return known
}

// codeLike finds pieces that only a program has: calls, arrows, operators,
// assignments of names with underscores.
func codeLike(s string) bool {
	return strings.Contains(s, "()") || strings.Contains(s, "::") || strings.Contains(s, "->") ||
		strings.Contains(s, "=>") || strings.Contains(s, "==") || strings.Contains(s, "${") ||
		strings.Contains(s, "</") || strings.Contains(s, "/>") || strings.Contains(s, "=\"")
}

// fences finds spans of code: between ``` lines, and between single backticks on one line.
func fences(text string) [][2]int {
	var out [][2]int
	for i := 0; i < len(text); {
		j := strings.IndexByte(text[i:], '`')
		if j < 0 {
			return out
		}
		j += i
		if strings.HasPrefix(text[j:], "```") && (j == 0 || text[j-1] == '\n') {
			end := strings.Index(text[j+3:], "\n```")
			if end < 0 {
				return out
			}
			end += j + 3 + 4
			out = append(out, [2]int{j, end})
			i = end
			continue
		}
		i = inlineCode(text, j, &out)
	}
	return out
}

// inlineCode notes `code` that begins at the backtick text[j] and gives where
// to go on. “quotes” in TeX's manner are none.
func inlineCode(text string, j int, out *[][2]int) int {
	if j+1 < len(text) && text[j+1] == '`' {
		return j + 2
	}
	end := strings.IndexAny(text[j+1:min(len(text), j+200)], "`\n'")
	if end <= 0 || text[j+1+end] != '`' {
		return j + 1
	}
	end += j + 2
	*out = append(*out, [2]int{j, end})
	return end
}

// endings are those of hosts and files that the press prints most. A language's
// own short words ("it", "es", "de", "no", "is", "be", "to", "me", "in", "at", "so")
// are left out where the piece has one dot only; see protectedPiece.
var endings = set("com org net edu gov mil info biz io co uk eu us ca au nz fr ch jp cn br ru ua pl cz se fi dk gr tr ie " +
	"tv fm ly ai app dev news online blog shop htm html php asp aspx jsp pdf doc docx xls xlsx ppt pptx txt md csv tsv json xml yaml yml " +
	"zip gz tar rar exe dll jpg jpeg png gif svg webp mp3 mp4 mov avi wav js ts py go rs java cpp hpp css sql sh bat ini cfg log " +
	"JPG JPEG PNG GIF PDF HTML TXT DOC XML CSV ZIP EXE MP3 MP4 COM ORG NET")

func set(words string) map[string]struct{} {
	m := map[string]struct{}{}
	for w := range strings.FieldsSeq(words) {
		m[w] = struct{}{}
	}
	return m
}
