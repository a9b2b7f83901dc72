package dump

import (
	"embed"
	"fmt"
	"path"
	"strings"
	"sync"
)

// The words are features for the models, no more: a hit proves nothing by
// itself, so that short and ambiguous words are welcome here. What may decide a
// field by itself is looked up in package vocab.
//
//go:embed words/*.tsv
var wordFiles embed.FS

// cue is a sort of words that tells lines apart.
type cue uint8

// The sorts of words, as the files under words name them.
const (
	cueStop       cue = iota // the language's commonest words: prose is full of them, menus are not
	cueCredit                // who made a picture
	cueAgency                // agencies that pictures and texts come from
	cueGallery               // handles of pictures and galleries
	cueAdvert                // marks of advertising
	cueShare                 // share, print, save
	cueFollow                // follow us, get the app
	cueNewsletter            // newsletter boxes
	cueComment               // comments and their form
	cueRelated               // read more, most read, tags
	cueByline                // by, written by, reporter
	cuePublished             // published, updated
	cueReading               // reading times, "ago"
	cueSubscribe             // subscribe, log in, donate
	cueCookie                // consent and privacy
	cueLegal                 // copyright, contact, imprint
	cueNav                   // menus
	cueVideo                 // players
	cueMonth
	cueWeekday
	cueNote    // corrections, editor's notes, trust boxes
	cuePicture // what captions say: left, pictured, file photo
	cueSource  // where a text or a picture comes from
	cues
)

var cueNames = [cues]string{"stop", "credit", "agency", "gallery", "advert", "share", "follow", "newsletter", "comment",
	"related", "byline", "published", "reading", "subscribe", "cookie", "legal", "nav", "video", "month", "weekday", "note", "picture", "source"}

// lexicon is the words of all languages, by their first token.
type lexicon struct {
	phrases map[string][]phrase
	stop    map[string]uint64 // the languages a word is common in, one bit each
	langs   []string
}

type phrase struct {
	rest []string // tokens behind the first
	cue  cue
}

// words reads the word files once; they are part of the program, so a fault in one is a fault of the build.
var words = sync.OnceValue(func() *lexicon {
	l, err := readWords()
	if err != nil {
		panic(err)
	}
	return l
})

func readWords() (*lexicon, error) {
	l := &lexicon{phrases: map[string][]phrase{}, stop: map[string]uint64{}}
	kinds := map[string]cue{}
	for c, name := range cueNames {
		kinds[name] = cue(c)
	}
	files, err := wordFiles.ReadDir("words")
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		text, err := wordFiles.ReadFile(path.Join("words", f.Name()))
		if err != nil {
			return nil, err
		}
		lang := strings.TrimSuffix(f.Name(), ".tsv")
		l.langs = append(l.langs, lang)
		n := 0
		for row := range strings.Lines(string(text)) {
			n++
			if strings.HasPrefix(row, "#") {
				continue
			}
			kind, words, _ := strings.Cut(strings.TrimSpace(row), "\t")
			c, ok := kinds[kind]
			t := tokens(words, nil)
			if !ok || len(t) == 0 {
				return nil, fmt.Errorf("dump: words/%s line %d: want a kind and a phrase", f.Name(), n)
			}
			l.add(c, t, uint(len(l.langs)-1))
		}
	}
	return l, nil
}

func (l *lexicon) add(c cue, t []string, lang uint) {
	if c == cueStop {
		if len(t) == 1 {
			l.stop[t[0]] |= 1 << lang
		}
		return
	}
	for _, p := range l.phrases[t[0]] {
		if p.cue == c && equalTokens(p.rest, t[1:]) {
			return
		}
	}
	l.phrases[t[0]] = append(l.phrases[t[0]], phrase{t[1:], c})
}

func equalTokens(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// hits is what cues a line holds.
type hits struct {
	covered [cues]uint16 // tokens that phrases of the cue cover
	first   [cues]bool   // a phrase opens the line
	last    [cues]bool   // a phrase ends the line
}

// find looks the tokens of one line up.
func (l *lexicon) find(t []string) (h hits) {
	var until [cues]int
	for i, word := range t {
		for _, p := range l.phrases[word] {
			end := i + 1 + len(p.rest)
			if end > len(t) || end <= until[p.cue] || !equalTokens(p.rest, t[i+1:end]) {
				continue
			}
			h.covered[p.cue] += uint16(min(end-max(i, until[p.cue]), 1000))
			until[p.cue] = end
			h.first[p.cue] = h.first[p.cue] || i == 0
			h.last[p.cue] = h.last[p.cue] || end == len(t)
		}
	}
	return h
}
