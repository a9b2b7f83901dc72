package extract

import (
	"context"
	"encoding/json"
	"html"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"copydesk/article"
	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/label/body"
	"copydesk/extract/page"
)

// Bounds on the data that is read from scripts.
const (
	minScriptData = 1 << 10
	maxScriptData = 4 << 20
	maxDataDepth  = 64
)

// proseRunes is the length from which a text in data passes for a paragraph.
const proseRunes = 60

// fromScripts reads an article that a page's scripts would show: the data that
// Next.js and its kin put beside an empty page. Such data holds a whole site's
// state, so only what stands under an object that carries this page's own
// headline is believed: there, the list or the markup with the most prose.
// Nothing is run; the data is read as JSON.
func fromScripts(ctx context.Context, doc *page.Document) []candidate {
	s := dataSearch{titles: titles(doc)}
	if len(s.titles) == 0 {
		return nil
	}
	for i := range doc.Nodes {
		n := &doc.Nodes[i]
		if n.Atom != atom.Script || n.FirstChild == nil {
			continue
		}
		src := n.FirstChild.Data
		if len(src) < minScriptData || len(src) > maxScriptData || ctx.Err() != nil {
			continue
		}
		for _, v := range scriptData(src) {
			s.walk(v, false, 0)
		}
	}
	if s.best == "" {
		return nil
	}
	return []candidate{{method: "script data", body: markupBody(ctx, s.best)}}
}

// titles gives the names of the page's article as data may repeat them.
func titles(doc *page.Document) []string {
	var out []string
	for _, m := range doc.Facts.Meta {
		if m.Name == "og:title" || m.Name == "twitter:title" {
			out = append(out, fold(m.Content))
		}
	}
	out = append(out, fold(doc.Facts.Title))
	return slices.DeleteFunc(out, func(s string) bool { return utf8.RuneCountInString(s) < 8 })
}

// mostOpenings is how many openings of one script are tried: code that is no data opens
// a brace at every function.
const mostOpenings = 8

// scriptData gives what a script holds as JSON: the script as a whole, what it
// assigns to names, and what it hands to calls, as in "queue.push({…})".
func scriptData(src string) []any {
	src = strings.TrimSpace(src)
	if strings.HasPrefix(src, "{") || strings.HasPrefix(src, "[") {
		v, _ := leadingJSON(src)
		return v
	}
	var found []any
	for range mostOpenings {
		at := openingBrace(src)
		if at < 0 {
			break
		}
		v, read := leadingJSON(src[at:])
		found = append(found, v...)
		src = src[at+max(read, 1):]
	}
	return found
}

// openingBrace finds the next brace behind an equals sign or an opening bracket, or -1.
func openingBrace(src string) int {
	for from := 0; ; {
		at := strings.IndexByte(src[from:], '{')
		if at < 0 {
			return -1
		}
		at += from
		before := strings.TrimRight(src[:at], " \n\t")
		if strings.HasSuffix(before, "=") || strings.HasSuffix(before, "(") {
			return at
		}
		from = at + 1
	}
}

// leadingJSON reads the value that a text begins with, and says how long it is.
func leadingJSON(src string) (v []any, read int) {
	d := json.NewDecoder(strings.NewReader(src))
	var one any
	if d.Decode(&one) != nil {
		return nil, 0
	}
	return []any{one}, int(d.InputOffset())
}

// dataSearch looks for the article in a script's data.
type dataSearch struct {
	titles []string
	best   string // its markup
	prose  int    // runes of prose in it
}

// walk looks at a value and what it holds. named says that an object around it
// carries the page's headline.
func (s *dataSearch) walk(v any, named bool, depth int) {
	if depth > maxDataDepth {
		return
	}
	switch v := v.(type) {
	case map[string]any:
		keys := sortedKeys(v)
		named = named || s.names(v)
		for _, k := range keys {
			if !slices.Contains(elsewhere, strings.ToLower(k)) {
				s.walk(v[k], named, depth+1)
			}
		}
	case []any:
		if named {
			s.take(listMarkup(v, depth))
		}
		for i := range v {
			s.walk(v[i], named, depth+1)
		}
	case string:
		if named && strings.Count(v, "<p") > 1 {
			s.take(v, utf8.RuneCountInString(v))
		}
	}
}

// elsewhere are keys whose values are never the article itself.
var elsewhere = []string{"related", "comments", "footer", "header", "navigation", "menu", "recommendations", "mostread", "translations", "messages"}

