package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"strings"
)

// languages are those of wordfreq that are written in Latin letters.
const languages = "en de es fr it pt nl sv nb da fi is pl cs sk sl sh hu ro tr ca lt lv id ms fil vi"

func main() {
	wf := flag.String("wordfreq", "", "folder of wordfreq's data")
	text := flag.String("text", "", "folder of unpacked packages")
	dicts := flag.String("dictionaries", "", "folder of unpacked dictionaries")
	out := flag.String("o", "lexicon.bin", "file to write")
	size := flag.Int("words", 160_000, "words a language")
	flag.Parse()
	log.SetFlags(0)
	corpora, err := readCorpora(*text)
	if err != nil {
		log.Fatal(err)
	}
	tags := strings.Fields(languages)
	p := newPacker(len(tags))
	var lists []*wordlist
	for _, tag := range tags {
		dict, err := readDictionary(*dicts, tag)
		if err != nil {
			log.Fatal(err)
		}
		w, err := readWords(*wf, tag, corpora[tag], dict)
		if err != nil {
			log.Fatal(err)
		}
		lists = append(lists, w)
	}
	for _, w := range lists {
		w.findNames(lists, corpora[w.tag])
	}
	for _, w := range lists {
		words := w.frequent(*size)
		fmt.Printf("%s: %d of %d words;", w.tag, len(words), len(w.freq))
		var weights []int8
		if c := corpora[w.tag]; c != nil && w.total > 20_000 && w.tag != "en" {
			t := newTrainer(w, words)
			t.read(c, w.tag, 20<<20)
			bits := 17
			for 1<<bits < len(t.examples)*3/2 && bits < 20 {
				bits++
			}
			weights = t.learn(bits, 4)
		}
		before := len(p.body)
		p.language(w, words, weights)
		fmt.Printf("; %d KB\n", (len(p.body)-before)>>10)
	}
	at, bits := p.frequent(lists, 1500)
	if err := os.WriteFile(*out, p.bytes(at, bits), 0o644); err != nil {
		log.Fatal(err)
	}
}
