// Train makes the models that judge blocks, from pages with known answers.
//
//	train -corpora DIR -out DIR          trains on all pages, for the weights that are checked in
//	train -corpora DIR -out DIR -folds   trains one set a fold, each on the sites outside it
//
// Figures printed are of blocks, under cross-validation by registrable domain.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"copydesk/extract/block"
	"copydesk/internal/gbdt"
)

func main() {
	corpora := flag.String("corpora", "../shared/eval/dev", "folder of corpora")
	names := flag.String("names", "aeb,aed,fundus,fundus-eval,wcxb,trafeval", "corpora to train on")
	out := flag.String("out", "build/models", "where models go")
	trees := flag.Int("trees", 100, "trees of the first look")
	flag.Parse()
	if err := run(*corpora, strings.Split(*names, ","), *out, *trees); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(dir string, names []string, out string, trees int) error {
	examples, err := readCorpora(dir, names)
	if err != nil {
		return err
	}
	t, err := readTable(dir, examples)
	if err != nil {
		return err
	}
	fmt.Printf("%d pages, %d blocks, %d features\n", len(examples), len(t.answers), len(block.FeatureNames()))
	return t.trainBody(out, gbdt.Params{Trees: trees, LearningRate: 0.12, MinLeafWeight: 30, FeatureFraction: 0.5, Seed: 1})
}

func save(dir, name string, m *gbdt.Model) error {
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
