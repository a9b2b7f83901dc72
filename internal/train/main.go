// Train makes the models that judge blocks and standfirsts, from pages with known
// answers: those of the corpora, and the project's golden pages as far as an
// editor wrote down what to expect of them.
//
//	train -corpora DIR -out DIR
//
// DIR gets the weights learned from all pages and, in fold0, fold1 …, a set for
// each fold, learned on the sites outside it. What is checked in are those of all
// pages: body_*.txt in extract/block/weights, standfirst.txt in extract/label/standfirst/weights.
//
// Figures printed are of the corpora's blocks, under cross-validation by
// registrable domain. The same pages give the same weights, byte for byte.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"copydesk/extract/block"
)

func main() {
	corpora := flag.String("corpora", "../shared/eval/dev", "folder of corpora")
	names := flag.String("names", "aeb,aed,fundus,fundus-eval,wcxb,trafeval", "corpora to train on")
	pages := flag.String("goldens", "testdata/pages", "golden pages, whose expectations are learned from as well")
	out := flag.String("out", "build/models", "where models go")
	quick := flag.Bool("quick", false, "only the first look's figures, for trying features; nothing is written")
	seed := flag.Uint64("seed", 0, "another seed, to see how much of a difference is chance")
	flag.Parse()
	if err := run(*corpora, strings.Split(*names, ","), *pages, *out, *seed, *quick); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(dir string, names []string, pages, out string, seed uint64, quick bool) error {
	examples, err := readCorpora(dir, names)
	if err != nil {
		return err
	}
	own, err := readGoldens(pages)
	if err != nil {
		return err
	}
	examples = append(examples, own...)
	t, err := readTable(dir, examples)
	if err != nil {
		return err
	}
	fmt.Printf("%d pages, %d blocks, %d features\n", len(examples), len(t.answers), len(block.FeatureNames()))
	return t.trainBody(out, seed, quick)
}

func save(dir, name string, m io.WriterTo) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	f, err := os.Create(filepath.Join(dir, name))
	if err != nil {
		return err
	}
	if _, err := m.WriteTo(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
