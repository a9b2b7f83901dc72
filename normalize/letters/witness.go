package letters

import (
	"unicode"

	"copydesk/normalize/lexicon"
)

// gather splits the tokens into paragraphs and counts in each the letters
// that stand and those that only a loss explains. The evidence counts words
// that only a loss explains, the selective evidence those of them whose lost
// letters stand nowhere in the text, or hardly; a repeated word adds little.
// The local evidence counts words in paragraphs that lost all such letters.
//
// Against letters that stand, forms of one stem count as one word: what a list of
// cards calls "pikovou", "pikového" and "pikové" on every line is a word that the
// lexicon lacks, not a loss. once counts the letters lost so.
func (d *document) gather() (words int, evidence, selective, local, once float64) {
	seen := map[uint64]int{}
	distinct := map[uint64]bool{}
	var here []uint64
	missing := map[uint64][]rune{}
	stems := map[uint64]int{}
	from := 0
	for i := 0; i <= len(d.tokens); i++ {
		if i < len(d.tokens) && !(d.tokens[i].kind == bound && d.text[d.tokens[i].start] == '\n') {
			continue
		}
		p := paragraph{from: from, to: i}
		for j := from; j < i; j++ {
			t := &d.tokens[j]
			if t.kind != word || t.keep {
				continue
			}
			words++
			if lost := d.witness(j, &p); len(lost) > 0 {
				if seen[t.hash]++; seen[t.hash] == 1 {
					missing[t.hash] = append([]rune(nil), lost...)
				}
				stem := lexicon.Hash(d.keys[t.key:min(t.keyTo, t.key+stemLetters)])
				if stems[stem]++; stems[stem] <= mostOfStem {
					once += float64(len(lost))
				}
				here = append(here, t.hash)
			}
		}
		if len(here) > 1 && len(p.kept) == 0 {
			for _, hash := range here {
				distinct[hash] = true
			}
		}
		here = here[:0]
		d.channel.paras = append(d.channel.paras, p)
		from = min(i+1, len(d.tokens))
	}
	lost, kept := map[rune]float64{}, map[rune]float64{}
	for i := range d.channel.paras {
		p := &d.channel.paras[i]
		for r, n := range p.lost {
			lost[r] += n
		}
		for r, n := range p.kept {
			kept[r] += n
		}
	}
	weight := func(n int) float64 { return min(2, 1+0.25*float64(n-1)) } // quarters: the order of summing does not matter
	for _, n := range stems {
		evidence += weight(n)
	}
	if len(stems) < leastStems && len(kept) > 0 {
		evidence = 0
	}
	for hash, n := range seen {
		gone := true
		for _, r := range missing[hash] {
			gone = gone && lost[r] > 3*kept[r]
		}
		if gone {
			selective += weight(n)
		}
	}
	return words, evidence, selective, float64(len(distinct)), once
}

// stemLetters is how many letters words must share to count as forms of one,
// mostOfStem how often one counts, and leastStems how many there must be where
// letters stand.
const (
	stemLetters = 5
	mostOfStem  = 3
	leastStems  = 3
)

// witness counts one token. Where only a loss explains the token it gives the
// letters that must have been lost.
func (d *document) witness(j int, p *paragraph) []rune {
	t := &d.tokens[j]
	g := d.table.Lookup(t.hash)
	if t.foreign > 0 {
		for _, r := range d.text[t.start:t.end] {
			if r >= 0x80 {
				add(&p.kept, r)
			}
		}
	}
	if !g.Found() || g.Only() || t.keyTo-t.key < 3 || t.upper > 1 || t.elided {
		return nil
	}
	if t.foreign == 0 && g.Plain() != lexicon.None {
		return nil
	}
	var seen [8]observed
	var lost [8]rune
	d.words = g.Words(d.words[:0])
	obs := d.observe(t, seen[:0])
	best := -1
	var missing []rune
	for i := range d.words {
		out, _, ok := d.fit(&d.words[i], obs, t.keyTo-t.key, lost[:0])
		if !ok {
			continue
		}
		if len(out) == 0 {
			return nil // a word as it stands
		}
		if best < 0 {
			best, missing = i, append(missing, out...)
		} else if d.words[i].Freq < d.words[best].Freq+clearWitness {
			return nil // which letters were lost is open
		}
	}
	if best < 0 || d.words[best].Freq > commonWord || t.upper > 0 && d.words[best].Freq > commonWord-25 {
		return nil
	}
	if f := d.english.Lookup(t.hash).Plain(); f != lexicon.None && f < 130 {
		return nil
	}
	w := &d.words[best]
	for i, r := range missing {
		if i == 0 && w.Inserts[0].At == 0 && t.upper == 0 && d.tall(j, w) {
			r = unicode.ToUpper(r)
		}
		missing[i] = r
		add(&p.lost, r)
	}
	return missing
}
