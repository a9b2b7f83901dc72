package letters

import (
	"maps"
	"math"
	"slices"

	"copydesk/normalize/lexicon"
)

// A channel is what a step between the writer and us did to letters outside
// ASCII: how likely each was to be lost, paragraph by paragraph.
//
// It is estimated from what only a loss explains: words that the language does
// not have, but would have with the letters put back; against the letters that
// are still there. An intact text has next to none of the former, so its
// channel loses nothing and nothing in it is changed.
type channel struct {
	lost   map[rune]float64 // by letter, in a damaged paragraph
	base   float64          // of a letter nothing is known of
	paras  []paragraph
	active bool
}

// paragraph is a line of the text: its tokens and how much of it is damaged.
type paragraph struct {
	from, to int // tokens
	lost     map[rune]float64
	kept     map[rune]float64
	damage   float64 // 0 intact, 1 damaged
}

// Thresholds of the estimate.
const (
	minEvidence = 2.5   // distinct damaged words that a document must show
	minRate     = 0.006 // damaged words, of all words
	// Letters lost, of those kept, where not all of a kind are gone. What repair
	// leaves is less, and would be read as the loss of the letters it shows.
	minShare = 0.04
	// The same where whole letters are gone: far fewer words can show it.
	minSelective = 0.0015
	minLocal     = 5 // where only some paragraphs are damaged, and nothing of the kind stands in them
	// A text without accents that has lost them shows from a quarter of them in
	// words that only a loss explains; one that was typed without, a fiftieth.
	bareText   = 0.1
	foldedText = 0.08
	// How much more frequent than any other the reading of a witness must be.
	// What repair leaves is ambiguous, so a repaired text has few witnesses.
	clearWitness = 20
	commonWord   = 155 // frequency steps: rarer candidates prove nothing (10^-6.2)
)

// estimate reads the evidence and settles the channel.
func (d *document) estimate(l lexicon.Lang) {
	if d.mode == marked {
		return
	}
	words, evidence, selective, local, once := d.gather()
	kept, lost := d.totals()
	d.channel.active = evidence >= minEvidence && evidence >= minRate*float64(words)*min(1, expected(l)/0.02) && once >= minShare*kept ||
		selective >= minEvidence && selective >= minSelective*float64(words) ||
		local >= minLocal
	if whole := expected(l) * d.size(); kept < bareText*whole && lost < foldedText*whole {
		d.channel.active = false // typed without accents: they were folded, not lost
	}
	if !d.channel.active {
		return
	}
	d.settle()
}

// size counts the letters of the text.
func (d *document) size() float64 {
	n := 0
	for i := range d.tokens {
		n += d.tokens[i].letters
	}
	return float64(n)
}

// expected is the share of letters outside ASCII in a language.
func expected(l lexicon.Lang) float64 {
	sum := 0.0
	for _, s := range l.Letters() {
		sum += s.Part
	}
	return sum
}

func add(m *map[rune]float64, r rune) {
	if *m == nil {
		*m = map[rune]float64{}
	}
	(*m)[r]++
}

func (d *document) totals() (kept, lost float64) {
	for i := range d.channel.paras {
		p := &d.channel.paras[i]
		kept += sum(p.kept)
		lost += sum(p.lost)
	}
	return kept, lost
}

func sum(m map[rune]float64) float64 {
	n := 0.0
	for _, x := range m { // a sum of whole numbers: the order does not matter
		n += x
	}
	return n
}

// ordered gives the letters in one order, for sums of fractions: their last digit
// depends on it, and with it which side of a threshold they come to lie on.
func ordered(m map[rune]float64) []rune { return slices.Sorted(maps.Keys(m)) }

// settle finds by turns which paragraphs are damaged and which letters a
// damaged paragraph loses.
func (d *document) settle() {
	c := &d.channel
	for i := range c.paras {
		p := &c.paras[i]
		p.damage = (sum(p.lost) + 0.5) / (sum(p.lost) + sum(p.kept) + 1)
	}
	for range 4 {
		c.letters()
		c.paragraphs()
	}
}

// letters estimates the loss of each letter from the paragraphs' damage.
func (c *channel) letters() {
	lost, kept := map[rune]float64{}, map[rune]float64{}
	for i := range c.paras {
		p := &c.paras[i]
		for r, n := range p.lost {
			lost[r] += n
		}
		for r, n := range p.kept {
			kept[r] += n * p.damage
		}
	}
	all := map[rune]float64{}
	full, some := 0.0, 0.0
	for r, n := range lost {
		all[r] = n / (n + kept[r])
	}
	for r := range kept {
		if _, ok := all[r]; !ok {
			all[r] = 0
		}
	}
	for _, r := range ordered(all) {
		x, n := all[r], lost[r]+kept[r]
		some += min(n, 6)
		if x > 0.5 {
			full += min(n, 6)
		}
	}
	c.base = (full + 0.2) / (some + 0.4)
	for r := range all {
		n := lost[r] + kept[r]
		all[r] = (lost[r] + 0.5*c.base) / (n + 0.5)
	}
	c.lost = all
}

// paragraphs estimates the damage of each paragraph from the letters' loss:
// one that holds letters which the channel takes is intact.
func (c *channel) paragraphs() {
	total, damaged := 0.0, 0.0
	for i := range c.paras {
		p := &c.paras[i]
		n := sum(p.lost) + c.survived(p)
		total += n
		damaged += sum(p.lost)
	}
	mean := damaged / max(1, total)
	for i := range c.paras {
		p := &c.paras[i]
		lost := sum(p.lost)
		p.damage = (lost + mean) / (lost + 1.5*c.survived(p) + 1)
	}
}

// survived counts the letters of a paragraph that a damaged one would not have.
func (c *channel) survived(p *paragraph) float64 {
	n := 0.0
	for _, r := range ordered(p.kept) {
		if x := c.lost[r]; x > 0.3 {
			n += p.kept[r] * x
		}
	}
	return n
}

// loss is how likely a letter was lost in a paragraph.
func (c *channel) loss(p *paragraph, r rune) float64 {
	x, ok := c.lost[r]
	if !ok {
		x = c.base
	}
	return max(1e-4, min(0.995, x*p.damage))
}

// capitals says whether a letter is lost as a capital and hardly ever else.
func (c *channel) capitals(r rune, turkish bool) bool {
	up := lexicon.Upper(r, turkish)
	small, kept := c.lost[r]
	tall, known := c.lost[up]
	if !kept || !known || up == r {
		return false
	}
	return tall > 0.5 && small < tall/4
}

// letterCost is the logarithm of how likely a letter was lost, and was kept.
type letterCost struct {
	r          rune
	p          *paragraph
	lost, kept float64
}

// leastLoss is how likely the channel must take a letter before any word is
// read as having lost it. A text that was repaired as far as it can be stays
// below: what is left in it is doubtful, whatever its neighbours now say.
const leastLoss = 0.05

// cost gives the costs of a letter; the last of each place are remembered.
func (d *document) cost(p *paragraph, r rune) *letterCost {
	c := &d.costs[r&63]
	if c.r != r || c.p != p {
		x := d.channel.loss(p, r)
		*c = letterCost{r, p, math.Log(x), math.Log(1 - x)}
		if x < leastLoss {
			c.lost = never
		}
	}
	return c
}

const never = -60