// names says whether an object carries the page's headline. A <title> may have the site's name behind it.
func (s *dataSearch) names(v map[string]any) bool {
	for _, held := range v {
		if t, ok := held.(string); ok && len(t) < 500 {
			if t = fold(t); utf8.RuneCountInString(t) >= 8 && slices.ContainsFunc(s.titles, func(title string) bool { return strings.HasPrefix(title, t) }) {
				return true
			}
		}
	}
	return false
}

func (s *dataSearch) take(markup string, prose int) {
	if prose > s.prose {
		s.best, s.prose = markup, prose
	}
}

// listMarkup gives a list's elements as markup, and how much prose they hold. A
// list with fewer than two paragraphs, or one of things that have titles and
// addresses of their own (teasers, other articles), is none.
func listMarkup(list []any, depth int) (string, int) {
	var b strings.Builder
	paragraphs, prose := 0, 0
	for _, e := range list {
		if o, ok := e.(map[string]any); ok && isTeaser(o) {
			return "", 0
		}
		text, tag := element(e, depth)
		if text == "" {
			continue
		}
		if n := utf8.RuneCountInString(text); n >= proseRunes {
			paragraphs++
			prose += n
		}
		b.WriteString("<" + tag + ">" + text + "</" + tag + ">\n")
	}
	if paragraphs < 2 {
		return "", 0
	}
	return b.String(), prose
}

func isTeaser(o map[string]any) bool {
	_, headline := o["headline"]
	_, title := o["title"]
	_, url := o["url"]
	_, slug := o["slug"]
	return (headline || title) && (url || slug)
}

// element gives the markup of one element of an article in data, and the tag it belongs in.
func element(e any, depth int) (markup, tag string) {
	tag = "div"
	if o, ok := e.(map[string]any); ok {
		kind, _ := o["type"].(string)
		if kind == "" {
			kind, _ = o["__typename"].(string)
		}
		kind = strings.ToLower(kind)
		for _, k := range elementTags {
			if strings.Contains(kind, k.word) {
				tag = k.tag
				break
			}
		}
		if tag == "" {
			return "", ""
		}
	}
	return strings.TrimSpace(markupOf(e, depth)), tag
}

// elementTags say what an element is by a word in its type; those without a tag are no text.
var elementTags = []struct{ word, tag string }{
	{"subhead", "h2"}, {"heading", "h2"}, {"crosshead", "h2"}, {"quote", "blockquote"}, {"code", "pre"},
	{"image", ""}, {"figure", ""}, {"gallery", ""}, {"video", ""}, {"embed", ""}, {"related", ""}, {"promo", ""},
	{"newsletter", ""}, {"advert", ""}, {"ad-", ""},
}

// textKeys are the keys under which an element keeps its text, the fullest form first.
var textKeys = []string{"html", "content", "children", "items", "text", "value", "body", "copy", "paragraph", "nodes", "model", "data"}

// markupOf gives the text of a value as markup.
func markupOf(v any, depth int) string {
	if depth > maxDataDepth {
		return ""
	}
	switch v := v.(type) {
	case string:
		if strings.Contains(v, "</") || strings.Contains(v, "&") {
			return v
		}
		return html.EscapeString(v)
	case []any:
		var b strings.Builder
		for i := range v {
			b.WriteString(markupOf(v[i], depth+1))
		}
		return b.String()
	case map[string]any:
		for _, k := range textKeys {
			if held, ok := v[k]; ok {
				if s := markupOf(held, depth+1); s != "" {
					return s
				}
			}
		}
	}
	return ""
}

// captionClass marks the words below a picture, which are no body.
var captionClass = page.ClassGroup("caption")

// markupBody reads an article's markup as the pages themselves are read. Where
// it has paragraphs, text that stands outside of any element is a mark for a
// script ("put an advertisement here").
func markupBody(ctx context.Context, markup string) []article.Block {
	doc, err := page.Parse(ctx, page.Source{Bytes: []byte("<!DOCTYPE html><body>" + markup)})
	if err != nil || doc.Media != page.HTML {
		return nil
	}
	in := &label.Input{Doc: doc, Blocks: block.Segment(doc)}
	in.Roles = make([]label.Role, len(in.Blocks))
	paragraphs := 0
	for i := range in.Blocks {
		if in.Blocks[i].Kind == block.Paragraph {
			paragraphs++
		}
	}
	body.Take(in, func(_ int, b *block.Block) bool {
		n := &doc.Nodes[b.Node]
		caption := b.Kind == block.Caption || n.Class.Has(captionClass) || doc.Nodes[n.Parent].Class.Has(captionClass)
		return !b.Hidden && !caption && (n.Atom != atom.Body || paragraphs < 2)
	})
	return body.Build(in)
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
