// Command dumps trains the models by which the lines of a text dump are told
// apart, from pages with known answers.
//
//	dumps -eval DIR [-html DIR] [-goldens DIR] [-o WEIGHTS] [-folds DIR]
//
// Pages are put into five folds by registrable domain. The first glance's
// scores that the second one learns from come from models that have not seen
// the page's site; so do the figures and the weights of -folds. HTML pages are
// rendered as dumps; what their corpus does not know of them is read by the
// models of -html, the folder that internal/train wrote, that have not seen the
// site either.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"copydesk/internal/train/fold"
)

func main() {
	eval := flag.String("eval", "../shared/eval/dev", "folder of corpora")
	out := flag.String("o", "", "folder for the weights trained on all pages")
	foldDir := flag.String("folds", "", "folder for the weights of each fold: DIR/fold0 to DIR/fold4, each trained without that fold")
	html := flag.String("html", "", "folder of the models that internal/train wrote")
	from := flag.String("corpora", strings.Join(corpora, ","), "corpora to learn from")
	own := flag.String("goldens", "testdata/pages", "golden pages, the expectations of whose dumps are learned from as well")
	flag.Parse()
	if err := run(*eval, *html, *own, *out, *foldDir, strings.Split(*from, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "dumps:", err)
		os.Exit(1)
	}
}

func run(eval, html, own, out, foldDir string, from []string) error {
	by, err := readJudges(html)
	if err != nil {
		return err
	}
	examples, err := readExamples(eval, from, by)
	if err != nil {
		return err
	}
	more, err := readGoldens(own)
	if err != nil {
		return err
	}
	t := newTraining(append(examples, more...))
	if err := t.glance(0); err != nil {
		return err
	}
	t.setFirst()
	if err := t.glance(1); err != nil {
		return err
	}
	t.report(os.Stdout)
	for f := range fold.Count {
		if foldDir == "" {
			break
		}
		if err := t.write(fmt.Sprintf("%s/fold%d", foldDir, f), f); err != nil {
			return err
		}
	}
	if out != "" {
		if err := t.trainAll(); err != nil {
			return err
		}
		return t.write(out, fold.Count)
	}
	return nil
}
