package main

import (
	"runtime"
	"sync"

	"copydesk/extract/block"
	"copydesk/extract/page"
)

// table holds the blocks of all pages, one behind the other.
type table struct {
	examples []example
	docs     []*page.Document
	blocks   [][]block.Block
	start    []int    // of each page's rows
	answers  []answer // in the body?
	rows     []float32
	words    []int32 // of each block
	kept     []int   // the rows that the glance keeps
	sheets   []*block.Sheet
	pageOf   []int32
}

func readTable(dir string, examples []example) (*table, error) {
	t := &table{examples: examples, docs: make([]*page.Document, len(examples)), blocks: make([][]block.Block, len(examples)), sheets: make([]*block.Sheet, len(examples))}
	answers, rows := make([][]answer, len(examples)), make([][]float32, len(examples))
	errs := make([]error, len(examples))
	inParallel(len(examples), func(i int) {
		doc, err := examples[i].read(dir)
		if err != nil {
			errs[i] = err
			return
		}
		blocks := block.Segment(doc)
		t.docs[i], t.blocks[i] = doc, blocks
		answers[i] = examples[i].align(doc.Nodes, blocks)
		t.sheets[i] = block.NewSheet(doc, blocks)
		rows[i] = t.sheets[i].Rows()
	})
	for i := range examples {
		if errs[i] != nil {
			return nil, errs[i]
		}
		t.start = append(t.start, len(t.answers))
		t.answers = append(t.answers, answers[i]...)
		t.rows = append(t.rows, rows[i]...)
		for k := range answers[i] {
			t.words = append(t.words, int32(len(tokens(t.blocks[i][k].Text))))
			t.pageOf = append(t.pageOf, int32(i))
		}
		rows[i] = nil
	}
	t.start = append(t.start, len(t.answers))
	return t, nil
}

// foldOf gives the fold of a row's page.
func (t *table) foldOf(row int) int { return t.examples[t.pageOf[row]].Fold }

// inParallel does something for all numbers below n, on all cores.
func inParallel(n int, do func(i int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}
